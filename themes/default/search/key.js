/* The key of a text: what two spellings of it have in common. docs/search.md names the steps one by one;
   `key` in itagen/text.py takes the same, and tests/data/search_keys.json proves it of both. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;
const FONT_GLYPH = /[\uf700-\uf71a]/g;
const GLYPHS = "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์\u0e38\u0e39\u0e3a";
const MENDED = [
  [/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33"],
  [/\u0e40\u0e40/g, "\u0e41"],
  [/([\u0e48-\u0e4b]+)([\u0e31\u0e34-\u0e3a]+)/g, "$2$1"],
  [/([\u0e48-\u0e4b])\u0e4d\u0e32/g, "$1\u0e33"],
  [/\u0e33([\u0e48-\u0e4b])/g, "$1\u0e33"],
  [/([\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])\1+/g, "$1"],
  [/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)],
  [/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)],
];
const SIGNS = /[^\p{L}\p{M}\p{N}]+/gu;

/** One spelling of each syllable, Arabic digits, lower case; spaces and signs stay. */
function plain(text) {
  let found = text.replace(UNSEEN, "").replace(FONT_GLYPH, (sign) => GLYPHS[sign.charCodeAt(0) - 0xf700]).normalize("NFC");
  for (const [pattern, instead] of MENDED) found = found.replace(pattern, instead);
  return found.normalize("NFC").toLowerCase();
}

/** The same without spaces and signs. */
function keyOf(text) {
  return plain(text).replace(SIGNS, "");
}

/** Every sign of a key as a number below 128, so that three of them make one of 21 bits. */
function codesOf(key) {
  const codes = new Uint8Array(key.length);
  for (let at = 0; at < key.length; at++) codes[at] = codeOf(key.charCodeAt(at));
  return codes;
}

function codeOf(sign) {
  if (sign >= 0x0e01 && sign <= 0x0e4e) return 40 + sign - 0x0e01;
  if (sign >= 0x61 && sign <= 0x7a) return 11 + sign - 0x61;
  if (sign >= 0x30 && sign <= 0x39) return 1 + sign - 0x30;
  return 118 + (sign % 10);
}
