// Asks the page of a long ledger for days of many years, from the disk, on a phone, and walks to the oldest entries.
// In: the folder of a site. Out: one JSON object: by day, what is said and what is shown; how many files were loaded.
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
await page.clock.setFixedTime(new Date('2026-12-01T12:00:00+08:00'));
const complaints = [];
let files = 0;
page.on('pageerror', (error) => complaints.push(String(error)));
page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
page.on('request', (request) => {
  if (!request.url().startsWith('file:')) complaints.push(request.url());
  if (request.url().endsWith('/days.js')) files += 1;
});
const plain = (lines) => lines.map((line) => line.replace(/\s+/g, ' ').trim());
const list = (name) => page.evaluate((part) => {
  const box = document.querySelector(`[data-then=${part}]`);
  return box.hidden ? null : [...box.querySelectorAll('li')].map((li) => li.textContent);
}, name);
const loaded = [];

async function ask(day) {
  await page.fill('[data-day] input', day);
  await page.waitForSelector('[data-day][data-state]:not([data-state=""])');
  loaded.push(files);
  const [changed, stood] = [await list('changed'), await list('stood')];
  const said = await page.locator('[data-day] [role=status]').innerText();
  return { said, changed: changed && plain(changed), stood: stood && plain(stood) };
}

try {
  await page.goto(pathToFileURL(resolve(folder, 'history/index.html')).href);
  const { said, changed } = await ask('2007-02-28');
  const seen = { before: { said, changed } };
  seen.first = await ask('2007-03-01');
  seen.later = await ask('2007-03-11');
  seen.third = await ask('2009-06-02');
  seen.last = await ask('2026-11-30');
  // The newest day as the page shows it, and as the script writes it.
  const newest = await page.locator('[data-date]').first().getAttribute('data-date');
  await ask(newest);
  loaded.pop();
  seen.same = await page.evaluate((day) => {
    const inner = (box) => [...box.querySelectorAll('li')].map((li) => li.innerHTML);
    const [own, made] = [`[data-date="${day}"]`, '[data-then=changed]'].map((s) => inner(document.querySelector(s)));
    return own.length > 0 && own.join('\n') === made.join('\n');
  }, newest);
  await page.locator('[data-then=stood] li a', { hasText: '抗旱物资发放' }).first().click();
  seen.followed = await page.locator('h1').innerText();
  await page.goBack();
  await page.locator('.years a').last().click();
  await page.locator('.leaves a').first().click();
  seen.year = await page.locator('h1').innerText();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) complaints.push(`${wide} px wider than the screen`);
  console.log(JSON.stringify({ complaints, loaded, ...seen }));
} finally {
  await browser.close();
}
