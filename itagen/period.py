"""Spans of days: fiscal, calendar and academic years, halves, quarters, months. Pure, no clock.

Days are `date`s of the Common Era; years are numbers of the Buddhist Era (`be`); a fiscal year Y
runs from 1 October Y-1 to 30 September Y.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from itagen.demand import Basis
from itagen.months import MONTHS_TH, SHORT_TH

ERA = 543
_LONG_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STARTS: dict[Basis, tuple[int, int, int]] = {
    "fiscal": (10, 1, -1),
    "calendar": (1, 1, 0),
    "academic": (5, 16, 0),
}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """All days from `first` to `last`, both counted; `last` None: no end is given."""

    first: date
    last: date | None

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    def end(self) -> date:
        """The last day; the end of time where none is given."""
        return self.last or date.max

    def contains(self, other: Period) -> bool:
        """Whether every day of `other` lies in it."""
        return self.first <= other.first and other.end() <= self.end()

    def overlaps(self, other: Period) -> bool:
        """Whether they share a day."""
        return self.first <= other.end() and other.first <= self.end()


@lru_cache(maxsize=1024)
def year_of(be: int, basis: Basis) -> Period:
    """The year that is called `be`, in the way of `basis`."""
    month, day, shift = _STARTS[basis]
    first = date(be - ERA + shift, month, day)
    return Period(first, date(first.year + 1, month, day) - _DAY)


def months_from(first: date, count: int) -> Period:
    """So many whole months from the first day of a month."""
    index = first.year * 12 + first.month - 1 + count
    return Period(first, date(index // 12, index % 12 + 1, 1) - _DAY)


def part_of_year(be: int, basis: Basis, month: int, count: int) -> Period:
    """`count` months of a year, beginning with its month number `month` (from 0)."""
    index = year_of(be, basis).first
    steps = index.year * 12 + index.month - 1 + month
    return months_from(date(steps // 12, steps % 12 + 1, 1), count)


def month_of(year: int, month: int) -> Period:
    """A month of a year of the Common Era.

    Raises:
        ValueError: there is no such month.
    """
    return months_from(date(year, month, 1), 1)


def months_in(period: Period) -> tuple[Period, ...]:
    """The months that a period touches, in order; it must have an end."""
    found = []
    cursor = period.first.replace(day=1)
    while cursor <= period.end():
        month = month_of(cursor.year, cursor.month)
        found.append(month)
        cursor = month.end() + _DAY
    return tuple(found)


def uncovered(window: Period, parts: Iterable[Period]) -> tuple[Period, ...]:
    """The months of a window of which some day lies in none of the parts."""
    given = sorted(parts, key=lambda part: part.first)
    return tuple(month for month in months_in(window) if not _covered(month, window, given))


def joined(spans: Iterable[Period]) -> tuple[Period, ...]:
    """The same days in as few spans as can be: those that touch or follow each other are one."""
    found: list[Period] = []
    for span in sorted(spans, key=lambda each: each.first):
        if found and span.first <= _next(found[-1].end()):
            last = max(found[-1].end(), span.end())
            found[-1] = Period(found[-1].first, None if last == date.max else last)
        else:
            found.append(span)
    return tuple(found)


def _next(day: date) -> date:
    return day if day == date.max else day + _DAY


def _covered(month: Period, window: Period, given: list[Period]) -> bool:
    need, last = max(month.first, window.first), min(month.end(), window.end())
    for part in given:
        if part.first <= need <= part.end():
            if part.end() >= last:
                return True
            need = part.end() + _DAY
    return False


def length_in_months(period: Period) -> int | None:
    """How many months it lasts, rounded to whole ones; None without an end."""
    if period.last is None:
        return None
    days = (period.last - period.first).days + 1
    return round(days * 12 / 365.25)


def numbers(period: Period) -> frozenset[int]:
    """The years (BE) that a period is: fiscal, calendar or academic."""
    near = range(period.first.year + ERA, period.first.year + ERA + 2)
    return frozenset(be for basis in _STARTS for be in near if year_of(be, basis) == period)


_YEAR_TH: dict[Basis, str] = {
    "fiscal": "ปีงบประมาณ",
    "calendar": "ปีปฏิทิน",
    "academic": "ปีการศึกษา",
}


@lru_cache(maxsize=4096)
def name_th(period: Period) -> str:
    """A period in Thai: `ปีงบประมาณ 2566`, `ต.ค. 2565`, `1 ต.ค. 2565 – 31 มี.ค. 2566`."""
    if period.last is None:
        return f"ตั้งแต่ {day_th(period.first)} (ไม่มีวันสิ้นสุด)"
    if period.is_day:
        return day_th(period.first)
    if (named := _named(period)) is not None:
        return f"{_YEAR_TH[named[0]]} {named[1]}"
    if months_in(period) == (period,):
        return month_th(period)
    return f"{day_th(period.first)} – {day_th(period.last)}"


def after_th(period: Period) -> str:
    """A period's Thai name to stand behind a word: a digit wants a space before it."""
    name = name_th(period)
    return f" {name}" if name[0].isdigit() or "." in name[:5] else name


def name_en(period: Period) -> str:
    """The same in English, years still of the Buddhist Era as offices write them."""
    if period.last is None:
        return f"from {day_en(period.first)} (no end)"
    if period.is_day:
        return day_en(period.first)
    if (named := _named(period)) is not None:
        return f"{named[0]} year {named[1]}"
    if months_in(period) == (period,):
        return month_en(period)
    return f"{day_en(period.first)} – {day_en(period.last)}"


def _named(period: Period) -> tuple[Basis, int] | None:
    for basis in _STARTS:
        for be in (period.first.year + ERA, period.first.year + ERA + 1):
            if year_of(be, basis) == period:
                return basis, be
    return None


def day_th(day: date) -> str:
    """`1 ต.ค. 2565`."""
    return f"{day.day} {SHORT_TH[day.month - 1]} {day.year + ERA}"


def long_day_th(day: date) -> str:
    """`1 ตุลาคม 2565`."""
    return f"{day.day} {MONTHS_TH[day.month - 1]} {day.year + ERA}"


def day_en(day: date) -> str:
    """`1 Oct 2565`."""
    return f"{day.day} {_SHORT_EN[day.month - 1]} {day.year + ERA}"


def long_day_en(day: date) -> str:
    """`1 October 2022`, of the Common Era: for readers from elsewhere."""
    return f"{day.day} {_LONG_EN[day.month - 1]} {day.year}"


def month_th(month: Period) -> str:
    """`ต.ค. 2565`."""
    return f"{SHORT_TH[month.first.month - 1]} {month.first.year + ERA}"


def month_en(month: Period) -> str:
    """`Oct 2565`."""
    return f"{_SHORT_EN[month.first.month - 1]} {month.first.year + ERA}"
