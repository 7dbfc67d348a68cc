// A secretary at the editor in Chromium: a quarter filed from Excel's clipboard, a conflict, a crash, a keyboard
// alone, a telephone, a browser without scripts.
// In: address of the preview, folder of the workspace, a folder for pictures or nothing. Out: one JSON object of
// what was seen. Never judges: the Rust test that starts it does.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [base, root, pictures] = process.argv.slice(2);
const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');

const community = join(root, 'content/communities/base');
const complaints = [];
const seen = { complaints };
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

async function sit(options, work) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  page.on('pageerror', (e) => complaints.push(e.message));
  page.on('console', (m) => {
    // A refused form is told with its status, and Chromium logs that.
    if (m.type() === 'error' && !/status of (409|422|404|503)/.test(m.text())) complaints.push(`${page.url()}: ${m.text()}`);
  });
  page.on('request', (r) => { if (!r.url().startsWith(base)) complaints.push(`asks for ${r.url()}`); });
  try { return await work(page, context); } finally { await context.close(); }
}

const box = (page, name) => page.locator(`[name="${name}"]`);
// Puts cells on the clipboard as a spreadsheet does, and pastes them where the focus is.
async function paste(page, name, text) {
  await box(page, name).focus();
  await page.evaluate((cells) => {
    const data = new DataTransfer();
    data.setData('text/plain', cells);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}
// What a page says above its form; where it refuses, with the reasons.
async function note(page) {
  const told = await page.locator('[data-note]').allInnerTexts();
  const bad = await page.locator('.note.bad, .summary.bad').allInnerTexts();
  return [...new Set([...told, ...bad])].join(' ').replace(/\s+/g, ' ').trim();
}
const read = (path) => existsSync(path) ? readFileSync(path, 'utf8') : '';
async function save(page) {
  await Promise.all([page.waitForNavigation(), page.locator('.bar button[value=save]').click()]);
  return note(page);
}
const counts = (page) => page.locator('[data-counts]').innerText();
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
async function picture(page, name) {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

try {
  seen.quarter = await sit({}, async (page) => {
    await page.goto(`${base}_edit/`);
    const told = (seen.quarter = { before: await counts(page), notes: [], sums: [] });
    let opening = '100000.00';
    for (const month of [7, 8, 9]) {
      await page.goto(`${base}_edit/c/base/finance/new?item=F2&period=2026-0${month}`);
      if (month === 7) {
        await box(page, 'r/title').fill('2026年7月财务收支');
        await box(page, 'r/account').fill('村集体经济');
        await box(page, 'r/opening').fill(opening);
      }
      // As Excel shows them: dates and amounts as people write them, with the heads in the first line.
      await paste(page, 'r/income/0/date',
        `日期\t凭证\t摘要\t科目\t金额\n2026年${month}月3日\t记-0${month}1\t鱼塘承包费\t发包及上交收入\t￥12,000.00\n`);
      await paste(page, 'r/expense/0/date', [
        `2026/${month}/5\t记-0${month}2\t路灯电费\t公益支出\t420.5`,
        `2026.${month}.9\t记-0${month}3\t"保洁员工资\n（2人）"\t公益支出\t 1,700.00 `,
        `2026-0${month}-12\t记-0${month}4\t复印材料\t管理费用\t３９８`,
        `2026/${month}/20 0:00\t记-0${month}5\t水管维修\t公益支出\t1,380`,
      ].join('\r\n') + '\r\n');
      for (const n of [0, 1, 2, 3]) {
        await box(page, `r/expense/${n}/handler`).fill('示例甲');
        await box(page, `r/expense/${n}/approver`).fill('示例乙');
      }
      told.sums.push(await page.locator('[data-sum]').allInnerTexts());
      told.opening = await box(page, 'r/opening').inputValue();
      await page.waitForFunction(() => Number(document.querySelector('form[data-record]').dataset.live || 0) > 0);
      told.live = await page.locator('.sum').innerText().catch(() => '');
      if (month === 9) await picture(page, 'editor-form');
      told.notes.push(await save(page));
      told.summary = await page.locator('.sum').innerText().catch(() => '');
    }
    // Every quarterly item, from its task.
    await page.goto(`${base}_edit/`);
    const tasks = await page.locator('.tasks a[data-task][href*="disclosures/new"][href*="2026Q3"]').evaluateAll((all) => all.map((a) => a.href));
    for (const task of tasks) {
      await page.goto(task);
      await page.locator('[name="r/detail/%/0"]').fill('小组');
      await page.locator('[name="r/detail/%/1"]').fill('内容');
      await paste(page, 'r/detail/0/0', '一组\t示例甲事\n二组\t示例乙事\n三组\t示例丙事\n四组\t示例丁事\n');
      await box(page, 'r/review/body').fill('村务监督委员会');
      await box(page, 'r/review/person').fill('示例丙');
      await box(page, 'r/review/date').fill('2026年11月20日');
      await box(page, 'r/review/opinion').selectOption({ label: '同意' });
      told.notes.push(await save(page));
    }
    told.tasks = tasks.length;
    await page.goto(`${base}_edit/`);
    told.after = await counts(page);
    told.left = await page.locator('.tasks a[data-task][href*="disclosures/new"][href*="2026Q3"]').count();
    await picture(page, 'editor');
    told.file = read(join(community, 'finance/2026-09.yaml'));
    // The preview shows it.
    await page.goto(`${base}_edit/c/base/finance/r/2026-09`);
    await Promise.all([page.waitForNavigation(), page.locator('.bar button[value=preview]').click()]);
    await page.waitForFunction(() => document.body.innerText.includes('鱼塘承包费'));
    told.preview = page.url().slice(base.length);
    return told;
  });

  const record = join(community, 'finance/2026-08.yaml');
  const address = `${base}_edit/c/base/finance/r/2026-08`;

  seen.conflict = await sit({}, async (page) => {
    await page.goto(address);
    const before = read(record);
    writeFileSync(record, before.replace('复印材料', '复印公示材料'));
    await box(page, 'r/expense/0/memo').fill('8月路灯电费');
    await page.locator('.bar button[value=save]').click();
    await page.waitForSelector('[data-conflict]');
    const told = { untouched: read(record) === before.replace('复印材料', '复印公示材料') };
    told.sides = [await page.locator('.differs del').allInnerTexts(), await page.locator('.differs ins').allInnerTexts()];
    await Promise.all([page.waitForNavigation(), page.locator('button[value=merge]').click()]);
    told.note = await note(page);
    told.both = read(record) === before.replace('复印材料', '复印公示材料').replace('路灯电费', '8月路灯电费');
    return told;
  });

  // The browser dies while somebody types.
  await sit({}, async (page) => {
    await page.goto(address);
    await box(page, 'r/note').fill('断电以前写的一句话');
    await page.waitForFunction(() => Number(document.querySelector('form[data-record]').dataset.live || 0) > 0);
    const session = await page.context().newCDPSession(page);
    session.send('Page.crash').catch(() => {});
    await new Promise((done) => { page.on('crash', done); setTimeout(done, 5000); });
  });
  seen.crash = await sit({}, async (page) => {
    await page.goto(address);
    const told = { offered: await page.locator('[data-draft-note]').count() };
    await Promise.all([page.waitForNavigation(), page.locator('button[value=load]').click()]);
    told.value = await box(page, 'r/note').inputValue();
    told.file = read(record).includes('断电');
    told.saved = await save(page);
    told.now = read(record).includes('说明: 断电以前写的一句话');
    await page.goto(address);
    told.gone = await page.locator('[data-draft-note]').count();
    return told;
  });

  // No mouse: Tab, Enter, arrows.
  seen.keyboard = await sit({}, async (page) => {
    const told = {};
    const focused = () => page.evaluate(() => {
      const e = document.activeElement;
      return e.getAttribute('name') || e.textContent.trim();
    });
    const reach = async (wanted, most = 400) => {
      for (let n = 0; n < most; n++) {
        if (await page.evaluate((w) => document.activeElement.matches(w), wanted)) return true;
        await page.keyboard.press('Tab');
      }
      return false;
    };
    await page.goto(`${base}_edit/`);
    await page.keyboard.press('Tab');
    told.skip = await focused();
    await page.goto(`${base}_edit/c/base/finance/new?item=F2&period=2026-10`);
    told.income = await reach('[name="r/income/0/date"]');
    await page.keyboard.type('2026-10-03');
    for (const text of ['记-101', '鱼塘承包费', '发包及上交收入', '12000']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
    told.below = await focused();
    await page.keyboard.press('ArrowUp');
    told.above = await focused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    told.added = await focused();
    await page.keyboard.press('ArrowLeft');
    told.left = await focused();
    told.button = await reach('.bar button[value=save]');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    told.note = await note(page);
    // An error takes the focus to its summary, and a link from there to its box.
    told.amount = await reach('[name="r/income/0/amount"]');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('一万二');
    await reach('.bar button[value=save]');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    told.summary = await page.evaluate(() => document.activeElement.id);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    told.box = await page.evaluate(() => location.hash);
    return told;
  });

  seen.narrow = await sit({ viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
    const told = { over: {}, small: [] };
    for (const path of ['_edit/', '_edit/c/base/finance', '_edit/c/base/finance/r/2026-09', '_edit/c/base/finance/r/2026-09/versions',
      '_edit/c/base/finance/r/2026-09/notice', '_edit/c/base/decisions/new', '_edit/c/base/community', '_edit/c/base/finance/r/2026-09/delete']) {
      await page.goto(base + path);
      told.over[path] = await wide(page);
      const small = await page.evaluate(() => [...document.querySelectorAll('main button, main input:not([type=hidden]), main select, main textarea, main a')]
        .filter((e) => e.offsetParent && !e.closest('.vh') && !e.classList.contains('vh'))
        .map((e) => [e.getBoundingClientRect(), e.getAttribute('name') || e.textContent.trim()])
        .filter(([r]) => r.height < 24 || r.width < 24).map(([r, n]) => `${n} ${Math.round(r.width)}×${Math.round(r.height)}`));
      told.small.push(...small.map((s) => `${path}: ${s}`));
      if (path.endsWith('r/2026-09')) await picture(page, 'editor-narrow');
    }
    await page.goto(`${base}_edit/c/base/finance/r/2026-09`);
    await page.locator('button[data-add="r/expense"]').tap();
    told.added = await page.evaluate(() => document.activeElement.getAttribute('name'));
    return told;
  });

  seen.plain = await sit({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${base}_edit/c/base/finance/r/2026-07`);
    const rows = () => page.locator('table[data-grid="r/expense"] tbody tr').count();
    const told = { before: await rows() };
    await page.locator('button[value="add:r/expense"]').click();
    told.after = await rows();
    await box(page, 'r/expense/4/date').fill('2026年7月28日');
    await box(page, 'r/expense/4/voucher').fill('记-077');
    await box(page, 'r/expense/4/memo').fill('会议开水');
    await box(page, 'r/expense/4/category').fill('管理费用');
    await box(page, 'r/expense/4/amount').fill('￥0.00');
    await page.locator('.bar button[value=save]').click();
    told.note = await note(page);
    told.line = read(join(community, 'finance/2026-07.yaml')).split('\n').find((l) => l.includes('会议开水'));
    return told;
  });
} catch (error) {
  seen.error = String(error.stack);
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
