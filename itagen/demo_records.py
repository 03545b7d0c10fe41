"""The rows, periods and days of a demo, enough for every demand on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from itagen.coverage import window
from itagen.demand import Coverage, Element, Field
from itagen.edition import Edition, Item
from itagen.period import (
    ERA,
    Period,
    length_in_months,
    long_day_th,
    month_th,
    months_in,
    name_th,
    year_of,
)
from itagen.site import Kind

Data = dict[str, Any]

PICTURE = "picture.png"
_STEPS = {"month": 1, "quarter": 3, "half": 6}


def said_period(edition: Edition, coverage: Coverage) -> str:
    """A period that a coverage asks for, as an office would write it."""
    asked = window(coverage, edition)
    if coverage.relation != "in_force":
        return name_th(asked)
    if coverage.open_end:
        return f"ตั้งแต่ {long_day_th(asked.first - timedelta(days=365))} เป็นต้นไป"
    if coverage.length.over is not None:
        basis, years = edition.bases(coverage)[0], coverage.length.over + 4
        last = year_of(edition.be + coverage.offset + years - 1, basis)
        return f"{long_day_th(asked.first)} – {long_day_th(last.end())}"
    return name_th(asked)


def demo_address(item: Item, name: str, number: int) -> str:
    """An address of a made-up site, another for each use."""
    return f"https://www.example.go.th/{item.slug}/{name.replace('_', '-')}/{number}"


def demo_spans(edition: Edition, item: Item, element: Element) -> tuple[str | None, ...]:
    """The periods that the parts of an element must say for themselves."""
    coverage = item.coverage_of(element)
    if coverage is None or coverage.relation == "done_in":
        return (None,)
    asked = length_in_months(window(coverage, edition)) or 0
    if coverage.by and asked > _STEPS[coverage.by]:
        return tuple(span for span, _ in _steps(edition, coverage))
    return (None,) if coverage == item.coverage else (said_period(edition, coverage),)


def _steps(edition: Edition, coverage: Coverage) -> Iterator[tuple[str, Period]]:
    months = months_in(window(coverage, edition))
    size = _STEPS[coverage.by or "month"]
    for index in range(0, len(months), size):
        span = Period(months[index].first, months[index + size - 1].last)
        yield (month_th(span) if size == 1 else name_th(span)), span


def demo_records(edition: Edition, item: Item, element: Element, kind: Kind) -> Iterator[Data]:
    """The rows of an element with `each`, enough for every demand on them."""
    coverage = item.coverage_of(element)
    sides: tuple[str | None, ...] = element.sides.get(kind.id) or (None,)
    number = 0
    for covers in demo_spans(edition, item, element):
        for side in sides:
            for wanted in _wanted(element):
                number += 1
                row = demo_record(edition, item, element, number) | wanted
                if side:
                    row["side"] = side
                if covers:
                    row["covers"] = covers
                if coverage and coverage.relation == "done_in":
                    row["date"] = demo_day(edition, coverage, number)
                yield row
    for extra in range(number + 1, element.at_least + 1):
        yield demo_record(edition, item, element, extra)


def _wanted(element: Element) -> list[Data]:
    """The values that must occur: one row for each of `every`."""
    rows: list[Data] = [{}]
    for field in element.each:
        if field.every:
            rows = [{field.id: value} for value in field.every]
    return rows


def demo_record(edition: Edition, item: Item, element: Element, number: int) -> Data:
    """One row with every field."""
    row = {field.id: _cell(edition, item, element, field, number) for field in element.each}
    if element.sum:
        row[element.sum.total] = sum(row[name] for name in element.sum.terms)
    return row


def _cell(edition: Edition, item: Item, element: Element, field: Field, number: int) -> Any:
    if field.to and field.to.field:
        plan = edition.by_slug[field.to.item]
        rows = plan.element(field.to.element)
        named = next(f for f in rows.each if f.id == field.to.field) if rows else field
        return _words(named, 1)
    first = date(edition.be - ERA - 1, 10, 1)
    return {
        "text": _words(field, number),
        "steps": [f"ขั้นตอนตัวอย่างที่ {step} ของรายการที่ {number}" for step in (1, 2)],
        "money": 100_000 * number,
        "count": number,
        "percent": 80 + number % 20,
        "date": long_day_th(first),
        "month": name_th(Period(first, months_in(Period(first, first))[0].last)),
        "period": f"ตั้งแต่ {long_day_th(first - timedelta(days=700))}",
        "image": PICTURE,
        "link": demo_address(item, f"{element.id}-{field.id}", number),
        "contact": _words(field, number),
        "choice": next(iter(field.some or field.choices), _words(field, number)),
        "ref": _words(field, number),
        "item": item.code,
    }[field.type]


def _words(field: Field, number: int) -> str:
    return f"{field.title} ตัวอย่างที่ {number}"


def demo_day(edition: Edition, coverage: Coverage, number: int) -> str:
    """A day within a window, another for each number."""
    asked = window(coverage, edition)
    return long_day_th(asked.first + timedelta(days=44 + number % 100))
