/* What a visitor is shown for a query. */
const MOST = 100;
const LONGEST = 200;
const FEW = 10;
const GOOD = 0.85;
const PARTLY = 0.6;

/** Hits with their words, how many a choice of year or group leaves, and what was probably meant. */
function answer(engine, typed, { most, year, group, isEnglish }) {
  const query = typed.slice(0, LONGEST);
  let found = search(engine, query);
  let meant = null;
  const other = quality(found) < GOOD ? otherKeyboard(query, engine.lexicon.keyboard) : "";
  if (other) {
    const turned = search(engine, other);
    if (quality(turned) > Math.max(quality(found), LIKELY)) {
      found = turned;
      meant = { query: other, isUsed: true };
    }
  }
  if (!meant && quality(found) < 1) meant = corrected(query, engine);
  const { data } = engine;
  const isOfYear = ({ page }) => !year || data.pages[page][YEAR] === year;
  const isOfGroup = ({ page }) => group < 0 || data.pages[page][GROUP] === group;
  const isPartly = quality(found) < PARTLY;
  const hits = found.hits.slice(0, isPartly ? FEW : MOST);
  const shown = hits.filter((hit) => isOfYear(hit) && isOfGroup(hit));
  return { meant, isPartly, total: shown.length,
    years: counted(hits.filter(isOfGroup).map(({ page }) => data.pages[page][YEAR])),
    groups: counted(hits.filter(isOfYear).map(({ page }) => data.pages[page][GROUP])),
    hits: shown.slice(0, most).map(({ page }) => shownOf(engine, found.asked, page, isEnglish)) };
}

/** How much of the query the best page holds, as a whole or word by word. */
function quality({ hits }) {
  return hits.length ? Math.max(hits[0].isFiled ? 1 : 0, hits[0].phrase, hits[0].covered) : 0;
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts];
}

function shownOf(engine, asked, page, isEnglish) {
  const [address, thai, code, year, group, english] = engine.data.pages[page];
  const codeLength = keyOf(code).length, before = isEnglish && english ? codeLength + keyOf(thai).length : codeLength;
  return { address, code, year, group, isThai: !(isEnglish && english),
    title: titleOf(asked, engine, page, isEnglish && english ? english : thai, before),
    snippet: snippetOf(asked, engine, page) };
}

/** The query with one misspelt part as the word of the site that is nearest to it; null without any. */
function corrected(query, engine) {
  const said = plain(query), codes = codesOf(said);
  const found = [];
  for (const [key, word] of engine.lexicon.words) {
    if (key.length < SHORT) continue;
    const { edits, end } = findNearest(patternOf(codesOf(key)), codes, 0, codes.length);
    if (edits > 0 && edits <= key.length / 5) found.push({ key, word, edits, end, worth: key.length - 4 * edits });
  }
  found.sort((a, b) => b.worth - a.worth);
  for (const { key, word, edits, end } of found.slice(0, 3)) {
    const from = startOf(codesOf(key), codes, end, edits);
    if (!stands(codes.slice(from, end), engine)) {
      return { query: said.slice(0, from) + word + said.slice(end), isUsed: false };
    }
  }
  return null;
}

/** Whether the site has something written just so. */
function stands(codes, { title, text }) {
  const pattern = patternOf(codes);
  return [title, text].some((field) => findNearest(pattern, field.codes, 0, field.codes.length).edits === 0);
}
