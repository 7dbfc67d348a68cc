// Opens every page of a built site from file:// in Chromium with scripts off, on a phone and a desktop.
// In: the folder of the output. Out: one JSON object on standard output: how many pages were seen, and what is wrong: a
// request that leaves the folder or fails, a page wider than its window, words that only a script would show.
// Never judges what the words say.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const output = resolve(process.argv[2]);
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');

const pages = readdirSync(output, { recursive: true }).map(String).filter((p) => p.endsWith('.html')).sort();
const complaints = [];
let seen = 0;

// The words of <main> that can be seen, without those of buttons and of what is made for typing.
const words = () => {
  const shown = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || holder.closest('button, label, [role=status], script, noscript, datalist')) continue;
    if (holder.checkVisibility()) shown.push(node.data.trim());
  }
  return shown;
};

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
async function visit(javaScriptEnabled, width, each) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, offline: true, javaScriptEnabled });
  const page = await context.newPage();
  page.on('request', (r) => { if (!r.url().startsWith(pathToFileURL(output).href)) complaints.push(`asks for ${r.url()}`); });
  page.on('requestfailed', (r) => complaints.push(`${r.url()}: ${r.failure()?.errorText}`));
  page.on('pageerror', (e) => complaints.push(`${page.url()}: ${e.message}`));
  for (const path of pages) {
    await page.goto(pathToFileURL(join(output, path)).href);
    await each(path, page);
  }
  await context.close();
}

try {
  const plain = new Map();
  for (const width of [390, 1280]) {
    await visit(false, width, async (path, page) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) complaints.push(`${path} is ${wide} px wider than a window of ${width} px`);
      if (width === 390) plain.set(path, await page.evaluate(words));
      seen++;
    });
  }
  await visit(true, 390, async (path, page) => {
    // Search needs its script, and says so; so does the page that checks a site.
    if (/(^|\/)(search\/index|verify\/verify)\.html$/.test(path)) return;
    const without = new Set(plain.get(path));
    const hidden = (await page.evaluate(words)).filter((text) => !without.has(text));
    if (hidden.length) complaints.push(`${path} shows only by script: ${hidden.slice(0, 3).join(' | ')}`);
  });
  console.log(JSON.stringify({ seen, complaints: complaints.slice(0, 30) }));
} finally {
  await browser.close();
}
