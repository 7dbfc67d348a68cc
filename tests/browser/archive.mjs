// Searches an index of archives in Chromium, from the disk.
// In: the folder of the archives. Out: one JSON object: what each search says and lists, where a result leads, what there
// is without scripts. Never judges: the Rust test that starts it does.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const address = pathToFileURL(resolve(process.argv[2], 'index.html')).href;
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const complaints = [];

async function open(javaScriptEnabled) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, offline: true, javaScriptEnabled });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  await page.goto(address);
  return page;
}

try {
  const plain = await open(false);
  const without = { form: await plain.locator('#search').isVisible(), bags: await plain.locator('section li').count() };
  const page = await open(true);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) complaints.push(`${wide} px wider than the screen`);
  const found = async () => ({
    count: await page.locator('#count').innerText(),
    titles: await page.locator('#found li > a:first-child').allInnerTexts(),
  });
  const result = { complaints, without };
  for (const words of ['没有这几个字', '２０２７ 团拜', '路灯改造']) {
    await page.fill('#q', words);
    result[words] = await found();
  }
  await page.click('#found a');
  result.opened = await page.locator('h1').innerText();
  await page.goto(address);
  await page.selectOption('#year', '2026');
  result.of2026 = await found();
  console.log(JSON.stringify(result));
} finally {
  await browser.close();
}
