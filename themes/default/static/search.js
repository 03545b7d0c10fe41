/* The search on a page: titles proposed in the bar, results on its own page. The worker finds them. */
(() => {
  "use strict";
  const WAIT = 120;
  const PROPOSED = 8;
  const PAGE = 20;
  const isEnglish = document.documentElement.lang === "en";

  /** Asks the worker; the answer to the newest question alone is shown. */
  function asker({ worker: address, index, texts }) {
    const worker = started(address);
    const full = (path) => new URL(path, location.href).href;
    let last = 0;
    let waiting = null;
    if (worker) {
      worker.onmessage = ({ data }) => { if (data.id === last) waiting(data); };
      worker.onerror = () => waiting && waiting({ failed: "worker" });
    }
    const root = new URL("..", full(index)).href;
    return {
      ask(query, wish, show) {
        if (!worker) { show({ failed: "worker" }); return; }
        waiting = show;
        worker.postMessage({ id: ++last, query, isEnglish, index: full(index), texts: wish.whole ? full(texts) : null,
          year: wish.year || 0, group: wish.group === undefined ? -1 : wish.group, most: wish.most });
      },
      forget() { last++; },
      /** The file of a page, in the language of the reader where the page has it. */
      href({ address, isThai }) {
        const [page, place] = `${isEnglish && !isThai ? "en/" : ""}${address}`.split("#");
        return `${root}${page}${page === "" || page.endsWith("/") ? "index.html" : ""}${place ? `#${encodeURIComponent(place)}` : ""}`;
      },
    };
  }

  /** The worker; nothing where the browser lets none run, as on pages opened from a disk. */
  function started(address) {
    try { return new Worker(address); } catch (error) { return null; }
  }

  function made(name, content = [], attributes = {}) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...[].concat(content));
    return element;
  }

  const marked = (segments) => segments.map(([words, isMarked]) => (isMarked ? made("mark", words) : words));
  const lang = (isThai) => (isEnglish && isThai ? { lang: "th" } : {});
  const hasThai = (words) => /[\u0e01-\u0e5b]/.test(words);

  /** Acts when nothing more has been typed for a moment. */
  function later(act) {
    let timer = 0;
    const stop = () => clearTimeout(timer);
    return { stop, start() { stop(); timer = setTimeout(act, WAIT); } };
  }

  /** Words of the theme with something in the place of their `#`. */
  function filled(words, what) {
    const [before, after] = words.split("#");
    return before + what + after;
  }

  /** The field on top of a page as a combobox: arrows choose, Enter opens, Escape closes. */
  function bar(form) {
    const input = form.querySelector("input"), list = form.querySelector("ul"), told = form.querySelector("[data-told]");
    const worker = asker(form.dataset);
    const typing = later(ask);
    let links = [];
    let chosen = -1;
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
    list.setAttribute("role", "listbox");

    function ask() {
      if (input.value.trim()) worker.ask(input.value, { most: PROPOSED }, show); else close();
    }
    function close() {
      typing.stop();
      worker.forget();
      told.textContent = "";
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    }
    function choose(at) {
      chosen = at;
      [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
      if (at < 0) { input.removeAttribute("aria-activedescendant"); return; }
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
    /** One further down, or up; between the last and the first comes the field itself, -1. */
    function move(step) {
      if (step > 0) choose(chosen === links.length - 1 ? -1 : chosen + 1);
      else choose(chosen === -1 ? links.length - 1 : chosen - 1);
    }
    function show({ answer, groups }) {
      if (!answer) return;
      links = answer.hits.map(worker.href);
      list.replaceChildren(...answer.hits.map((hit, at) => made("li",
        [made("span", [hit.code ? `${hit.code} ` : "", ...marked(hit.title)], lang(hit.isThai)), made("small", about(hit, groups))],
        { role: "option", id: `search-found-${at}`, "aria-selected": "false" })));
      choose(-1);
      list.hidden = links.length === 0;
      input.setAttribute("aria-expanded", String(links.length > 0));
      told.textContent = links.length ? filled(told.dataset.words, links.length) : told.dataset.none;
    }
    input.addEventListener("input", typing.start);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || list.hidden) return;
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && chosen >= 0) location.href = links[chosen];
      else return;
      event.preventDefault();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const at = [...list.children].indexOf(event.target.closest("li"));
      if (at >= 0) location.href = links[at];
    });
    input.addEventListener("blur", close);
    if (document.activeElement === input) ask();
  }

  const groupName = (group) => group[isEnglish ? 1 : 0];

  function about({ year, group }, groups) {
    const name = groupName(groups[group]);
    return [year ? `${isEnglish ? "Year" : "ปี"} ${year} · ` : "", made("span", name, lang(hasThai(name)))];
  }

  const asked = () => new URLSearchParams(location.search).get("q") || "";
  const addressOf = (query) => `?${new URLSearchParams({ q: query })}`;

  /** The page of the search: results as one types, kept in the address. */
  function whole(form) {
    const input = form.querySelector("input"), result = document.querySelector("[data-search-result]");
    const [told, meant, tips, hits, more] = ["told", "meant", "tips", "hits", "more"].map((name) => result.querySelector(`[data-${name}]`));
    const facets = Object.fromEntries([...form.querySelectorAll("select")].map((select) => [select.dataset.facet, select]));
    const worker = asker(form.dataset);
    const typing = later(anew);
    let most = PAGE;

    function ask(showing = show) {
      const query = input.value.trim();
      keep(query);
      if (!query) { worker.forget(); clear(); return; }
      told.textContent ||= told.dataset.waiting;
      worker.ask(query, { whole: true, most, year: Number(facets.year.value), group: facets.group.value === "" ? -1 : Number(facets.group.value) }, showing);
    }
    /** Keeps the query in the address; one that is there already stays, and with it a place. */
    function keep(query) {
      if (query === asked()) return;
      history.replaceState(null, "", query ? addressOf(query) : location.pathname);
    }
    function clear() {
      told.textContent = "";
      hits.replaceChildren();
      meant.hidden = tips.hidden = more.hidden = true;
    }
    function show({ answer, groups, failed }) {
      clear();
      if (failed) { told.textContent = told.dataset.failed; return; }
      told.textContent = answer.total ? filled(told.dataset[answer.isPartly ? "partly" : "found"], answer.total) : filled(told.dataset.none, input.value.trim());
      tips.hidden = answer.total > 0 && !answer.isPartly;
      hits.replaceChildren(...answer.hits.map((hit) => row(hit, groups)));
      more.hidden = answer.hits.length >= answer.total;
      options(facets.year, answer.years.filter(([year]) => year).sort((a, b) => b[0] - a[0]), (year) => year);
      options(facets.group, answer.groups, (group) => groupName(groups[group]));
      if (answer.meant) showMeant(answer.meant);
    }
    function row(hit, groups) {
      const title = [hit.code ? `${hit.code} ` : "", ...marked(hit.title)];
      return made("li", [made("p", made("a", title, { href: worker.href(hit), ...lang(hit.isThai) })),
        made("p", about(hit, groups), { class: "soft" }), made("p", marked(hit.snippet), lang(true))]);
    }
    function options(select, counts, named) {
      const kept = select.value;
      if (kept && !counts.some(([value]) => String(value) === kept)) counts = [...counts, [kept, 0]];
      select.replaceChildren(made("option", select.dataset.all, { value: "" }),
        ...counts.map(([value, count]) => made("option", `${named(value)} (${count})`, { value, ...lang(hasThai(named(value))) })));
      select.value = kept;
    }
    function showMeant({ query, isUsed }) {
      const [before, after] = meant.dataset[isUsed ? "used" : "perhaps"].split("#");
      const link = made("a", query, { href: addressOf(query), ...lang(hasThai(query)) });
      link.addEventListener("click", (event) => { event.preventDefault(); input.value = query; anew(); input.focus(); });
      meant.replaceChildren(before, link, after);
      meant.hidden = false;
    }
    function anew() {
      typing.stop();
      most = PAGE;
      ask();
    }
    input.addEventListener("input", typing.start);
    form.addEventListener("submit", (event) => { event.preventDefault(); anew(); });
    form.addEventListener("change", (event) => { if (event.target !== input) anew(); });
    more.addEventListener("click", () => {
      const shown = hits.children.length;
      most += PAGE;
      ask((found) => {
        show(found);
        if (hits.children[shown]) hits.children[shown].querySelector("a").focus();
      });
    });
    input.value ||= asked();
    ask();
  }

  for (const form of document.querySelectorAll("form[data-search]")) {
    if (form.hasAttribute("data-whole")) whole(form); else bar(form);
  }
})();
