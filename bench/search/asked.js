/* In the page of the bench: one way to ask each of the three. `ask(query)` gives the first five addresses. */
window.engines = {
  async itagen({ worker, folder }) {
    const running = new Worker(worker);
    const full = (name) => new URL(`${folder}/${name}`, location.href).href;
    let id = 0;
    const ask = (query) => new Promise((resolve, reject) => {
      running.onmessage = ({ data }) => {
        if (data.failed) reject(new Error(data.failed));
        else resolve(data.answer.hits.map((hit) => hit.address));
      };
      running.postMessage({ id: ++id, query, isEnglish: false, index: full("pages.json"), texts: full("texts.json"), year: 0, group: -1, most: 5 });
    });
    return ask;
  },

  /* As the PaperMod theme sets it, but for the whole text wherever it stands. */
  async fuse({ folder }) {
    const [data, { texts }] = await Promise.all(["pages.json", "texts.json"].map(async (name) => (await fetch(`${folder}/${name}`)).json()));
    const pages = data.pages.map(([address, title, code, , , english], at) => ({ address, title: `${code} ${title} ${english}`, text: texts[at] }));
    const { default: Fuse } = await import(new URL("fuse.min.mjs", location.href).href);
    const fuse = new Fuse(pages, { keys: [{ name: "title", weight: 2 }, "text"], threshold: 0.4, ignoreLocation: true, minMatchCharLength: 0 });
    return async (query) => fuse.search(query, { limit: 5 }).map(({ item }) => item.address);
  },

  async pagefind({ folder }) {
    const found = await import(new URL(`${folder}/html/pagefind/pagefind.js`, location.href).href);
    await found.options({ baseUrl: "/" });
    await found.init();
    return async (query) => {
      const { results } = await found.search(query);
      const pages = await Promise.all(results.slice(0, 5).map((result) => result.data()));
      return pages.map((page) => page.meta.address);
    };
  },
};

/** What an engine answers to each query, and how many milliseconds it took; `ready` is the first answer of all. */
window.examine = async (name, places, queries) => {
  const started = performance.now();
  const ask = await window.engines[name](places);
  await ask(queries[0]);
  const ready = performance.now() - started;
  const found = [], took = [];
  for (const query of queries) {
    const asked = performance.now();
    found.push(await ask(query));
    took.push(performance.now() - asked);
  }
  return { ready, found, took };
};
