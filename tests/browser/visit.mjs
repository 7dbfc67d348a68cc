// Opens a built site from file:// in Chromium, on a phone and a desktop, and searches it.
// In: folder of a site, a name to search, the output folder. Out: one JSON object on standard output.
// Never judges: the Rust test that starts it does.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [site, query, output] = process.argv.slice(2);
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');

const complaints = [];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

async function open(width, work) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, offline: true });
  const page = await context.newPage();
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) complaints.push(`${page.url()}: ${m.text()}`); });
  page.on('pageerror', (e) => complaints.push(`${page.url()}: ${e.message}`));
  page.on('requestfailed', (r) => complaints.push(`${r.url()}: ${r.failure()?.errorText}`));
  page.on('request', (r) => { if (!r.url().startsWith('file:')) complaints.push(`asks for ${r.url()}`); });
  try { return await work(page); } finally { await context.close(); }
}

const address = (path) => pathToFileURL(resolve(output, path)).href;

async function search(words) {
  return open(390, async (page) => {
    await page.goto(`${address(`${site}/search/index.html`)}?q=${encodeURIComponent(words)}`);
    await page.waitForSelector('[data-state="done"]', { state: 'attached', timeout: 15000 });
    return page.evaluate(() => ({
      state: document.querySelector('[data-state]').getAttribute('data-state'),
      total: document.querySelector('[data-total]').getAttribute('data-total'),
      links: [...document.querySelectorAll('[data-result]')].map((e) => (e.querySelector('a') ?? e).href),
    }));
  });
}

// Types into the box by which people find their own, and reads what comes below it.
async function find(words, from = 'index.html') {
  return open(390, async (page) => {
    await page.goto(address(from));
    const before = await page.evaluate(() => document.querySelectorAll('script[src$="names.js"]').length);
    await page.fill('#yours', words);
    await page.waitForSelector('.hits[data-state="done"]', { state: 'attached', timeout: 15000 });
    const found = await page.evaluate(() => ({
      said: document.querySelector('[data-find] [role=status]').textContent,
      names: [...document.querySelectorAll('.hits a')].map((a) => a.firstChild.textContent),
      hrefs: [...document.querySelectorAll('.hits a')].map((a) => a.href),
    }));
    const links = { before, ...found };
    if (found.names.length > 0) {
      // By keyboard: down to the first result, Enter opens it.
      await page.press('#yours', 'ArrowDown');
      links.focused = await page.evaluate(() => document.activeElement.href);
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      links.opened = page.url();
    }
    return links;
  });
}

// Sorts the table of regions by its column of numbers, both ways.
async function sort() {
  return open(390, async (page) => {
    await page.goto(address('index.html'));
    const column = () => page.evaluate(() => [...document.querySelectorAll('table.six tbody tr')].map((r) => r.cells[5].getAttribute('data-v')));
    const button = page.locator('table.six thead th:nth-child(6) button');
    await button.click();
    const up = await column();
    await button.click();
    return { up, down: await column() };
  });
}

// No page may be wider than the screen it is shown on.
async function widths() {
  const pages = ['index.html', 'stars/index.html', 'all/index.html', 'matrix/index.html', 'matrix/2026q4.html', 'regions/wuhan/caidian/index.html', 'regions/wuhan/caidian/zhurushan/index.html', ...['index', 'catalogue/index', 'periods/index', 'decisions/index', 'finance/index',
    'evaluations/index', 'projects/index', 'registers/index', 'indicators/index', 'queries/index', 'pages/index',
    '404'].map((p) => `${site}/${p}.html`)];
  for (const width of [390, 1280]) {
    await open(width, async (page) => {
      for (const path of pages.filter((p) => existsSync(resolve(output, p)))) {
        await page.goto(address(path));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) complaints.push(`${path} is ${wide} px wider than a screen of ${width} px`);
      }
    });
  }
}

try {
  const found = await search(query);
  const nothing = await search('没有这几个字的记录');
  const yours = {};
  for (const words of ['军', 'jy', 'junyingcun', '王家湾', 'zhu ru shan', '没有这个村']) { yours[words] = await find(words); }
  yours.elsewhere = await find('钢花', 'regions/wuhan/caidian/zhurushan/index.html');
  yours.own = await find('cun', 'regions/wuhan/jiangxia/index.html');
  const sorted = await sort();
  await widths();
  console.log(JSON.stringify({ search: found, nothing, yours, sorted, complaints }));
} finally {
  await browser.close();
}
