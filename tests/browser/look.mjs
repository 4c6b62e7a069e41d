// Looks at a page without scripts, on a screen and a telephone, by day and by night, and prints as JSON what it saw:
// node look.mjs CHROMIUM PAGE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const [, , executablePath, file] = process.argv;
const address = `file://${file}`;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
const seen = { errors: [], requests: [], widths: {}, grounds: {}, axe: {}, figures: [] };

for (const width of [1280, 390]) {
  for (const scheme of ["light", "dark"]) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    page.on("console", (message) => { if (message.type() === "error") seen.errors.push(message.text()); });
    page.on("pageerror", (error) => seen.errors.push(String(error)));
    page.on("request", (request) => { if (!request.url().startsWith(address) && !/^data:/.test(request.url())) seen.requests.push(request.url()); });
    await page.setBypassCSP(true);
    await page.goto(address);
    const name = `${width} ${scheme}`;
    seen.widths[name] = await page.evaluate(() => document.documentElement.scrollWidth);
    seen.grounds[name] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    seen.axe[name] = violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, html: nodes[0].html.slice(0, 300) }));
    seen.figures = await page.$$eval("figure", (figures) => figures.map((figure) => ({
      name: figure.id.replace("figure-", ""),
      told: document.getElementById(figure.querySelector("[role=img]").getAttribute("aria-describedby")).textContent,
      rows: figure.parentElement.querySelectorAll("tbody tr").length,
      marks: figure.querySelectorAll("svg path").length,
    })));
  }
}
await browser.close();
console.log(JSON.stringify(seen));
