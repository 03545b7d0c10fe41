/* Which pages hold which three signs in a row. */
const GRAMS = 1 << 21;

/** Keys of many texts, one behind the other: text n is codes[starts[n]..starts[n + 1]). What stands
    behind a blank line of it, from tails[n], is said in full on other pages. */
function fieldOf(texts) {
  const keys = texts.map(keyOf);
  const starts = new Uint32Array(keys.length + 1), tails = new Uint32Array(keys.length);
  keys.forEach((key, at) => {
    const own = texts[at].indexOf("\n\n");
    tails[at] = starts[at] + (own < 0 ? key : keyOf(texts[at].slice(0, own))).length;
    starts[at + 1] = starts[at] + key.length;
  });
  const codes = new Uint8Array(starts[keys.length]);
  keys.forEach((key, at) => codes.set(codesOf(key), starts[at]));
  return { codes, starts, tails };
}

function gramAt(codes, at) {
  return (codes[at] << 14) | (codes[at + 1] << 7) | codes[at + 2];
}

/** For every gram the pages that hold it: page * 2, and 1 more where it stands in the title. */
function gramsOf(title, text) {
  const count = title.starts.length - 1;
  const from = new Uint32Array(GRAMS + 1);
  const seen = new Int32Array(GRAMS);
  const walk = (take) => {
    for (let page = 0; page < count; page++) {
      for (let field = 1; field >= 0; field--) {
        const { codes, starts } = field ? title : text;
        for (let at = starts[page], last = starts[page + 1] - 2; at < last; at++) {
          const gram = gramAt(codes, at);
          if (seen[gram] !== page + 1) {
            seen[gram] = page + 1;
            take(gram, page * 2 + field);
          }
        }
      }
    }
  };
  walk((gram) => { from[gram + 1]++; });
  for (let gram = 0; gram < GRAMS; gram++) from[gram + 1] += from[gram];
  const pages = new Uint32Array(from[GRAMS]);
  const next = from.slice(0, GRAMS);
  seen.fill(0);
  walk((gram, page) => { pages[next[gram]++] = page; });
  return { from, pages, count };
}

/** Adds to each page's score what the grams of a key tell of it: the rarer a gram, the more. */
function addGrams(grams, codes, scores, weight = 1) {
  const seen = new Set();
  for (let at = 0; at + 2 < codes.length; at++) {
    const gram = gramAt(codes, at);
    if (seen.has(gram)) continue;
    seen.add(gram);
    const start = grams.from[gram], end = grams.from[gram + 1];
    if (start === end) continue;
    const worth = weight * Math.log(1 + grams.count / (end - start));
    for (let entry = start; entry < end; entry++) {
      const page = grams.pages[entry];
      scores[page >> 1] += page & 1 ? 1.5 * worth : worth;
    }
  }
}

/** The pages with the highest scores above 0, best first. */
function bestOf(scores, most) {
  let found = [];
  let floor = 0;
  for (let page = 0; page < scores.length; page++) {
    if (scores[page] <= floor) continue;
    found.push(page);
    if (found.length >= most * 4) {
      found.sort((a, b) => scores[b] - scores[a] || a - b);
      found.length = most;
      floor = scores[found[most - 1]];
    }
  }
  found.sort((a, b) => scores[b] - scores[a] || a - b);
  return found.slice(0, most);
}

/** How rare the rarest three signs of a key are. */
function rarity(codes, { from, count }) {
  let fewest = count;
  for (let at = 0; at + 2 < codes.length; at++) {
    const gram = gramAt(codes, at);
    const held = from[gram + 1] - from[gram];
    if (held) fewest = Math.min(fewest, held);
  }
  return Math.log(1 + (count + 1) / (fewest + 1));
}

/** Whether all three signs in a row of a key stand somewhere: if not, it stands nowhere. */
function mayStand(codes, { from }) {
  for (let at = 0; at + 2 < codes.length; at++) {
    const gram = gramAt(codes, at);
    if (from[gram] === from[gram + 1]) return false;
  }
  return true;
}
