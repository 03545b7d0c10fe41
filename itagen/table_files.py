"""Tables of data as files to take along: CSV, XLSX and JSON, and what tells programs of them.

Made once and kept by what they hold: a build that changes no table writes none anew.
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from decimal import Decimal
from functools import cached_property, partial
from itertools import groupby
from typing import Any

from itagen.processes import StoppedError
from itagen.store import Store, library
from itagen.table_data import Content, DataTable, Home
from itagen.table_values import Value
from itagen.workbook import Column, Kind, Sheet, csv_bytes, workbook
from itagen.workers import ahead, processes_for

PACKAGE = "datapackage.json"
MEDIA: Mapping[str, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
_VERSION = "2"  # to be raised when the same table gives other bytes
_ABOUT = "resource"
_KINDS: Mapping[str, Kind] = {"integer": "number", "number": "number"}
_TYPES = {"string": "ข้อความ", "integer": "จำนวนเต็ม", "number": "จำนวน", "date": "วันที่ (ค.ศ.)"}


def table_files(tables: Iterable[DataTable], store: Store) -> Iterator[tuple[str, bytes]]:
    """The files of all tables, those of an item one behind the other, and what tells of each."""
    for home, found in groupby(tables, key=lambda table: table.home):
        resources = []
        for table in found:
            made = dict(_files(table, store, _MADE))
            resources.append(json.loads(made.pop(_ABOUT)))
            yield from ((f"{home.folder}{table.stem}.{end}", data) for end, data in made.items())
        yield f"{home.folder}{PACKAGE}", _json(_package(home, resources))


Files = Callable[[], Iterable[tuple[str, bytes]]]


@contextmanager
def table_files_ahead(tables: Sequence[DataTable], store: Store) -> Iterator[Files]:
    """Gives `table_files`; another process makes workbooks meanwhile where many rows are new."""
    new = [table for table in tables if not store.keeps(*_kept(table, "xlsx"))]
    if processes_for(sum(table.size for table in new)) < 2:
        yield partial(table_files, tables, store)
        return

    def keep(endings: Container[str]) -> None:
        for table in new:
            deque(_files(table, store, endings), maxlen=0)

    def make() -> Callable[[None], None]:
        keep({"xlsx"})
        return lambda _: None

    with ahead(make) as made:

        def files() -> Iterator[tuple[str, bytes]]:
            keep(_MADE.keys() - {"xlsx"})
            with suppress(StoppedError):  # what it left undone is made here
                made(None)
            return table_files(tables, store)

        yield files


def _files(table: DataTable, store: Store, endings: Container[str]) -> Iterator[tuple[str, bytes]]:
    opened = _Opened(table)
    for ending, make in ((end, make) for end, make in _MADE.items() if end in endings):
        yield ending, store.recall(*_kept(table, ending), partial(make, opened))


def _kept(table: DataTable, ending: str) -> tuple[str, str, bytes]:
    """Under what a file stands in the store."""
    given = table.given + repr((ending, table.stem, table.title)).encode()
    return "table-file", f"{_VERSION} {library('xlsxwriter')}", given


class _Opened:
    """A table of which files are made, with what several of them need; read when one needs it."""

    def __init__(self, table: DataTable) -> None:
        self.table = table

    @cached_property
    def content(self) -> Content:
        return self.table.read()

    @cached_property
    def sheet(self) -> Sheet:
        kinds = ((c.name, _KINDS.get(c.type, "text")) for c in self.content.columns)
        columns = tuple(Column(name, kind=kind) for name, kind in kinds)
        return Sheet("data", self.table.title, columns, self.content.rows)

    @cached_property
    def csv(self) -> bytes:
        return csv_bytes(self.sheet)


def _as_csv(opened: _Opened) -> bytes:
    return opened.csv


def _as_xlsx(opened: _Opened) -> bytes:
    """The rows, and beside them what each column means, in Thai."""
    columns = tuple(map(Column, ("name", "title", "type")))
    told = tuple((c.name, c.title, _TYPES[c.type]) for c in opened.content.columns)
    return workbook((opened.sheet, Sheet("columns", opened.table.title, columns, told)))


def _as_json(opened: _Opened) -> bytes:
    names = [column.name for column in opened.content.columns]
    rows = (dict(zip(names, map(_plain, row), strict=True)) for row in opened.content.rows)
    told = ",\n".join(map(json.JSONEncoder(ensure_ascii=False).encode, rows))
    return f"[\n{told}\n]\n".encode()


def _plain(value: Value) -> Value | float:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _package(home: Home, resources: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The folder as Frictionless Data has it (datapackage.org, a tabular data package)."""
    year, item, _ = home.folder.split("/", 2)
    page = {"homepage": home.address} if home.address else {}
    return {
        "profile": "tabular-data-package",
        "name": f"{item}-{year}",
        "title": home.title,
        **page,
        "resources": list(resources),
    }


def _resource(opened: _Opened) -> bytes:
    table, data = opened.table, opened.csv
    columns = opened.content.columns
    return _json({
        "profile": "tabular-data-resource",
        "name": table.stem.replace("_", "-"),
        "title": table.title,
        "path": f"{table.stem}.csv",
        "format": "csv",
        "mediatype": MEDIA["csv"],
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [{"name": c.name, "title": c.title, "type": c.type} for c in columns],
            "missingValues": [""],
        },
    })  # fmt: skip


_MADE: Mapping[str, Callable[[_Opened], bytes]] = {
    "csv": _as_csv,
    "xlsx": _as_xlsx,
    "json": _as_json,
    _ABOUT: _resource,
}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
