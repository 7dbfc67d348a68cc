// Asks a sealed site for days, from the disk, on a phone: a record's page and the page of all changes.
// In: the folder of a site. Out: one JSON object: by day, what is said and what is shown.
// Never judges: the Rust test that starts it does.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const folder = process.argv[2];
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', offline: true });
const page = await context.newPage();
// The reader's day is always the same.
await page.clock.setFixedTime(new Date('2026-12-01T12:00:00+08:00'));
const complaints = [];
page.on('pageerror', (error) => complaints.push(String(error)));
page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
page.on('request', (request) => { if (!request.url().startsWith('file:')) complaints.push(request.url()); });
const open = (path) => page.goto(pathToFileURL(resolve(folder, path)).href);

async function ask(day) {
  await page.fill('[data-day] input', day);
  return page.locator('[data-day] [role=status]').innerText();
}

try {
  const record = {};
  await open('disclosures/kang-han.html');
  for (const day of ['2026-11-19', '2026-11-21', '2026-11-22', '2026-11-24', '2999-01-01']) {
    const said = await ask(day);
    const shown = await page.locator('.versions > li:visible > p').allInnerTexts();
    record[day] = { said, shown: shown.map((line) => line.replace(/\s+/g, ' ').trim()) };
  }
  await ask('2026-11-20');
  await page.click('.versions > li:visible a');
  const followed = await page.locator('h1').innerText();
  const all = {};
  await open('history/index.html');
  const list = (name) => page.evaluate((part) => {
    const box = document.querySelector(`[data-then=${part}]`);
    return box.hidden ? null : [...box.querySelectorAll('li')].map((li) => li.innerText.replace(/\s+/g, ' ').trim());
  }, name);
  for (const day of ['2026-11-19', '2026-11-21', '2026-11-23', '2026-11-24']) {
    const said = await ask(day);
    all[day] = { said, changed: await list('changed'), stood: await list('stood') };
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) complaints.push(`${wide} px wider than the screen`);
  console.log(JSON.stringify({ complaints, record, followed, all }));
} finally {
  await browser.close();
}
