/* Leads from a day to what stood then: on a record to its version, on the page of all changes to every record.
   Reads the days that the templates wrote into the lists, and knows no more than they do.
   Never fetches, never is needed for reading. ES2017, classic, no dependencies. */
(function () {
  "use strict";
  function all(root, selector) { return Array.from(root.querySelectorAll(selector)); }
  // The reader's own day, as lists write days.
  function today() {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  // The versions of one record: those of the day stay, the others are put away.
  function ofRecord(box) {
    var list = all(box.parentNode, ".versions > li");
    return function (day) {
      var stood = list.filter(function (li) {
        return li.dataset.from <= day && (!li.dataset.until || day <= li.dataset.until);
      });
      list.forEach(function (li) { li.hidden = stood.length > 0 && stood.indexOf(li) < 0; });
      if (!stood.length) return "before";
      if (stood.length > 1) return "many";
      if (stood[0].dataset.act === "withdrawn") return "gone";
      return stood[0].dataset.until ? "one" : "last";
    };
  }

  // All changes: those of the day, and the last act about each record up to it.
  function ofSite(box) {
    var days = all(document, "[data-date]"), shown = { changed: part("changed"), stood: part("stood") };
    function part(name) { return box.parentNode.querySelector("[data-then=" + name + "]"); }
    function fill(name, items) {
      var list = shown[name].querySelector("ul");
      list.textContent = "";
      items.forEach(function (li) { list.appendChild(li); });
      shown[name].querySelector("p").hidden = items.length > 0;
      shown[name].hidden = false;
    }
    function copy(li, since) {
      var made = li.cloneNode(true), when = document.createElement("span");
      if (since) {
        when.className = "meta";
        when.textContent = since;
        made.appendChild(when);
      }
      return made;
    }
    return function (day) {
      var last = {}, order = [], changed = [];
      days.forEach(function (section) {
        if (section.dataset.date > day) return;
        if (section.dataset.date === day) changed = all(section, "li").map(function (li) { return copy(li); });
        all(section, "li[data-record]").forEach(function (li) {
          var record = li.dataset.record;
          if (last[record]) return;
          last[record] = copy(li, section.querySelector("h2").textContent);
          if (li.dataset.act !== "withdrawn") order.push(record);
        });
      });
      var known = days.length > 0 && day >= days[days.length - 1].dataset.date;
      if (known) {
        fill("changed", changed);
        fill("stood", order.sort().map(function (record) { return last[record]; }));
      } else {
        shown.changed.hidden = shown.stood.hidden = true;
      }
      if (!known) return "before";
      return day > days[0].dataset.date ? "last" : "";
    };
  }

  function begin(box) {
    var input = box.querySelector("input"), state = box.querySelector("[role=status]");
    var find = box.dataset.day === "all" ? ofSite(box) : ofRecord(box), most = today();
    function ask() {
      var day = input.value, valid = /^\d{4}-\d{2}-\d{2}$/.test(day);
      var future = valid && day > most;
      // Without a day everything is shown, as without this script.
      if (!valid || future) reset(box);
      var said = future ? "future" : valid ? find(day) : "";
      state.textContent = said ? box.dataset[said] : "";
      box.dataset.state = said || (valid ? "found" : "");
    }
    input.max = most;
    input.addEventListener("input", ask);
    box.hidden = false;
  }
  function reset(box) {
    all(box.parentNode, ".versions > li").forEach(function (li) { li.hidden = false; });
    all(box.parentNode, "[data-then]").forEach(function (part) { part.hidden = true; });
  }

  document.addEventListener("DOMContentLoaded", function () { all(document, "[data-day]").forEach(begin); });
})();
