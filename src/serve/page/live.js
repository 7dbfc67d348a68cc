/* Listens to the preview: reloads the page where it was when it changed, takes up new style sheets without reloading,
   and shows what is wrong with the records over the last good page. Only the preview puts it into pages. */
(function () {
  'use strict';
  var own = document.currentScript;
  var hash = own ? own.getAttribute('data-hash') : '';
  var place = 'gongkai-place:' + location.pathname + location.search;
  var source = null, panel = null, button = null, shut = '';

  function keep() {
    var open = [], all = document.getElementsByTagName('details');
    for (var i = 0; i < all.length; i++) if (all[i].open) open.push(i);
    try { sessionStorage.setItem(place, JSON.stringify({ x: scrollX, y: scrollY, open: open })); } catch (e) { /* without it the page begins at its top */ }
  }

  function restore() {
    var kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(place)); sessionStorage.removeItem(place); } catch (e) { /* as above */ }
    if (!kept) return;
    var all = document.getElementsByTagName('details');
    kept.open.forEach(function (at) { if (all[at]) all[at].open = true; });
    var go = function () { scrollTo(kept.x, kept.y); };
    go();
    addEventListener('load', go);
  }

  function reload() {
    keep();
    stop();
    if (document.readyState === 'loading') { location.reload(); return; }
    // The new page is written into the same window: its scripts run as they do in a fresh one, and the browser
    // need not prepare to go elsewhere, which takes longer than all the rest.
    fetch(location.href, { cache: 'no-cache', credentials: 'same-origin' }).then(function (r) { return r.text(); }).then(write, again);
  }

  function write(text) {
    document.open();
    // A script of a theme may not bear to run twice in one window.
    addEventListener('error', function (e) { if (/already been declared/.test(e.message)) again(); });
    document.write(text);
    document.close();
  }

  function again() { location.reload(); }

  function styles() {
    var links = document.querySelectorAll('link[rel="stylesheet"]');
    for (var i = 0; i < links.length; i++) swap(links[i]);
  }

  function swap(old) {
    var url = new URL(old.href);
    if (url.origin !== location.origin || url.pathname.indexOf('/_serve/') === 0) return;
    url.searchParams.set('at', String(Date.now()));
    var fresh = old.cloneNode();
    fresh.href = url.href;
    fresh.onload = fresh.onerror = function () { old.remove(); };
    old.parentNode.insertBefore(fresh, old.nextSibling);
  }

  function element(name, text, kind) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function report(item) {
    var told = item.told, box = element('section', '', 'gongkai-report');
    var head = element('h3');
    head.appendChild(element('b', told.severity + (told.code ? ' ' + told.code : '')));
    head.appendChild(document.createTextNode(' ' + told.sentence));
    box.appendChild(head);
    told.places.forEach(function (at) {
      box.appendChild(element('p', at.place, 'gongkai-place'));
      var lines = element('pre');
      lines.appendChild(element('span', at.line + ' │ ', 'gongkai-line'));
      lines.appendChild(document.createTextNode(at.before));
      lines.appendChild(element('mark', at.mark || '‸'));
      lines.appendChild(document.createTextNode(at.after));
      box.appendChild(lines);
    });
    [['help', told.help], ['basis', told.basis]].forEach(function (pair) {
      if (!pair[1]) return;
      var line = element('p', '', 'gongkai-' + pair[0]);
      line.appendChild(element('b', item.labels[pair[0]] + '：'));
      line.appendChild(document.createTextNode(pair[1]));
      box.appendChild(line);
    });
    return box;
  }

  function close() {
    if (panel) panel.remove();
    panel = null;
    if (button) button.hidden = false;
  }

  function show(list) {
    close();
    panel = element('div', '', 'gongkai-over');
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-modal', 'true');
    panel.setAttribute('aria-label', list[0].labels.title);
    var inner = element('div', '', 'gongkai-panel'), labels = list[0].labels;
    var away = element('button', labels.close);
    away.type = 'button';
    away.onclick = function () { shut = JSON.stringify(list); close(); };
    inner.appendChild(away);
    inner.appendChild(element('h2', labels.title));
    inner.appendChild(element('p', labels.last));
    list.forEach(function (item) { inner.appendChild(report(item)); });
    panel.appendChild(inner);
    panel.onkeydown = function (e) { if (e.key === 'Escape') away.onclick(); };
    document.body.appendChild(panel);
    away.focus({ preventScroll: true });
    if (button) button.hidden = true;
  }

  function trouble(list) {
    if (!list.length) {
      close();
      if (button) button.remove();
      button = null;
      return;
    }
    if (!document.querySelector('link[href="/_serve/live.css"]')) {
      var link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = '/_serve/live.css';
      document.head.appendChild(link);
    }
    if (button) button.remove();
    button = element('button', list[0].labels.open, 'gongkai-open');
    button.type = 'button';
    button.onclick = function () { show(list); };
    document.body.appendChild(button);
    // What was read and put away stays away until it is something else.
    if (list[0].near && shut !== JSON.stringify(list)) show(list);
  }

  function listen() {
    if (source || document.hidden) return;
    source = new EventSource('/_serve/events?at=' + encodeURIComponent(location.pathname) + '&hash=' + encodeURIComponent(hash));
    source.addEventListener('page', reload);
    source.addEventListener('style', styles);
    source.addEventListener('trouble', function (e) { trouble(JSON.parse(e.data).list); });
    source.onerror = function () {
      // The preview ended or said no: ask again by ourselves, since some browsers give up.
      if (source && source.readyState === 2) { source = null; setTimeout(listen, 1000); }
    };
  }

  function stop() {
    if (source) source.close();
    source = null;
  }

  // Browsers open few connections to one place: pages that nobody looks at give theirs back.
  document.addEventListener('visibilitychange', function () { if (document.hidden) stop(); else listen(); });
  addEventListener('pagehide', stop);
  addEventListener('pageshow', listen);
  restore();
  listen();
}());
