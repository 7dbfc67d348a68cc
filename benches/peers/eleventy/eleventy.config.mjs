// Settings of the peer: the same pages as Hugo's, and no more.
// In: the folder `content`. Out: the folder `_site`, with pages beside each other, not a folder for each.
// Never work that is done twice: frames are kept for each community, lists are sorted once.

const money = (amount) => amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const iso = (day) => day.toISOString().slice(0, 10);
const chinese = (day) => `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
const sum = (lines) => lines.reduce((total, line) => total + line.金额, 0);
const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value) => String(value).replace(/[&<>"]/g, (sign) => signs[sign]);

/** Amounts by category, with their share in percent. */
function byCategory(lines) {
  const sums = new Map();
  for (const line of lines) sums.set(line.科目, (sums.get(line.科目) ?? 0) + line.金额);
  const total = sum(lines);
  return [...sums].map(([name, value]) => ({ name, value, percent: Math.round((100 * value) / total) }));
}

const byName = (a, b) => (a.filePathStem < b.filePathStem ? -1 : 1);

/** Every community by its folder: its page, its three lists, its records from new to old. */
function city(pages) {
  const all = {};
  for (const page of pages) {
    const [, id, folder] = page.filePathStem.split('/');
    if (!folder) continue;
    const home = (all[id] ??= { id, sections: [], records: [], within: {}, at: {}, kinds: [] });
    if (page.data.type === 'community') home.page = page;
    else if (page.data.type === 'category') home.sections.push(page);
    else home.records.push(page);
  }
  for (const home of Object.values(all)) {
    home.sections.sort(byName);
    home.records.sort((a, b) => b.date - a.date || byName(a, b));
    for (const record of home.records) {
      const [, , folder, stem] = record.filePathStem.split('/');
      (home.within[folder] ??= []).push(record);
      home.at[`${folder}/${stem}`] = record;
    }
    const kinds = new Map();
    for (const record of home.records) {
      const { type } = record.data;
      if (!kinds.has(type)) kinds.set(type, []);
      kinds.get(type).push(record);
    }
    home.kinds = [...kinds].map(([name, records]) => ({ name, records }));
    home.decisions = (home.within.decisions ?? []).length;
  }
  return all;
}

/** Banner, region, name, tools, navigation. */
function frame(home) {
  const page = home.page;
  const region = (page?.data.地区 ?? []).map((part) => `<li><a href="/index.html">${text(part)}</a></li>`).join('');
  const links = home.sections.map((s) => `<li><a href="${s.url}">${text(s.data.title)}</a></li>`).join('');
  return `<p class="sample-banner"><b>示例</b>本站人名、数字均为虚构，只供演示。</p>
<header class="site"><div class="wrap head"><div class="id"><span class="seal" aria-hidden="true">公</span><div>
${region && `<ol class="region" aria-label="所在地区">${region}</ol>`}
<p class="brand"><a href="${page?.url ?? '/'}">${text(page?.data.title ?? '示例市村（居）务公开')}</a></p></div></div>
<div class="tools"><button type="button" hidden data-do="big" aria-pressed="false">大字</button><button type="button" hidden data-do="tone">深浅</button></div></div>
${page ? `<nav class="nav" aria-label="主要栏目"><ul class="wrap"><li><a href="${page.url}">首页</a></li>${links}</ul></nav>` : ''}
</header>`;
}

/** Contacts and publisher. */
function foot(home) {
  const contact = home.page?.data.联系;
  const own = contact && `<div><dt>地址</dt><dd>${text(contact.地址)}</dd></div><div><dt>办公电话</dt><dd>${text(contact.办公电话)}</dd></div><div><dt>办公时间</dt><dd>${text(contact.办公时间)}</dd></div>`;
  return `<footer class="site"><div class="wrap"><dl class="foot">${own ?? ''}
<div><dt>监督电话</dt><dd>027-0000000</dd></div><div><dt>主办单位</dt><dd>示例市民政局</dd></div><div><dt>发布者</dt><dd>示例编辑部</dd></div></dl>
<p class="fine"><span>由 Eleventy 生成</span></p></div></footer>`;
}

/** Keeps what was made for a community as long as the community lives, which is one build. */
function kept(make) {
  const made = new WeakMap();
  const nowhere = { sections: [] };
  return (home = nowhere) => {
    if (!made.has(home)) made.set(home, make(home));
    return made.get(home);
  };
}

export default function (config) {
  config.setNunjucksEnvironmentOptions({ trimBlocks: true, lstripBlocks: true });
  config.addFilter('money', money);
  config.addFilter('iso', iso);
  config.addFilter('day', chinese);
  config.addFilter('time', (day) => `<time datetime="${iso(day)}">${chinese(day)}</time>`);
  config.addFilter('sum_of', sum);
  config.addFilter('by_category', byCategory);
  config.addFilter('folder', (stem, at) => stem.split('/')[at]);
  config.addFilter('by_title', (all) => Object.values(all).sort((a, b) => (a.page.data.title < b.page.data.title ? -1 : 1)));
  config.addShortcode('frame', kept(frame));
  config.addShortcode('foot', kept(foot));
  config.addCollection('city', (api) => city(api.getAll()));
  return { dir: { input: 'content', includes: '../layouts', output: '_site' }, markdownTemplateEngine: false };
}
