/* A query taken apart: codes, years, words; what else it may mean. */
const SHORT = 4;
const MOST_REWORDINGS = 8;

/** What a site knows of words, made ready once. */
function lexiconOf(data) {
  const codes = data.pages.map((page) => plain(page[CODE])).filter(Boolean);
  const letters = [...new Set(codes.map((code) => /^\p{L}*/u.exec(code)[0]))].filter(Boolean);
  const words = new Map(data.words.map((word) => [keyOf(word), word]));
  const stop = new Set(data.stop.map(keyOf));
  const same = [...data.months, ...data.synonyms].map((group) => group.map(keyOf));
  const known = new Set([...words.keys(), ...stop, ...same.flat()]);
  return { words, stop, same, known, keyboard: data.keyboard, codes: new Set(codes),
    months: new Set(data.months.flat().map(keyOf)), years: new Set(data.pages.map((page) => page[YEAR]).filter(Boolean)),
    item: itemPattern(letters, data), longest: Math.max(1, ...[...known].map((word) => word.length)) };
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** `o12`, `ข้อ 12`, `0-12`, `ตัวชี้วัด 9.1`: words for an item, the letter of its code or what is typed for it. */
function itemPattern(letters, { item, letters: alike }) {
  const typed = letters.flatMap((letter) => [letter, ...(alike[letter] || [])]).map(escaped).join("|") || "(?!)";
  const named = item.map(escaped).join("|");
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:(?:(?:${named})\\s*(?:${typed})?|(?:${typed}))[\\s._–-]*0*([1-9]\\d?(?:\\.\\d+)?)|(\\d+\\.\\d+))(?![\\p{L}\\p{M}\\p{N}]|[ -]\\d)`, "gu");
}

const YEAR_WORDS = /(?:(?:ประจำ)?ปี(?:งบ(?:ประมาณ)?)?)?\s*(?:พ\s?\.?\s?ศ\s?\.?|ค\s?\.?\s?ศ\s?\.?)?\s*(?<!\d)(\d{4}|\d\d)(?!\d)/gu;
const DOT_WITHIN = /(?<=[\u0e01-\u0e3a])\.(?=[\u0e01-\u0e2e])/g;

/** Numbers of items, years, and what remains of the query: `ป.ป.ช.` is one word. */
function partsOf(query, lexicon) {
  const numbers = [], years = [];
  let rest = plain(query).replace(lexicon.item, (all, number, bare) => {
    if (bare && !lexicon.codes.has(bare)) return all;
    numbers.push(number || bare);
    return " ";
  }).replace(DOT_WITHIN, "");
  const isOfDay = rest.split(SIGNS).some((word) => lexicon.months.has(word));
  rest = rest.replace(YEAR_WORDS, (all, digits) => {
    const year = yearOf(digits, lexicon);
    if (!year) return all;
    if (isOfDay) return ` ${year}`;
    years.push(year);
    return " ";
  });
  return { numbers, years, rest, terms: termsOf(rest, lexicon) };
}

/** The year that digits mean: 2566, 66 or 2023; 0 where the site has no such year. */
function yearOf(digits, { years }) {
  const number = Number(digits);
  const full = digits.length === 2 ? 2500 + number : number < 2200 ? number + 543 : number;
  if (digits.length === 4 && full > 2400 && full < 2700) return full;
  return years.has(full) ? full : 0;
}

/** Words of a text: at spaces and signs, and within Thai by the words that the site knows. */
function termsOf(rest, lexicon) {
  const runs = rest.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  return runs.flatMap((run) => mended(segmented(run, lexicon), lexicon));
}

/** What is misspelt falls into unknown signs and short words around them: these are one word again. */
function mended(terms, { known }) {
  const found = [];
  let weak = [];
  const close = () => {
    found.push(...(weak.some((term) => !known.has(term)) ? [weak.join("")] : weak));
    weak = [];
  };
  for (const term of terms) {
    if (term.length < SHORT || !known.has(term)) { weak.push(term); continue; }
    close();
    found.push(term);
  }
  close();
  return found;
}

/** The cut with the fewest signs outside known words, and then the fewest words. */
function segmented(run, { known, longest }) {
  const best = [{ cost: 0, from: 0, known: true }];
  for (let end = 1; end <= run.length; end++) {
    const before = best[end - 1];
    let found = { cost: before.cost + 10 + (before.known ? 1 : 0), from: before.known ? end - 1 : before.from, known: false };
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const cost = best[start].cost + 1;
      if (cost < found.cost && known.has(run.slice(start, end))) found = { cost, from: start, known: true };
    }
    best.push(found);
  }
  const terms = [];
  for (let end = run.length; end > 0; end = best[end].from) terms.unshift(run.slice(best[end].from, end));
  return terms;
}

const cutter = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("th", { granularity: "word" }) : null;

/** What the browser takes for words in a run that the site does not know. */
function piecesOf(term, { known, stop }) {
  if (!cutter || known.has(term)) return [];
  const pieces = [...cutter.segment(term)].map(({ segment }) => segment);
  return pieces.length < 2 ? [] : pieces.filter((piece) => piece.length > 2 && !stop.has(piece));
}

/** What means the same as a word. */
function synonymsOf(term, { same }) {
  return [...new Set(same.filter((group) => group.includes(term)).flat())].filter((other) => other !== term);
}

/** The words as one, each in turn replaced by what means the same. */
function rewordings(terms, lexicon) {
  return terms.flatMap((term, at) => synonymsOf(term, lexicon)
    .map((other) => [...terms.slice(0, at), other, ...terms.slice(at + 1)].join(""))).slice(0, MOST_REWORDINGS);
}

/** What the same keys give on the other keyboard; nothing where that is no word. */
function otherKeyboard(query, [latin, thai]) {
  const isThai = /[\u0e01-\u0e5b]/.test(query);
  const from = isThai ? thai : latin, to = isThai ? latin : thai;
  const other = [...query].map((sign) => { const at = from.indexOf(sign); return at < 0 ? sign : to[at]; }).join("");
  const letters = other.match(isThai ? /[a-z0-9]/gi : /[\u0e01-\u0e4e\u0e50-\u0e59]/g) || [];
  return letters.length > 1 && letters.length >= 0.8 * other.replace(/\s/g, "").length ? other : "";
}
