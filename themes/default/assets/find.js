// The box by which people find their own village or community, on every portal page.
// In: names.js at the portal's root, loaded when the box is first used. Out: links below the box.
// Classic script, ES2017, works from file://. Never needed for reading: a page lists all names.
(function () {
  "use strict";
  var SHOWN = 20;

  function flat(s) { return s.normalize("NFKC").toLowerCase().replace(/[\s'’·-]+/g, ""); }
  function initials(slug) { return slug.split("-").map(function (part) { return part.charAt(0); }).join(""); }
  function key(name, slug) { return { name: flat(name), sound: flat(slug), first: initials(slug), shown: name }; }

  // Every community and region as something that can be found.
  function entries(data) {
    var found = data.list.map(function (row) {
      var others = row.slice(4).map(function (other) { var at = other.lastIndexOf("|"); return key(other.slice(0, at), other.slice(at + 1)); });
      return { url: row[0] + "/index.html", key: key(row[1], row[2]), path: data.regions[row[3]][1], others: others, region: false };
    });
    data.regions.forEach(function (row) {
      if (!row[1]) { return; }
      var names = row[1].split("/"), name = names.pop();
      found.push({ url: row[0], key: key(name, row[2]), path: names.join("/"), others: [], region: true });
    });
    return found;
  }

  // How well a name fits what was typed: smaller is better, -1 not at all.
  function fit(k, q) {
    if (k.name === q) { return 0; }
    if (k.name.indexOf(q) === 0) { return 1; }
    if (k.first.indexOf(q) === 0 || k.sound.indexOf(q) === 0) { return 2; }
    if (k.name.indexOf(q) > 0) { return 3; }
    if (q.length > 1 && k.sound.indexOf(q) > 0) { return 4; }
    return -1;
  }

  // The best fit of its own name or of one of the others, and which of them.
  function best(entry, q) {
    var score = fit(entry.key, q), by = "";
    if (score < 0) {
      entry.others.forEach(function (other) {
        var s = fit(other, q);
        if (s >= 0 && (score < 0 || s + 10 < score)) { score = s + 10; by = other.shown; }
      });
    }
    return { score: score, by: by };
  }

  function search(all, typed, here) {
    var q = flat(typed), hits = [];
    if (!q) { return hits; }
    all.forEach(function (entry, at) {
      var b = best(entry, q);
      if (b.score < 0) { return; }
      var own = !here || entry.path === here || entry.path.indexOf(here + "/") === 0;
      hits.push({ entry: entry, by: b.by, rank: [own ? 0 : 1, entry.region ? 1 : 0, b.score, at] });
    });
    return hits.sort(function (x, y) {
      for (var i = 0; i < 4; i++) { if (x.rank[i] !== y.rank[i]) { return x.rank[i] - y.rank[i]; } }
      return 0;
    });
  }

  function item(hit, root) {
    var li = document.createElement("li"), a = document.createElement("a"), small = document.createElement("span");
    a.href = root + hit.entry.url;
    a.textContent = hit.entry.key.shown;
    small.className = "meta";
    small.textContent = [hit.entry.path.split("/").join(" "), hit.by].filter(Boolean).join(" · ");
    a.appendChild(small);
    li.setAttribute("data-result", "");
    li.appendChild(a);
    return li;
  }

  function box(place) {
    var input = place.querySelector("input"), said = place.querySelector("[role=status]"), list = place.querySelector(".hits");
    var root = place.getAttribute("data-root"), here = place.getAttribute("data-here"), all = null, asked = false;

    function show() {
      if (!all) { return; }
      var hits = search(all, input.value, here), words = "";
      list.textContent = "";
      hits.slice(0, SHOWN).forEach(function (hit) { list.appendChild(item(hit, root)); });
      if (input.value.trim()) { words = hits.length > SHOWN ? "data-more" : hits.length ? "data-some" : "data-none"; }
      said.textContent = words ? said.getAttribute(words).replace("#", hits.length) : "";
      list.setAttribute("data-state", "done");
    }
    function load() {
      if (asked) { return; }
      asked = true;
      var script = document.createElement("script");
      script.src = place.getAttribute("data-names");
      script.onload = function () { all = entries(window.gongkaiNames); show(); };
      document.head.appendChild(script);
    }
    function links() { return Array.from(list.querySelectorAll("a")); }
    function move(e, step) {
      var all = links(), at = all.indexOf(document.activeElement) + step;
      if (!all.length) { return; }
      e.preventDefault();
      if (at < 0) { input.focus(); } else { all[Math.min(at, all.length - 1)].focus(); }
    }
    input.addEventListener("focus", load);
    input.addEventListener("input", function () { load(); show(); });
    place.addEventListener("keydown", function (e) {
      if (e.key === "ArrowDown") { move(e, 1); }
      if (e.key === "ArrowUp" && document.activeElement !== input) { move(e, -1); }
      if (e.key === "Escape") { input.value = ""; show(); input.focus(); }
      if (e.key === "Enter" && document.activeElement === input && links().length) { e.preventDefault(); location.href = links()[0].href; }
    });
    place.hidden = false;
    if (input.value || document.activeElement === input) { load(); }
  }

  document.addEventListener("DOMContentLoaded", function () { Array.from(document.querySelectorAll("[data-find]")).forEach(box); });
})();
