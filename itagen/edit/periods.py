"""Periods that an edition's window offers, as offices write them; any other may be written."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.coverage import asks_for_day, judge_period, touches, window
from itagen.demand import Coverage
from itagen.edition import Edition
from itagen.period import Period, long_day_th, months_in, name_th, part_of_year
from itagen.period_text import Refusal, parse_period


def periods(coverage: Coverage, edition: Edition) -> tuple[str, ...]:
    """What may be chosen for a whole item, each of which is right."""
    if asks_for_day(coverage):
        return ()
    return tuple(text for text in _whole(coverage, edition) if _is_right(coverage, edition, text))


def parts(coverage: Coverage, edition: Edition) -> tuple[str, ...]:
    """What may be chosen for one part: the whole, its quarters, its months."""
    if asks_for_day(coverage) or coverage.relation not in {"half_of", "report_of"}:
        return periods(coverage, edition)
    asked = window(coverage, edition)
    months = (name_th(month) for month in months_in(asked))
    smaller = (*_quarters(coverage, edition, asked), *months)
    right = (text for text in smaller if _is_right(coverage, edition, text))
    return (*periods(coverage, edition), *right)


def example_day(coverage: Coverage, edition: Edition) -> str:
    """How a day is written; only its form counts."""
    return long_day_th(window(coverage, edition).first)


def _whole(coverage: Coverage, edition: Edition) -> Iterator[str]:
    asked = window(coverage, edition)
    be, basis = edition.be + coverage.offset, edition.bases(coverage)[0]
    if coverage.relation == "half_of":
        year = name_th(window(Coverage("made_for", coverage.offset, basis=basis), edition))
        yield f"6 เดือนแรก {year}"
    yield name_th(asked)
    length = coverage.length.years
    if coverage.relation == "in_force" and length:
        years = Period(asked.first, part_of_year(be + length - 1, basis, 0, 12).last)
        yield name_th(years)


def _quarters(coverage: Coverage, edition: Edition, asked: Period) -> Iterator[str]:
    be, basis = edition.be + coverage.offset, edition.bases(coverage)[0]
    year = name_th(part_of_year(be, basis, 0, 12))
    for number in range(4):
        quarter = part_of_year(be, basis, number * 3, 3)
        if asked.contains(quarter):
            yield f"ไตรมาส {number + 1} {year}"


def _is_right(coverage: Coverage, edition: Edition, text: str) -> bool:
    found = parse_period(text, edition.bases(coverage)[0])
    if isinstance(found, Refusal):
        return False
    if coverage.relation in {"half_of", "report_of"}:
        return touches(coverage, edition, found)
    return judge_period(coverage, edition, found).outcome == "right"
