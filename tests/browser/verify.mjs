// Opens the verifier of a site from the disk, offline, as somebody who was handed the folder.
// In: the folder of a site. Out: one JSON object: what the page says of the whole site, of one record, and of a
// site in which one sign was changed. Never judges.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [folder, page_of, data, kept] = process.argv.slice(2);
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const context = await browser.newContext({ locale: 'zh-CN', offline: true });
const page = await context.newPage();
const complaints = [];
page.on('pageerror', (error) => complaints.push(String(error)));
page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
page.on('request', (request) => { if (!request.url().startsWith('file:')) complaints.push(request.url()); });

async function said(input, files, point = '') {
  await page.goto(pathToFileURL(resolve(folder, 'verify/verify.html')).href);
  await page.fill('#point', point);
  await page.setInputFiles(input, files);
  await page.waitForFunction(() => ['good', 'bad'].includes(document.getElementById('state').dataset.state), null, { timeout: 60000 });
  return page.evaluate(() => ({
    state: document.getElementById('state').textContent,
    facts: [...document.querySelectorAll('#facts li')].map((li) => li.textContent),
    problems: [...document.querySelectorAll('#problems li')].map((li) => li.textContent),
  }));
}

const result = { complaints };
result.whole = await said('#folder', resolve(folder));
result.kept = await said('#folder', resolve(folder), kept);
const receipt = data.replace('.json', '.tlog-proof');
result.one = await said('#files', [data, receipt, 'ledger/keys.txt'].map((path) => resolve(folder, path)));
const copy = mkdtempSync(join(tmpdir(), 'gongkai-verify-'));
cpSync(folder, copy, { recursive: true });
writeFileSync(join(copy, page_of), readFileSync(join(copy, page_of), 'utf8').replace('示例', '实例'));
result.changed = await said('#folder', copy);
rmSync(copy, { recursive: true });
await browser.close();
console.log(JSON.stringify(result));
