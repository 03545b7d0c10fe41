/* For readers with script: ways to read, filters of a list, copying an address. All works without. */
(function () {
  "use strict";
  var root = document.documentElement;
  var modes = { size: "large", contrast: "high" };
  function kept(name) {
    try { return localStorage.getItem("itagen-" + name); } catch (error) { return null; }
  }
  function keep(name, value) {
    try { localStorage.setItem("itagen-" + name, value); } catch (error) { return; }
  }
  function set(name, on) {
    if (on) { root.setAttribute("data-" + name, modes[name]); } else { root.removeAttribute("data-" + name); }
  }
  root.setAttribute("data-js", "");
  Object.keys(modes).forEach(function (name) { set(name, kept(name) === modes[name]); });

  function each(found, act) { Array.prototype.forEach.call(found, act); }

  function modeButtons() {
    each(document.querySelectorAll("button[data-set]"), function (button) {
      var name = button.getAttribute("data-set");
      function show() { button.setAttribute("aria-pressed", String(root.hasAttribute("data-" + name))); }
      button.addEventListener("click", function () {
        var on = !root.hasAttribute("data-" + name);
        set(name, on);
        keep(name, on ? modes[name] : "");
        show();
      });
      show();
    });
  }

  function filters(form) {
    var choices = form.querySelectorAll("select[data-by]");
    var told = form.querySelector("[data-shown]");
    var thai = /[\u0e50-\u0e59]/.test(told.textContent);
    function digits(number) {
      return String(number).replace(/[0-9]/g, function (digit) {
        return thai ? String.fromCharCode(0x0e50 + Number(digit)) : digit;
      });
    }
    function narrow() {
      var shown = 0;
      each(document.querySelectorAll("[data-filtered]"), function (section) {
        var here = 0;
        each(section.querySelectorAll("[data-group]"), function (row) {
          var fits = true;
          each(choices, function (choice) {
            fits = fits && (!choice.value || row.getAttribute("data-" + choice.getAttribute("data-by")) === choice.value);
          });
          row.hidden = !fits;
          here += fits ? 1 : 0;
        });
        section.hidden = here === 0;
        shown += here;
      });
      told.textContent = told.getAttribute("data-words").replace("#", digits(shown));
    }
    form.addEventListener("change", narrow);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    narrow();
  }

  function copyButton(button) {
    button.addEventListener("click", function () {
      var address = button.getAttribute("data-copy") || location.href.split("#")[0];
      navigator.clipboard.writeText(address).then(function () {
        button.textContent = button.getAttribute("data-said");
      });
    });
  }

  function searchScript(form) {
    function load() {
      form.removeEventListener("focusin", load);
      var script = document.createElement("script");
      script.src = form.getAttribute("data-code");
      document.head.appendChild(script);
    }
    if (form.hasAttribute("data-whole") || form.contains(document.activeElement)) { load(); } else { form.addEventListener("focusin", load); }
  }

  document.addEventListener("DOMContentLoaded", function () {
    modeButtons();
    each(document.querySelectorAll("form[data-filters]"), filters);
    each(document.querySelectorAll("button[data-copy]"), copyButton);
    each(document.querySelectorAll("form[data-search]"), searchScript);
  });
})();
