"""The exam of the period parser: tests/data/periods.yaml, and what must hold of any text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from itagen.months import MONTHS_TH, SHORT_TH
from itagen.period import (
    ERA,
    Period,
    day_th,
    long_day_th,
    month_th,
    months_from,
    months_in,
    name_th,
    part_of_year,
    uncovered,
    year_of,
)
from itagen.period_text import Refusal, parse_date, parse_period
from tests.projects import ROOT

CASES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "data" / "periods.yaml").read_text("utf-8")
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
YEARS = st.integers(2480, 2640)
BASES = st.sampled_from(["fiscal", "calendar", "academic"])
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def _outcome(case: dict[str, Any]) -> object:
    basis = case.get("basis", "fiscal")
    within = parse_period(case["in"], basis) if "in" in case else None
    assert not isinstance(within, Refusal)
    if case.get("kind") == "date":
        found = parse_date(case["text"])
        return found.reason if isinstance(found, Refusal) else found
    period = parse_period(case["text"], basis, within)
    if isinstance(period, Refusal):
        return period.reason
    return period.first, period.last or "open"


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["text"]))
def test_exam(case: dict[str, Any]) -> None:
    wanted = case.get("refuse") or case.get("day") or (case.get("first"), case.get("last"))
    assert _outcome(case) == wanted


def test_the_exam_is_large_enough() -> None:
    assert len(CASES) >= 150


@given(DAYS)
def test_a_day_is_read_back_however_it_is_written(day: date) -> None:
    be = day.year + ERA
    forms = [
        long_day_th(day),
        day_th(day),
        f"{day.day}/{day.month}/{be}",
        f"{be}-{day.month:02}-{day.day:02}",
        f"วันที่ {day.day} เดือน {MONTHS_TH[day.month - 1]} พ.ศ. {be}",
    ]
    for form in forms:
        assert parse_date(form) == day
        assert parse_date(form.translate(THAI)) == day


@given(YEARS, BASES)
def test_a_named_year_is_read_back(be: int, basis: Any) -> None:
    year = year_of(be, basis)
    assert parse_period(name_th(year)) == year
    assert parse_period(f"ปี {be}", basis) == year


@given(DAYS, st.integers(0, 20000))
def test_a_range_is_read_back(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    assert parse_period(f"{day_th(first)} - {day_th(last)}") == Period(first, last)


@given(DAYS, st.integers(1, 24))
def test_a_range_of_months_is_read_back(day: date, count: int) -> None:
    whole = months_from(day.replace(day=1), count)
    months = months_in(whole)
    text = f"{month_th(months[0])} – {month_th(months[-1])}"
    assert parse_period(text) == whole
    assert len(months) == count


@given(DAYS, st.integers(1, 11))
def test_a_shared_year_belongs_to_the_end(day: date, count: int) -> None:
    months = months_in(months_from(day.replace(day=1), count + 1))
    first, last = months[0], months[-1]
    be = last.first.year + ERA
    text = f"{SHORT_TH[first.first.month - 1]} - {SHORT_TH[last.first.month - 1]} {be}"
    assert parse_period(text) == Period(first.first, last.last)


@given(YEARS, BASES, st.integers(0, 11), st.data())
def test_months_of_a_year_tile_it(be: int, basis: Any, cut: int, data: st.DataObject) -> None:
    year = year_of(be, basis)
    if basis == "academic":
        return
    head = part_of_year(be, basis, 0, cut + 1)
    rest = [part_of_year(be, basis, month, 1) for month in range(cut + 1, 12)]
    assert uncovered(year, [head, *rest]) == ()
    if rest:
        gone = data.draw(st.sampled_from(rest))
        kept = [month for month in rest if month != gone]
        assert uncovered(year, [head, *kept]) == (gone,)


@given(st.text(alphabet="ปีงบประมาณพ.ศ ๒๕๖๖0123456789-/–ตคมกยเดือนรอบไตรมาสแรกถึง()", max_size=40))
def test_any_text_gives_a_period_or_a_refusal(text: str) -> None:
    found = parse_period(text)
    if isinstance(found, Period):
        assert found.last is None or found.first <= found.last
    else:
        assert isinstance(found, Refusal)


@example("9" * 5000)
@example("ปี มกราคม (ตั้งแต่ 1 ตุลาคม 2564 เป็นต้นไป)")
@example("ตั้งแต่ 2566 เป็นต้นไป และ 2567")
@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(parse_period(text), Period | Refusal)


@given(DAYS, st.integers(0, 40))
def test_a_day_too_many_is_refused(day: date, more: int) -> None:
    last = months_in(Period(day, day))[0].end().day
    wrong = last + 1 + more
    text = f"{wrong} {MONTHS_TH[day.month - 1]} {day.year + ERA}"
    found = parse_date(text)
    assert isinstance(found, Refusal) and found.reason in {"no-such-day", "not-a-period"}
