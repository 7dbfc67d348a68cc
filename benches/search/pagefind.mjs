// Asks a folder that Pagefind has indexed many questions in Chromium.
// In: the folder, a JSON file of questions, by how much the processor is slowed down. Out: one JSON object on standard
// output: for each question how many were found, the addresses of the first ten, the bytes of the first answer with
// ten snippets, the least time of five warm ones. Never judges.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { resolve, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const [folder, questions, slower = '1'] = process.argv.slice(2);
const { chromium } = createRequire(resolve('../../tests/browser/package.json'))('playwright-core');
const HEADERS = 200;
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
const types = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', json: 'application/json', wasm: 'application/wasm' };

// What was sent since the last question; each file once, as a server with gzip sends it.
const sizes = new Map();
let sent = new Map();
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  const file = resolve(folder, `.${sep}${path}`);
  if (!file.startsWith(resolve(folder)) || !existsSync(file)) { response.writeHead(404).end(); return; }
  const bytes = readFileSync(file);
  if (!sizes.has(path)) sizes.set(path, Math.min(bytes.length, gzipSync(bytes).length) + HEADERS);
  if (path.startsWith('/pagefind/')) sent.set(path, sizes.get(path));
  response.writeHead(200, { 'content-type': types[file.split('.').pop()] ?? 'application/octet-stream' });
  response.end(bytes);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${server.address().port}/`;

// Where each fragment lies: its file says it.
const addresses = new Map();
const fragments = resolve(folder, 'pagefind/fragment');
for (const name of readdirSync(fragments)) {
  const text = gunzipSync(readFileSync(resolve(fragments, name))).toString('utf8');
  addresses.set(name.split('.')[0], JSON.parse(text.slice(text.indexOf('{'))).url);
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const answers = [];
try {
  for (const question of JSON.parse(readFileSync(questions, 'utf8'))) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    if (Number(slower) > 1) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: Number(slower) });
    }
    sent = new Map();
    await page.goto(`${base}ask.html`);
    const cold = await page.evaluate(async (text) => {
      const pagefind = await import('/pagefind/pagefind.js');
      window.ask = async () => {
        const found = await pagefind.search(text);
        const ten = await Promise.all(found.results.slice(0, 10).map((r) => r.data()));
        return { total: found.results.length, shown: ten.map((d) => d.url) };
      };
      window.everything = async () => {
        const found = await pagefind.search(text);
        return found.results.map((r) => r.id);
      };
      return window.ask();
    }, question);
    const bytes = [...sent.values()].reduce((a, b) => a + b, 0);
    const warm = await page.evaluate(async () => {
      const times = [];
      for (let n = 0; n < 5; n++) { const from = performance.now(); await window.ask(); times.push(performance.now() - from); }
      return times.sort((a, b) => a - b)[0];
    });
    // Where all of it is, without a look at the clock.
    const all = await page.evaluate(async () => window.everything());
    answers.push({ question, bytes, warm, all: all.map((id) => addresses.get(id)), ...cold });
    await context.close();
  }
  console.log(JSON.stringify({ answers }));
} finally {
  await browser.close();
  server.close();
}
