// Asks axe-core about pages of a built site in Chromium: on a phone and a desktop, light, dark, strong, and in large type.
// In: the folder of the output, a JSON list of pages, a JSON list of other ways to look where they are wanted. Out: one JSON object on standard output: how many pages were seen, and each
// violation with page, way, rule and place; pages wider than the window. Never judges.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [output, list, other] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
const pages = JSON.parse(readFileSync(list, 'utf8'));
// Width, tone, large type, height.
const ways = other ? JSON.parse(other) : [[390, '', ''], [1280, '', ''], [390, 'dark', ''], [390, '', '1'], [320, 'strong', '1']];
const violations = [];
let seen = 0;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const [width, tone, big, height = 844] of ways) {
    const context = await browser.newContext({ viewport: { width, height }, offline: true, bypassCSP: true });
    await context.addInitScript(([t, b]) => { localStorage.setItem('gongkai-tone', t); localStorage.setItem('gongkai-big', b); }, [tone, big]);
    const page = await context.newPage();
    for (const path of pages) {
      await page.goto(pathToFileURL(resolve(output, path)).href);
      await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => ({
        rule: v.id, help: v.help, place: v.nodes.slice(0, 2).map((n) => `${n.target.join(' ')} ${n.failureSummary.split('\n').slice(1).join('; ').trim()}`),
      }))));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) found.push({ rule: 'wider-than-the-window', help: `by ${wide} px`, place: [] });
      found.forEach((v) => violations.push({ page: path, way: `${width} ${tone} ${big}`.trim(), ...v }));
      seen++;
    }
    await context.close();
  }
  console.log(JSON.stringify({ seen, violations }));
} finally {
  await browser.close();
}
