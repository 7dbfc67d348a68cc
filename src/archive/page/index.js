/* The index of archives: lists them, and finds records of all years by parts of their titles.
   In: one call of gkArchive by data.js. Out: links into the sites of the bags.
   A classic script, so that it works from a disk. */
function gkArchive(data) {
  "use strict";
  function one(id) { return document.getElementById(id); }
  function item(list, text, href, rest) {
    var line = list.appendChild(document.createElement("li"));
    var link = line.appendChild(document.createElement("a"));
    link.href = href;
    link.textContent = text;
    if (rest) { line.appendChild(document.createTextNode(" " + rest)); }
  }
  var words = data.words;
  one("label").textContent = words.search;
  one("heading").textContent = words.bags;
  data.bags.forEach(function (bag) {
    var rest = words.made + " " + bag.day + "，" + bag.records.length + " " + words.records + (bag.checkpoint ? "，" + words.checkpoint + " " + bag.checkpoint : "");
    item(one("bags"), bag.name + " " + bag.year, bag.folder + "/data/site/index.html", rest);
  });
  one("q").addEventListener("input", function () {
    var terms = one("q").value.toLowerCase().split(/\s+/).filter(Boolean), list = one("found"), count = 0;
    list.textContent = "";
    if (!terms.length) { one("count").textContent = ""; return; }
    data.bags.forEach(function (bag) {
      bag.records.forEach(function (record) {
        var text = (record[0] + " " + bag.name + " " + bag.year + " " + record[2]).toLowerCase();
        if (!terms.every(function (t) { return text.indexOf(t) >= 0; })) { return; }
        count += 1;
        if (count <= 200) { item(list, record[0], bag.folder + "/data/site/" + record[1], bag.name + " " + record[2] + " " + record[3]); }
      });
    });
    one("count").textContent = count ? words.found + " " + count : words.none;
  });
}
