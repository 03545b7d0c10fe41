"""Rows of numbers, to charts: which fields are drawn is told by the edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from itagen.answers import ElementAnswer
from itagen.entry import Record
from itagen.evidence.charts import Bars, Series, described
from itagen.part_views import ChartView, PagePicture
from itagen.plan_parts import Parts
from itagen.plan_ways import Ways
from itagen.text import arabic

MOST = 40
_NUMBER = re.compile(r"(?:ร้อยละ\s*)?(\d[\d,]*(?:\.\d+)?)\s*(?:%|บาท|เรื่อง|ราย|คน|ครั้ง)?")
_NONE = "ไม่มี"


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing to be made, and what the page says of it."""

    bars: Bars
    view: ChartView

    @classmethod
    def of(cls, bars: Bars, name: str, alt: str) -> Chart:
        """The chart of some bars: two drawings, whose addresses begin with a name."""
        phone = replace(bars, narrow=True)
        narrow = PagePicture(f"{name}-chart-narrow.svg", phone.width, phone.height)
        return cls(bars, ChartView(f"{name}-chart.svg", alt, bars.width, bars.height, narrow))

    @property
    def drawings(self) -> tuple[tuple[str, Bars], ...]:
        """What is to be drawn, by address."""
        narrow = replace(self.bars, narrow=True)
        return (self.view.address, self.bars), (self.view.narrow.address, narrow)


def plan_charts(ways: Ways) -> Iterator[Chart]:
    """Every chart of a site, each once: it is the same in both languages."""
    for answer in ways.answers:
        for element in answer.elements:
            if chart := chart_of(ways.parts(answer), element):
                yield chart


def chart_of(parts: Parts, element: ElementAnswer) -> Chart | None:
    """The chart of an element; none where there are too few numbers to compare, or too many."""
    bars = _bars(parts, element) if element.element.chart and element.records else None
    if bars is None or not 1 < len(bars.labels) <= MOST:
        return None
    answer, title = parts.answer, element.element.title
    name = f"{answer.year.folder}/{answer.item.stem}/{element.element.id}"
    alt = parts.say(f"แผนภูมิแท่ง {title}: ", f"Bar chart, {title}: ") + described(bars)
    return Chart.of(bars, name, alt)


def _bars(parts: Parts, element: ElementAnswer) -> Bars | None:
    """A label for each row; of a single row, one for each of its numbers."""
    wanted = element.element.chart
    fields = {field.id: field.title for field in element.element.each}
    names = [name for name in (wanted.values if wanted else ()) if name in fields]
    rows = [r for r in element.records if any(_number(r, name) is not None for name in names)]
    if len(rows) == 1:
        numbers = tuple(_number(rows[0], name) for name in names)
        return Bars(tuple(fields[name] for name in names), (Series("", numbers),))
    labels = tuple(_label(parts, element, row) for row in rows)
    if not all(labels):
        return None
    return Bars(
        labels,
        tuple(Series(fields[name], tuple(_number(row, name) for row in rows)) for name in names),
    )


def _label(parts: Parts, element: ElementAnswer, row: Record) -> str:
    """The words of its label field, else the time that it is of."""
    wanted = element.element.chart
    said = row.words(wanted.label) if wanted and wanted.label else None
    return said.text.strip() if said else parts.when(element, row).period


def _number(row: Record, name: str) -> float | None:
    said = row.words(name)
    words = arabic(said.text).strip() if said else ""
    if words == _NONE:
        return 0.0
    found = _NUMBER.fullmatch(words)
    return float(found[1].replace(",", "")) if found else None
