// Opens the report of a large region, scrolls through it, ranks anew and searches: node large.mjs CHROMIUM PAGE
import puppeteer from "puppeteer-core";

const [, , executablePath, file] = process.argv;
const browser = await puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
const errors = [];
page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
page.on("pageerror", (error) => errors.push(String(error)));
await page.setViewport({ width: 1280, height: 900 });

const timed = async (work) => { const start = Date.now(); await work(); return Date.now() - start; };
const open = await timed(() => page.goto(`file://${file}`));
const worstFrame = await page.evaluate(async () => {
  const height = document.documentElement.scrollHeight;
  let worst = 0;
  let last = performance.now();
  for (let y = 0; y < height; y += height / 100) {
    window.scrollTo(0, y);
    await new Promise((done) => requestAnimationFrame(done));
    worst = Math.max(worst, performance.now() - last);
    last = performance.now();
  }
  return worst;
});
const rankAnew = await timed(async () => { await page.focus("#weight-complexity"); await page.keyboard.press("End"); });
const search = await timed(() => page.type("#search", "Path 1"));
const rows = await page.$$eval("#order tbody tr", (all) => all.map((row) => ({ text: row.cells[1].textContent.trim(), shown: row.offsetParent !== null })));
console.log(JSON.stringify({ errors, milliseconds: { open, worstFrame, rankAnew, search }, rows }));
await browser.close();
