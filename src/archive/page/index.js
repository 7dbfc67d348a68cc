/* The search of the index of archives: finds records of all years by parts of what is told of them.
   In: one call of gkArchive by data.js. Out: links into the sites of the bags, and to PDFs.
   A classic script, so that it works from a disk; the list below it needs none. */
function gkArchive(data) {
  "use strict";
  var MOST = 200, words = data.words, rows = [];
  function one(id) { return document.getElementById(id); }
  function link(line, text, href) {
    var made = line.appendChild(document.createElement("a"));
    made.href = href;
    made.textContent = text;
  }
  // Wide and narrow signs are the same.
  function plain(text) { return (text.normalize ? text.normalize("NFKC") : text).toLowerCase(); }
  data.bags.forEach(function (bag) {
    bag.records.forEach(function (record) {
      rows.push({
        bag: bag, title: record[0], url: record[1], date: record[2], kind: record[3], shelf: record[4], pdf: record[5],
        text: plain([record[0], bag.name, bag.year, record[2], record[3], record[1]].join(" "))
      });
    });
  });
  function choices(id, of) {
    var seen = {};
    rows.forEach(function (row) { seen[of(row)] = true; });
    Object.keys(seen).sort().forEach(function (text) {
      var made = one(id).appendChild(document.createElement("option"));
      made.value = made.textContent = text;
    });
  }
  function find() {
    var terms = plain(one("q").value).split(/\s+/).filter(Boolean), list = one("found");
    var name = one("name").value, year = one("year").value, kind = one("kind").value;
    list.textContent = one("count").textContent = "";
    if (!terms.length && !name && !year && !kind) { return; }
    var found = rows.filter(function (row) {
      return (!name || row.bag.name === name) && (!year || row.bag.year === year) && (!kind || row.kind === kind) &&
        terms.every(function (term) { return row.text.indexOf(term) >= 0; });
    });
    found.sort(function (a, b) { return a.date < b.date ? 1 : a.date > b.date ? -1 : 0; });
    found.slice(0, MOST).forEach(function (row) {
      var line = list.appendChild(document.createElement("li")), base = row.bag.folder + "/data/";
      link(line, row.title, base + "site/" + row.url);
      line.appendChild(document.createElement("span")).textContent =
        " " + [row.bag.name, row.bag.year, row.date, row.kind, row.shelf].join(" ") + " ";
      if (row.pdf) { link(line, "PDF", base + row.pdf); }
    });
    one("count").textContent = !found.length ? words.none : words.found + " " + found.length + (found.length > MOST ? " " + words.more : "");
  }
  choices("name", function (row) { return row.bag.name; });
  choices("year", function (row) { return row.bag.year; });
  choices("kind", function (row) { return row.kind; });
  ["q", "name", "year", "kind"].forEach(function (id) { one(id).addEventListener("input", find); });
  one("search").addEventListener("submit", function (event) { event.preventDefault(); find(); });
  one("search").hidden = false;
}
