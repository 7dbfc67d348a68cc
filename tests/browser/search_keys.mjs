// Searches a built site with the keyboard alone, and reads what a screen reader would be told.
// In: the folder of a site, words to type. Out: one JSON object on standard output. Never judges.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [site, words, wrong] = process.argv.slice(2);
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const focus = (page) => page.evaluate(() => {
  const e = document.activeElement;
  return e.id || e.getAttribute('href') || e.textContent.trim();
});
try {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, offline: true })).newPage();
  await page.goto(pathToFileURL(resolve(site, 'search/index.html')).href);
  await page.waitForSelector('[data-state="done"]', { state: 'attached' });
  // What is announced, in its order.
  await page.evaluate(() => {
    window.told = [];
    document.querySelectorAll('[role=status]').forEach((live) => {
      new MutationObserver(() => { if (live.textContent.trim()) window.told.push(live.textContent.trim()); })
        .observe(live, { childList: true, characterData: true, subtree: true });
    });
  });
  const steps = { first: await focus(page) };
  await page.keyboard.type(words, { delay: 20 });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-total]').dataset.total !== '');
  await page.waitForSelector('[data-state="done"]', { state: 'attached' });
  steps.kept = await focus(page);
  steps.total = await page.getAttribute('[data-total]', 'data-total');
  steps.told = await page.evaluate(() => window.told.splice(0));
  // On with Tab: the button, the filters, the first result.
  steps.path = [];
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press('Tab');
    steps.path.push(await focus(page));
    if (await page.evaluate(() => document.activeElement.closest('[data-result]') !== null)) break;
  }
  steps.outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  const link = await page.evaluate(() => document.activeElement.href);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  steps.opened = page.url() === link;
  // Back: the question still stands in the address. Then one that finds nothing, and a word that is offered.
  await page.goBack();
  await page.waitForSelector('[data-state="done"]', { state: 'attached' });
  steps.again = await page.getAttribute('[data-total]', 'data-total');
  await page.focus('#q');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(wrong);
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-suggestion]');
  steps.none = await page.textContent('#search-total');
  steps.offered = await page.evaluate(() => document.querySelector('[data-suggestion]').textContent);
  await page.focus('[data-suggestion]');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.waitForSelector('[data-state="done"]', { state: 'attached' });
  steps.taken = await page.getAttribute('[data-total]', 'data-total');
  console.log(JSON.stringify(steps));
} finally {
  await browser.close();
}
