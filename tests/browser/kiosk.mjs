// Stands before the touch screen in Chromium: touches, waits, goes away, listens.
// In: the folder of the output, a JSON list of its pages, the id of a community. Out: one JSON object: what is too small
// to touch, what leads away, what the screen did. Never judges: the Rust test that starts it does.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [output, list, community] = process.argv.slice(2);
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
const pages = JSON.parse(readFileSync(list, 'utf8'));
const address = (path) => pathToFileURL(resolve(output, path)).href;
const complaints = [], small = [], away = [], types = [];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

async function stand(width, height, work, prepare = () => {}) {
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, offline: true });
  const page = await context.newPage();
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) complaints.push(`${page.url()}: ${m.text()}`); });
  page.on('pageerror', (e) => complaints.push(`${page.url()}: ${e.message}`));
  await prepare(page);
  try { return await work(page); } finally { await context.close(); }
}

// What is there to be touched: the bar, doors, buttons, what unfolds, links that stand alone.
async function look(page) {
  for (const path of pages) {
    await page.goto(address(path));
    const found = await page.evaluate(() => {
      const shown = (e) => e.getClientRects().length > 0;
      const alone = '.kiosk>*, .tiles a, button, summary, input, select, .more a, .doors a, .turn a, .ways a, .crumbs a, .side li a';
      return {
        small: [...document.querySelectorAll(alone)].filter(shown).map((e) => [e.textContent.trim().slice(0, 20), e.getBoundingClientRect().height]).filter((x) => x[1] < 59.5),
        away: [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')).filter((h) => !/^[^:]*\.html([?#]|$)|^#/.test(h)),
        type: Math.min(...[...document.querySelectorAll('main p, main li, main td, main dd, .kiosk>*')].filter(shown).map((e) => parseFloat(getComputedStyle(e).fontSize))),
      };
    });
    found.small.forEach((x) => small.push(`${path}: ${x.join(' ')}`));
    found.away.forEach((x) => away.push(`${path}: ${x}`));
    types.push(found.type);
  }
}

const home = `${community}/index.html`, other = `${community}/finance/index.html`;
const at = (page) => page.url().split('/').slice(-3).join('/').replace(/^.*?([^/]+\/[^/]*)$/, '$1');
const open = (page) => page.evaluate(() => document.querySelector('.away').open);

async function idle(page) {
  const seen = {};
  await page.goto(address(home));
  await page.clock.runFor(200000);
  seen.calm = !(await open(page)) && page.url() === address(home);
  await page.goto(address(other));
  await page.clock.runFor(100000);
  await page.mouse.move(5, 5);
  await page.touchscreen.tap(300, 300);
  await page.clock.runFor(100000);
  seen.touched = !(await open(page));
  await page.clock.runFor(25000);
  seen.asks = await open(page);
  seen.told = await page.evaluate(() => {
    const d = document.querySelector('.away'), text = (id) => document.getElementById(d.getAttribute(id)).textContent;
    return [d.getAttribute('role'), text('aria-labelledby'), text('aria-describedby'), document.activeElement.textContent];
  });
  await page.click('[data-kiosk=on]');
  seen.on = !(await open(page)) && page.url() === address(other);
  await page.clock.runFor(125000);
  await page.keyboard.press('Escape');
  seen.escape = !(await open(page)) && page.url() === address(other);
  await page.clock.runFor(125000);
  seen.again = await open(page);
  await page.clock.runFor(40000);
  await page.waitForURL(address(home), { timeout: 10000 });
  seen.home = at(page) === home.split('/').slice(-2).join('/');
  // Told to stay, it stays; the way home begins anew.
  await page.goto(address(other));
  await page.click('[data-kiosk=stay]');
  await page.clock.runFor(600000);
  seen.stays = !(await open(page)) && page.url() === address(other);
  seen.pressed = await page.getAttribute('[data-kiosk=stay]', 'aria-pressed');
  // In the portal too, the first page is that of the hall.
  await page.goto(address('index.html'));
  await page.click('[data-kiosk=home]');
  await page.waitForURL(address(home), { timeout: 10000 });
  seen.own = await page.getAttribute('[data-kiosk=stay]', 'aria-pressed');
  return seen;
}

const voices = () => {
  const said = [];
  const speech = { said, cancelled: 0, speak(u) { said.push(u.text); if (said.length < 3) setTimeout(() => u.onend(), 10); }, cancel() { this.cancelled++; }, addEventListener() {}, getVoices: () => [{ lang: 'en-US', localService: true }, { lang: 'zh-CN', localService: false }, { lang: 'zh-CN', localService: true }] };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
};

async function aloud(page) {
  await page.goto(address(other));
  await page.click('[data-kiosk=read]');
  await page.waitForFunction(() => window.speechSynthesis.said.length === 3);
  const seen = await page.evaluate(() => ({ said: window.speechSynthesis.said, button: document.querySelector('[data-kiosk=read]').textContent, title: document.querySelector('h1').textContent }));
  await page.click('[data-kiosk=read]');
  seen.after = await page.textContent('[data-kiosk=read]');
  seen.cancelled = await page.evaluate(() => window.speechSynthesis.cancelled);
  return seen;
}

try {
  await stand(1080, 1920, look);
  const seen = await stand(1080, 1920, idle, (page) => page.clock.install());
  const speech = await stand(1920, 1080, aloud, (page) => page.addInitScript(voices));
  const silent = await stand(1920, 1080, async (page) => { await page.goto(address(other)); return page.isHidden('[data-kiosk=read]'); },
    (page) => page.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [], addEventListener() {}, cancel() {} } })));
  console.log(JSON.stringify({ complaints, small, away, least: Math.min(...types), idle: seen, speech, silent }));
} finally {
  await browser.close();
}
