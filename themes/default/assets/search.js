/* Search over the data beside it: folds what is typed as the program folded what is written, loads
   the few small files that an answer needs by script tags, shows only what it has checked.
   In: ?q= and filters of the address. Out: a list of links. Classic script, ES2017, works from file://.
   Never fetches, never sends anything anywhere. The rules of src/search are repeated here. */
(function () {
  'use strict';
  var PAGE = 10, SMALL = 200;
  var DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
  var files = {}, asked = {}, base = '', meta = null, simple = new Map(), turn = 0;

  // ---- data
  window.gk = function (name, value) { files[name] = value; };

  function load(name) {
    if (name in files) { return Promise.resolve(files[name]); }
    if (!asked[name]) {
      asked[name] = new Promise(function (done) {
        var script = document.createElement('script');
        script.src = base + name + '.js';
        script.onload = function () { done(files[name]); };
        script.onerror = function () { delete asked[name]; done(undefined); };
        document.head.appendChild(script);
      });
    }
    return asked[name];
  }
  function all(names) { return Promise.all(names.map(load)); }

  // ---- folding
  var PLAIN = {};
  [['[{〔【〖〘', '('], [']}〕】〗〙', ')'], ['“”„「」『』', '"'], ['‘’`', "'"], ['‐‑‒–—―−', '-'], ['・•‧', '·']]
    .forEach(function (pair) { Array.from(pair[0]).forEach(function (sign) { PLAIN[sign] = pair[1]; }); });
  function plain(sign) { return PLAIN[sign] || simple.get(sign) || sign; }
  // What a sign folds to; GAP for what separates.
  var forms = new Map(), GAP = '', NOTHING = [];
  function form(sign) {
    var known = forms.get(sign);
    if (known === undefined) {
      known = sign === '\n' ? [sign] : /[\u00ad\u200b-\u200f\u2060\ufeff]/.test(sign) ? NOTHING :
        Array.from(sign.normalize('NFKC').toLowerCase()).map(function (one) { return /[\s\u0085]/.test(one) ? GAP : plain(one); });
      forms.set(sign, known);
    }
    return known;
  }
  function latin(sign) { return sign !== undefined && /^[a-z0-9]$/i.test(sign); }
  function digit(sign) { return sign !== undefined && sign >= '0' && sign <= '9' && sign.length === 1; }

  // Whether a sign would become one with those before it, from which it stood apart.
  function joins(signs, one) {
    if (/[\0-\u02ff\u3000-\u3029\u3400-\u9fff]/.test(one)) { return false; }
    var whole = signs.slice(-4).join('') + one;
    return whole.normalize('NFC') !== whole;
  }

  // Folded signs, and where in the text each comes from.
  function folding(text) {
    var signs = [], from = [], gap = false, at = 0, commas = false;
    for (var sign of text) {
      var list = form(sign);
      for (var i = 0; i < list.length; i++) {
        var one = list[i];
        if (one === GAP) { gap = true; continue; }
        if (gap && latin(one) && latin(signs[signs.length - 1]) || joins(signs, one)) { signs.push(' '); from.push(at); }
        commas = commas || one === ',';
        gap = false; signs.push(one); from.push(at);
      }
      at += sign.length;
    }
    if (!commas) { return { signs: signs, from: from }; }
    var outSigns = [], outFrom = [];
    for (var n = 0; n < signs.length; n++) {
      var comma = signs[n] === ',' && digit(signs[n - 1]) && digit(signs[n + 1]) && digit(signs[n + 2]) &&
        digit(signs[n + 3]) && !digit(signs[n + 4]);
      if (!comma) { outSigns.push(signs[n]); outFrom.push(from[n]); }
    }
    return { signs: outSigns, from: outFrom };
  }
  function fold(text) { return folding(text.normalize('NFC')).signs.join(''); }
  function terms(query) {
    var list = query.normalize('NFC').split(/\s+/).map(fold).filter(Boolean);
    return list.filter(function (term, at) { return list.indexOf(term) === at; });
  }

  // ---- the index
  function hash(signs) {
    var sum = 0x811c9dc5;
    signs.forEach(function (sign) { sum = Math.imul(sum ^ sign.codePointAt(0), 0x01000193) >>> 0; });
    return (sum ^ (sum >>> 15)) >>> 0;
  }
  // Longer terms in triples that overlap.
  function grams(term) {
    var signs = Array.from(term), out = [];
    if (signs.length <= 3) { return [signs]; }
    for (var at = 0; at < signs.length - 3; at += 2) { out.push(signs.slice(at, at + 3)); }
    out.push(signs.slice(-3));
    return out;
  }
  var tables = new Map();
  function line(name, key) {
    if (!tables.has(name)) {
      var table = new Map();
      (files[name] || '').split('\n').forEach(function (row) {
        var tab = row.indexOf('\t');
        if (tab > 0) { table.set(row.slice(0, tab), row.slice(tab + 1)); }
      });
      tables.set(name, table);
    }
    return tables.get(name).get(key);
  }
  var VALUES = new Uint8Array(128);
  Array.from(DIGITS).forEach(function (sign, value) { VALUES[sign.charCodeAt(0)] = value; });
  function numbers(text) {
    var out = [], value = 0, power = 1;
    for (var at = 0; at < text.length; at++) {
      var digit = VALUES[text.charCodeAt(at) & 127];
      value += (digit & 31) * power;
      if (digit & 32) { power *= 32; } else { out.push(value); value = 0; power = 1; }
    }
    return out;
  }
  function postings(text) {
    var next = 0, ids = [], titles = [];
    numbers(text).forEach(function (n) { next += n >> 1; ids.push(next - 1); titles.push(n & 1); });
    return { ids: ids, titles: titles };
  }
  function both(a, b) {
    var ids = [], titles = [], i = 0, j = 0;
    while (i < a.ids.length && j < b.ids.length) {
      if (a.ids[i] < b.ids[j]) { i++; } else if (a.ids[i] > b.ids[j]) { j++; } else {
        ids.push(a.ids[i]); titles.push(a.titles[i] & b.titles[j]); i++; j++;
      }
    }
    return { ids: ids, titles: titles };
  }
  async function candidates(wanted) {
    var list = [];
    wanted.forEach(function (term) { grams(term).forEach(function (g) { list.push({ key: g.join(''), shard: 's' + (hash(g) & (meta.shards - 1)) }); }); });
    await all(list.map(function (g) { return g.shard; }));
    var texts = list.map(function (g) { return line(g.shard, g.key); });
    if (texts.indexOf(undefined) >= 0) { return { ids: [], titles: [] }; }
    var long = texts.filter(function (t) { return t[0] === '*'; }).map(function (t) { return 'l' + t.slice(1); });
    await all(long);
    var lists = texts.map(function (t) { return postings(t[0] === '*' ? files['l' + t.slice(1)] || '' : t); });
    lists.sort(function (a, b) { return a.ids.length - b.ids.length; });
    // The newest first.
    var found = lists.reduce(both);
    found.ids.reverse(); found.titles.reverse();
    return found;
  }

  // ---- records
  var known = new Map();
  function record(id, row) {
    if (!known.has(id)) {
      var parts = [];
      for (var at = 0; at < row[7].length; at += 2) {
        parts.push({ anchor: row[7][at], text: row[7][at + 1], folded: fold(row[7][at + 1]) });
      }
      known.set(id, { url: row[0], title: row[1], date: row[2], kind: row[3], wu: row[4], state: row[5],
        community: row[6], parts: parts, folded: fold(row[1]), year: row[2].slice(0, 4) });
    }
    return known.get(id);
  }
  async function fetchRecord(id) {
    if (meta.docs) { return record(id, meta.docs[id]); }
    var at = id / meta.each | 0, block = await load('t' + (at >> 7) + '/' + at);
    return block && record(id, block[id % meta.each]);
  }
  function has(doc, term) {
    return doc.folded.indexOf(term) >= 0 || doc.parts.some(function (p) { return p.folded.indexOf(term) >= 0; });
  }
  function isHit(doc, wanted) { return wanted.every(function (term) { return has(doc, term); }); }

  var FACETS = ['kind', 'wu', 'year', 'state', 'community'];
  async function narrow(found, filters) {
    var names = FACETS.filter(function (name) { return filters[name]; });
    if (!names.length) { return found; }
    var keep;
    if (meta.docs) {
      keep = function (id) { var doc = record(id, meta.docs[id]); return names.every(function (n) { return doc[n] === filters[n]; }); };
    } else {
      var columns = await all(names.map(function (n) { return 'f-' + n; }));
      var codes = columns.map(function (c) { return c ? numbers(c.codes) : []; });
      var wanted = columns.map(function (c, at) { return c ? c.values.indexOf(filters[names[at]]) : -1; });
      keep = function (id) { return codes.every(function (c, at) { return c[id] === wanted[at]; }); };
    }
    var ids = [], titles = [];
    found.ids.forEach(function (id, at) { if (keep(id)) { ids.push(id); titles.push(found.titles[at]); } });
    return { ids: ids, titles: titles };
  }

  async function find(wanted) {
    if (!meta.docs) { return candidates(wanted); }
    var ids = [], titles = [];
    meta.docs.forEach(function (row, id) {
      var doc = record(id, row);
      if (!isHit(doc, wanted)) { return; }
      ids.push(id);
      titles.push(wanted.every(function (t) { return doc.folded.indexOf(t) >= 0; }) ? 1 : 0);
    });
    return { ids: ids, titles: titles };
  }

  // ---- suggestions
  async function offered(keys) {
    var places = keys.map(function (key) { return { key: key, shard: 'p' + (hash(Array.from(key)) & (meta.pinyin - 1)) }; });
    await all(places.map(function (p) { return p.shard; }));
    return places.map(function (p) { var text = line(p.shard, p.key); return text ? text.split(' ') : []; });
  }
  function merged(lists, without) {
    var out = [];
    for (var at = 0; at < 8; at++) {
      lists.forEach(function (list) {
        if (list[at] && out.indexOf(list[at]) < 0 && list[at] !== without) { out.push(list[at]); }
      });
    }
    return out;
  }
  async function sounds(signs) {
    var each = await offered(signs), keys = [''];
    for (var at = 0; at < each.length; at++) {
      if (!each[at].length) { return []; }
      keys = [].concat.apply([], keys.map(function (key) { return each[at].map(function (s) { return key + s; }); })).slice(0, 8);
    }
    return keys;
  }
  // The same over the text of a small site.
  var heard = new Map();
  function soundsOf(sign) {
    var list = heard.get(sign);
    if (list === undefined) { list = (line('p0', sign) || '').split(' ').filter(Boolean); heard.set(sign, list); }
    return list;
  }
  // Titles, then lines, with their weight.
  var lines = null;
  function eachText(take) {
    if (!lines) {
      lines = [];
      meta.docs.forEach(function (row, id) {
        var doc = record(id, row);
        lines.push({ signs: Array.from(doc.folded), weight: 3 });
        doc.parts.forEach(function (p) {
          p.folded.split('\n').forEach(function (l) { var signs = Array.from(l); lines.push({ signs: signs, weight: signs.length <= 8 ? 2 : 1 }); });
        });
      });
    }
    lines.forEach(function (l) { take(l.signs, l.weight); });
  }
  function ranked(counts, without) {
    var words = Array.from(counts.keys()).filter(function (w) { return w !== without; });
    words.sort(function (a, b) { return counts.get(b) - counts.get(a) || b.length - a.length || (a < b ? -1 : 1); });
    return words.slice(0, 8);
  }
  function soundingLike(letters) {
    var counts = new Map(), may = new Map();
    function begins(sign) {
      var known = may.get(sign);
      if (known === undefined) { known = soundsOf(sign).some(function (s) { return s[0] === letters[0]; }); may.set(sign, known); }
      return known;
    }
    eachText(function (signs, weight) {
      signs.forEach(function (sign, from) {
        if (!begins(sign)) { return; }
        var full = [0], short = true;
        for (var at = from; at < signs.length && (full.length || short); at++) {
          var sounds = soundsOf(signs[at]), n = at - from;
          if (!sounds.length) { break; }
          full = spelt(letters, full, sounds);
          short = short && sounds.some(function (s) { return s[0] === letters[n]; });
          if (n > 0 && (full.indexOf(letters.length) >= 0 || (short && n + 1 === letters.length))) {
            var word = signs.slice(from, at + 1).join('');
            counts.set(word, (counts.get(word) || 0) + weight);
          }
        }
      });
    });
    return ranked(counts);
  }
  // How far one more sign spells the letters.
  function spelt(letters, ends, sounds) {
    var next = [];
    ends.forEach(function (end) { sounds.forEach(function (s) { if (letters.startsWith(s, end)) { next.push(end + s.length); } }); });
    return next;
  }
  function withOneWrong(signs) {
    var counts = new Map(), all = signs.join('');
    eachText(function (other, weight) {
      for (var from = 0; from + signs.length <= other.length; from++) {
        var wrong = 0, bad = -1;
        for (var at = 0; at < signs.length && wrong < 2; at++) { if (other[from + at] !== signs[at]) { wrong++; bad = at; } }
        if (wrong !== 1) { continue; }
        var mine = soundsOf(signs[bad]), same = soundsOf(other[from + bad]).some(function (s) { return mine.indexOf(s) >= 0; });
        var word = other.slice(from, from + signs.length).join('');
        counts.set(word, (counts.get(word) || 0) + weight + (same ? 1000 : 0));
      }
    });
    return ranked(counts, all);
  }
  async function suggestions(query, empty) {
    var letters = query.toLowerCase().replace(/ü/g, 'v').replace(/[\s']+/g, ''), small = !!meta.docs;
    if (small) { await load('p0'); }
    if (/^[a-z]{2,40}$/.test(letters)) { return small ? soundingLike(letters) : (await offered([letters]))[0].slice(0, 8); }
    if (!empty) { return []; }
    var list = terms(query), out = [];
    for (var at = 0; at < list.length && at < 3; at++) {
      var signs = Array.from(list[at]);
      if (signs.length < 2 || signs.length > 20 || (await find([list[at]])).ids.length) { continue; }
      var words = small ? withOneWrong(signs) : await almost(signs, list[at]);
      out = out.concat(words.map(function (word) { var copy = list.slice(); copy[at] = word; return copy.join(' '); }));
    }
    return out;
  }
  async function almost(signs, term) {
    var open = signs.map(function (_, n) { return signs.map(function (s, m) { return m === n ? '?' : s; }).join(''); });
    var alike = signs.length <= 4 ? await offered(await sounds(signs)) : [];
    var words = merged(alike, term).concat(signs.length <= 10 ? merged(await offered(open), term) : []);
    if (!words.length && signs.length > 4) { words = await nearby(signs); }
    return words.filter(function (w, n) { return words.indexOf(w) === n; }).slice(0, 8);
  }
  // A longer text with one wrong sign: what stands between what is around it is offered.
  async function nearby(signs) {
    var out = [];
    for (var n = 0; n < signs.length && out.length < 3; n++) {
      var sides = [signs.slice(0, n).join(''), signs.slice(n + 1).join('')].filter(function (s) { return Array.from(s).length > 1; });
      if (!sides.length) { continue; }
      var found = await find(sides), escape = function (s) { return s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'); };
      var pattern = new RegExp(escape(signs.slice(0, n).join('')) + '.' + escape(signs.slice(n + 1).join('')), 'u');
      for (var at = 0; at < found.ids.length && at < 4; at++) {
        var doc = await fetchRecord(found.ids[at]);
        var hit = doc && [doc.folded].concat(doc.parts.map(function (p) { return p.folded; })).join('\n').match(pattern);
        if (hit && out.indexOf(hit[0]) < 0) { out.push(hit[0]); break; }
      }
    }
    return out;
  }

  // ---- the page
  function node(name, parent, text, className) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (className) { made.className = className; }
    if (parent) { parent.appendChild(made); }
    return made;
  }
  // Text as written, with what was found marked in it.
  function marked(parent, text, wanted) {
    var f = folding(text), joined = f.signs.join(''), unit = [];
    f.signs.forEach(function (sign, at) { for (var n = 0; n < sign.length; n++) { unit.push(at); } });
    var spans = [];
    wanted.forEach(function (term) {
      for (var at = joined.indexOf(term); at >= 0; at = joined.indexOf(term, at + term.length)) {
        var last = unit[at + term.length - 1];
        spans.push([f.from[unit[at]], last + 1 < f.from.length ? Math.max(f.from[last + 1], f.from[last] + 1) : text.length]);
      }
    });
    spans.sort(function (a, b) { return a[0] - b[0]; });
    var done = 0;
    spans.forEach(function (span) {
      if (span[0] < done) { return; }
      parent.appendChild(document.createTextNode(text.slice(done, span[0])));
      node('mark', parent, text.slice(span[0], span[1]).trimEnd());
      done = span[0] + text.slice(span[0], span[1]).trimEnd().length;
    });
    parent.appendChild(document.createTextNode(text.slice(done)));
  }
  function place(doc, wanted) {
    for (var at = 0; at < doc.parts.length; at++) {
      if (wanted.some(function (t) { return doc.parts[at].folded.indexOf(t) >= 0; })) { return doc.parts[at]; }
    }
    return doc.parts[0];
  }
  function snippet(part, wanted) {
    var text = part.text.normalize('NFC'), f = folding(text), joined = f.signs.join(''), best = -1;
    wanted.forEach(function (t) { var at = joined.indexOf(t); if (at >= 0 && (best < 0 || at < best)) { best = at; } });
    var count = 0, index = 0;
    while (index < f.signs.length && count < best) { count += f.signs[index].length; index++; }
    var from = best > 0 ? Math.max(0, f.from[index] - 24) : 0;
    while (from > 0 && /[\udc00-\udfff]/.test(text[from])) { from--; }
    var to = Math.min(text.length, from + 96);
    while (to < text.length && /[\udc00-\udfff]/.test(text[to])) { to++; }
    return { text: text.slice(from, to), before: from > 0, after: to < text.length };
  }
  function word(name, value) {
    var select = document.getElementById('search-' + name);
    var option = select && value && Array.from(select.options).find(function (o) { return o.value === value; });
    return option ? option.textContent : '';
  }
  function item(doc, wanted, ui) {
    var li = node('li', null), titled = wanted.every(function (t) { return doc.folded.indexOf(t) >= 0; });
    li.setAttribute('data-result', '');
    var part = place(doc, wanted), a = node('a', li);
    a.href = ui.root + doc.url + (part && part.anchor && !titled ? '#' + part.anchor : '');
    marked(a, doc.title.normalize('NFC'), wanted);
    var line = node('p', li, '', 'meta');
    if (ui.portal && doc.community) { node('span', line, doc.community); }
    [word('kind', doc.kind), word('state', doc.state)].filter(Boolean).forEach(function (w) { node('span', line, w); });
    if (doc.date) { node('time', line, doc.date).dateTime = doc.date; }
    if (part) {
      var cut = snippet(part, wanted), p = node('p', li);
      if (cut.before) { p.appendChild(document.createTextNode('…')); }
      cut.text.split('\n').forEach(function (row, at) {
        if (at) { p.appendChild(document.createTextNode(' · ')); }
        marked(p, row, wanted);
      });
      if (cut.after) { p.appendChild(document.createTextNode('…')); }
    }
    return li;
  }

  async function answer(ui) {
    var mine = ++turn, query = ui.input.value, wanted = terms(query);
    ui.list.textContent = ''; ui.hint.textContent = ''; ui.total.textContent = ''; ui.more.hidden = true;
    ui.total.setAttribute('data-total', '');
    ui.list.setAttribute('data-state', 'busy');
    meta = meta || await load('meta');
    if (!meta) { ui.list.setAttribute('data-state', 'failed'); ui.total.textContent = ui.total.getAttribute('data-failed'); return; }
    if (!simple.size && meta.signs) {
      var pairs = Array.from(meta.signs);
      for (var at = 0; at < pairs.length; at += 2) { simple.set(pairs[at], pairs[at + 1]); }
      forms.clear(); wanted = terms(query);
    }
    ui.filters.hidden = !wanted.length;
    if (!wanted.length) { ui.list.setAttribute('data-state', 'done'); return; }
    var found = await narrow(await find(wanted), ui.values());
    if (mine !== turn) { return; }
    var first = [], rest = [];
    found.ids.forEach(function (id, n) { (found.titles[n] && ui.order.value !== 'date' ? first : rest).push(id); });
    var ids = first.concat(rest), total = ids.length, next = 0;
    function count() {
      ui.total.setAttribute('data-total', String(total));
      // Of a longer text only what was looked at is sure.
      var sure = !!meta.docs || next >= ids.length || wanted.every(function (term) { return Array.from(term).length <= 3; });
      // Told once: a live region reads out all that is written.
      var words = ui.total.getAttribute(total ? (sure ? 'data-some' : 'data-about') : 'data-none').replace('%', total);
      if (ui.total.textContent !== words) { ui.total.textContent = words; }
    }
    count();
    async function page() {
      ui.more.hidden = true;
      var wish = meta.docs ? SMALL : PAGE, shown = 0;
      while (shown < wish && next < ids.length && mine === turn) {
        var some = ids.slice(next, next + wish - shown);
        next += some.length;
        var docs = await Promise.all(some.map(fetchRecord));
        if (mine !== turn) { return; }
        docs.forEach(function (doc) {
          if (!doc || !isHit(doc, wanted)) { total--; return; }
          shown++;
          ui.list.appendChild(item(doc, wanted, ui));
        });
      }
      if (mine !== turn) { return; }
      count();
      ui.more.hidden = next >= ids.length;
    }
    ui.next = page;
    await page();
    if (mine !== turn) { return; }
    var words = await suggestions(query, total === 0);
    if (mine !== turn) { return; }
    if (words.length) {
      node('span', ui.hint, ui.hint.getAttribute('data-said'));
      words.forEach(function (w) {
        var a = node('a', ui.hint, w);
        a.href = '?q=' + encodeURIComponent(w);
        a.setAttribute('data-suggestion', w);
      });
    }
    ui.list.setAttribute('data-state', 'done');
  }

  function start() {
    var form = document.getElementById('search-form'), list = document.getElementById('search-results');
    if (!form || !list) { return; }
    var ui = {
      input: document.getElementById('q'), list: list, total: document.getElementById('search-total'),
      hint: document.getElementById('search-hint'), more: document.getElementById('search-more'),
      filters: document.getElementById('search-filters'), order: document.getElementById('search-order'),
      root: list.getAttribute('data-root'), portal: list.hasAttribute('data-portal'), next: null,
      values: function () {
        var out = {};
        FACETS.forEach(function (name) { var f = document.getElementById('search-' + name); if (f) { out[name] = f.value; } });
        return out;
      }
    };
    base = list.getAttribute('data-base');
    form.hidden = false;
    var asked = new URLSearchParams(location.search);
    ['q'].concat(FACETS, 'order').forEach(function (name) {
      var field = document.getElementById(name === 'q' ? 'q' : 'search-' + name);
      if (field && asked.get(name)) {
        field.value = asked.get(name);
        if (name !== 'q') { ui.filters.open = true; }
      }
    });
    function again() {
      var now = new URLSearchParams();
      Array.from(form.elements).forEach(function (f) { if (f.name && f.value && f.value !== 'best') { now.set(f.name, f.value); } });
      answer(ui);
      // The answer first, the address later.
      setTimeout(function () {
        try { history.replaceState(null, '', '?' + now); } catch (e) { /* not from file:// in some engines */ }
      }, 0);
    }
    var timer = 0, composing = false;
    ui.input.addEventListener('compositionstart', function () { composing = true; });
    ui.input.addEventListener('compositionend', function () { composing = false; timer = setTimeout(again, 250); });
    ui.input.addEventListener('input', function () { clearTimeout(timer); if (!composing) { timer = setTimeout(again, 250); } });
    form.addEventListener('change', function (e) { if (e.target !== ui.input) { again(); } });
    form.addEventListener('submit', function (e) { e.preventDefault(); clearTimeout(timer); again(); });
    ui.more.addEventListener('click', async function () {
      var before = list.children.length, mine = turn;
      list.setAttribute('data-state', 'busy');
      await ui.next();
      if (mine === turn) { list.setAttribute('data-state', 'done'); }
      var link = list.children[before] && list.children[before].querySelector('a');
      if (link) { link.focus(); }
    });
    var community = document.getElementById('search-community'), names = document.getElementById('search-names');
    if (community && names) {
      community.addEventListener('focus', async function () {
        if (names.options.length) { return; }
        meta = meta || await load('meta');
        var column = meta && !meta.docs && await load('f-community');
        var list = column ? column.values : meta && meta.docs ? Array.from(new Set(meta.docs.map(function (d) { return d[6]; }))) : [];
        list.forEach(function (name) { node('option', names).value = name; });
      });
    }
    if (!ui.input.value) { ui.input.focus(); }
    answer(ui);
  }

  if (document.readyState === 'loading') { document.addEventListener('DOMContentLoaded', start); } else { start(); }
})();
