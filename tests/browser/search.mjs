// Asks the search page of a built portal many questions in Chromium, as a reader on a phone.
// In: a folder that holds search/index.html and its data, a JSON file of questions, how to serve it (file, root,
// below), by how much the processor is slowed down (0 measures nothing and is quicker), how often a list is carried on.
// Out: one JSON object on standard output: for each question what was shown, the bytes of the first answer, the
// least time of five warm ones (others may be at work on the machine). Never judges.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve, sep } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const [folder, questions, way = 'file', slower = '0', pages = '3'] = process.argv.slice(2);
const measured = slower !== '0';
const HEADERS = 200;
const list = JSON.parse(readFileSync(questions, 'utf8'));
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');

const prefix = way === 'below' ? '/a/b/' : '/';
const types = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css' };
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  if (path === '/favicon.ico') { response.writeHead(204).end(); return; }
  const file = resolve(folder, `.${sep}${path.startsWith(prefix) ? path.slice(prefix.length) : '\0'}`.replace('\0', 'none'));
  if (!file.startsWith(resolve(folder)) || !existsSync(file)) { response.writeHead(404).end(); return; }
  response.writeHead(200, { 'content-type': types[file.split('.').pop()] ?? 'application/octet-stream' });
  response.end(readFileSync(file));
});
let base = pathToFileURL(resolve(folder)).href + '/';
if (way !== 'file') {
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${server.address().port}${prefix}`;
}

const sizes = new Map();
function size(url) {
  const path = url.startsWith('file:') ? fileURLToPath(url.split('?')[0]) : resolve(folder, new URL(url).pathname.slice(prefix.length));
  if (!sizes.has(path)) sizes.set(path, existsSync(path) ? gzipSync(readFileSync(path)).length + HEADERS : HEADERS);
  return sizes.get(path);
}

const complaints = [];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const answers = [];
try {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, offline: way === 'file' });
  let page;
  for (const question of list) {
    if (measured || !page) page = await context.newPage();
    page.removeAllListeners();
    page.on('pageerror', (e) => complaints.push(`${question}: ${e.message}`));
    page.on('console', (m) => { if (m.type() === 'error') complaints.push(`${question}: ${m.text()}`); });
    let bytes = 0;
    page.on('request', (r) => { if (/\/(search-data\/|assets\/search(-[0-9a-f]+)?\.js)/.test(r.url())) bytes += size(r.url()); });
    if (Number(slower) > 1) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: Number(slower) });
    }
    await page.goto(`${base}search/index.html?q=${encodeURIComponent(question)}`);
    await page.waitForSelector('[data-state="done"]', { state: 'attached', timeout: 60000 });
    const first = bytes;
    const told = await page.evaluate(async ([rounds, pages]) => {
      const results = document.getElementById('search-results');
      const read = () => [...results.querySelectorAll('[data-result]')].map((e) => ({
        url: e.querySelector('a').getAttribute('href'),
        marks: [...e.querySelectorAll('mark')].map((m) => m.textContent),
      }));
      const shown = read();
      const counted = document.querySelector('[data-total]');
      const total = counted.getAttribute('data-total'), told = counted.textContent;
      const offered = [...document.querySelectorAll('[data-suggestion]')].map((e) => e.textContent);
      const done = () => new Promise((then) => {
        const watch = new MutationObserver(() => { if (results.dataset.state === 'done') { watch.disconnect(); then(); } });
        watch.observe(results, { attributes: true, attributeFilter: ['data-state'] });
      });
      const times = [];
      for (let n = 0; n < rounds; n++) {
        const from = performance.now(), finished = done();
        document.getElementById('search-form').requestSubmit();
        await finished;
        times.push(performance.now() - from);
      }
      // Everything else that was found, page by page.
      const more = document.getElementById('search-more');
      const all = read().map((r) => r.url);
      for (let n = 0; n < pages && !more.hidden; n++) {
        // A list of thousands is taken away as it is read: laying it out again and again is not what is asked here.
        results.textContent = '';
        const finished = done();
        more.click();
        await finished;
        all.push(...read().map((r) => r.url));
      }
      return { total, told, shown, offered, warm: times.sort((a, b) => a - b)[0] ?? 0, all };
    }, measured ? [5, 0] : [0, Number(pages)]);
    answers.push({ question, bytes: first, ...told });
    if (measured) await page.close();
  }
  console.log(JSON.stringify({ answers, complaints }));
} finally {
  await browser.close();
  server.close();
}
