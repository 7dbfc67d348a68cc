// Search over the text in search/data.js. In: ?q= of the address. Out: a list of links.
// Classic script, ES2017, works from file://. Never sends anything anywhere.
(function () {
  'use strict';
  var SHOWN = 200;

  // One form for what is typed and what is searched: width, case, spaces, commas within numbers.
  function fold(text) {
    return text.normalize('NFKC').toLowerCase().replace(/(\d),(?=\d{3})/g, '$1').replace(/\s+/g, ' ');
  }

  function terms(query) {
    return fold(query).split(' ').filter(function (term) { return term !== ''; });
  }

  function matches(row, wanted) {
    return wanted.every(function (term) {
      return row.title.indexOf(term) >= 0 || row.text.indexOf(term) >= 0;
    });
  }

  // The part of a text around the first term: what comes before it, itself, and whether more follows.
  function snippet(text, wanted) {
    var folded = fold(text);
    var shown = folded.length === text.length ? text : folded;
    var at = Math.max(0, folded.indexOf(wanted[0]));
    var from = Math.max(0, at - 20);
    return { before: from > 0 ? '…' : '', part: shown.slice(from, at + 60), after: shown.length > at + 60 ? '…' : '' };
  }

  function mark(parent, text, wanted) {
    var folded = fold(text);
    // Marks are set only where folding keeps the length; else the text is shown plain.
    if (folded.length !== text.length) { parent.appendChild(document.createTextNode(text)); return; }
    var at = 0;
    while (at < text.length) {
      var next = -1, length = 0;
      wanted.forEach(function (term) {
        var found = folded.indexOf(term, at);
        if (found >= 0 && (next < 0 || found < next)) { next = found; length = term.length; }
      });
      if (next < 0) { break; }
      parent.appendChild(document.createTextNode(text.slice(at, next)));
      var em = document.createElement('mark');
      em.textContent = text.slice(next, next + length);
      parent.appendChild(em);
      at = next + length;
    }
    parent.appendChild(document.createTextNode(text.slice(at)));
  }

  function item(row, wanted, root) {
    var li = document.createElement('li');
    li.setAttribute('data-result', '');
    var a = document.createElement('a');
    a.href = root + row.url;
    mark(a, row.shown, wanted);
    li.appendChild(a);
    if (row.date) {
      var time = document.createElement('time');
      time.className = 'meta';
      time.dateTime = row.date;
      time.textContent = row.date;
      li.appendChild(time);
    }
    var p = document.createElement('p');
    var found = snippet(row.raw, wanted);
    p.appendChild(document.createTextNode(found.before));
    mark(p, found.part, wanted);
    p.appendChild(document.createTextNode(found.after));
    li.appendChild(p);
    return li;
  }

  function run() {
    var query = new URLSearchParams(location.search).get('q') || '';
    var input = document.getElementById('q');
    var list = document.getElementById('search-results');
    var total = document.getElementById('search-total');
    if (!list || !input) { return; }
    input.value = query;
    var wanted = terms(query);
    if (wanted.length === 0) { list.setAttribute('data-state', 'done'); input.focus(); return; }
    var rows = (window.gongkaiSearch || []).map(function (row) {
      return { url: row[0], shown: row[1], date: row[2], raw: row[4], title: fold(row[1]), text: fold(row[4]) };
    });
    var found = rows.filter(function (row) { return matches(row, wanted); });
    var inTitle = found.filter(function (row) { return wanted.every(function (t) { return row.title.indexOf(t) >= 0; }); });
    var rest = found.filter(function (row) { return inTitle.indexOf(row) < 0; });
    inTitle.concat(rest).slice(0, SHOWN).forEach(function (row) {
      list.appendChild(item(row, wanted, list.getAttribute('data-root')));
    });
    total.setAttribute('data-total', String(found.length));
    var words = total.getAttribute(found.length === 0 ? 'data-none' : 'data-some');
    total.textContent = words.replace('%', String(found.length));
    list.setAttribute('data-state', 'done');
  }

  if (document.readyState === 'loading') { document.addEventListener('DOMContentLoaded', run); } else { run(); }
})();
