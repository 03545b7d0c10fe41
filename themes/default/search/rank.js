/* From a query to pages, best first. */
const CANDIDATES = 120;
const SCANNED = 40;
const LIKELY = 0.8;
/* What each thing is worth was found by trying on the exam of bench/search; a third more or less changes little. */
const WORTH = { phrase: 2, phraseInTitle: 0.6, words: 1.6, wholeTitle: 0.5, number: 6, year: 0.7, yearInTitle: 0.5 };
const [WITHOUT_YEAR, REWORDED, REPEATED, IN_TEXT, IN_PIECES] = [0.97, 0.95, 0.9, 0.7, 0.8];
const LEAST = { phrase: 0.6, covered: 0.34, word: 0.74 };
const [ADDRESS, TITLE, CODE, YEAR, GROUP, TITLE_EN] = [0, 1, 2, 3, 4, 5];

/** Everything that a search needs, out of the files that a build writes; without texts it knows titles alone. */
function engineOf(data, texts) {
  const title = fieldOf(data.pages.map((page) => `${page[CODE]} ${page[TITLE]} ${page[TITLE_EN]}`));
  const text = fieldOf(texts || data.pages.map(() => ""));
  const names = data.pages.map((page) => keyOf(page[TITLE]).length);
  const numbers = data.pages.map((page) => page[CODE].replace(/^\p{L}+0*/u, ""));
  return { data, texts, title, text, names, numbers, grams: gramsOf(title, text), lexicon: lexiconOf(data) };
}

/** A key made ready to be looked for; what only means the same must stand there as it is. */
function soughtOf(key, isTyped = true) {
  const codes = codesOf(key);
  return { key, codes, pattern: patternOf(codes), isTyped };
}

/** What a query may mean as a whole: what was typed, with and without its year and code, and synonyms. */
function meaningsOf(query, parts, lexicon) {
  const rest = keyOf(parts.rest);
  const keys = new Map([[rest, 1]]);
  if (!keys.has(keyOf(query))) keys.set(keyOf(query), WITHOUT_YEAR);
  for (const key of rewordings(parts.terms, lexicon)) if (!keys.has(key)) keys.set(key, REWORDED);
  keys.delete("");
  return [...keys].map(([key, worth]) => ({ worth, ...soughtOf(key, worth > REWORDED) }));
}

/** The words of a query with what each may be instead, and what each is worth. */
function wishesOf(terms, lexicon, grams) {
  return terms.filter((term) => !lexicon.stop.has(term)).map((term) => {
    const pieces = piecesOf(term, lexicon).map((piece) => wishOf(piece, lexicon, grams));
    return { ...wishOf(term, lexicon, grams), pieces };
  });
}

function wishOf(term, lexicon, grams) {
  const forms = [soughtOf(term), ...synonymsOf(term, lexicon).map((key) => soughtOf(key, false))];
  const worth = Math.max(...forms.filter(({ codes, isTyped }) => isTyped || mayStand(codes, grams))
    .map(({ codes }) => Math.sqrt(codes.length) * rarity(codes, grams)));
  return { forms, pieces: [], worth };
}

/** How much of what is looked for stands in a field of a page: 1 all, 0 hardly anything. */
function likeness(sought, { codes, starts, tails }, page) {
  const own = partLikeness(sought, codes, starts[page], tails[page]);
  const end = starts[page + 1];
  return own === 1 || tails[page] === end ? own : Math.max(own, REPEATED * partLikeness(sought, codes, tails[page], end));
}

function partLikeness({ pattern, isTyped }, codes, from, to) {
  const { edits } = findNearest(pattern, codes, from, to);
  return isTyped || edits === 0 ? 1 - edits / pattern.length : 0;
}

/** The pages for a query, best first, with what was looked for. */
function search(engine, query) {
  const { lexicon, grams } = engine;
  const parts = partsOf(query, lexicon);
  const asked = { ...parts, meanings: meaningsOf(query, parts, lexicon), wishes: wishesOf(parts.terms, lexicon, grams) };
  const pages = new Set([...candidates(engine, asked), ...filedUnder(engine, asked)]);
  let hits = [...pages].map((page) => judged(engine, page, asked));
  if (asked.meanings.length && !hits.some((hit) => hit.phrase >= LIKELY)) {
    const more = scanned(engine, asked.meanings[0]).filter((page) => !pages.has(page));
    hits = hits.concat(more.map((page) => judged(engine, page, asked)));
  }
  hits = hits.filter((hit) => hit.isFiled || hit.phrase >= LEAST.phrase || hit.covered >= LEAST.covered);
  hits.sort((a, b) => b.score - a.score || a.page - b.page);
  return { hits, asked };
}

/** The pages that share most with a query, three signs by three. */
function candidates({ grams, data }, { meanings, wishes }) {
  const scores = new Float32Array(data.pages.length);
  for (const { codes, worth } of meanings) addGrams(grams, codes, scores, worth);
  for (const { forms } of wishes.flatMap((wish) => [wish, ...wish.pieces])) {
    for (const { codes } of forms) addGrams(grams, codes, scores, IN_TEXT);
  }
  return bestOf(scores, CANDIDATES);
}

/** The pages of the items that a query names, or of its years where it asks for nothing else. */
function filedUnder({ data, numbers }, asked) {
  if (!asked.numbers.length && (asked.meanings.length > 1 || !asked.years.length)) return [];
  const all = data.pages.map((_, page) => page);
  if (asked.numbers.length) return all.filter((page) => asked.numbers.includes(numbers[page]));
  return all.filter((page) => asked.years.includes(data.pages[page][YEAR])).slice(0, CANDIDATES);
}

/** The pages that hold something like a pattern, each looked at from end to end. */
function scanned({ title, text, data }, sought) {
  const scores = new Float32Array(data.pages.length);
  for (let page = 0; page < scores.length; page++) {
    const found = Math.max(likeness(sought, title, page), likeness(sought, text, page));
    if (found >= 0.5) scores[page] = found;
  }
  return bestOf(scores, SCANNED);
}

/** How well a page answers: the query as a whole, word by word, and what is known of the page. */
function judged({ data, title, text, names, numbers }, page, asked) {
  let phrase = 0, inTitle = 0;
  for (const meaning of asked.meanings) {
    const above = likeness(meaning, title, page) * meaning.worth;
    inTitle = Math.max(inTitle, above);
    phrase = Math.max(phrase, above, likeness(meaning, text, page) * meaning.worth);
  }
  const covered = coverage(asked.wishes, title, text, page);
  const length = asked.meanings.length ? asked.meanings[0].key.length : 0;
  const tight = inTitle > 0.9 ? Math.min(1, length / names[page]) : 0;
  const isNumber = asked.numbers.includes(numbers[page]), isYear = asked.years.includes(data.pages[page][YEAR]);
  const namesYear = asked.years.some((year) => data.pages[page][TITLE].includes(year));
  const score = WORTH.phrase * phrase ** 3 + WORTH.phraseInTitle * inTitle ** 3 + WORTH.words * covered
    + WORTH.wholeTitle * tight + (isNumber ? WORTH.number : 0)
    + (isYear ? WORTH.year : namesYear ? WORTH.yearInTitle : 0);
  return { page, score, phrase, covered, isFiled: isNumber || (isYear && asked.meanings.length < 2) };
}

/** Which part of the wishes a page meets, each by its worth; the title counts more than the text. */
function coverage(wishes, title, text, page) {
  let worth = 0, met = 0;
  for (const wish of wishes) {
    let best = 0;
    for (const form of wish.forms) {
      best = Math.max(best, fit(likeness(form, title, page)), IN_TEXT * fit(likeness(form, text, page)));
    }
    if (best === 0 && wish.pieces.length) best = IN_PIECES * coverage(wish.pieces, title, text, page);
    worth += wish.worth;
    met += wish.worth * best;
  }
  return worth ? met / worth : 0;
}

/** What a likeness of a word is worth: nothing where more than a quarter of it is different. */
function fit(likeness) {
  return likeness >= LEAST.word ? likeness ** 3 : 0;
}
