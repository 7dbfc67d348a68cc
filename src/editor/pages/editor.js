// The editor's comfort: grids by keyboard and paste, sums, a live check, drafts kept while somebody types.
// In: forms that work without it. Out: the same forms, quicker. Never decides what is right: the server's check does.
(function () {
  'use strict';
  var form = document.querySelector('form[data-record]');

  // ---- words as people write them -> the form in which they are kept
  function narrow(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); })
      .replace(/\u3000/g, ' ').replace(/￥/g, '¥').trim();
  }
  // Hundredths, exactly; null where it is no amount.
  function cents(text) {
    var t = narrow(text).replace(/\s/g, ''), minus = false, m;
    if (/^¥?[-—]$/.test(t)) return 0;
    if ((m = /^\((.*)\)$/.exec(t))) { minus = true; t = m[1]; }
    t = t.replace(/^¥/, '');
    var wan = /万元$/.test(t);
    t = t.replace(/万?元$/, '');
    if (/^[-−]/.test(t)) { minus = !minus; t = t.slice(1).replace(/^¥/, ''); }
    if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(t)) return null;
    var parts = t.replace(/,/g, '').split('.'), places = wan ? 6 : 2, rest = parts[1] || '';
    if (rest.replace(/0+$/, '').length > places) return null;
    rest = (rest + '000000').slice(0, places);
    var value = Number(parts[0]) * Math.pow(10, places) + Number(rest || 0);
    return minus ? -value : value;
  }
  function plain(value) {
    var minus = value < 0, digits = String(Math.abs(value));
    while (digits.length < 3) digits = '0' + digits;
    return (minus ? '-' : '') + digits.slice(0, -2) + '.' + digits.slice(-2);
  }
  function grouped(value) { return plain(value).replace(/\B(?=(\d{3})+(?!\d)(?=.*\.))/g, ','); }
  function two(n) { return (n < 10 ? '0' : '') + n; }
  function day(text) {
    var t = narrow(text), m = /^(\d{4})[-\/.年](\d{1,2})[-\/.月](\d{1,2})日?(?:[ T].*)?$/.exec(t);
    if (m) return m[1] + '-' + two(Number(m[2])) + '-' + two(Number(m[3]));
    if (/^\d{5,6}(\.\d+)?$/.test(t) && Number(t) >= 18000 && Number(t) <= 110000) {
      var d = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(t)) * 86400000);
      return d.getUTCFullYear() + '-' + two(d.getUTCMonth() + 1) + '-' + two(d.getUTCDate());
    }
    return text.trim();
  }
  function tidy(box, text) {
    var kind = box.getAttribute('data-kind'), value;
    if (kind === 'money') { value = cents(text); return value === null || text.trim() === '' ? text.trim() : plain(value); }
    if (kind === 'date') return day(text);
    if (kind === 'integer') return narrow(text).replace(/,/g, '').replace(/[人票户名]$/, '').replace(/\.0+$/, '');
    return text.trim();
  }

  // ---- grids
  function rows(table) { return Array.prototype.slice.call(table.tBodies[0].rows); }
  function boxes(row) {
    return Array.prototype.slice.call(row.querySelectorAll('input[type=text],select,textarea'))
      .filter(function (b) { return b.offsetParent !== null; });
  }
  function number(table) {
    rows(table).forEach(function (row, at) {
      var head = row.querySelector('.no');
      if (head && head.firstChild && head.firstChild.nodeType === 3) head.firstChild.data = String(at + 1);
      Array.prototype.forEach.call(row.querySelectorAll('[aria-label]'), function (b) {
        var label = b.getAttribute('aria-label').replace(/第.*?行/, '第' + (at + 1) + '行').replace(/row \S+/, 'row ' + (at + 1));
        b.setAttribute('aria-label', label);
      });
    });
  }
  function add(table) {
    var name = table.getAttribute('data-grid');
    var blank = document.querySelector('template[data-blank="' + name + '"]');
    var next = rows(table).reduce(function (most, row) {
      return Math.max(most, Number(row.getAttribute('data-row').split('/').pop()) || 0);
    }, -1) + 1;
    var copy = document.createElement('tbody');
    copy.innerHTML = blank.innerHTML.replace(/\{n\}/g, String(next));
    var row = table.tBodies[0].appendChild(copy.rows[0]);
    number(table);
    return row;
  }
  function sums(table) {
    if (!table.tFoot) return;
    Array.prototype.forEach.call(table.tFoot.rows[0].cells, function (cell, at) {
      if (!cell.hasAttribute('data-sum')) return;
      var total = 0;
      rows(table).forEach(function (row) {
        var box = row.cells[at] && row.cells[at].querySelector('input[type=text]');
        var first = row.querySelector('input[type=text]');
        if (row.textContent && first && /^(合计|小计|总计|本年累计)/.test(row.querySelectorAll('input[type=text]')[0].value)) return;
        var value = box ? cents(box.value) : null;
        if (value !== null && box.value.trim() !== '') total += value;
      });
      cell.textContent = grouped(total);
    });
  }
  function below(box, step) {
    var row = box.closest('tr'), table = box.closest('table'), at = boxes(row).indexOf(box);
    var all = rows(table), to = all.indexOf(row) + step;
    if (to < 0) return null;
    if (to >= all.length) return step > 0 && table.hasAttribute('data-grid') ? { row: add(table), at: at } : null;
    return { row: all[to], at: at };
  }
  function go(target) {
    if (!target) return;
    var box = boxes(target.row)[target.at];
    if (box) { box.focus(); if (box.select) box.select(); }
  }
  document.addEventListener('keydown', function (event) {
    var box = event.target;
    if (!box.closest || !box.closest('table[data-grid]') || !/^(INPUT|SELECT|TEXTAREA)$/.test(box.tagName)) return;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    var text = box.tagName === 'INPUT';
    var start = text && box.selectionStart === 0 && box.selectionEnd === 0;
    var end = text && box.selectionStart === box.value.length && box.selectionEnd === box.value.length;
    var list = boxes(box.closest('tr')), at = list.indexOf(box);
    if (event.key === 'Enter' && text) { event.preventDefault(); go(below(box, event.shiftKey ? -1 : 1)); }
    else if (event.key === 'ArrowDown' && text) { if (box.list && event.target.value === '' && event.repeat) return; event.preventDefault(); go(below(box, 1)); }
    else if (event.key === 'ArrowUp' && text) { event.preventDefault(); go(below(box, -1)); }
    else if (event.key === 'ArrowRight' && end && list[at + 1]) { event.preventDefault(); list[at + 1].focus(); }
    else if (event.key === 'ArrowLeft' && start && list[at - 1]) { event.preventDefault(); list[at - 1].focus(); }
  });
  // What Excel, WPS and LibreOffice put on the clipboard: tabs, lines, quotes around cells that hold either.
  function cells(text) {
    var out = [[]], cell = '', quoted = false, i, c;
    for (i = 0; i < text.length; i++) {
      c = text[i];
      if (quoted) {
        if (c === '"' && text[i + 1] === '"') { cell += '"'; i++; }
        else if (c === '"') quoted = false;
        else cell += c === '\n' || c === '\r' ? ' ' : c;
      } else if (c === '"' && cell === '') quoted = true;
      else if (c === '\t') { out[out.length - 1].push(cell); cell = ''; }
      else if (c === '\n' || c === '\r') {
        if (c === '\r' && text[i + 1] === '\n') i++;
        out[out.length - 1].push(cell); cell = ''; out.push([]);
      } else cell += c;
    }
    out[out.length - 1].push(cell);
    if (out[out.length - 1].join('') === '') out.pop();
    return out;
  }
  function choose(box, text) {
    var found = Array.prototype.filter.call(box.options, function (o) { return o.value === text || o.textContent === text; })[0];
    if (found) box.value = found.value;
  }
  document.addEventListener('paste', function (event) {
    var box = event.target, table = box.closest && box.closest('table[data-grid]');
    var text = event.clipboardData && event.clipboardData.getData('text/plain');
    if (!table || !text || !/[\t\n]/.test(text.replace(/[\r\n]+$/, ''))) return;
    event.preventDefault();
    var all = rows(table), row = box.closest('tr'), from = boxes(row).indexOf(box), at = all.indexOf(row), list = cells(text);
    // A first line that names the columns shows where each cell goes.
    var names = boxes(row).map(function (b) { return b.closest('td').getAttribute('data-label'); });
    var map = list[0].map(function (head) { return names.indexOf(head.trim()); });
    var heads = list[0].length > 1 && map.filter(function (n) { return n >= 0; }).length * 2 >= list[0].length;
    if (heads) list.shift();
    list.forEach(function (line, n) {
      var target = rows(table)[at + n] || add(table), own = boxes(target);
      line.forEach(function (cell, k) {
        var to = own[heads ? map[k] : from + k];
        if (!to) return;
        if (to.tagName === 'SELECT') choose(to, cell.trim()); else to.value = tidy(to, cell);
      });
    });
    sums(table);
    changed();
  });
  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('button');
    if (!button) return;
    if (button.hasAttribute('data-add')) {
      var table = document.querySelector('table[data-grid="' + button.getAttribute('data-add') + '"]');
      if (table) { event.preventDefault(); go({ row: add(table), at: 0 }); }
    } else if (button.hasAttribute('data-drop')) {
      var row = button.closest('tr'), own = row.closest('table'), next = row.nextElementSibling || row.previousElementSibling;
      event.preventDefault();
      row.remove();
      number(own); sums(own); changed();
      if (next) go({ row: next, at: 0 }); else go({ row: add(own), at: 0 });
    } else if (button.hasAttribute('data-copy')) {
      var words = document.getElementById(button.getAttribute('data-copy'));
      words.focus(); words.select();
      var say = function () { button.textContent = button.getAttribute('data-done'); };
      if (navigator.clipboard) navigator.clipboard.writeText(words.value).then(say, function () { if (document.execCommand('copy')) say(); });
      else if (document.execCommand('copy')) say();
    }
  });
  document.addEventListener('focusout', function (event) {
    var box = event.target;
    if (box.matches && box.matches('input[data-kind=money],input[data-kind=date],input[data-kind=integer]') && box.value.trim() !== '') {
      var neat = tidy(box, box.value);
      if (neat !== box.value && box.hasAttribute('data-touched')) { box.value = neat; }
    }
  });
  Array.prototype.forEach.call(document.querySelectorAll('.paste,[data-copy]'), function (e) { e.hidden = false; });
  Array.prototype.forEach.call(document.querySelectorAll('[data-print]'), function (link) {
    link.addEventListener('click', function (event) {
      var sheet = window.open(link.href);
      if (!sheet) return;
      event.preventDefault();
      sheet.addEventListener('load', function () { sheet.print(); });
    });
  });
  var focus = document.querySelector('[data-focus]');
  if (focus) focus.focus();
  if (!form) return;

  // ---- files by dragging
  var zone = form.querySelector('[data-drop-zone]');
  if (zone) {
    ['dragover', 'dragenter'].forEach(function (name) {
      zone.addEventListener(name, function (event) { event.preventDefault(); zone.classList.add('over'); });
    });
    ['dragleave', 'drop'].forEach(function (name) { zone.addEventListener(name, function () { zone.classList.remove('over'); }); });
    zone.addEventListener('drop', function (event) {
      event.preventDefault();
      if (event.dataTransfer.files.length) zone.querySelector('input[type=file]').files = event.dataTransfer.files;
      changed();
    });
  }

  // ---- drafts and the live check
  var state = form.querySelector('[data-state]'), summary = form.querySelector('[data-summary]');
  var timer = null, running = false, again = false, dirty = false, sending = false;
  function body() {
    var data = new FormData(form), out = new URLSearchParams();
    data.forEach(function (value, name) { if (typeof value === 'string' && name !== '_do') out.append(name, value); });
    out.append('_do', 'live');
    return out;
  }
  function line(problem) {
    var item = document.createElement('li'), sign = document.createElement('b');
    item.className = problem.severity;
    sign.textContent = ({ error: '错误', finding: '如实公示的不足', warning: '提醒' })[problem.severity] || '';
    if (document.documentElement.lang === 'en') sign.textContent = problem.severity;
    var text = (problem.place ? problem.place + '：' : '') + problem.message, words;
    item.appendChild(sign);
    item.appendChild(document.createTextNode(' '));
    if (problem.name && document.getElementById(problem.name)) {
      words = document.createElement('a');
      words.href = '#' + problem.name;
      words.textContent = text;
    } else words = document.createTextNode(text);
    item.appendChild(words);
    if (problem.help) {
      var help = document.createElement('span');
      help.className = 'help';
      help.textContent = ' ' + problem.help;
      item.appendChild(help);
    }
    return item;
  }
  function told(verdict) {
    var list = verdict.problems.filter(function (p) { return p.severity !== 'info'; }), errors = 0, marked = {};
    verdict.problems.concat(verdict.elsewhere).forEach(function (p) { if (p.severity === 'error') errors++; });
    while (summary.firstChild) summary.removeChild(summary.firstChild);
    summary.classList.toggle('bad', errors > 0);
    var ul = document.createElement('ul');
    list.concat(verdict.elsewhere).forEach(function (p) { ul.appendChild(line(p)); });
    if (ul.firstChild) summary.appendChild(ul);
    if (verdict.summary) {
      var sum = document.createElement('p');
      sum.className = 'sum';
      sum.textContent = verdict.summary;
      summary.appendChild(sum);
    }
    list.forEach(function (p) { if (p.name && p.severity !== 'warning') {
      var mark = marked[p.name] = marked[p.name] || { words: [], bad: false };
      mark.words.push(p.message + p.help);
      if (p.severity === 'error') mark.bad = true;
    } });
    Array.prototype.forEach.call(form.querySelectorAll('[aria-invalid]'), function (b) { if (!marked[b.id] || !marked[b.id].bad) b.removeAttribute('aria-invalid'); });
    Array.prototype.forEach.call(form.querySelectorAll('.wrong'), function (w) { w.textContent = ''; w.classList.remove('mild'); });
    Object.keys(marked).forEach(function (name) {
      var box = document.getElementById(name) || document.getElementById(name + '~');
      if (!box) return;
      if (marked[name].bad && box.matches('input,select,textarea')) box.setAttribute('aria-invalid', 'true');
      var place = document.getElementById(name + '-e');
      if (!place) {
        place = document.createElement('p');
        place.className = 'wrong';
        place.id = name + '-e';
        box.parentNode.appendChild(place);
        if (box.matches('input,select,textarea') && !box.hasAttribute('aria-describedby')) box.setAttribute('aria-describedby', place.id);
      }
      place.textContent = marked[name].words.join(' ');
      place.classList.toggle('mild', !marked[name].bad);
    });
    var masked = form.querySelector('[data-mask]');
    if (masked) masked.hidden = !verdict.problems.some(function (p) { return p.maskable; });
    state.textContent = state.getAttribute('data-kept') + ' · ' + (errors ? errors + ' ' + state.getAttribute('data-errors') : state.getAttribute('data-sound'));
    form.setAttribute('data-live', String(Number(form.getAttribute('data-live') || 0) + 1));
  }
  function ask() {
    timer = null;
    if (sending) return;
    if (running) { again = true; return; }
    running = true;
    fetch(form.action, { method: 'POST', body: body(), credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }).then(function (verdict) { dirty = false; if (!sending) told(verdict); }, function () {
      state.textContent = state.getAttribute('data-lost');
    }).then(function () {
      running = false;
      if (again) { again = false; ask(); }
    });
  }
  function changed() {
    dirty = true;
    if (timer) clearTimeout(timer);
    timer = setTimeout(ask, 500);
  }
  form.addEventListener('input', function (event) {
    event.target.setAttribute('data-touched', '');
    var table = event.target.closest('table[data-grid]');
    if (table) sums(table);
    changed();
  });
  form.addEventListener('change', changed);
  form.addEventListener('submit', function () { sending = true; if (timer) clearTimeout(timer); });
  // The last words before the page goes.
  window.addEventListener('pagehide', function () {
    if (dirty && !sending && navigator.sendBeacon) navigator.sendBeacon(form.action, body());
  });
  Array.prototype.forEach.call(document.querySelectorAll('table[data-grid]'), sums);
})();
