"""A book read for one piece of evidence: its tables, their typed rows, what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from itagen.demand import Field
from itagen.evidence.table import Column, Line, Table, TableFault
from itagen.evidence.table_find import VERSION as FIND_VERSION
from itagen.evidence.table_find import find_table, spoken_none, title_lines
from itagen.evidence.table_grid import Book, Grid, cell_name
from itagen.evidence.table_heads import Names, Wanted
from itagen.evidence.table_kept import VERSION, Reading, Row
from itagen.evidence.table_numbers import parse_amount
from itagen.evidence.table_sums import wrong_totals
from itagen.evidence.table_typed import typed
from itagen.month_names import names_a_month
from itagen.text import key

_OLD = frozenset(["cp874", "utf-16"])
_ADDED_UP = frozenset(["money", "count"])


@dataclass(frozen=True, slots=True)
class Ask:
    """What is wanted of a book.

    Attributes:
        sheet: the one that is meant; empty: all that hold a table.
        fields: of the element, empty where it has no `each`.
        columns: the office's own headings, by the ids of fields.
    """

    sheet: str = ""
    fields: tuple[Field, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()

    def key(self) -> bytes:
        """All of it, for the store."""
        return repr((VERSION, FIND_VERSION, self)).encode()


def read_tables(book: Book, ask: Ask) -> Reading:
    """Every table that is wanted; what cannot be read is a fault among the others."""
    if book.fault:
        return Reading(faults=(TableFault("unreadable-table", detail=book.fault),))
    grids = _grids(book, ask)
    if isinstance(grids, TableFault):
        return Reading(faults=(grids,))
    told = [TableFault("old-encoding", detail=book.encoding)] if book.encoding in _OLD else []
    wanted = [Wanted(f.id, (f.title, *f.also), dict(ask.columns).get(f.id, "")) for f in ask.fields]
    names = Names(wanted)
    tables: list[Table] = []
    for grid in grids:
        found, faults = _read(grid, names, alone=len(grids) == 1)
        told += faults
        tables += [found] if found else []
    if not tables and ask.fields and not told:
        told.append(TableFault("no-heads", grids[0].name if grids else ""))
    told += _of_columns(tables, ask)
    rows = []
    for table in tables:
        values = typed(table, ask.fields)
        rows.append(values.rows)
        told += [*values.faults, *wrong_totals(table)]
    has = tuple(tuple(dict.fromkeys(name for row in each for name in row)) for each in rows)
    return Reading(tuple(tables), tuple(rows), tuple(told), has, tuple(_sums(rows, ask)))


def _sums(tables: Iterable[Sequence[Row]], ask: Ask) -> Iterator[tuple[str, Decimal]]:
    rows = [row for each in tables for row in each]
    for field in (field for field in ask.fields if field.type in _ADDED_UP):
        amounts = (parse_amount(row.get(field.id, "")) for row in rows)
        known = [amount for amount in amounts if amount is not None]
        if known:
            yield field.id, sum(known, Decimal(0))


def _grids(book: Book, ask: Ask) -> tuple[Grid, ...] | TableFault:
    """The sheets that are meant: the one that is named, else all that readers see something in."""
    shown = tuple(grid for grid in book.grids if not grid.hidden)
    if not ask.sheet:
        written = (g for g in shown if any(map(any, g.rows)) or names_a_month(g.name))
        return tuple(written) or shown[:1] or book.grids[:1]
    for same in (str, key):
        if found := [grid for grid in book.grids if same(grid.name) == same(ask.sheet)]:
            return (found[0],)
    names = tuple(grid.name for grid in shown if grid.name)
    return TableFault("missing-sheet", found=ask.sheet, options=names)


def _read(grid: Grid, names: Names, *, alone: bool) -> tuple[Table | None, list[TableFault]]:
    """The table of a sheet; a sheet of a month must have one, or say that there was nothing."""
    if not any(map(any, grid.rows)):
        return Table(grid.name, (), (), (), 0), [TableFault("empty-sheet", grid.name)]
    table = find_table(grid, names)
    if table and (table.lines or not names.wanted):
        return table, []
    titles = tuple(title_lines(grid.rows))
    bare = Table(
        grid.name, tuple(words for words, _ in titles), (), (), 0,
        titles=tuple(place for _, place in titles),
    )  # fmt: skip
    none = spoken_none(grid)
    if none:
        line = Line(1, (none,), none=none)
        return replace(bare, columns=(Column(0, ""),), lines=(line,)), []
    if table or (names.wanted and names_a_month(grid.name) and len(titles) <= 1):
        empty = table or bare
        return empty, [TableFault("empty-sheet", grid.name, detail=_free_cell(grid, empty))]
    is_asked = bool(names.wanted) and (alone or names_a_month(grid.name))
    return None, [TableFault("no-heads", grid.name)] if is_asked else []


def _free_cell(grid: Grid, table: Table) -> str:
    """Where below the heads to say that there was nothing; empty where there are no heads."""
    if not table.head:
        return ""
    below = range(table.head, len(grid.rows))
    row = next((row for row in below if not any(grid.rows[row])), len(grid.rows))
    return cell_name(row, table.columns[0].index)


def _of_columns(tables: list[Table], ask: Ask) -> Iterator[TableFault]:
    """What has no column, and what was given one by guessing; of all sheets together."""
    own = dict(ask.columns)
    headed = [table for table in tables if table.head]
    for field in ask.fields:
        lacking = [t for t in headed if field.id not in {c.field for c in t.columns}]
        if lacking and (field.demand != "if_any" or field.id in own):
            heads = tuple(c.head for c in lacking[0].columns if c.head and not c.field)
            yield TableFault(
                "missing-column", lacking[0].sheet, (), len(lacking), field.id, field.title,
                own.get(field.id, ""), field.demand, heads,
            )  # fmt: skip
        guessed = [(t, c) for t in headed for c in t.columns if c.guessed and c.field == field.id]
        if guessed:
            table, column = guessed[0]
            yield TableFault(
                "guessed-column", table.sheet, (), len(guessed), field.id, field.title, column.head
            )
