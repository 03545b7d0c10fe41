"""Where Chromium breaks Thai words wrongly, and whether schema/thai/*.txt cures it.

    python bench/breaks.py [text files with headings and tables …]

Wants playwright with Chromium (CHROMIUM names the program) and pythainlp. Titles, labels and
elements of schema/ and the headings, lines and cells of the text files are laid out one pixel wide,
where every break that is allowed happens: at other widths Chromium breaks at the same places.

A break is wrong inside a word that Chromium does not break there when the word stands alone, and
anywhere inside a word of whole.txt. Words are those of pythainlp's newmm, which errs too (JUDGED):
judge by eye what is printed before a word joins a list. `torn` are the words of its dictionary in
which a listed word makes a new break; a short word joins no list, it is part of too many others.
"""

from __future__ import annotations

import html
import itertools
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ["PYTHAINLP_READ_ONLY"] = "1"
os.environ["PYTHAINLP_OFFLINE"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import yaml
from playwright.sync_api import Page, sync_playwright
from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize

from itagen.page_text import break_words, thai_html, whole_words
from itagen.text import clean

ROOT = Path(__file__).resolve().parent.parent
BEFORE = (
    "มี", "ตาม", "ของ", "การ", "ที่", "ใน", "และ", "หรือ", "ผล", "ให้", "เป็น", "จาก", "โดย",
    "ได้", "เพื่อ", "ต่อ", "กับ", "ทุก", "ไม่", "แผน", "งาน", "ผู้", "จำนวน", "จัดทำ", "ระดับ",
    "เรื่อง", "รายงาน", "ประจำปี", "งบประมาณ", "ช่องทาง", "เปิดเผย", "มา", "ทุจริต", "อย่าง",
    "ท่าน", "ไตรมาส", "นำมา", "ประกาศ",
)  # fmt: skip
AFTER = (
    "ใดๆ", "อื่นๆ", "อย่าง", "พ.ศ.", "อบต.", "และ", "การ", "ที่", "ของ",
)  # fmt: skip
JUDGED = (
    "งานการ", "ทางการ", "สุดคน", "ธรรมการ", "กว่า", "นำมา", "มาหา", "ลดลง", "จัดหา", "ผลกระทบ",
    "เว็บไซต์",
)  # fmt: skip
MEASURE = """(pieces) => pieces.map(piece => {
  const box = document.getElementById("box");
  box.innerHTML = piece;
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), places = [];
  let last = null, place = 0;
  for (let node; (node = walker.nextNode());) {
    for (let i = 0; i < node.data.length; i++, place++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rect = [...range.getClientRects()].pop();
      if (!rect) continue;
      if (last !== null && rect.top > last + 3) places.push(place);
      last = rect.top;
    }
  }
  return places;
})"""
FRAME = """<!doctype html><html lang="th"><style>#box {font: 20px/2 sans-serif; width: 1px}
.whole {white-space: nowrap}</style><div id="box"></div>"""


def strings(names: list[str]) -> list[str]:
    """Every heading, label and cell once."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "schema").glob("*/*.yaml")):
        for text in _words(yaml.safe_load(path.read_text("utf-8"))):
            found[clean(" ".join(text.split()))] = None
    for name in names:
        for cell in re.split(r"[|\n]", Path(name).read_text("utf-8")):
            found[clean(" ".join(re.sub(r"<[^>]*>|\*\*|#", "", cell).split()))] = None
    return [text for text in found if re.search("[ก-๛]{3}", text)]


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    else:
        yield str(value)


def breaks(page: Page, pieces: list[str]) -> list[set[int]]:
    """The places in the text of each piece of HTML at which a line begins."""
    return [set(places) for places in page.evaluate(MEASURE, pieces)]


def wrong(page: Page, texts: list[str], pieces: list[str]) -> Counter[str]:
    """Words broken wrongly, with the way they are broken."""
    tokens = [word_tokenize(text, engine="newmm", keep_whitespace=True) for text in texts]
    unique = sorted({t for line in tokens for t in line if re.fullmatch("[ก-๎]{2,}", t)})
    alone = dict(zip(unique, breaks(page, unique), strict=True))
    whole = {word for word in whole_words() if not word.endswith("ฯ")}
    found: Counter[str] = Counter()
    for line, places in zip(tokens, breaks(page, pieces), strict=True):
        at = 0
        for token in line:
            cuts = {place - at for place in places if at < place < at + len(token)}
            allowed = set() if token in whole else alone.get(token, cuts)
            if cuts - allowed and token not in JUDGED:
                found[_cut(token, cuts)] += 1
            at += len(token)
    return found


def _cut(word: str, places: set[int]) -> str:
    ends = [0, *sorted(places), len(word)]
    return "|".join(word[i:j] for i, j in itertools.pairwise(ends))


def contexts(page: Page, words: list[str], marked: bool) -> dict[str, list[str]]:
    """How words are broken wrongly behind and before common ones."""
    alone = dict(zip(words, breaks(page, words), strict=True))
    around = [("", "ฯ"), *((b, "") for b in BEFORE), *(("", a) for a in AFTER)]
    made = [(before, word, after) for word in words for before, after in around]
    texts = ["".join(parts) for parts in made]
    laid = breaks(page, [thai_html(text) if marked else text for text in texts])
    found: dict[str, list[str]] = {}
    for (before, word, _), text, places in zip(made, texts, laid, strict=True):
        start, end = len(before), len(before) + len(word)
        cuts = {place - start for place in places if start < place < end}
        if cuts - alone[word] or (cuts and word in whole_words()):
            found.setdefault(word, []).append(_cut(text, places))
    return found


def hidden(page: Page, words: tuple[str, ...]) -> Iterator[str]:
    """Dictionary words that a listed word would tear apart."""
    known = [word for word in sorted(thai_words()) if len(word) < 25 and word not in words]
    torn = [word for word in known if any(listed in word for listed in words)]
    plain = breaks(page, torn)
    for word, before, after in zip(
        torn, plain, breaks(page, list(map(thai_html, torn))), strict=True
    ):
        if after - before:
            yield _cut(word, after)


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page()
        page.set_content(FRAME)
        texts = strings(sys.argv[1:])
        for name, make in (("before", html.escape), ("after", thai_html)):
            found = wrong(page, texts, [make(text) for text in texts])
            print(f"{name}: {found.total()} wrong breaks of {len(found)} kinds, {len(texts)} texts")
            print("  " + "  ".join(f"{word} {count}" for word, count in found.most_common()))
        tokens = Counter(t for text in texts for t in word_tokenize(text, engine="newmm"))
        common = [t for t, n in tokens.items() if n > 1 and re.fullmatch("[ก-๎]{3,}", t)]
        for name, marked in (("before", False), ("after", True)):
            bad = contexts(page, common, marked)
            print(f"in contexts, {name}: {sum(map(len, bad.values()))}, {len(bad)} words")
            print("  " + "  ".join(f"{word}: {' '.join(ways[:4])}" for word, ways in bad.items()))
        print("torn: " + "  ".join(hidden(page, (*break_words(), *whole_words()))))
        browser.close()


if __name__ == "__main__":
    main()
