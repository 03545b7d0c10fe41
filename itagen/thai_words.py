"""Thai text cut into words: the only module that asks PyThaiNLP."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from itagen.again import once

Cut = Callable[[Sequence[str]], tuple[str, ...]]

_THAI = re.compile("[\u0e01-\u0e4e]+")


def words_in(lines: Sequence[str]) -> tuple[str, ...]:
    """The words of some lines of Thai, each once, in the order of their letters."""
    return _cutter()(lines) if any(map(_THAI.search, lines)) else ()


def cutter() -> Cut:
    """What `words_in` cuts with: to make it ready takes longer than to cut.

    What it has cut just before it need not cut again. Of the dictionary only what can occur is
    made ready: the cut stays the same, and what takes longest of all is to make the whole
    dictionary ready.
    """
    # PyThaiNLP writes a folder into the home of the user unless told not to.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    os.environ.setdefault("PYTHAINLP_OFFLINE", "1")
    from pythainlp.corpus import thai_words
    from pythainlp.tokenize.newmm import segment
    from pythainlp.util import Trie

    dictionary = thai_words()
    parts: dict[str, list[str]] = {}

    def cut(lines: Sequence[str]) -> tuple[str, ...]:
        nonlocal parts
        runs = {run for line in lines for run in _THAI.findall(line)}
        new = runs - parts.keys()
        known = Trie(_occurring(dictionary, "\n".join(new)))
        parts = {r: segment(r, custom_dict=known) if r in new else parts[r] for r in runs}
        return tuple(sorted({word for words in parts.values() for word in words}))

    return cut


_cutter = once(cutter)


@cache
def version() -> str:
    """Of what cuts the words: read once, for that is slow."""
    from importlib.metadata import version as version_of

    return version_of("pythainlp")


def _occurring(words: Iterable[str], text: str) -> Iterator[str]:
    """Those of the words that occur in a text: of the long ones only what may, by both ends."""
    parts = {text[at : at + 3] for at in range(len(text))}
    for word in words:
        if (len(word) < 3 or (word[:3] in parts and word[-3:] in parts)) and word in text:
            yield word
