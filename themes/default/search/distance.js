/* How nearly a pattern stands somewhere within a text: Myers' bit-parallel form of Sellers' algorithm
   (G. Myers, "A fast bit-vector algorithm for approximate string matching", 1999), 32 signs a block. */

/** A pattern made ready: which of its places hold each sign. */
function patternOf(codes) {
  const blocks = Math.max(1, Math.ceil(codes.length / 32));
  const places = new Int32Array(128 * blocks);
  for (let at = 0; at < codes.length; at++) places[codes[at] * blocks + (at >> 5)] |= 1 << (at & 31);
  return { length: codes.length, blocks, places, last: 1 << ((codes.length - 1) & 31),
    plus: new Int32Array(blocks), minus: new Int32Array(blocks) };
}

const nearest = { edits: 0, end: 0 };

/** The fewest edits that make the pattern a part of text[from..to), and where that part ends; in `nearest`. */
function findNearest(pattern, text, from, to, enough = 0) {
  nearest.edits = pattern.length;
  nearest.end = from;
  if (pattern.blocks === 1) findInOne(pattern, text, from, to, enough);
  else findInMany(pattern, text, from, to, enough);
  return nearest;
}

/** Where the part begins that ends at a place and takes so many edits: the pattern looked for backwards. */
function startOf(codes, text, end, edits, from = 0) {
  const before = text.slice(Math.max(from, end - codes.length - edits), end).reverse();
  return end - findNearest(patternOf(codes.slice().reverse()), before, 0, before.length, edits).end;
}

function findInOne(pattern, text, from, to, enough) {
  const { places, last, length } = pattern;
  let plus = -1, minus = 0, edits = length, least = length, end = from;
  for (let at = from; at < to; at++) {
    const same = places[text[at]];
    const vertical = same | minus;
    const level = (((same & plus) + plus) ^ plus) | same;
    let up = minus | ~(level | plus);
    let down = plus & level;
    if (up & last) edits++;
    else if (down & last) edits--;
    up <<= 1;
    down <<= 1;
    plus = down | ~(vertical | up);
    minus = up & vertical;
    if (edits < least || (edits === least && at === end)) {
      least = edits;
      end = at + 1;
      if (least <= enough) break;
    }
  }
  nearest.edits = least;
  nearest.end = end;
}

function findInMany(pattern, text, from, to, enough) {
  const { places, blocks, last, length, plus, minus } = pattern;
  plus.fill(-1);
  minus.fill(0);
  let edits = length, least = length, end = from;
  for (let at = from; at < to; at++) {
    const row = text[at] * blocks;
    let carried = 0;
    for (let block = 0; block < blocks; block++) {
      const mask = block === blocks - 1 ? last : 1 << 31;
      let same = places[row + block];
      const vertical = same | minus[block];
      if (carried < 0) same |= 1;
      const level = (((same & plus[block]) + plus[block]) ^ plus[block]) | same;
      let up = minus[block] | ~(level | plus[block]);
      let down = plus[block] & level;
      const next = (up & mask) !== 0 ? 1 : (down & mask) !== 0 ? -1 : 0;
      up <<= 1;
      down <<= 1;
      if (carried < 0) down |= 1;
      else if (carried > 0) up |= 1;
      plus[block] = down | ~(vertical | up);
      minus[block] = up & vertical;
      carried = next;
    }
    edits += carried;
    if (edits < least || (edits === least && at === end)) {
      least = edits;
      end = at + 1;
      if (least <= enough) break;
    }
  }
  nearest.edits = least;
  nearest.end = end;
}
