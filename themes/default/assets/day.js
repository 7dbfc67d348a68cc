/* Leads from a day to what stood then: on a record to its version, on the page of all changes to every record.
   Reads the days that the templates wrote into the lists, and of a log that is too long for one page the same from files
   beside it. Never is needed for reading. ES2017, classic, no dependencies. */
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

  // The days that the page itself shows, newest first.
  function shownDays() {
    return all(document, "[data-date]").map(function (section) {
      return {
        date: section.dataset.date,
        said: section.querySelector("h2,h3").textContent,
        lines: all(section, "li").map(function (li) {
          return { record: li.dataset.record, act: li.dataset.act, item: function () { return li.cloneNode(true); } };
        })
      };
    });
  }

  // The days of a long log, in files by year that are loaded once they are needed.
  function filedDays(box) {
    var years = box.dataset.years.split(" "), got = {}, words = {};
    all(document, "[data-word]").forEach(function (span) { words[span.dataset.word] = span.textContent; });
    function put(text, facts) {
      return text.replace(/\{(\w+)\}/g, function (_, name) { return facts[name]; });
    }
    function add(li, name, text) {
      var made = document.createElement(name);
      made.textContent = text;
      return li.appendChild(made);
    }
    // A line as the page writes it: number, act, kind, record, title, page.
    function item(line) {
      var li = document.createElement("li"), name = line[4] || (line[2] && words["kind-" + line[2]]);
      add(li, "span", words["act-" + line[1]]);
      li.appendChild(document.createTextNode(!name ? "" : line[5] ? " " : " " + name));
      if (name && line[5]) add(li, "a", name).href = box.dataset.root + (line[5] === true ? line[3] : line[5]);
      if (line[2]) add(li, "span", words["kind-" + line[2]]).className = "meta";
      add(li, "span", put(words.number, { index: line[0] })).className = "meta";
      return li;
    }
    window.gkDays = function (year, days) {
      got[year] = days.map(function (day) {
        var parts = day[0].split("-").map(Number);
        return {
          date: day[0],
          said: put(words["month-" + parts[1]], { year: parts[0], day: parts[2] }),
          lines: day[1].map(function (line) {
            return { record: line[3], act: line[1], item: function () { return item(line); } };
          })
        };
      });
    };
    function wanted(day) {
      return day < box.dataset.from ? [] : years.filter(function (year) { return year <= day.slice(0, 4); });
    }
    return {
      // Fetches what is missing for a day; none where nothing is.
      fetch: function (day) {
        var missing = wanted(day).filter(function (year) { return !got[year]; });
        return missing.length && Promise.all(missing.map(function (year) {
          return new Promise(function (done, failed) {
            var script = document.createElement("script");
            script.src = box.dataset.root + "history/" + year + "/days.js";
            script.onload = done;
            script.onerror = failed;
            document.head.appendChild(script);
          });
        }));
      },
      days: function (day) {
        return wanted(day).reduce(function (list, year) { return list.concat(got[year]); }, []);
      }
    };
  }

  // All changes: those of the day, and the last act about each record up to it.
  function ofSite(box) {
    var shown = { changed: part("changed"), stood: part("stood") };
    var filed = box.dataset.years && filedDays(box), own = !filed && shownDays();
    function part(name) { return box.parentNode.querySelector("[data-then=" + name + "]"); }
    function fill(name, items) {
      var list = shown[name].querySelector("ul");
      list.textContent = "";
      items.forEach(function (li) { list.appendChild(li); });
      shown[name].querySelector("p").hidden = items.length > 0;
      shown[name].hidden = false;
    }
    function since(li, when) {
      var made = document.createElement("span");
      made.className = "meta";
      made.textContent = when;
      li.appendChild(made);
      return li;
    }
    function find(day) {
      if (day < box.dataset.from) {
        shown.changed.hidden = shown.stood.hidden = true;
        return "before";
      }
      var last = {}, order = [], changed = [];
      (own || filed.days(day)).forEach(function (one) {
        if (one.date > day) return;
        if (one.date === day) changed = one.lines.map(function (line) { return line.item(); });
        one.lines.forEach(function (line) {
          if (!line.record || last[line.record]) return;
          last[line.record] = function () { return since(line.item(), one.said); };
          if (line.act !== "withdrawn") order.push(line.record);
        });
      });
      fill("changed", changed);
      fill("stood", order.sort().map(function (record) { return last[record](); }));
      return day > box.dataset.to ? "last" : "";
    }
    find.fetch = filed && filed.fetch;
    return find;
  }

  function begin(box) {
    var input = box.querySelector("input"), state = box.querySelector("[role=status]");
    var find = box.dataset.day === "all" ? ofSite(box) : ofRecord(box), most = today();
    function tell(said, valid) {
      state.textContent = said ? box.dataset[said] : "";
      box.dataset.state = said || (valid ? "found" : "");
    }
    function ask() {
      var day = input.value, valid = /^\d{4}-\d{2}-\d{2}$/.test(day);
      var future = valid && day > most, coming = valid && !future && find.fetch && find.fetch(day);
      // Without a day everything is shown, as without this script.
      if (!valid || future || coming) reset(box);
      if (coming) {
        box.dataset.state = "";
        // Somebody may have asked for another day meanwhile.
        coming.then(function () { if (input.value === day) ask(); }, function () { tell("unread", true); });
        return;
      }
      tell(future ? "future" : valid ? find(day) : "", valid);
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
