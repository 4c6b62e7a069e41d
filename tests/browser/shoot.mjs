// Takes a picture of a chapter of the report: node shoot.mjs CHROMIUM PAGE CHAPTER WIDTH HEIGHT TARGET
import puppeteer from "puppeteer-core";

const [, , executablePath, file, chapter, width, height, path] = process.argv;
const browser = await puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.setViewport({ width: Number(width), height: Number(height) });
await page.goto(`file://${file}`);
await page.evaluate((id) => document.getElementById(id).scrollIntoView(), chapter);
await page.screenshot({ path });
await browser.close();
