// Copies the words of a page in Chromium and pastes them into a box.
// In: file of a page. Out: one JSON object: the button before and after, what was pasted, the same without scripts.
// Never judges: the Rust test that starts it does.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const address = pathToFileURL(process.argv[2]).href;
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

async function open(javaScriptEnabled) {
  const page = await (await browser.newContext({ offline: true, javaScriptEnabled })).newPage();
  await page.goto(address);
  await page.click('details.share > summary');
  return page;
}

try {
  const page = await open(true);
  const button = page.locator('[data-do=copy]');
  const before = await button.textContent();
  await button.click();
  const after = await button.textContent();
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    box.id = 'paste';
    document.querySelector('main').append(box);
  });
  await page.focus('#paste');
  await page.keyboard.press('Control+V');
  const pasted = await page.inputValue('#paste');
  const plain = await open(false);
  const withoutScript = { button: await plain.locator('[data-do=copy]').isVisible(), words: await plain.inputValue('#share-text') };
  console.log(JSON.stringify({ before, after, pasted, withoutScript }));
} finally {
  await browser.close();
}
