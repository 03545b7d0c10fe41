"""The index that the search in the browser reads: what can be found, and what helps to find it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from itagen.search_words import SearchWords
from itagen.store import Store
from itagen.thai_words import Cut, version, words_in

VERSION = 1
MOST_SIGNS = 3_200_000
_SHORTEST = 2


class Indexed(NamedTuple):
    """What the search knows of one page, or of one place on it.

    Attributes:
        title_en: its English title, where the page exists in English too.
        year: in the Buddhist Era; 0 where it is of none.
        group: what it belongs to, in Thai and in English.
        heads: the headings in it.
        text: all of its words, a line each.
    """

    address: str
    title: str
    title_en: str
    code: str
    year: int
    group: tuple[str, str]
    heads: tuple[str, ...] = ()
    text: str = ""


def index_files(
    indexed: Iterable[Indexed], words: SearchWords, store: Store, cut: Cut = words_in
) -> tuple[bytes, bytes]:
    """The index of titles, which every page may ask for, and the texts of the same pages.

    Newest years come first, so that they do where all else is equal. Of a site too large for a
    phone, each text keeps its beginning.
    """
    found = sorted(indexed, key=lambda one: -one.year)
    groups = list(dict.fromkeys(one.group for one in found))
    titles = {
        "version": VERSION,
        "groups": groups,
        "pages": [_row(one, groups.index(one.group)) for one in found],
        "words": _vocabulary(found, store, cut),
        "months": words.months,
        "stop": words.stop,
        "synonyms": words.synonyms,
        "item": words.item,
        "letters": words.letters,
        "keyboard": words.keyboard,
    }
    texts = {"version": VERSION, "texts": shortened([one.text for one in found], MOST_SIGNS)}
    return _packed(titles), _packed(texts)


def _row(one: Indexed, group: int) -> tuple[str | int, ...]:
    return one.address, one.title, one.code, one.year, group, one.title_en


def _packed(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _vocabulary(found: Sequence[Indexed], store: Store, cut: Cut) -> list[str]:
    """The words of all titles and headings, for what is misspelt and for whole questions."""
    lines = sorted({line for one in found for line in (one.title, one.group[0], *one.heads)})
    given = "\n".join(lines).encode("utf-8")

    def longer() -> bytes:
        words = (word for word in cut(lines) if len(word) >= _SHORTEST)
        return "\n".join(words).encode("utf-8")

    return store.recall("words", f"1 {version()}", given, longer).decode("utf-8").split()


def shortened(texts: Sequence[str], most: int) -> list[str]:
    """Texts that have at most so many signs together: all are cut at the same length, or none."""
    lengths = sorted(map(len, texts))
    left, limit = most, 0
    for at, length in enumerate(lengths):
        limit = left // (len(lengths) - at)
        if length > limit:
            break
        left -= length
    else:
        return list(texts)
    return [text[:limit] for text in texts]
