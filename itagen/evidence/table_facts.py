"""What rules want to know of every workbook and CSV file that is published, whoever names it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from itagen.evidence.personal import may_hold_personal, personal_in
from itagen.evidence.table_grid import Book, Grid, cell_name, cell_place
from itagen.evidence.table_heads import Names, find_heads

VERSION = 1
MOST = 2_000

Placed = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What stands in a workbook or a CSV file, on hidden sheets too.

    Attributes:
        heads: of each table that has some, each with its cell, `ต.ค. 65!D7`.
        numbers: of each sheet the cells in which a number of a person stands, with their text.
    """

    heads: tuple[tuple[Placed, ...], ...] = ()
    numbers: tuple[tuple[Placed, ...], ...] = ()

    def to_json(self) -> bytes:
        """For the store."""
        return json.dumps([self.heads, self.numbers], ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, data: bytes) -> TableFacts:
        """Out of the store."""
        heads, numbers = json.loads(data)
        return cls(_placed(heads), _placed(numbers))


def table_facts(book: Book) -> TableFacts:
    """Look through every sheet of a book."""
    names = Names(())
    heads = (tuple(_heads(grid, names)) for grid in book.grids if grid.rows)
    numbers = (tuple(_numbers(grid))[:MOST] for grid in book.grids)
    return TableFacts(tuple(filter(None, heads)), tuple(filter(None, numbers)))


def _heads(grid: Grid, names: Names) -> Iterator[Placed]:
    heads = find_heads(grid, names)
    for column in heads.columns if heads else ():
        if heads and column.head:
            place = cell_name(heads.last, column.index)
            yield cell_place(grid.name, place), column.head


def _numbers(grid: Grid) -> Iterator[Placed]:
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells) if may_hold_personal("\n".join(cells)) else ():
            if len(cell) > 8 and any(personal_in(cell)):
                yield cell_place(grid.name, cell_name(row, column)), " ".join(cell.split())


def _placed(data: list[list[list[str]]]) -> tuple[tuple[Placed, ...], ...]:
    return tuple(tuple((place, text) for place, text in cells) for cells in data)
