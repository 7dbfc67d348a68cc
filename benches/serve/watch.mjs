// Edits one record again and again, and waits each time until its page in Chromium shows the new title.
// In: address of the page, file of the record, how many edits, how long to wait for one in seconds, the server's process.
// Out: one JSON object: milliseconds of each edit from before the file is written until the page has the title, and
// milliseconds of processor time that the server took for all of them, with all that it made afterwards, where the system
// tells it.
// Never edits again before the last edit was seen, or given up.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(fileURLToPath(new URL('../../tests/browser/package.json', import.meta.url)));
const { chromium } = require('playwright-core');
const [address, file, edits, patience, server] = process.argv.slice(2);
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');

const original = readFileSync(file, 'utf8');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const times = [];
// User and system time of all threads, in the hundredths of a second by which Linux counts.
const used = () => {
  try {
    const fields = readFileSync(`/proc/${server}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch { return NaN; }
};
// Until the server has nothing more to do: what it makes after an edit, or after its start, counts there and nowhere else.
const rest = async () => {
  for (let last = NaN, calm = 0; calm < 4; ) {
    await new Promise((then) => setTimeout(then, 250));
    const now = used();
    calm = now - last <= 10 || Number.isNaN(now) ? calm + 1 : 0;
    last = now;
  }
};
let processor = NaN;
let wanted = '', seen = () => {};
try {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  await context.exposeBinding('tell', (_, title) => { if (wanted && title.includes(wanted)) seen(); });
  await context.addInitScript(() => {
    let last = '';
    const look = () => { if (document.title !== last) { last = document.title; window.tell(last); } };
    document.addEventListener('DOMContentLoaded', look);
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const page = await context.newPage();
  for (let wait = 0; ; wait++) {
    const response = await page.goto(address).catch(() => null);
    if (response && response.status() === 200) break;
    if (wait > 1200) throw new Error(`${address} never came`);
    await new Promise((then) => setTimeout(then, 250));
  }
  await page.waitForTimeout(1500);
  await rest();
  const before = used();
  for (let at = 0; at < Number(edits); at++) {
    wanted = `第${at + 2}稿`;
    let alarm;
    const done = new Promise((then, fail) => { seen = () => then(performance.now()); alarm = setTimeout(fail, Number(patience) * 1000, new Error('late')); });
    const start = performance.now();
    writeFileSync(file, original.replace('（示例）', `，${wanted}（示例）`));
    try { times.push((await done) - start); } catch { times.push(null); break; } finally { clearTimeout(alarm); }
    await page.waitForTimeout(400);
  }
  await rest();
  processor = used() - before;
} finally {
  writeFileSync(file, original);
  await browser.close();
}
console.log(JSON.stringify({ times, processor }));
