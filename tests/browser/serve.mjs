// Edits records and themes as a person does, and looks at the preview in Chromium.
// In: address of the preview, folder of the workspace. Out: one JSON object of what was seen.
// Never judges: the Rust test that starts it does.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [base, root] = process.argv.slice(2);
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');

const record = join(root, 'content/communities/shanghe/queries/bu-tie.md');
const style = join(root, 'themes/default/assets/style.css');
const template = join(root, 'themes/default/templates/base.html');
const text = readFileSync(record, 'utf8');
const titled = (title) => text.replace('高龄补贴怎么领？', title);
const complaints = [];
const seen = { complaints };
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const context = await browser.newContext({ viewport: { width: 390, height: 600 } });
  const page = await context.newPage();
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) complaints.push(m.text()); });
  page.on('pageerror', (e) => complaints.push(e.message));
  const within = (check, ...rest) => page.waitForFunction(check, ...rest, { timeout: 30000 }).then(() => true, () => false);
  const shows = (words) => within((w) => document.body !== null && document.body.innerText.includes(w), words);

  // Something to unfold and room to scroll, whatever the theme does.
  writeFileSync(template, readFileSync(template, 'utf8').replace('</body>', '<details id="fold"><summary>.</summary>.</details><div class="of-a-test"></div></body>'));
  writeFileSync(style, readFileSync(style, 'utf8') + '\n.of-a-test { height: 3000px; color: rgb(9, 9, 9); }\n');
  await page.waitForTimeout(500);
  await page.goto(`${base}shanghe/queries/bu-tie.html`);
  await shows('高龄补贴');
  await within(() => document.querySelector('.of-a-test') && document.body.scrollHeight > 3000);
  await page.evaluate(() => { document.getElementById('fold').open = true; scrollTo(0, 777); });
  const before = await page.evaluate(() => scrollY);
  writeFileSync(record, titled('高龄津贴怎么领？'));
  seen.edited = await shows('高龄津贴');
  await within(() => scrollY > 100);
  seen.scroll = { before, after: await page.evaluate(() => scrollY) };
  seen.details = await page.evaluate(() => document.getElementById('fold').open);

  await page.evaluate(() => { document.body.same = true; });
  writeFileSync(style, readFileSync(style, 'utf8').replace('rgb(9, 9, 9)', 'rgb(1, 2, 3)'));
  const colour = () => getComputedStyle(document.querySelector('.of-a-test')).color;
  await within(() => getComputedStyle(document.querySelector('.of-a-test')).color === 'rgb(1, 2, 3)');
  seen.style = {
    colour: await page.evaluate(colour),
    reloaded: await page.evaluate(() => !document.body.same),
    links: await page.evaluate(() => document.querySelectorAll('link[rel="stylesheet"]').length),
  };

  writeFileSync(`${record}.tmp`, titled('高龄补助怎么领？'));
  renameSync(`${record}.tmp`, record);
  seen.renamed = await shows('高龄补助');

  writeFileSync(record, titled('高龄补助怎么领？').replace('提出日期: ', '提出日期: 2026-13-45 # '));
  await within(() => document.querySelector('.gongkai-over'));
  seen.over = {
    text: await page.evaluate(() => document.querySelector('.gongkai-over').innerText),
    mark: await page.evaluate(() => document.querySelector('.gongkai-over mark').textContent),
    good: await page.evaluate(() => document.querySelector('h1').textContent.includes('高龄补助') || document.body.innerText.includes('高龄补助')),
  };
  await page.keyboard.press('Escape');
  seen.over.closed = await within(() => !document.querySelector('.gongkai-over'));
  await page.click('.gongkai-open');
  seen.over.again = await within(() => !!document.querySelector('.gongkai-over'));
  writeFileSync(record, titled('高龄补贴找谁领？'));
  seen.over.gone = await within(() => !document.querySelector('.gongkai-over') && !document.querySelector('.gongkai-open'));
  await shows('高龄补贴找谁领');

  await page.goto(`${base}search/index.html?q=${encodeURIComponent('补贴找谁')}`);
  await page.waitForSelector('[data-state="done"]', { state: 'attached', timeout: 30000 });
  seen.found = (await page.locator('[data-result]').count()) === 1;
  await page.goto(base);
  const news = join(root, 'content/site.yaml');
  writeFileSync(news, readFileSync(news, 'utf8').replace(/^名称: .*$/m, '名称: 改了名的示例'));
  seen.portal = await shows('改了名的示例');
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}
