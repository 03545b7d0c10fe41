"""Whether a period is what an edition asks for: the five relations of design §5. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from itagen.demand import Basis, Coverage, Step
from itagen.edition import Edition
from itagen.period import Period, length_in_months, numbers, part_of_year, uncovered, year_of

Outcome = Literal[
    "right", "other-reading", "wrong-year", "not-spanning", "no-end", "wrong-length", "uncovered"
]

_STEP_MONTHS: dict[Step, int] = {"month": 1, "quarter": 3, "half": 6}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a period is for a coverage; `window` is the span asked for, as the basis reads it."""

    outcome: Outcome
    window: Period
    months: tuple[Period, ...] = ()


def asks_for_day(coverage: Coverage) -> bool:
    """Whether a day is asked for and not a period."""
    return coverage.relation == "done_in"


def window(coverage: Coverage, edition: Edition, basis: Basis | None = None) -> Period:
    """The span that a coverage speaks of, in one reading (unsaid: the right one)."""
    be = edition.be + coverage.offset
    read = basis or edition.bases(coverage)[0]
    if coverage.relation == "half_of":
        return part_of_year(be, read, 0, 6)
    return year_of(be, read)


def judge_day(coverage: Coverage, edition: Edition, day: date) -> Verdict:
    """Judge a day on which something was done or published."""
    return _by_reading(coverage, edition, lambda span: span.first <= day <= span.end())


def judge_period(coverage: Coverage, edition: Edition, period: Period) -> Verdict:
    """Judge one period that stands for itself: a plan in force, a paper made for a year."""
    asked = window(coverage, edition)
    if coverage.relation == "made_for":
        right = edition.be + coverage.offset in numbers(period)
        return Verdict("right" if right else "wrong-year", asked)
    fits = period.contains if coverage.whole else period.overlaps
    verdict = _by_reading(coverage, edition, fits)
    if verdict.outcome == "wrong-year":
        return Verdict("not-spanning", asked) if period.overlaps(asked) else verdict
    if verdict.outcome == "right":
        return _shape(coverage, period, asked)
    return verdict


def _shape(coverage: Coverage, period: Period, asked: Period) -> Verdict:
    months = length_in_months(period)
    if months is None:
        return Verdict("right" if coverage.open_end else "no-end", asked)
    over, years = coverage.length.over, coverage.length.years
    if (over is not None and months <= over * 12) or (years is not None and months != years * 12):
        return Verdict("wrong-length", asked)
    return Verdict("right", asked)


def judge_together(coverage: Coverage, edition: Edition, periods: Sequence[Period]) -> Verdict:
    """Judge periods that must cover a span together: a report of a year, months of a half."""
    asked = window(coverage, edition)
    months: tuple[Period, ...] = ()
    for basis in edition.bases(coverage):
        span = window(coverage, edition, basis)
        left = uncovered(span, periods)
        if not left:
            return Verdict("right" if span == asked else "other-reading", asked)
        if span == asked:
            months = left
    return Verdict("uncovered", asked, months)


def touches(coverage: Coverage, edition: Edition, period: Period) -> bool:
    """Whether a period shares a day with the span, in any reading."""
    return any(
        window(coverage, edition, basis).overlaps(period) for basis in edition.bases(coverage)
    )


def astray(coverage: Coverage, edition: Edition, periods: Sequence[Period]) -> frozenset[Period]:
    """Those of the periods of one report that are of other years.

    A period may lie in the other reading alone, as the last quarter of a calendar year does, where
    some other one lies in the right reading: without that, all of them are of another year.
    """
    asked = window(coverage, edition)
    if not any(asked.overlaps(each) for each in periods):
        return frozenset(periods)
    return frozenset(each for each in periods if not touches(coverage, edition, each))


def is_coarse(coverage: Coverage, period: Period) -> bool:
    """Whether a period is longer than the months or quarters that must each stand."""
    months = length_in_months(period)
    return coverage.by is not None and (months is None or months > _STEP_MONTHS[coverage.by])


def _by_reading(coverage: Coverage, edition: Edition, fits: object) -> Verdict:
    asked = window(coverage, edition)
    for basis in edition.bases(coverage):
        span = window(coverage, edition, basis)
        if callable(fits) and fits(span):
            return Verdict("right" if span == asked else "other-reading", asked)
    return Verdict("wrong-year", asked)
