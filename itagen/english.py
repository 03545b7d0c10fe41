"""English phrases in a Thai text: a screen reader must be told to say them as English."""

from __future__ import annotations

import re

_NAME = "0-9A-Za-z_@\\\\&#%=?+~\x02"
_WORD = "[A-Za-z]+(?:['’-][A-Za-z]+)*"
_PHRASE = re.compile(
    rf"(?<![{_NAME}.])(?<![!-~][/:-]){_WORD}(?:(?:[ \n]|, | & | [–-] |/|\. |: ){_WORD})*"
    rf"(?![{_NAME}]|[.:/-][!-~])"
)
_LETTERS = re.compile("[A-Za-z][A-Za-z][A-Za-z]")  # twice as fast as {3}
_SPOKEN = re.compile("[A-Za-z][a-z]{2,}")
_ROMAN = re.compile("x{0,3}(?:ix|iv|v?i{0,3})")
_FORMATS = frozenset(["csv", "doc", "docx", "jpeg", "jpg", "pdf", "png", "xls", "xlsx", "zip"])
_LONGEST_UNIT = 4


def english_phrases(text: str) -> list[tuple[int, int]]:
    """Where English phrases begin and end in a text.

    No phrase: codes, units, names of files and kinds of file, addresses, abbreviations and single
    letters. They are said letter by letter in either language, or are not words at all.
    """
    if not _LETTERS.search(text):
        return []
    return [
        found.span()
        for found in _PHRASE.finditer(text)
        if _is_spoken(found[0]) and not _is_unit(text, found)
    ]


def _is_spoken(phrase: str) -> bool:
    words = re.split("[^A-Za-z]+", phrase)
    if any(_SPOKEN.search(word) and not _is_sign(word) for word in words):
        return True
    return len(words) > 1 and any(len(word) > 3 and word.isupper() for word in words)


def _is_sign(word: str) -> bool:
    return word in _FORMATS or bool(_ROMAN.fullmatch(word))


def _is_unit(text: str, found: re.Match[str]) -> bool:
    """Whether it is what a number counts: `5 ppm`, `20 Mbps`."""
    before = text[max(0, found.start() - 2) : found.start()].rstrip()
    return len(found[0]) <= _LONGEST_UNIT and before[-1:].isdigit()
