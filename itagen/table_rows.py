"""Rows of tables as records, with the months and days that stand in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from itagen.coverage import asks_for_day
from itagen.demand import Basis, Coverage
from itagen.diagnostics import Location
from itagen.entry import Evidence, Record, Said
from itagen.evidence.table import Line, Table, TableFault
from itagen.evidence.table_grid import cell_name, cell_place
from itagen.evidence.table_kept import Reading, Row
from itagen.evidence.table_numbers import is_blank
from itagen.later import Later, joined
from itagen.month_names import period_named
from itagen.period import Period, length_in_months, name_en, name_th
from itagen.period_text import Refusal, parse_date

VERSION = 3  # to be raised when the months or days of the same table are read in another way
OWN = frozenset(["covers", "date", "side"])
_HALF = 6


class Cells(Mapping[str, tuple[Evidence, ...]]):
    """The fields of a row, each made evidence when somebody looks at it: there may be thousands."""

    __slots__ = ("_at", "_columns", "_row")

    def __init__(self, row: Row, columns: Mapping[str, int], at: Location) -> None:
        self._row, self._columns, self._at = row, columns, at

    def __getitem__(self, name: str) -> tuple[Evidence, ...]:
        if name in OWN:
            raise KeyError(name)
        at = self._cell(name)
        return (Evidence(at, text=Said(self._row[name], at)),)

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._row if name not in OWN)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def plain(self) -> Row:
        """The same as text alone."""
        return self._row

    def _cell(self, name: str) -> Location:
        sheet, _, _ = self._at.cell.rpartition("!")
        place = cell_name((self._at.line or 1) - 1, self._columns.get(name, 0))
        return Location(self._at.path, self._at.line, cell=cell_place(sheet, place))


@dataclass(frozen=True, slots=True)
class When:
    """How the months of a table are to be read: what is asked, and what lends the year."""

    coverage: Coverage | None
    basis: Basis
    within: Period | None


Keep = Callable[[Callable[[], bytes]], bytes]


def with_rows(
    part: Evidence, path: str, reading: Reading, when: When, keep: Keep = lambda make: make()
) -> Evidence:
    """The same evidence with all that was read in its table.

    Args:
        part: as staff wrote it.
        path: of the file, relative to the project.
        reading: its tables and typed rows.
        when: how its months are read.
        keep: gives what the function it is given gives, perhaps from an earlier time: for that
            every row must be looked at.
    """
    dated = [_Dated(table, path, when) for table in reading.tables]
    records = [
        Later(len(rows), partial(of_table.records, rows))
        for of_table, rows in zip(dated, reading.rows, strict=True)
    ]
    has_fields = (any(name not in OWN for name in names) for names in reading.names)
    return replace(
        part,
        tables=reading.tables,
        rows=joined([rows for rows, has in zip(records, has_fields, strict=True) if has]),
        spans=tuple(_spans(path, keep(lambda: _spans_json(dated, records)))),
        faults=(*reading.faults, *(fault for of_table in dated for fault in of_table.faults)),
        sums=reading.sums,
    )


def _spans_json(dated: Iterable[_Dated], records: Iterable[Sequence[Record]]) -> bytes:
    """The months and days that stand in tables, each once, with its row and cell."""
    found: dict[str, Said] = {}
    for of_table, rows in zip(dated, records, strict=True):
        for said in of_table.spans(rows):
            found.setdefault(said.text, said)
    return json.dumps([(said.text, said.at.line, said.at.cell) for said in found.values()]).encode()


def _spans(path: str, data: bytes) -> Iterator[Said]:
    return (Said(text, Location(path, line, cell=cell)) for text, line, cell in json.loads(data))


class _Dated:
    """One table, and of when it is."""

    def __init__(self, table: Table, path: str, when: When) -> None:
        self.table, self.path, self.when = table, path, when
        self.columns = {c.field: c.index for c in reversed(table.columns) if c.field}
        self.faults: list[TableFault] = []
        self.whole, self.whole_at = self._whole()

    def _at(self, line: int, column: int = 0) -> Location:
        place = cell_place(self.table.sheet, cell_name(line - 1, column))
        return Location(self.path, line, cell=place)

    def _whole(self) -> tuple[Period | None, Location]:
        """The months of the table as a whole: by the name of its sheet, else by its title."""
        titled, at = self._titled()
        lent = titled or self.when.within
        named = period_named(self.table.sheet, self.when.basis, lent)
        if named and titled and not named.overlaps(titled):
            words = (name_th(titled), name_th(named))
            self.faults.append(
                TableFault(
                    "contradicting-months",
                    self.table.sheet,
                    found=words[0],
                    detail="title",
                    options=(words[1], name_en(titled), name_en(named)),
                )
            )
        if named:
            return named, Location(self.path, cell=cell_place(self.table.sheet, ""))
        return titled, at

    def _titled(self) -> tuple[Period | None, Location]:
        """What its titles say, if they agree, and where the first of them does."""
        found: dict[Period, Location] = {}
        for words, place in zip(self.table.caption, self.table.titles, strict=True):
            if period := period_named(words, self.when.basis, self.when.within):
                found.setdefault(period, self._at(*place))
        return next(iter(found.items())) if len(found) == 1 else (None, Location(self.path))

    def records(self, values: Sequence[Row]) -> Iterator[Record]:
        lines = (line for line in self.table.lines if not line.none)
        for line, row in zip(lines, values, strict=True):
            at = self._at(line.number)
            side = row.get("side", "")
            yield Record(
                at, Cells(row, self.columns, at), Said(side, at) if side else None,
                self._month(line, row.get("covers", ""), at), self._day(line, row.get("date", "")),
            )  # fmt: skip

    def _month(self, line: Line, cell: str, at: Location) -> Said | None:
        """By the row's own cell or words, the line above it, the sheet, the title."""
        lent = self.whole or self.when.within
        if cell and (period := period_named(cell, self.when.basis, lent)):
            return Said(name_th(period), self._at(line.number, self.columns.get("covers", 0)))
        for words in (line.none, line.under):
            if words and (period := period_named(words, self.when.basis, lent)):
                return Said(name_th(period), at)
        return Said(name_th(self.whole), self.whole_at) if self.whole else None

    def _day(self, line: Line, cell: str) -> Said | None:
        day = None if is_blank(cell) else parse_date(cell)
        known = day is not None and not isinstance(day, Refusal)
        return Said(cell, self._at(line.number, self.columns.get("date", 0))) if known else None

    def spans(self, records: Sequence[Record]) -> Iterator[Said]:
        """What its rows, its declarations of none, its heads or its name say; of days the ends."""
        coverage = self.when.coverage
        if coverage is None:
            return
        if asks_for_day(coverage):
            yield from _ends([record.date for record in records if record.date])
        elif coverage.relation in {"half_of", "report_of"}:
            yield from self._months(records, coverage)

    def _months(self, records: Sequence[Record], coverage: Coverage) -> Iterator[Said]:
        said = [record.covers for record in records]
        position = next((n for n, c in enumerate(self.table.columns) if c.field == "covers"), None)
        for line in self.table.lines:
            if line.none:
                cell = "" if position is None else line.cells[position]
                said.append(self._month(line, cell, self._at(line.number)))
        said += self._in_heads()
        if not self.table.lines and self.whole:
            said.append(Said(name_th(self.whole), self.whole_at))
        for words in filter(None, said):
            if coverage.relation == "report_of" or self._is_short(words):
                yield words

    def _is_short(self, words: Said) -> bool:
        """Whether it is months; the year that a title names says nothing of them."""
        period = period_named(words.text, self.when.basis)
        return period is not None and (length_in_months(period) or 99) <= _HALF

    def _in_heads(self) -> Iterator[Said]:
        """Months that are heads, with something below them."""
        for number, column in enumerate(self.table.columns):
            if column.field or not any(
                not is_blank(line.cells[number]) for line in self.table.lines
            ):
                continue
            period = period_named(column.head, self.when.basis, self.whole or self.when.within)
            if period:
                yield Said(name_th(period), self._at(self.table.head, column.index))


def _ends(days: list[Said]) -> Iterator[Said]:
    """The first and the last of days, which tell whether all lie within a span."""
    known = [(day, said) for said in days if not isinstance(day := parse_date(said.text), Refusal)]
    if known:
        first = min(known, key=lambda pair: pair[0])
        last = max(known, key=lambda pair: pair[0])
        yield from dict.fromkeys((first[1], last[1]))
