"""Tables that were read, to what a page shows of them: the office's own heads, rows and sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from itagen.answers import ElementAnswer
from itagen.demand import Field
from itagen.entry import Record
from itagen.evidence.table import Column, Line, Table
from itagen.evidence.table_numbers import parse_amount, parse_percentage, plain_number
from itagen.part_views import ColumnView, DataView, LinesView, Link, PartView, TableView
from itagen.plan_parts import Parts, grouped
from itagen.table_data import data_folder, keeps_rows, sheet_stem, sheets_of
from itagen.table_files import MEDIA, PACKAGE
from itagen.text import is_hollow

MOST = 100
MOST_OF_ALL = 500
_NUMBERS = frozenset(["money", "count", "percent"])
_NAMES = {"csv": "CSV", "xlsx": "Excel", "json": "JSON"}
_OF_MONEY = re.compile("บาท|เงิน|ราคา|งบ|เบิก|รายรับ|รายจ่าย|คงเหลือ|amount|budget|price", re.IGNORECASE)
_SUM = re.compile("รวม(?!ถึง)|ยอดรวม|total", re.IGNORECASE)
_OF_PROGRAMS = re.compile(r"(?:sheet|แผ่น(?:งาน)?|ชีต)\s*\d+", re.IGNORECASE)


def with_tables(
    parts: Parts, element: ElementAnswer, shown: Sequence[PartView]
) -> tuple[PartView, ...]:
    """The evidence of an element as it is shown, each piece with the tables in it."""
    told = sum(len(part.tables) for part in element.evidence)
    if not told:
        return tuple(shown)
    most = min(MOST, MOST_OF_ALL // told)
    found = {id(table): number for number, table in enumerate(sheets_of(element), 1)}
    views = []
    for part, view in zip(element.evidence, shown, strict=True):
        tables = []
        for table in part.tables:
            made = table_view(table, element, most)
            if not element.element.each and id(table) in found:
                stem = sheet_stem(element, found[id(table)])
                made = made._replace(downloads=downloads(parts, stem))
            tables.append(made)
        views.append(view._replace(tables=tuple(tables)))
    return tuple(views)


def data_view(parts: Parts, element: ElementAnswer) -> DataView | None:
    """Its rows as files, and sums of what the edition has as money and counts."""
    if not keeps_rows(element):
        return None
    links = downloads(parts, element.element.id)
    return DataView(len(element.records), tuple(_sums(element)), links)


def downloads(parts: Parts, stem: str) -> tuple[Link, ...]:
    """Where the files of a table stand."""
    folder = data_folder(parts.answer)
    found = [Link(_NAMES[ending], f"{folder}{stem}.{ending}") for ending in MEDIA]
    about = parts.say("คำอธิบายข้อมูล", "About the data")
    return (*found, Link(about, f"{folder}{PACKAGE}"))


def _sums(element: ElementAnswer) -> Iterator[tuple[str, str]]:
    money = next((field.id for field in element.element.each if field.type == "money"), "")
    for field in element.element.each:
        if field.type != "count" and field.id != money:
            continue
        amounts = (parse_amount(words) for words in _told(element, field.id))
        known = [amount for amount in amounts if amount is not None]
        read = (pair for part in element.evidence for pair in part.sums)
        known += [amount for name, amount in read if name == field.id]
        if known:
            yield field.title, grouped(plain_number(sum(known, Decimal(0))))


def _told(element: ElementAnswer, name: str) -> Iterator[str]:
    """What its rows that were written in the entry say in a field."""
    for record in element.inline:
        if (said := record.words(name)) and not _is_sum(record, element):
            yield said.text


def _is_sum(record: Record, element: ElementAnswer) -> bool:
    """Whether staff wrote a sum as a row of its own."""
    texts = (field.id for field in element.element.each if field.type == "text")
    first = next((said for name in texts if (said := record.words(name))), None)
    return first is not None and bool(_SUM.match(first.text.strip()))


def table_view(table: Table, element: ElementAnswer, most: int) -> TableView:
    """One sheet, with at most so many of its rows."""
    caption = _caption(table) or element.element.title
    if table.none:
        return TableView(caption, (), (), none=table.none)
    types = {field.id: field for field in element.element.each}
    lines = table.lines[:most]
    columns = _Columns(table, lines, types)
    groups = tuple(
        LinesView(title, tuple(columns.row(line) for line in rows))
        for title, rows in groupby(lines, key=lambda line: line.under)
    )
    total = tuple(columns.cell(n, cell) for n, cell in enumerate(table.total.cells)) if (
        table.total
    ) else ()  # fmt: skip
    return TableView(
        caption, columns.heads, groups, total, table.notes, len(table.lines), len(lines)
    )


def _caption(table: Table) -> str:
    """The lines above the heads, and the name of the sheet where somebody gave it one."""
    named = "" if _OF_PROGRAMS.fullmatch(table.sheet) else table.sheet
    words = " ".join(table.caption[:2])
    return f"{words} ({named})" if words and named else words or named


class _Columns:
    """How the cells of each column are shown."""

    def __init__(self, table: Table, lines: Sequence[Line], fields: Mapping[str, Field]) -> None:
        self.kinds = [_kind(lines, n, column, fields) for n, column in enumerate(table.columns)]
        texts = [n for n, kind in enumerate(self.kinds) if kind == "text"]
        named = texts[0] if texts else -1
        self.heads = tuple(
            ColumnView(column.head, kind in _NUMBERS, n == named)
            for n, (column, kind) in enumerate(zip(table.columns, self.kinds, strict=True))
        )

    def row(self, line: Line) -> tuple[tuple[str, ...], ...]:
        """The cells of a row; what continues it below stands in further lines of each."""
        if line.none:
            return ((line.none,),)
        parts = (line.cells, *line.more)
        return tuple(
            tuple(self.cell(n, part[n]) for part in parts if part[n])
            for n in range(len(self.heads))
        )

    def cell(self, position: int, cell: str) -> str:
        """Money with its thousands apart, all else as it was written."""
        kind = self.kinds[position]
        return grouped(cell) if kind in {"money", "count"} else cell


def _kind(lines: Sequence[Line], position: int, column: Column, fields: Mapping[str, Field]) -> str:
    """`money`, `count`, `percent` or `text`, by the edition's type, else by the cells."""
    if column.field == "number":
        return "running"
    if column.field in fields and fields[column.field].type != "text":
        return fields[column.field].type
    cells = [line.cells[position] for line in lines if not line.none]
    told = [cell for cell in cells if not is_hollow(cell)]
    if not told or not all(_is_number(cell) for cell in told):
        return "text"
    return "money" if _OF_MONEY.search(column.head) else "percent"


def _is_number(cell: str) -> bool:
    return parse_amount(cell) is not None or parse_percentage(cell) is not None
