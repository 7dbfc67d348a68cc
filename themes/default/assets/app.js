/* Comfort only: remembers large type and tone, sorts tables, lets the keyboard into wide ones.
   Reads the buttons and tables that the templates wrote; shows what needs it, and nothing else.
   Never fetches, never is needed for reading. ES2017, classic, no dependencies. */
(function () {
  "use strict";
  var root = document.documentElement, tones = ["", "light", "dark", "strong"];
  function get(k) { try { return localStorage.getItem("gongkai-" + k) || ""; } catch (e) { return ""; } }
  function put(k, v) { try { localStorage.setItem("gongkai-" + k, v); } catch (e) { /* private or file: not remembered */ } }
  function tone(v) { if (v) root.setAttribute("data-tone", v); else root.removeAttribute("data-tone"); }
  root.classList.toggle("big", get("big") === "1");
  tone(get("tone"));

  function bigButton(b) {
    function show() { b.setAttribute("aria-pressed", String(root.classList.contains("big"))); }
    b.hidden = false; show();
    b.addEventListener("click", function () { put("big", root.classList.toggle("big") ? "1" : ""); show(); scrollers(); });
  }
  function toneButton(b) {
    var names = b.getAttribute("data-names").split("|"), word = b.textContent, at = Math.max(0, tones.indexOf(get("tone")));
    function show() { b.textContent = word + names[at]; }
    b.hidden = false; show();
    b.addEventListener("click", function () { at = (at + 1) % tones.length; put("tone", tones[at]); tone(tones[at]); show(); });
  }

  // Copies the words of a box; the old way, which also works from a file and in old browsers.
  function copyButton(b) {
    var box = document.getElementById(b.getAttribute("data-copy")), word = b.textContent;
    if (!box) return;
    b.hidden = false;
    b.addEventListener("click", function () {
      box.focus(); box.select(); box.setSelectionRange(0, box.value.length);
      var done = false;
      try { done = document.execCommand("copy"); } catch (e) { /* the words stay selected, to be copied by hand */ }
      if (!done) return;
      b.textContent = b.getAttribute("data-done");
      setTimeout(function () { b.textContent = word; }, 3000);
    });
  }

  // What a cell is sorted by; null where it holds nothing that can be compared.
  function key(row, i) {
    var c = row.cells[i], v = c.getAttribute("data-v") || c.textContent.trim();
    if (v === "–" || c.querySelector(".none")) return null;
    return /^-?[\d,.]+%?$/.test(v) ? parseFloat(v.replace(/[,%]/g, "")) : v;
  }
  function order(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a).localeCompare(String(b), "zh-CN");
  }
  function sorter(table) {
    var heads = Array.from(table.tHead.rows[0].cells), body = table.tBodies[0];
    table.classList.add("ready");
    heads.forEach(function (th, i) {
      var b = document.createElement("button");
      b.type = "button"; b.textContent = th.textContent; th.textContent = ""; th.appendChild(b); th.setAttribute("aria-sort", "none");
      b.addEventListener("click", function () {
        var up = th.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        heads.forEach(function (h) { h.setAttribute("aria-sort", "none"); });
        th.setAttribute("aria-sort", up === 1 ? "ascending" : "descending");
        // Rows that have nothing to compare stay last, whichever way.
        Array.from(body.rows).map(function (r) { return [r, key(r, i)]; }).sort(function (x, y) {
          if (x[1] === null || y[1] === null) return (x[1] === null) - (y[1] === null);
          return up * order(x[1], y[1]);
        }).forEach(function (x) { body.appendChild(x[0]); });
      });
    });
  }

  // A table that is wider than its place can be reached and moved with the keyboard.
  function scrollers() {
    Array.from(document.querySelectorAll(".scroll:not([role])")).forEach(function (box) {
      if (box.scrollWidth <= box.clientWidth) return;
      var caption = box.querySelector("caption");
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      if (caption) box.setAttribute("aria-label", caption.textContent);
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    function each(s, f) { Array.from(document.querySelectorAll(s)).forEach(f); }
    each("[data-do=big]", bigButton);
    each("[data-do=tone]", toneButton);
    each("[data-do=copy]", copyButton);
    each("table.sortable", sorter);
    scrollers();
    window.addEventListener("resize", scrollers);
  });
})();
