/* The search at work beside the page: reads the index once, answers one query after the other. */
const VERSION = 1;
const engines = {};

async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const data = await response.json();
  if (data.version !== VERSION) throw new Error(`version ${data.version} of ${address}`);
  return data;
}

/** The engine for titles alone, or for titles and texts; made on first use. */
function engineFor({ index, texts }) {
  const name = texts ? "texts" : "titles";
  if (!engines.data) engines.data = read(index);
  if (!engines[name]) {
    engines[name] = Promise.all([engines.data, texts ? read(texts) : null])
      .then(([data, more]) => engineOf(data, more && more.texts));
    engines[name].catch(() => { delete engines[name]; delete engines.data; });
  }
  return engines[name];
}

self.onmessage = async ({ data: asked }) => {
  try {
    const engine = await engineFor(asked);
    self.postMessage({ id: asked.id, groups: engine.data.groups, answer: answer(engine, asked.query, asked) });
  } catch (error) {
    self.postMessage({ id: asked.id, failed: String(error) });
  }
};
