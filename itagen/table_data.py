"""The rows of an item's elements as tables of data: English names, a type for each column."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from itagen.address import full_address
from itagen.answers import ElementAnswer, ItemAnswer
from itagen.demand import Field
from itagen.entry import Evidence, Record, Said
from itagen.evidence.table import Table
from itagen.evidence.table_reading import Ask
from itagen.part_views import PartView
from itagen.plan_parts import Parts
from itagen.table_rows import Cells
from itagen.table_values import DataColumn, Value, typed_column

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_ -]{0,40}")
_NO_DAYS = ("", "")


@dataclass(frozen=True, slots=True)
class Content:
    """Columns, and rows of as many values."""

    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The item that tables are of.

    Attributes:
        folder: where their files stand, `2566/o21/data/`.
        address: the full one of its page, where the site knows its own.
    """

    folder: str
    title: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table for programs.

    Attributes:
        stem: of its files: the id of the element, with a number where it has several tables.
        title: what it is, in Thai.
        given: a hash of all that its content is made of; `size`: how many rows it has.
        read: gives its content.
    """

    home: Home
    stem: str
    title: str
    given: bytes
    size: int
    read: Callable[[], Content]


def data_tables(parts: Parts) -> Iterator[DataTable]:
    """Every table of one item: of rows the one of their element, else one of each sheet."""
    home = _home(parts)
    for element in parts.answer.elements:
        if keeps_rows(element):
            yield _of_rows(parts, element, home)
        elif not element.element.each:
            yield from _of_sheets(element, home)


def data_folder(answer: ItemAnswer) -> str:
    """Where the files of an item's tables stand."""
    return f"{answer.year.folder}/{answer.item.stem}/data/"


def _home(parts: Parts) -> Home:
    answer, url = parts.answer, parts.site.agency.words("site_url")
    page = f"{answer.year.folder}/{answer.item.stem}/"
    title = f"{answer.item.code} {answer.item.title}"
    return Home(data_folder(answer), title, full_address(url, page) if url else "")


def keeps_rows(element: ElementAnswer) -> bool:
    """Whether its rows are data: not where they are shown as cards of persons."""
    shown = any(field.type == "image" for field in element.element.each)
    return bool(element.records) and not shown


def sheets_of(element: ElementAnswer) -> tuple[Table, ...]:
    """The tables of an element without rows that have something in them."""
    return tuple(table for table, _ in _sheets_given(element))


def _sheets_given(element: ElementAnswer) -> Iterator[tuple[Table, bytes]]:
    """Those sheets, each with a hash of all that was read in its file."""
    for part in element.evidence:
        for table in part.tables:
            if table.lines and not table.none:
                yield table, part.given


def sheet_stem(element: ElementAnswer, number: int) -> str:
    """The stem of the files of one of its sheets, counted from 1."""
    return f"{element.element.id}-{number}" if len(sheets_of(element)) > 1 else element.element.id


def _of_rows(parts: Parts, element: ElementAnswer, home: Home) -> DataTable:
    read: Callable[[], Content] = partial(_rows, parts, element)
    given = rows_given(parts, element)
    if not given:
        content = read()
        given, read = _hash(content), lambda: content
    return DataTable(
        home, element.element.id, element.element.title, given, len(element.records), read
    )


def rows_given(parts: Parts, element: ElementAnswer) -> bytes:
    """A hash of all that its rows are made of, where all were read in tables; else empty."""
    if element.inline or not element.records:
        return b""
    said = [(e.covers, e.date, e.side, e.given) for e in element.evidence]
    entry = parts.answer.entry
    of_all = (entry.covers, entry.date) if entry else ()
    ask = Ask(fields=element.element.each).key()
    return _hash(ask, element.coverage, parts.answer.edition.id, of_all, said)


def _hash(*parts: object) -> bytes:
    return hashlib.sha256(repr(parts).encode()).digest()


def _rows(parts: Parts, element: ElementAnswer) -> Content:
    records, fields = element.records, element.element.each
    columns = []
    for field in fields:
        values = [_value(parts, element, record, field) for record in records]
        columns.append(typed_column(field.id, field.title, values, field.type))
    ends = _ends(parts, element)
    of_all: tuple[tuple[str, str, Callable[[Record], str]], ...] = (
        ("side", "ฝ่าย", lambda record: _words(record.side)),
        ("covers", "ช่วงเวลา", lambda record: _words(record.covers)),
        ("covers_from", "ตั้งแต่วันที่", lambda record: ends.get(_words(record.covers), _NO_DAYS)[0]),
        ("covers_to", "ถึงวันที่", lambda record: ends.get(_words(record.covers), _NO_DAYS)[1]),
        ("date", "วันที่", lambda record: _words(record.date)),
    )
    for name, title, said in of_all:
        values = [said(record) for record in records]
        if any(values):
            kind = "date" if name != "covers" else name
            columns.append(typed_column(name, title, values, kind))
    return _content(columns)


def _content(columns: Sequence[tuple[DataColumn, list[Value]]]) -> Content:
    rows = tuple(zip(*(values for _, values in columns), strict=True))
    return Content(tuple(column for column, _ in columns), rows)


def _of_sheets(element: ElementAnswer, home: Home) -> Iterator[DataTable]:
    tables = tuple(_sheets_given(element))
    for number, (table, given) in enumerate(tables, 1):
        title = " ".join(table.caption[:1]) or element.element.title
        if table.sheet and len(tables) > 1:
            title = f"{title} ({table.sheet})"
        stem, read = sheet_stem(element, number), partial(_sheet, table)
        yield DataTable(home, stem, title, given, len(table.lines), read)


def _sheet(table: Table) -> Content:
    columns = [
        typed_column(name, column.head, [line.cells[n] for line in table.lines])
        for n, (name, column) in enumerate(zip(_names(table), table.columns, strict=True))
    ]
    if any(line.under for line in table.lines):
        columns.insert(0, typed_column("part", "หมวด", [line.under for line in table.lines]))
    return _content(columns)


def _names(table: Table) -> Iterator[str]:
    """A head in English as a name, else the number of the column."""
    told: set[str] = set()
    for number, column in enumerate(table.columns, 1):
        head = column.head.strip()
        name = re.sub(r"[ -]+", "_", head).lower() if _NAME.fullmatch(head) else ""
        if not name or name in told:
            name = f"column_{number}"
        told.add(name)
        yield name


def _value(parts: Parts, element: ElementAnswer, record: Record, field: Field) -> str:
    """What a row has in a field, as text; of what is no text, where it leads."""
    if isinstance(record.fields, Cells):
        return record.fields.plain.get(field.id, "")
    values = record.fields.get(field.id, ())
    shown = zip(values, parts.cell(element, record, field), strict=True)
    return "\n".join(filter(None, (_told(parts, value, view) for value, view in shown)))


def _told(parts: Parts, value: Evidence, view: PartView) -> str:
    if value.text and not (view.link or view.image):
        return value.text.text.strip()
    href = view.image or (view.link.href if view.link else "")
    url = parts.site.agency.words("site_url")
    return full_address(url, href) if href and url else href or view.none or view.pending


def _ends(parts: Parts, element: ElementAnswer) -> dict[str, tuple[str, str]]:
    """The first and the last day of what rows cover, by their words: many are of one month."""
    found: dict[str, tuple[str, str]] = {}
    for record in element.records:
        if record.covers and record.covers.text not in found:
            span = parts.span(element, record)
            days = (span.first, span.last) if span else (None, None)
            first, last = (day.isoformat() if day else "" for day in days)
            found[record.covers.text] = first, last
    return found


def _words(said: Said | None) -> str:
    return said.text if said else ""
