"""Workbooks and CSV files to grids; nothing in them is calculated or run."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from itagen.evidence.table_csv import csv_rows, decoded
from itagen.evidence.table_grid import Book, BookFault, Grid, Range
from itagen.months import MONTHS_TH
from itagen.period import ERA
from itagen.store import Store, library
from itagen.text import clean

VERSION = 1
MOST_ROWS = 20_000
MOST_COLUMNS = 300
MOST_BYTES = 40_000_000
_MOST_UNPACKED = 400_000_000
_BUDDHIST = 2400
_TEXTS = (".csv", ".tsv", ".txt")
_BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
# Cells that may lie beyond MOST_ROWS or MOST_COLUMNS (KN), so that the others are quickly passed.
_FAR_CELL = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="(?:([A-Z]{1,3})([0-9]{5,7})|([A-Z]{3}|[K-Z][A-Z])([0-9]{1,7}))"'
)
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]+)"[^>]*office:value')
_CHUNK = 1 << 20


def version() -> str:
    """Of what is read here, and of the library that reads it."""
    return f"{VERSION} {library('python-calamine')}"


def is_table(name: str) -> bool:
    """Whether a file is called as tables are."""
    return name.lower().endswith((*_TEXTS, *_BOOKS))


def recall_book(store: Store, path: Path, digest: bytes) -> Book:
    """The book of a file whose bytes have that sha256: several things are looked for in it.

    Raises:
        OSError: it cannot be read, or has other bytes by now.
    """

    def make() -> bytes:
        data = path.read_bytes()
        if hashlib.sha256(data).digest() != digest:
            raise OSError(path)
        return read_book(data, path.name).to_json()

    given = digest + path.suffix.lower().encode()
    return Book.from_json(store.recall("book", version(), given, make))


def read_book(data: bytes, name: str) -> Book:
    """Every sheet of a workbook, or a CSV file; what cannot be read is told, never raised."""
    if len(data) > MOST_BYTES:
        return Book(fault="too-large")
    if name.lower().endswith(_TEXTS):
        return _text(data)
    return _workbook(data) if name.lower().endswith(_BOOKS) else Book(fault="not-a-table")


def _text(data: bytes) -> Book:
    try:
        text, encoding = decoded(data)
        rows = csv_rows(text, MOST_ROWS + 1)
    except (UnicodeDecodeError, csv.Error):
        return Book(fault="not-a-table")
    if len(rows) > MOST_ROWS:
        return Book(fault="too-many-rows")
    return Book((Grid("", _cleaned(rows)),), encoding)


def _workbook(data: bytes) -> Book:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if fault := _danger(data):
        return Book(fault=fault)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = []
        for about in workbook.sheets_metadata:
            if not str(about.typ).endswith("WorkSheet"):
                continue
            sheet = workbook.get_sheet_by_name(about.name)
            if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
                return Book(fault="too-many-rows")
            hidden = not str(about.visible).endswith("Visible")
            rows = _cleaned(sheet.to_python(skip_empty_area=False))
            grids.append(Grid(clean(about.name).strip(), rows, _merged(sheet), hidden))
    except PasswordError:
        return Book(fault="password")
    except (CalamineError, OSError, ValueError) as error:
        locked = "password" in str(error).lower() or "encrypt" in str(error).lower()
        return Book(fault="password" if locked else "damaged")
    return Book(tuple(grids))


def _danger(data: bytes) -> BookFault:
    """What would fill the memory before the library could say so: bombs, cells at the far end."""
    if not data.startswith(b"PK"):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
                return "too-large"
            sheets = [n for n in parts.namelist() if n.startswith("xl/worksheets/")]
            if any(_is_vast(parts, name) for name in sheets if name.endswith(".xml")):
                return "too-many-rows"
            if "content.xml" in parts.namelist() and _repeats(parts):
                return "too-many-rows"
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return "damaged"
    return ""


def _is_vast(parts: zipfile.ZipFile, name: str) -> bool:
    for chunk in _chunks(parts, name):
        for deep, number, wide, other in _FAR_CELL.findall(chunk):
            if int(number or other) > MOST_ROWS or _column(deep or wide) > MOST_COLUMNS:
                return True
    return False


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _repeats(parts: zipfile.ZipFile) -> bool:
    return any(
        int(times) > MOST_COLUMNS
        for chunk in _chunks(parts, "content.xml")
        for times in _REPEATED.findall(chunk)
    )


def _chunks(parts: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with parts.open(name) as stream:
        end = b""
        while chunk := stream.read(_CHUNK):
            yield end + chunk
            end = chunk[-300:]


def _merged(sheet: Any) -> tuple[Range, ...]:
    ranges = sheet.merged_cell_ranges or ()
    return tuple((*first, *last) for first, last in ranges)


def _cleaned(rows: Iterable[Iterable[object]]) -> tuple[tuple[str, ...], ...]:
    found = [tuple(map(_shown, row)) for row in rows]
    while found and not any(found[-1]):
        found.pop()
    return tuple(found)


def _shown(value: object) -> str:
    """A value as people read it."""
    match value:
        case str():
            return clean(value).strip()
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
        case datetime() | date():
            be = value.year if value.year >= _BUDDHIST else value.year + ERA
            return f"{value.day} {MONTHS_TH[value.month - 1]} {be}"
        case _:
            return str(value)
