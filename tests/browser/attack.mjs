// Opens every page of a site whose records are full of hostile texts, and searches for each of these texts.
// In: the output folder, a JSON list of searches. Out: one JSON object on standard output: what dialogs opened, what
// was asked for elsewhere, what the content policy reported. Begins with a page that does all three, to know it sees them.
// Never judges: the Rust test that starts it does.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [output, list] = process.argv.slice(2);
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

async function visitor() {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, offline: true });
  const page = await context.newPage();
  const seen = { dialogs: [], requests: [], reports: [], errors: [] };
  page.on('dialog', (d) => { seen.dialogs.push(`${page.url()}: ${d.message()}`); d.dismiss().catch(() => {}); });
  page.on('request', (r) => { if (!r.url().startsWith('file:')) seen.requests.push(`${page.url()}: ${r.url().slice(0, 200)}`); });
  page.on('console', (m) => { if (/Content Security Policy|Refused to/.test(m.text())) seen.reports.push(`${page.url()}: ${m.text().slice(0, 200)}`); });
  page.on('pageerror', (e) => seen.errors.push(`${page.url()}: ${e.message}`));
  return { context, page, seen };
}

// What must be noticed is noticed.
async function canary() {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-canary-'));
  const file = join(folder, 'a.html');
  writeFileSync(file, '<!doctype html><meta http-equiv="Content-Security-Policy" content="style-src \'none\'"><p style="color:red">x</p><img src="https://evil.example/x.png"><script>alert(1)</script>');
  const { context, page, seen } = await visitor();
  await page.goto(pathToFileURL(file).href);
  await page.waitForTimeout(300);
  await context.close();
  rmSync(folder, { recursive: true });
  return { dialogs: seen.dialogs.length, requests: seen.requests.length, reports: seen.reports.length };
}

function pages(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pages(path);
    return entry.name.endsWith('.html') ? [path] : [];
  });
}

try {
  const noticed = await canary();
  const { context, page, seen } = await visitor();
  const all = pages(resolve(output));
  for (const path of all) {
    await page.goto(pathToFileURL(path).href);
    // Handlers of these run only when somebody touches something.
    await page.evaluate(() => {
      for (const e of document.querySelectorAll('details')) e.open = true;
      for (const e of document.querySelectorAll('main *')) {
        for (const kind of ['mouseover', 'focus', 'toggle']) e.dispatchEvent(new Event(kind, { bubbles: false }));
      }
    });
  }
  const queries = JSON.parse(readFileSync(list, 'utf8'));
  const search = all.filter((path) => relative(output, path).replaceAll('\\', '/').endsWith('search/index.html'));
  let asked = 0;
  for (const query of queries) {
    const path = search[asked % search.length];
    await page.goto(`${pathToFileURL(path).href}?q=${encodeURIComponent(query)}`);
    await page.waitForSelector('[data-state="done"]', { state: 'attached', timeout: 15000 });
    asked += 1;
  }
  await page.waitForTimeout(300);
  await context.close();
  const found = [...seen.dialogs, ...seen.requests, ...seen.reports, ...seen.errors];
  console.log(JSON.stringify({ canary: noticed, found, pages: all.length, queries: asked }));
} finally {
  await browser.close();
}
