"""Periods and dates as Thai offices write them, to spans of days; nothing is ever guessed.

What is ambiguous is refused with its reason (tests/data/periods.yaml is the table of forms).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from itagen.demand import Basis
from itagen.period import Period
from itagen.period_parts import Month, Point, Range, RefusedError, Unit, Year, be_of, resolve
from itagen.period_words import Word, cut_words
from itagen.text import arabic, clean

Reason = Literal[
    "no-year", "ambiguous-year", "christian-year", "no-such-year", "no-such-day", "no-start",
    "reversed", "too-long", "gaps", "not-a-period", "not-a-day", "contradiction",
]  # fmt: skip

_GLOSS = re.compile(r"(?P<head>[^()]*\S)\s*\((?P<gloss>[^()]+)\)\s*")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text gives no period."""

    reason: Reason


@lru_cache(maxsize=8192)
def parse_period(
    text: str, basis: Basis = "fiscal", within: Period | None = None
) -> Period | Refusal:
    """The span of days that a text names.

    Args:
        text: as staff wrote it.
        basis: how a bare year is meant.
        within: the period of the entry that a part stands in; it may lend its year.
    """
    try:
        return _parse(arabic(clean(text)).strip().lower(), basis, within)
    except RefusedError as refused:
        return Refusal(refused.reason)


def parse_date(text: str) -> date | Refusal:
    """The single day that a text names."""
    found = parse_period(text)
    if isinstance(found, Refusal):
        return found
    return found.first if found.is_day else Refusal("not-a-day")


def _parse(text: str, basis: Basis, within: Period | None) -> Period:
    glossed = _GLOSS.fullmatch(text)
    if glossed and not _is_length(glossed["head"]):
        return _glossed(glossed["head"], glossed["gloss"], basis, within)
    return resolve(_range(cut_words(text)), basis, within)


def _glossed(head: str, gloss: str, basis: Basis, within: Period | None) -> Period:
    """`ไตรมาส 1 (ต.ค. - ธ.ค. 65)`: the brackets say the same, or a part of it."""
    try:
        outer = _parse(head, basis, within)
    except RefusedError:
        outer = None
    inner = _parse(gloss, basis, outer or within)
    outer = outer or _parse(head, basis, inner)
    if not outer.contains(inner):
        raise RefusedError("contradiction")
    return inner


def _is_length(text: str) -> bool:
    return [word.kind for word in cut_words(text)] == ["length"]


def _range(words: list[Word]) -> Range:
    if any(word.kind == "by" for word in words):
        raise RefusedError("no-start")
    length = next((int(w.groups["length"]) for w in words if w.kind == "length"), None)
    words = [word for word in words if word.kind != "length"]
    open_end = False
    if words and words[0].kind == "since":
        open_end, words = True, words[1:]
    if words and words[-1].kind == "onward":
        open_end, words = True, words[:-1]
    if [word.kind for word in words[-2:]] == ["to", "now"]:
        open_end, words = True, words[:-2]
    sides = _sides(words)
    if not any(sides):
        raise RefusedError("no-year" if length else "not-a-period")
    points = [_Side(side).points() for side in sides]
    return Range(points[0], points[1] if len(points) == 2 else None, open_end, length)


def _sides(words: list[Word]) -> list[list[Word]]:
    """Cut at the dash of a range; a dash inside a date (`1-ต.ค.-65`) is none."""
    sides: list[list[Word]] = [[]]
    for index, word in enumerate(words):
        if word.kind != "to":
            sides[-1].append(word)
        elif not _inner_dash(words, index):
            sides.append([])
    if len(sides) > 2 or (len(sides) == 2 and not all(sides)):
        raise RefusedError("not-a-period")
    return sides


def _inner_dash(words: list[Word], index: int) -> bool:
    before = words[index - 1] if index else None
    after = words[index + 1 : index + 3]
    if before is None or not after:
        return False
    if before.kind == "number" and after[0].kind == "month":
        is_year = index > 1 and words[index - 2].kind in {"month", "ce"}
        return len(before.text) <= 2 and not is_year
    dated = before.kind == "month" and after[0].kind == "number"
    return dated and len(after[0].text) in (2, 4) and (len(after) < 2 or after[1].kind == "to")


class _Side:
    """The words of one end of a range, to points in time."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.kind: Basis | None = None

    def points(self) -> tuple[Point, ...]:
        found: list[Point] = []
        while self.words:
            found.append(self._point())
            if self._next() == "and":
                self.words.pop(0)
                if not self.words:
                    raise RefusedError("not-a-period")
        return tuple(found)

    def _next(self, ahead: int = 0) -> str:
        return self.words[ahead].kind if len(self.words) > ahead else ""

    def _point(self) -> Point:
        match self._next():
            case "iso" | "dmy" | "ym" | "my":
                return _numeric(self.words.pop(0))
            case "quarter" | "quarters" | "half" | "span" | "round":
                return self._unit(_unit(self.words.pop(0)))
            case "month":
                return self._month(None)
            case "number" if self._next(1) == "month":
                return self._month(int(self.words.pop(0).text))
            case _:
                return self._year_or_unit_of_it()

    def _month(self, day: int | None) -> Month:
        word = self.words.pop(0)
        number = next(int(name[1:]) for name in word.groups if name.startswith("m"))
        return Month(number, day, self._number(marked=True))

    def _unit(self, unit: Unit) -> Unit:
        if self._next() == "slash":
            self.words.pop(0)
            return unit.of(self._number(marked=True), None)
        year = self._year(optional=True)
        return unit.of(year.be, year.kind) if year else unit

    def _year_or_unit_of_it(self) -> Point:
        year = self._year(optional=False)
        if year is None:
            raise RefusedError("not-a-period")
        if self._next() in {"quarter", "quarters", "half", "span", "round"}:
            return _unit(self.words.pop(0)).of(year.be, year.kind)
        return year

    def _year(self, *, optional: bool) -> Year | None:
        kind: Basis | None = None
        named = self._next() in {"fiscal", "calendar", "academic", "year"}
        if named:
            word = self.words.pop(0).kind
            if word != "year":
                kind = word  # type: ignore[assignment]
                self.kind = kind
        number = self._number(marked=named)
        if number is None and not named:
            if optional or not self.words:
                return None
            if self._next() == "number":
                day = int(self.words.pop(0).text)
                return Year(None, None, day)
            raise RefusedError("not-a-period")
        return Year(number, kind or self.kind, None)

    def _number(self, *, marked: bool) -> int | None:
        christian = self._next() == "ce"
        if christian:
            self.words.pop(0)
        if self._next() != "number" or self._next(1) == "month":
            return None
        text = self.words[0].text
        if len(text) != 4 and not (marked and len(text) == 2):
            return None
        self.words.pop(0)
        return be_of(text, christian=christian)


def _numeric(word: Word) -> Month:
    groups = word.groups
    match word.kind:
        case "iso":
            iso = int(groups["iy"])
            be = iso + 543 if 1900 <= iso <= 2100 else be_of(groups["iy"])
            return Month(int(groups["im"]), int(groups["id"]), be)
        case "dmy":
            return Month(int(groups["dm"]), int(groups["dd"]), be_of(groups["dy"]))
        case "ym":
            return Month(int(groups["ym"]), None, be_of(groups["yy"]))
        case _:
            return Month(int(groups["mm"]), None, be_of(groups["my"]))


def _unit(word: Word) -> Unit:
    """Months of a year, counted from its first (0)."""
    groups = word.groups
    match word.kind:
        case "half":
            return Unit(0 if groups["half"] == "แรก" else 6, 6)
        case "round":
            return _checked(Unit((int(groups["round"]) - 1) * 6, 6))
        case "span":
            count = int(groups["span"])
            late = groups.get("which") == "หลัง"
            return _checked(Unit(12 - count if late else 0, count), count in {6, 9, 12})
        case "quarters":
            start, end = int(groups["q1"]), int(groups["q2"])
            return _checked(Unit((start - 1) * 3, (end - start + 1) * 3), end > start)
        case _:
            quarter = {"แรก": 1, "สุดท้าย": 4}.get(groups["quarter"]) or int(groups["quarter"])
            return _checked(Unit((quarter - 1) * 3, 3))


def _checked(unit: Unit, known: bool = True) -> Unit:
    if not known or unit.start < 0 or unit.start + unit.months > 12:
        raise RefusedError("not-a-period")
    return unit
