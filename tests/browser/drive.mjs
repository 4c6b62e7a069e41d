// Does with the report what a workshop does, and prints as JSON what it saw: node drive.mjs CHROMIUM PAGE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const [, , executablePath, file] = process.argv;
const address = `file://${file}`;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
const seen = { errors: [], requests: [] };

async function open(width = 1280, hash = "", prepare = async () => {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 900 });
  page.on("console", (message) => { if (message.type() === "error") seen.errors.push(message.text()); });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => { if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) seen.requests.push(request.url()); });
  await prepare(page);
  await page.goto(address + hash);
  return page;
}

const order = (page) => page.$$eval("#order tbody tr", (rows) => rows.map((row) => row.dataset.id));
const state = (page) => page.$eval("#live-state", (element) => element.textContent);
const ranks = (page) => page.$$eval("#figure-quadrant text[aria-label]", (texts) => Object.fromEntries(texts.map((text) => [text.getAttribute("aria-label").slice(8), text.textContent])));
const press = async (page, selector, key) => { await page.focus(selector); await page.keyboard.press(key); };
const weigh = async (page, only) => {
  const names = await page.$$eval("#sliders input:enabled", (inputs) => inputs.map((input) => input.id.slice("weight-".length)));
  for (const name of names) await press(page, `#weight-${name}`, name === only ? "End" : "Home");
};

const scenarios = {
  async widths() {
    const found = {};
    for (const width of [1280, 390]) {
      const page = await open(width);
      found[width] = await page.evaluate(() => document.documentElement.scrollWidth);
    }
    return found;
  },
  async sliders() {
    const page = await open();
    const before = await order(page);
    await weigh(page, "complexity");
    const after = await order(page);
    const shown = await page.$$eval("#order tbody tr", (rows) => rows.map((row) => row.cells[0].textContent));
    const result = { before, after, shown, ranks: await ranks(page), state: await state(page) };
    await press(page, "[data-do=reset]", "Enter");
    return { ...result, reset: await order(page), resetState: await state(page) };
  },
  async nothing() {
    const page = await open();
    await weigh(page, "none");
    return { state: await state(page) };
  },
  async lens() {
    const page = await open();
    await page.evaluate(() => {
      window.saved = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { window.saved.push(blob); return make.call(URL, blob); };
    });
    await weigh(page, "transition");
    await press(page, "#weight-relatedness", "ArrowRight");
    await press(page, "#weight-relatedness", "PageUp");
    await page.click("[data-do=save]");
    return { lens: await page.evaluate(() => window.saved[0].text()), order: await order(page) };
  },
  async link() {
    const page = await open();
    await weigh(page, "complexity");
    await page.click("[data-do=link]");
    const hash = await page.evaluate(() => location.hash);
    const other = await open(1280, hash);
    return { hash, order: await order(page), there: await order(other) };
  },
  async search() {
    const page = await open();
    const word = await page.$eval("#order tbody tr:nth-child(2) td:nth-child(2)", (cell) => cell.textContent.trim());
    await page.type("#search", word);
    const visible = await page.$$eval("#order tbody tr", (rows) => rows.filter((row) => !row.hidden).map((row) => row.cells[1].textContent.trim()));
    return { word, visible, told: await page.$eval("#search-state", (element) => element.textContent) };
  },
  async sort() {
    const page = await open();
    const scores = () => page.$$eval("#order tbody tr", (rows) => rows.map((row) => Number(row.cells[3].textContent)));
    await press(page, "#order th[data-key=score] button", "Enter");
    const up = await scores();
    const told = await page.$eval("#order th[data-key=score]", (head) => head.getAttribute("aria-sort"));
    await press(page, "#order th[data-key=score] button", "Enter");
    return { up, told, down: await scores() };
  },
  async sheets() {
    const page = await open();
    await page.click("#order tbody tr:nth-child(3) a");
    await page.waitForFunction(() => document.querySelectorAll(".sheet details[open]").length === 1);
    const opened = await page.$eval(".sheet details[open] h3", (head) => head.textContent);
    await page.click("[data-do=open]");
    const all = await page.$$eval(".sheet details", (items) => items.every((item) => item.open));
    await page.click("[data-do=close]");
    const none = await page.$$eval(".sheet details[open]", (items) => items.length);
    await page.evaluate(() => { addEventListener("beforeprint", () => { window.printed = document.querySelectorAll(".sheet details:not([open])").length; }); });
    await page.pdf({ format: "A4" });
    return { opened, all, none, closedInPrint: await page.evaluate(() => window.printed), after: await page.$$eval(".sheet details[open]", (items) => items.length) };
  },
  async axe() {
    const found = [];
    for (const width of [1280, 390]) {
      const page = await open(width, "", (fresh) => fresh.setBypassCSP(true));
      await page.click("[data-do=open]");
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      found.push(...violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, html: nodes[0].html.slice(0, 200) })));
    }
    return { found };
  },
  async withoutScript() {
    const page = await open(1280, "", (fresh) => fresh.setJavaScriptEnabled(false));
    return { rows: (await order(page)).length, live: await page.$eval("#live", (box) => box.hidden) };
  },
};

const results = {};
for (const [name, run] of Object.entries(scenarios)) {
  try {
    results[name] = await run();
  } catch (error) {
    results[name] = { failed: String(error) };
  }
}
await browser.close();
console.log(JSON.stringify({ ...results, ...seen }));
