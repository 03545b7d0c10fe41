"""Plain words of one line to HTML: lines break between Thai words, English is called English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from html import escape
from itertools import groupby

from itagen.english import english_phrases
from itagen.months import MONTHS_TH, SHORT_TH
from itagen.shipped import shipped_folder

_MONTHS = (*MONTHS_TH, *SHORT_TH)
_COUNTED = (
    "พ.ศ.", "ค.ศ.", "มาตรา", "ข้อ", "หมวด", "วรรค", "หน้า", "ฉบับ", "ครั้ง", "เล่ม", "ตอน", "หมู่",
    "ตาราง", "ปี", "งบประมาณ", "ไตรมาส", "ร้อยละ", "ที่", *_MONTHS,
)  # fmt: skip
_COUNTS = "|".join(map(re.escape, (*_MONTHS, "น.", "บาท")))
_GAP = re.compile(rf" (?=[ๆฯ0-9๐-๙]|{_COUNTS})")
_KEPT = "\u00a0"
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_RUN = re.compile("[!-~]+")
_LETTER = re.compile("[A-Za-z]")
_THAI_BEFORE = re.compile("[ก-๛]")
_THAI_AFTER = re.compile("[ก-ฮเ-ไ]")
_BREAK = "<wbr>"
_ENGLISH = '<span lang="en">', "</span>"
_WHOLE = '<span class="whole">', "</span>"
_Mark = tuple[int, int, str, str]


@cache
def break_words() -> frozenset[str]:
    """Words that a browser must be told about."""
    return frozenset(_listed("breaks"))


@cache
def whole_words() -> frozenset[str]:
    """Words that a browser would break wrongly in any case."""
    return frozenset(_listed("whole"))


def _listed(name: str) -> Iterator[str]:
    path = shipped_folder() / "schema" / "thai" / f"{name}.txt"
    for line in path.read_text("utf-8").splitlines():
        if word := line.partition("#")[0].strip():
            yield word


@cache
def _words() -> re.Pattern[str]:
    """Any listed word, the longest first, where no syllable goes on beyond it."""
    words = sorted(break_words() | whole_words(), key=lambda word: (word[0], -len(word), word))
    choices = [
        f"{first}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        for first, group in groupby(words, key=lambda word: word[0])
    ]
    return re.compile(rf"(?<![เ-ไ.])(?:{'|'.join(choices)})(?![ะ-ฺๅ-๎ฯ]|(?<=\.)[ก-ฮ]{{1,2}}\.)")


@lru_cache(maxsize=4096)
def thai_html(text: str) -> str:
    """A line of plain text as HTML.

    It gets `<wbr>` beside words that browsers break wrongly, `<span class="whole">` where they do
    so in any case, `<span lang="en">` around English, and spaces that hold pairs such as `มาตรา 9`
    together. What is copied from the page is the text, without signs that nobody sees.
    """
    text = _GAP.sub(_gap, text)
    marks = [(start, end, *_ENGLISH) for start, end in english_phrases(text)]
    return "".join(_pieces(text, sorted([*marks, *_thai_marks(text)])))


def _gap(found: re.Match[str]) -> str:
    """The space, one that does not break where it parts what belongs together."""
    text, place = found.string, found.start()
    before, after = text[place - 1 : place], text[place + 1]
    if after.isdecimal():
        return _KEPT if text.endswith(_COUNTED, 0, place) else " "
    joins = bool(_THAI_BEFORE.match(before)) if after in "ๆฯ" else before.isdecimal()
    return _KEPT if joins else " "


def _thai_marks(text: str) -> Iterator[_Mark]:
    told = 0
    for found in _words().finditer(text):
        start, end = found.span()
        opened, closed = _WHOLE if found[0] in whole_words() else ("", "")
        before = _BREAK if start > told and _THAI_BEFORE.match(text, start - 1) else ""
        after = _BREAK if _THAI_AFTER.match(text, end) else ""
        told = end if after else 0
        yield start, end, before + opened, closed + after


def _pieces(text: str, marks: Iterable[_Mark]) -> Iterator[str]:
    done = 0
    for start, end, before, after in marks:
        yield escape(text[done:start])
        yield before
        yield escape(text[start:end])
        yield after
        done = end
    yield escape(text[done:])


def in_digits(text: str, thai: bool) -> str:
    """A rendered date or count in the digits that the agency writes; codes and addresses stay."""
    return _RUN.sub(_in_thai_digits, text) if thai else text


def _in_thai_digits(found: re.Match[str]) -> str:
    run = found[0]
    return run if _LETTER.search(run) else run.translate(_THAI_DIGITS)
