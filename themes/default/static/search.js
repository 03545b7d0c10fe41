/* The search on a page: titles proposed in the bar, results on its own page. The worker finds them. */
(() => {
  "use strict";
  const WAIT = 120;
  const PROPOSED = 8;
  const PAGE = 20;
  const isEnglish = document.documentElement.lang === "en";

  /** Asks the worker; the answer to the newest question alone is shown. */
  function asker({ worker: address, index, texts }) {
    const worker = new Worker(address);
    const full = (path) => new URL(path, location.href).href;
    let last = 0;
    let waiting = null;
    worker.onmessage = ({ data }) => { if (data.id === last) waiting(data); };
    worker.onerror = () => waiting && waiting({ failed: "worker" });
    const root = new URL("..", full(index)).href;
    return {
      ask(query, wish, show) {
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

  function made(name, content = [], attributes = {}) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...[].concat(content));
    return element;
  }

  const marked = (segments) => segments.map(([words, isMarked]) => (isMarked ? made("mark", words) : words));
  const lang = (hit) => (isEnglish && hit.isThai ? { lang: "th" } : {});

  function later(act) {
    let timer = 0;
    return () => { clearTimeout(timer); timer = setTimeout(act, WAIT); };
  }

  /** The field on top of a page as a combobox: arrows choose, Enter opens, Escape closes. */
  function bar(form) {
    const input = form.querySelector("input"), list = form.querySelector("ul"), told = form.querySelector("[data-told]");
    const worker = asker(form.dataset);
    let links = [];
    let chosen = -1;
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
    list.setAttribute("role", "listbox");

    function close() {
      worker.forget();
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
    function show({ answer, groups }) {
      if (!answer) return;
      links = answer.hits.map(worker.href);
      list.replaceChildren(...answer.hits.map((hit, at) => made("li",
        [made("span", [hit.code ? `${hit.code} ` : "", ...marked(hit.title)], lang(hit)), made("small", about(hit, groups))],
        { role: "option", id: `search-found-${at}`, "aria-selected": "false" })));
      chosen = -1;
      list.hidden = links.length === 0;
      input.setAttribute("aria-expanded", String(links.length > 0));
      told.textContent = told.dataset.words.replace("#", links.length);
    }
    input.addEventListener("input", later(() => {
      if (input.value.trim()) worker.ask(input.value, { most: PROPOSED }, show); else close();
    }));
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || list.hidden) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) choose((chosen + step + links.length + 1 + (chosen + step < -1 ? 1 : 0)) % (links.length + 1) === links.length ? -1 : chosen + step);
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
    form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
    if (input.value.trim()) worker.ask(input.value, { most: PROPOSED }, show);
  }

  function about({ year, group }, groups) {
    const yearWord = isEnglish ? "Year" : "ปี";
    return [year ? `${yearWord} ${year}` : "", groups[group][isEnglish ? 1 : 0]].filter(Boolean).join(" · ");
  }

  /** The page of the search: results as one types, kept in the address. */
  function whole(form) {
    const input = form.querySelector("input"), result = document.querySelector("[data-search-result]");
    const [told, meant, tips, hits, more] = ["told", "meant", "tips", "hits", "more"].map((name) => result.querySelector(`[data-${name}]`));
    const facets = Object.fromEntries([...form.querySelectorAll("select")].map((select) => [select.dataset.facet, select]));
    const worker = asker(form.dataset);
    let most = PAGE;

    function ask() {
      const query = input.value.trim();
      history.replaceState(null, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
      if (!query) { worker.forget(); clear(); return; }
      told.textContent ||= told.dataset.waiting;
      worker.ask(query, { whole: true, most, year: Number(facets.year.value), group: facets.group.value === "" ? -1 : Number(facets.group.value) }, show);
    }
    function clear() {
      told.textContent = "";
      hits.replaceChildren();
      meant.hidden = tips.hidden = more.hidden = true;
    }
    function show({ answer, groups, failed }) {
      clear();
      if (failed) { told.textContent = told.dataset.failed; return; }
      told.textContent = told.dataset[answer.total ? (answer.isPartly ? "partly" : "found") : "none"].replace("#", answer.total || input.value.trim());
      tips.hidden = answer.total > 0 && !answer.isPartly;
      hits.replaceChildren(...answer.hits.map((hit) => row(hit, groups)));
      more.hidden = answer.hits.length >= answer.total;
      options(facets.year, answer.years.filter(([year]) => year).sort((a, b) => b[0] - a[0]), (year) => year);
      options(facets.group, answer.groups, (group) => groups[group][isEnglish ? 1 : 0]);
      if (answer.meant) showMeant(answer.meant);
    }
    function row(hit, groups) {
      const title = [hit.code ? `${hit.code} ` : "", ...marked(hit.title)];
      return made("li", [made("p", made("a", title, { href: worker.href(hit), ...lang(hit) })),
        made("p", about(hit, groups), { class: "soft" }), made("p", marked(hit.snippet), isEnglish ? { lang: "th" } : {})]);
    }
    function options(select, counts, named) {
      const kept = select.value;
      if (kept && !counts.some(([value]) => String(value) === kept)) counts = [...counts, [kept, 0]];
      select.replaceChildren(made("option", select.dataset.all, { value: "" }),
        ...counts.map(([value, count]) => made("option", `${named(value)} (${count})`, { value })));
      select.value = kept;
    }
    function showMeant({ query, isUsed }) {
      const [before, after] = meant.dataset[isUsed ? "used" : "perhaps"].split("#");
      const link = made("a", query, { href: `?${new URLSearchParams({ q: query })}` });
      link.addEventListener("click", (event) => { event.preventDefault(); input.value = query; anew(); });
      meant.replaceChildren(before, link, after);
      meant.hidden = false;
    }
    function anew() { most = PAGE; ask(); }
    input.addEventListener("input", later(anew));
    form.addEventListener("submit", (event) => { event.preventDefault(); anew(); });
    form.addEventListener("change", (event) => { if (event.target !== input) anew(); });
    more.addEventListener("click", () => {
      const shown = hits.children.length;
      most += PAGE;
      const focus = new MutationObserver(() => {
        focus.disconnect();
        const next = hits.children[shown];
        if (next) next.querySelector("a").focus();
      });
      focus.observe(hits, { childList: true });
      ask();
    });
    input.value = new URLSearchParams(location.search).get("q") || input.value;
    ask();
  }

  for (const form of document.querySelectorAll("form[data-search]")) {
    if (form.hasAttribute("data-whole")) whole(form); else bar(form);
  }
})();
