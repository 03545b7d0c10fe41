/* Comforts only: every page of the editor works without. */
"use strict";

/* Another blank row: the fold with one is copied, its inputs renamed to the next number. */
function renamed(fold, from, to) {
  for (const node of fold.querySelectorAll("*")) {
    for (const name of ["id", "name", "for", "list", "aria-describedby"]) {
      const value = node.getAttribute(name);
      if (value && value.includes(from)) node.setAttribute(name, value.replaceAll(from, to));
    }
  }
  fold.dataset.blank = to;
}

for (const fold of document.querySelectorAll("[data-blank]")) {
  fold.addEventListener("toggle", function next(event) {
    const last = event.target;
    if (!last.open || last.dataset.copied) return;
    last.dataset.copied = "1";
    const from = last.dataset.blank;
    const dot = from.lastIndexOf(".");
    const to = `${from.slice(0, dot)}.${Number(from.slice(dot + 1)) + 1}`;
    const copy = last.cloneNode(true);
    copy.open = false;
    delete copy.dataset.copied;
    renamed(copy, from, to);
    copy.addEventListener("toggle", next);
    last.after(copy);
  });
}

/* What was typed is not lost by a slip. */
let touched = false;
let sending = false;
const form = document.querySelector("main form");
if (form) {
  form.addEventListener("input", () => { touched = true; });
  form.addEventListener("submit", () => { sending = true; });
  addEventListener("beforeunload", (event) => {
    if (touched && !sending) event.preventDefault();
  });
}

/* The file may be edited elsewhere meanwhile: say so before somebody types on. */
const { watch, mark } = document.body.dataset;
async function look() {
  if (document.hidden || sending) return;
  try {
    const answer = await fetch(`/_edit/mark/${watch}`);
    if (answer.ok) document.querySelector("[data-changed]").hidden = (await answer.text()) === mark;
  } catch {
    /* the server was ended */
  }
}
if (watch) {
  setInterval(look, 5000);
  document.addEventListener("visibilitychange", look);
}
