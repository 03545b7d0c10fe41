/* What a hit shows: its title and the part of its text that answers, with the found words marked. */
const AROUND = 70;
const SHOWN = 200;
const CLUSTER = /(?:เเ|[^])(?:[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u00ad\u200b-\u200f\u2060\ufeff]|\u0e4d[\u0e48-\u0e4b]?\u0e32)*/gu;

/** Where each sign of the key of a text stands in the text itself: its first and last place. */
function mapOf(text) {
  const from = [], to = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    for (let at = keyOf(cluster).length; at > 0; at--) {
      from.push(index);
      to.push(index + cluster.length);
    }
  }
  return { from, to };
}

/** The places of a field where the query stands: as a whole, else word by word. */
function placesOf({ meanings, wishes }, field, page) {
  const start = field.starts[page], end = field.starts[page + 1];
  const placed = ({ pattern, codes, isTyped }) => {
    const { edits, end: last } = findNearest(pattern, field.codes, start, end);
    if (edits > (isTyped ? pattern.length / 4 : 0)) return [];
    return [[startOf(codes, field.codes, last, edits, start) - start, last - start]];
  };
  for (const meaning of meanings) {
    const found = placed(meaning);
    if (found.length) return found;
  }
  return wishes.flatMap(({ forms }) => forms.map(placed).find((found) => found.length) || []);
}

/** A text cut at its marks: [words, is marked] one behind the other. */
function segmentsOf(text, marks, from, to) {
  const inside = marks.filter(([start, end]) => end > from && start < to).sort((a, b) => a[0] - b[0]);
  const segments = [];
  let at = from;
  for (const [start, end] of inside) {
    if (start > at) segments.push([text.slice(at, start), false]);
    if (end > at) segments.push([text.slice(Math.max(at, start), Math.min(end, to)), true]);
    at = Math.max(at, Math.min(end, to));
  }
  if (at < to) segments.push([text.slice(at, to), false]);
  return segments;
}

/** A title with what was found in it. `before` is what stands ahead of it in the field. */
function titleOf(asked, engine, page, text, before) {
  const map = mapOf(text), length = map.from.length;
  const marks = placesOf(asked, engine.title, page)
    .map(([start, end]) => [start - before, Math.min(end - before, length)])
    .filter(([start, end]) => start >= 0 && end > start)
    .map(([start, end]) => [map.from[start], map.to[end - 1]]);
  return segmentsOf(text, marks, 0, text.length);
}

/** The part of a page's text around what was found, or how it begins. */
function snippetOf(asked, engine, page) {
  const text = engine.texts ? engine.texts[page] : "";
  const map = mapOf(text);
  const marks = placesOf(asked, engine.text, page)
    .filter(([start, end]) => end > start).map(([start, end]) => [map.from[start], map.to[end - 1]]);
  const first = marks.length ? Math.min(...marks.map(([start]) => start)) : 0;
  const from = first <= AROUND ? 0 : breakBefore(text, first);
  const to = endBefore(text, from + SHOWN);
  const segments = segmentsOf(text, marks, from, to);
  if (from > 0) segments.unshift(["… ", false]);
  if (to < text.length) segments.push([" …", false]);
  return segments;
}

/** The last space or line's end before a place; far from any, where no letter loses its marks. */
function endBefore(text, place) {
  if (place >= text.length) return text.length;
  const space = Math.max(text.lastIndexOf(" ", place), text.lastIndexOf("\n", place));
  if (space > place - AROUND) return space;
  let end = place;
  while (/[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]/.test(text[end]) || /[\u0e40-\u0e44]/.test(text[end - 1])) end--;
  return end;
}

/** The last line, space or word's begin before a place, not too far from it. */
function breakBefore(text, place) {
  const near = text.slice(place - AROUND, place);
  const line = near.indexOf("\n"), space = near.indexOf(" ");
  if (line >= 0) return place - AROUND + line + 1;
  return space >= 0 ? place - AROUND + space + 1 : place - (near.match(/[\u0e40-\u0e44]?[\u0e01-\u0e2e][^\u0e01-\u0e2e\u0e40-\u0e44]*$/u) || [""])[0].length;
}
