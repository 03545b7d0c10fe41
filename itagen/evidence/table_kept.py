"""What was read of a book, as the store keeps it: much of a large table is decoded when wanted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from itagen.evidence.table import Column, Line, Sums, Table, TableFault
from itagen.later import Later

VERSION = 4  # to be raised when the same reading is kept in another way
_AT_ONCE = 100  # as many lines as a page shows of a table
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        rows: of each table those of its lines that declare no none, by field.
        names: of each table the fields that any of its rows has.
        sums: what the money and the counts of all rows add up to, by field.
    """

    tables: tuple[Table, ...] = ()
    rows: tuple[Sequence[Row], ...] = ()
    faults: tuple[TableFault, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    sums: Sums = ()

    def to_json(self) -> bytes:
        """For the store: a line for what is always wanted, and one for all else of each table."""
        faults = [[getattr(f, name) for name in TableFault.__slots__] for f in self.faults]
        sums = [[name, str(amount)] for name, amount in self.sums]
        tables = [_plain(table) for table in self.tables]
        told = [[names, len(rows)] for names, rows in zip(self.names, self.rows, strict=True)]
        rest = map(_rest, self.tables, self.rows, self.names)
        always = {"tables": tables, "rows": told, "faults": faults, "sums": sums}
        return "\n".join(map(_encode, (always, *rest))).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Reading:
        """Out of the store; most of what a large table holds is not decoded before it is wanted."""
        always, *rest = data.split(b"\n")
        found = json.loads(always)
        kept = [_Kept(*each) for each in zip(found["tables"], found["rows"], rest, strict=True)]
        return cls(
            tuple(each.table for each in kept),
            tuple(each.rows for each in kept),
            tuple(TableFault(*map(_frozen, fault)) for fault in found["faults"]),
            tuple(each.names for each in kept),
            tuple((name, Decimal(amount)) for name, amount in found["sums"]),
        )


def _plain(table: Table) -> list[Any]:
    columns = [[c.index, c.head, c.field, c.guessed] for c in table.columns]
    sums = [_line(line) for line in (table.total, *table.subtotals) if line]
    lines = [_line(line) for line in table.lines[:_AT_ONCE]]
    told = [table.sheet, table.caption, columns, lines, len(table.lines)]
    return [*told, table.head, sums, table.notes, table.titles]


def _line(line: Line) -> list[Any]:
    rest = [line.more, line.under, line.none]
    return [line.number, line.cells, *rest] if any(rest) else [line.number, line.cells]


def _lined(data: list[Any]) -> Line:
    number, cells, *rest = data
    if not rest:
        return Line(number, tuple(cells))
    more, under, none = rest
    return Line(number, tuple(cells), tuple(map(tuple, more)), under, none)


def _rest(table: Table, rows: Sequence[Row], names: Sequence[str]) -> list[Any]:
    """The lines that are not wanted at once, and the values of each row.

    A value is 0 where it is just what the cell says.
    """
    places = _places(table)
    values = []
    for line, row in zip((line for line in table.lines if not line.none), rows, strict=True):
        cells = {name: line.cells[places[name]] for name in row if name in places}
        told = ((name, row.get(name)) for name in names)
        values.append([0 if said and cells.get(name) == said else said for name, said in told])
    return [[_line(line) for line in table.lines[_AT_ONCE:]], values]


class _Kept:
    """A table out of the store, with its rows."""

    def __init__(self, table: list[Any], told: list[Any], rest: bytes) -> None:
        sheet, caption, columns, lines, size, head, sums, notes, titles = table
        totals = [_lined(line) for line in sums]
        self._text = rest
        self.table = Table(
            sheet, tuple(caption), tuple(Column(*c) for c in columns),
            Later(size, self._lines, tuple(map(_lined, lines))), head,
            totals[0] if totals else None, tuple(notes), tuple(totals[1:]),
            tuple(map(tuple, titles)),
        )  # fmt: skip
        self.names = tuple(told[0])
        self.rows: Sequence[Row] = Later(told[1], self._rows)

    @cached_property
    def _rest(self) -> tuple[list[Any], list[Any]]:
        lines, values = json.loads(self._text)
        self._text = b""
        return lines, values

    def _lines(self) -> Iterator[Line]:
        return map(_lined, self._rest[0])

    def _rows(self) -> Iterator[Row]:
        """The rows as they were before they were kept."""
        places = [_places(self.table).get(name, 0) for name in self.names]
        lines = (line.cells for line in self.table.lines if not line.none)
        for cells, row in zip(lines, self._rest[1], strict=True):
            told = zip(self.names, places, row, strict=True)
            yield {
                name: cells[place] if said == 0 else said
                for name, place, said in told
                if said is not None
            }


def _places(table: Table) -> dict[str, int]:
    return {c.field: n for n, c in reversed(list(enumerate(table.columns))) if c.field}


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
