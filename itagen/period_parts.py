"""What a written period is made of, and how its ends lend each other the year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from itagen.demand import Basis
from itagen.period import ERA, Period, month_of, part_of_year, year_of

MAX_YEARS = 60


class RefusedError(Exception):
    """The text gives no period; never leaves period_text."""

    def __init__(self, reason: Any) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or a bare day (`1` of `1 - 20 เม.ย. 65`) that waits for its month."""

    be: int | None
    kind: Basis | None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month, or a day of it, with its year where it is written."""

    month: int
    day: int | None
    be: int | None


@dataclass(frozen=True, slots=True)
class Unit:
    """So many months of a year from its month `start` (0 is the first)."""

    start: int
    months: int
    be: int | None = None
    kind: Basis | None = None

    def of(self, be: int | None, kind: Basis | None) -> Unit:
        """The same months of a year."""
        return replace(self, be=be, kind=kind)


Point = Year | Month | Unit


@dataclass(frozen=True, slots=True)
class Range:
    """The points of one end, and of the other where there is one."""

    start: tuple[Point, ...]
    end: tuple[Point, ...] | None
    open_end: bool
    length: int | None


def resolve(found: Range, basis: Basis, within: Period | None) -> Period:
    """The span of days of a range.

    Raises:
        RefusedError: with the reason.
    """
    if found.end is None:
        period = _join(_lend_along(found.start), basis, within)
        return _opened(period, found, basis)
    last = _join(_lend_along(_in_the_way_of(found.start[0], found.end)), basis, within)
    first = _join(_lend_along(_completed(found.start, found.end)), basis, within)
    if _has_no_year(found.start) and first.first > last.end():
        first = _rolled_back(found.start, first)
    return _sane(Period(first.first, last.last))


def _opened(period: Period, found: Range, basis: Basis) -> Period:
    if not found.open_end:
        return _sane(period)
    if found.length is None:
        return Period(period.first, None)
    start = found.start[0]
    if not isinstance(start, Year) or start.be is None:
        raise RefusedError("not-a-period")
    last = year_of(start.be + found.length - 1, start.kind or basis)
    return _sane(Period(period.first, last.last))


def _lend_along(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """In a list of months, one without a year has that of the next which names one."""
    done: list[Point] = []
    be: int | None = None
    for point in reversed(points):
        if isinstance(point, Month):
            later = done[-1] if done else None
            if point.be is None and be is not None and isinstance(later, Month):
                point = replace(point, be=be - (point.month > later.month))
            be = point.be
        done.append(point)
    return tuple(reversed(done))


def _completed(start: tuple[Point, ...], end: tuple[Point, ...]) -> tuple[Point, ...]:
    """The start with what it leaves unsaid and the end says."""
    last = end[-1]
    done: list[Point] = []
    for point in start:
        match point, last:
            case Year(be=None, day=int(day)), Month(month, int(), be):
                point = Month(month, day, be)
            case Month(month, day, None), Month(_, _, be):
                point = Month(month, day, be)
            case Unit(be=None), Unit(be=be, kind=kind):
                point = point.of(be, kind)
            case _:
                pass
        done.append(point)
    return tuple(done)


def _in_the_way_of(first: Point, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """`ปีการศึกษา 2566 - 2567`: the kind of year is said once."""
    kind = first.kind if isinstance(first, Year) else None
    return tuple(
        replace(p, kind=kind) if isinstance(p, Year) and p.kind is None else p for p in points
    )


def _has_no_year(points: tuple[Point, ...]) -> bool:
    return isinstance(points[-1], Month) and points[-1].be is None


def _rolled_back(points: tuple[Point, ...], period: Period) -> Period:
    """`ต.ค. - มี.ค. 2566`: the shared year belongs to the end, the start is a year earlier."""
    months = [point for point in points if isinstance(point, Month)]
    be = period.first.year + ERA - 1
    return _point(replace(months[0], be=be), "fiscal", None)


def _join(points: tuple[Point, ...], basis: Basis, within: Period | None) -> Period:
    """Several points side by side must follow each other without a gap."""
    kind = next((p.kind for p in points if isinstance(p, Year | Unit) and p.kind), None)
    spans = [
        _point(replace(p, kind=kind) if isinstance(p, Year) and not p.kind else p, basis, within)
        for p in points
    ]
    for before, after in pairwise(spans):
        if before.last is None or before.last + timedelta(days=1) != after.first:
            raise RefusedError("gaps")
    return Period(spans[0].first, spans[-1].last)


def _point(point: Point, basis: Basis, within: Period | None) -> Period:
    match point:
        case Year(be=None, day=int()):
            raise RefusedError("not-a-period")
        case Year(be=None):
            return _lent(within)
        case Year(be=int(be)):
            return year_of(be, point.kind or basis)
        case Unit():
            return _unit(point, basis, within)
        case Month():
            return _month(point, within)
    raise RefusedError("not-a-period")


def _lent(within: Period | None) -> Period:
    if within is None:
        raise RefusedError("no-year")
    return within


def _unit(unit: Unit, basis: Basis, within: Period | None) -> Period:
    system = unit.kind or ("calendar" if basis == "calendar" else "fiscal")
    if system == "academic":
        raise RefusedError("not-a-period")
    if unit.be is not None:
        return part_of_year(unit.be, system, unit.start, unit.months)
    lent = _lent(within)
    whole = lent == year_of(lent.first.year + ERA, "calendar")
    system = "calendar" if whole or basis == "calendar" else "fiscal"
    be = lent.first.year + ERA + (system == "fiscal" and lent.first.month >= 10)
    return part_of_year(be, system, unit.start, unit.months)


def _month(point: Month, within: Period | None) -> Period:
    if point.be is None:
        lent = _lent(within)
        years = (lent.first.year, lent.first.year + 1)
        for year in years:
            found = _days(point, year)
            if lent.overlaps(found):
                return found
        raise RefusedError("no-year")
    return _days(point, point.be - ERA)


def _days(point: Month, year: int) -> Period:
    try:
        if point.day is None:
            return month_of(year, point.month)
        day = date(year, point.month, point.day)
    except ValueError:
        raise RefusedError("no-such-day") from None
    return Period(day, day)


def _sane(period: Period) -> Period:
    if period.last is None:
        return period
    if period.last < period.first:
        raise RefusedError("reversed")
    if (period.last - period.first).days > MAX_YEARS * 365.25:
        raise RefusedError("too-long")
    return period


def be_of(text: str, *, christian: bool = False) -> int:
    """The year of the Buddhist Era that two or four digits write.

    Raises:
        RefusedError: it is ambiguous, of another era, or no year.
    """
    number = int(text)
    if len(text) == 2:
        if number < 40:
            raise RefusedError("ambiguous-year")
        return 2500 + number
    if christian and 1900 <= number <= 2100:
        return number + 543
    if 2400 <= number <= 2699:
        return number
    raise RefusedError("christian-year" if 1900 <= number <= 2100 else "no-such-year")
