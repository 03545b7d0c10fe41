"""Random windows of what the sites say, with random edits: questions that nobody thought up.

`python -m bench.search.windows [SEED]` from the top of the checkout writes windows.json (seed 1).
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.search.exam import WINDOWS
from bench.search.sites import SITES, build, texts

SHARES = {"example": 140, "seed-2565": 60, "seed-2566": 50, "seed-2567": 30}
SHORTEST, LONGEST = 5, 24
LEAST_LETTERS = 4
# Below this length two edits leave too little to recognise.
LONG_ENOUGH_FOR_TWO = 8
MOST_PAGES = 8
THAI = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืุูเแโใไๆ็่้๊๋์"
_LETTER = re.compile(r"[ก-ฮะาำเ-ไA-Za-z]")
_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]+")

Texts = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Window:
    """A piece of a page as somebody might have typed it, and every page that says it."""

    q: str
    site: str
    relevant: tuple[str, ...]
    edits: int
    source: str


def squashed(text: str) -> str:
    """A text without spaces and signs that cannot be seen, in one form."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def windows_of(site: str, pages: Texts, count: int, seed: int) -> list[Window]:
    """Draw windows out of one site; other sites do not change what is drawn."""
    chance = random.Random(f"{seed} {site}")
    found: dict[str, Window] = {}
    for source, raw, relevant in _drawn(pages, chance):
        edits = min(len(found) % 3, 2 if len(raw) >= LONG_ENOUGH_FOR_TWO else 1)
        asked = edited(raw, edits, chance)
        found.setdefault(asked, Window(asked, site, relevant, edits, source))
        if len(found) == count:
            break
    return list(found.values())


def edited(raw: str, edits: int, chance: random.Random) -> str:
    """The text after so many edits; never the text itself, unless there are none."""
    text = raw
    while edits and text == raw:
        for _ in range(edits):
            text = chance.choice(EDITS)(text, chance)
    return text


def _drawn(pages: Texts, chance: random.Random) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Windows without end: the page they are cut from, the words, every page that has them."""
    whole = {address: [squashed(line) for line in lines] for address, lines in pages.items()}
    most = min(MOST_PAGES, len(pages) // 2)
    addresses = list(pages)
    while True:
        source = chance.choice(addresses)
        raw = _cut(pages[source], chance)
        if len(raw) < SHORTEST or len(_LETTER.findall(raw)) < LEAST_LETTERS:
            continue
        key = squashed(raw)
        relevant = tuple(a for a, lines in whole.items() if any(key in line for line in lines))
        if len(relevant) <= most:
            yield source, raw, relevant


def _cut(lines: tuple[str, ...], chance: random.Random) -> str:
    """A piece of one line, cut anywhere; a long line is drawn as much oftener as it is longer."""
    (line,) = chance.choices(lines, weights=[len(line) for line in lines])
    length = chance.randint(SHORTEST, LONGEST)
    start = chance.randint(0, max(0, len(line) - length))
    return line[start : start + length].strip()


def _delete(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :]


def _insert(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(THAI) + text[at:]


def _replace(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(THAI) + text[at + 1 :]


def _transpose(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


EDITS: tuple[Callable[[str, random.Random], str], ...] = (_delete, _insert, _replace, _transpose)


def written(windows: list[Window]) -> str:
    """The file of windows: JSON, one a line."""
    lines = (json.dumps(asdict(window), ensure_ascii=False) for window in windows)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def make(seed: int, built: dict[str, Path]) -> str:
    """The file of windows of all sites, which stand built in the folders."""
    return written([
        window
        for site, count in SHARES.items()
        for window in windows_of(site, texts(built[site]), count, seed)
    ])  # fmt: skip


def main() -> None:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as name:
        built = {site: build(site, Path(name) / site) for site in SITES}
        WINDOWS.write_text(make(seed, built), "utf-8")


if __name__ == "__main__":
    main()
