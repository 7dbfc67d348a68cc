/* A screen that many people use: goes back to the first page when nobody is there, and reads pages aloud.
   Asks before it goes, and can be told to stay. Reads the bar and the dialog that the frame wrote.
   Never fetches; reads aloud only with voices of the machine itself. ES2017, classic, no dependencies. */
(function () {
  "use strict";
  var bar = document.querySelector(".kiosk"), dialog = document.querySelector(".away");
  if (!bar || !dialog) return;
  function button(name) { return document.querySelector("[data-kiosk=" + name + "]"); }
  function get(k) { try { return sessionStorage.getItem("gongkai-kiosk-" + k) || ""; } catch (e) { return ""; } }
  function put(k, v) { try { sessionStorage.setItem("gongkai-kiosk-" + k, v); } catch (e) { /* not remembered */ } }

  // The first page is that of the site where the screen was switched on, wherever people have gone since.
  var own = button("home").href;
  if (!get("home")) put("home", own);
  var first = get("home") || own;
  var atFirst = location.href.split(/[?#]/)[0] === first;

  var idle = Number(bar.getAttribute("data-idle")) || 0;
  var wait = Math.max(20, Number(bar.getAttribute("data-wait")) || 0);
  var touched = Date.now(), asked = 0, stay = get("stay") === "1";
  ["pointerdown", "keydown", "wheel", "scroll", "touchmove"].forEach(function (name) {
    addEventListener(name, function () { touched = Date.now(); }, { passive: true });
  });

  function showStay() { var b = button("stay"); b.hidden = idle === 0; b.setAttribute("aria-pressed", String(stay)); }
  function setStay(on) { stay = on; put("stay", on ? "1" : ""); showStay(); }
  function close() { asked = 0; touched = Date.now(); if (dialog.open) dialog.close(); }
  function leave() { setStay(false); location.href = first; }
  function away() { return !atFirst || scrollY > 0 || document.querySelector("details[open]") !== null; }

  setInterval(function () {
    if (stay || idle === 0) return;
    if (speaking()) touched = Date.now();
    if (asked) {
      var left = Math.ceil(wait - (Date.now() - asked) / 1000);
      dialog.querySelector(".left").textContent = String(Math.max(0, left));
      if (left <= 0) { asked = 0; leave(); }
    } else if (away() && Date.now() - touched >= idle * 1000) {
      asked = Date.now();
      dialog.querySelector(".left").textContent = String(wait);
      if (dialog.showModal) dialog.showModal(); else dialog.setAttribute("open", "");
      button("on").focus();
    }
  }, 1000);

  button("home").addEventListener("click", function (e) { e.preventDefault(); leave(); });
  button("back").hidden = atFirst || history.length < 2;
  button("back").addEventListener("click", function () { history.back(); });
  button("stay").addEventListener("click", function () { setStay(!stay); });
  button("on").addEventListener("click", close);
  button("never").addEventListener("click", function () { setStay(true); close(); });
  dialog.addEventListener("cancel", function () { asked = 0; touched = Date.now(); });
  showStay();

  // Reading aloud: line by line, so that it can be stopped at once.
  var speech = window.speechSynthesis, reader = button("read"), lines = [], word = reader.textContent;
  function speaking() { return lines.length > 0; }
  function voice() {
    var wanted = document.documentElement.lang.slice(0, 2).toLowerCase();
    return speech.getVoices().filter(function (v) { return v.localService && v.lang.slice(0, 2).toLowerCase() === wanted; })[0];
  }
  function offer() { reader.hidden = !voice(); }
  function shown() { reader.textContent = speaking() ? reader.getAttribute("data-other") : word; }
  function stop() { lines = []; speech.cancel(); shown(); }
  function next() {
    var line = lines[0];
    if (!line) { shown(); return; }
    var said = new SpeechSynthesisUtterance(line);
    said.voice = voice();
    said.lang = said.voice ? said.voice.lang : document.documentElement.lang;
    said.rate = 0.9;
    said.onend = function () { if (lines[0] === line) { lines.shift(); next(); } };
    said.onerror = function () { if (lines[0] === line) stop(); };
    speech.speak(said);
  }
  if (!speech || !window.SpeechSynthesisUtterance) return;
  offer();
  speech.addEventListener("voiceschanged", offer);
  addEventListener("pagehide", stop);
  reader.addEventListener("click", function () {
    if (speaking()) { stop(); return; }
    lines = document.getElementById("main").innerText.split(/\n+/).map(function (l) { return l.trim(); }).filter(Boolean);
    shown();
    next();
  });
})();
