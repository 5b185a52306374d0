// What needs a script, and nothing that reading needs: the reader's choice of light or dark and of
// language, copying a number, the menu that closes, and the age of a saved copy. Nothing leaves
// the browser.
(function () {
  "use strict";
  var root = document.documentElement;

  function remember(key, value) {
    try { localStorage.setItem(key, value); } catch (e) { /* private window: forget */ }
  }
  function recall(key) {
    try { return localStorage.getItem(key); } catch (e) { return null; }
  }

  var button = document.querySelector("[data-zq-scheme-button]");
  if (button) {
    var dark = window.matchMedia("(prefers-color-scheme: dark)");
    var isDark = function () {
      return (root.getAttribute("data-zq-scheme") || (dark.matches ? "dark" : "light")) === "dark";
    };
    var show = function () { button.setAttribute("aria-pressed", String(isDark())); };
    button.hidden = false;
    show();
    dark.addEventListener("change", show);
    button.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      root.setAttribute("data-zq-scheme", next);
      remember("zq-scheme", next);
      show();
    });
  }

  document.querySelectorAll("a[data-zq-language]").forEach(function (link) {
    link.addEventListener("click", function () {
      remember("zq-language", link.getAttribute("data-zq-language"));
      if (location.hash) link.hash = location.hash;
    });
  });

  if (document.querySelector("[data-zq-choose]")) {
    var chosen = recall("zq-language");
    if (!chosen && navigator.language) chosen = /^zh/i.test(navigator.language) ? "zh" : "en";
    if (chosen && !/[?&]choose\b/.test(location.search)) location.replace(chosen + "/index.html");
  }

  // A copy that is older than the shortest time between two reviews says so.
  var saved = document.querySelector(".zq-saved[data-zq-day]:not([hidden])");
  if (saved) {
    var age = Math.floor((Date.now() - Date.parse(saved.getAttribute("data-zq-day"))) / 864e5);
    if (age > Number(saved.getAttribute("data-zq-interval"))) {
      saved.querySelector(".zq-saved__age").textContent = age;
      saved.querySelector(".zq-saved__old").hidden = false;
      saved.classList.add("zq-saved--old");
    }
  }

  // Copying while a phone number has the focus copies the number: a keyboard cannot select it.
  document.addEventListener("copy", function (event) {
    var number = document.activeElement && document.activeElement.closest('a[href^="tel:"]');
    if (!number || String(getSelection())) return;
    event.clipboardData.setData("text/plain", number.textContent.trim());
    event.preventDefault();
  });

  var menu = document.querySelector(".zq-menu");
  if (menu) {
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
    document.addEventListener("click", function (event) {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
  }
})();
