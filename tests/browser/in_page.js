// What the tests ask of a page. Evaluated by Playwright, never part of a site.
// A function that looks for faults gives lines: the element's selector, then what is wrong.

const THAI = /[\u0E00-\u0E7F]/;
const FOCUSABLE =
  "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";

/** A short path to an element that a person can find it by. */
function named(element) {
  const own = (node) => {
    const id = node.id ? `#${node.id}` : "";
    const names = [...node.classList].slice(0, 2).map((name) => `.${name}`).join("");
    return node.localName + id + names;
  };
  const path = [];
  for (let node = element; node && node !== document.body && path.length < 4; node = node.parentElement) {
    path.unshift(own(node));
  }
  const words = (element.textContent || "").replace(/\s+/g, " ").trim().slice(0, 40);
  return path.join(" > ") + (words ? ` “${words}”` : "");
}

function isSeen(element) {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** Hidden from sight but not from screen readers: a box of a pixel. */
function isForEarsOnly(element) {
  for (let node = element; node; node = node.parentElement) {
    const box = node.getBoundingClientRect();
    if (box.width <= 1 && box.height <= 1 && node.localName !== "br") return true;
  }
  return false;
}

function everySeen() {
  return [...document.body.querySelectorAll("*")].filter(
    (element) => !element.closest("svg *") && isSeen(element) && !isForEarsOnly(element));
}

function scrollsSideways(element) {
  return ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
}

function hasScroller(element) {
  for (let node = element.parentElement; node && node !== document.body; node = node.parentElement) {
    if (scrollsSideways(node)) return true;
  }
  return false;
}

/** Twice the size of letters, as a visitor's browser may be set. */
function doubleLetters() {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}

/** The document scrolls sideways, or an element goes past the right edge outside a scroller. */
function overflow() {
  const root = document.documentElement;
  const room = root.clientWidth;
  const past = new Set(everySeen().filter((element) => {
    const { right, width } = element.getBoundingClientRect();
    const isParked = right <= 0;
    return !isParked && (right > room + 1 || width > room + 1) && !hasScroller(element);
  }));
  // The innermost tell the cause; what lies around them is only stretched.
  const causes = [...past].filter((element) => ![...element.querySelectorAll("*")].some((e) => past.has(e)));
  const found = causes.map((element) => {
    const { left, right } = element.getBoundingClientRect();
    return `${named(element)}: from ${Math.round(left)}px to ${Math.round(right)}px of ${room}px`;
  });
  return root.scrollWidth > room ? [`html: ${root.scrollWidth}px wide, room for ${room}px`, ...found] : found;
}

/** Scrollers that hide something sideways: on paper nobody can scroll. */
function cutScrollers() {
  return everySeen()
    .filter((element) => getComputedStyle(element).overflowX !== "visible")
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => `${named(element)}: ${element.scrollWidth}px in ${element.clientWidth}px`);
}

function ownText(element) {
  return [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.data).join("");
}

/** Thai has two storeys of marks above a letter and one below: lines need room for them. */
function narrowLines(least) {
  const found = [];
  for (const element of everySeen()) {
    // The browser alone decides the lines of these.
    if (!THAI.test(ownText(element)) || element.closest("select, option")) continue;
    const style = getComputedStyle(element);
    const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    if (!(ratio >= least - 0.005)) {
      found.push(`${named(element)}: line-height ${style.lineHeight} at font-size ${style.fontSize}`);
    }
  }
  return found;
}

/** Thai text in a box that cuts off what does not fit. */
function clippedText() {
  return everySeen()
    .filter((element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowY))
    .filter((element) => THAI.test(element.textContent))
    .filter((element) => element.scrollHeight > element.clientHeight + 1)
    .map((element) => `${named(element)}: ${element.scrollHeight}px high in ${element.clientHeight}px`);
}

/** Letters too pale for white paper: browsers leave the background out. */
function paleLetters() {
  return everySeen().filter((element) => ownText(element).trim()).flatMap((element) => {
    const colour = getComputedStyle(element).color;
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
    const isPale = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 128;
    return isPale ? [`${named(element)}: pale letters, ${colour}`] : [];
  });
}

/** Load pictures at once that would wait until they are near. */
async function loadPictures() {
  for (const picture of document.images) picture.loading = "eager";
  await Promise.allSettled([...document.images].map((picture) => picture.decode()));
}

function ring(element) {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
  const isDrawn = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  const isClear = /rgba\(.*, 0\)|transparent/.test(outlineColor);
  return { outline: isDrawn && !isClear ? `${outlineStyle} ${outlineWidth} ${outlineColor}` : "", boxShadow };
}

function isTabStop(element) {
  if (element.tabIndex < 0 || element.disabled || element.closest("[inert]")) return false;
  if (element.type === "radio" && !element.checked) {
    const group = [...document.getElementsByName(element.name)];
    if (group.some((other) => other.checked) || group[0] !== element) return false;
  }
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
}

/** Remember every tab stop and how it looks without focus; the selectors, in order. */
function rememberStops() {
  window.stops = [...document.querySelectorAll(FOCUSABLE)].filter(isTabStop);
  window.rings = new Map(window.stops.map((element) => [element, ring(element)]));
  return window.stops.map(named);
}

/** Where the focus is: the number of the stop, -1 for the page itself, and what is wrong there. */
function focusedStop() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) {
    return { number: -1, fault: "" };
  }
  const number = window.stops.indexOf(element);
  return { number, fault: focusFault(element, window.rings.get(element)), name: named(element) };
}

function focusFault(element, before) {
  if (!element.matches(":focus-visible")) return "is focused but not :focus-visible";
  const now = ring(element);
  const isMarked = (now.outline && now.outline !== before?.outline) ||
    (before && now.boxShadow !== before.boxShadow);
  if (!isMarked) return `looks the same with focus (outline ${now.outline || "none"})`;
  return isCovered(element) ? "is covered by something else when focused" : "";
}

function isCovered(element) {
  const box = element.getClientRects()[0];
  if (!box || isForEarsOnly(element)) return false;
  // The middle of what is seen of it: a long table is longer than the window.
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [above, below] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (left >= right || above >= below) return true;
  const top = document.elementFromPoint((left + right) / 2, (above + below) / 2);
  return !(top && (element.contains(top) || top.contains(element)));
}

/** Text of main as it is seen, without what exists for visitors with, or without, scripts. */
function mainText(apart) {
  const main = document.querySelector("main");
  for (const element of main.querySelectorAll(apart)) element.style.setProperty("display", "none", "important");
  return main.innerText.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
}

/** The boxes of all elements of a selector that are seen. */
function boxes(selector) {
  return [...document.querySelectorAll(selector)].filter(isSeen).map((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { name: element.dataset.place || named(element), place: element.dataset.place || "",
      left, right, top: top + scrollY, bottom: bottom + scrollY };
  });
}

/** Everything of a selector that is seen. */
function seen(selector) {
  return [...document.querySelectorAll(selector)].filter(isSeen).map(named);
}

/** The control that opens the outermost closed thing around an element; focus goes to it. */
function focusOpener(selector) {
  const element = document.querySelector(selector);
  const around = [];
  for (let node = element.parentElement; node; node = node.parentElement) around.unshift(node);
  for (const node of around) {
    const opener = openerOf(node);
    if (opener && isTabStop(opener)) {
      opener.focus();
      return document.activeElement === opener ? named(opener) : "";
    }
  }
  return "";
}

function openerOf(node) {
  if (node.localName === "details" && !node.open) return node.querySelector(":scope > summary");
  if (!node.id) return null;
  const id = CSS.escape(node.id);
  return document.querySelector(
    `[aria-controls~="${id}"][aria-expanded="false"], [popovertarget="${id}"]`);
}
