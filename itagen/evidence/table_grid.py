"""Sheets as plain grids of text, with the names that people give to their cells."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

BookFault = Literal["", "not-a-table", "damaged", "password", "too-large", "too-many-rows"]
Encoding = Literal["", "utf-8", "cp874", "utf-16"]
Range = tuple[int, int, int, int]


@dataclass(frozen=True)
class Grid:
    """One sheet, or a CSV file.

    Attributes:
        name: of the sheet; empty for a CSV file.
        rows: its cells as people read them (a day as `3 ตุลาคม 2565`, a whole number without
            `.0`), from the first row and column of the sheet on; blank cells are empty.
        merged: cells that are one: first row and column, last row and column, all from 0.
        hidden: whether the sheet is hidden, so that readers do not see it.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Range, ...] = ()
    hidden: bool = False

    @cached_property
    def spans(self) -> Mapping[tuple[int, int], Range]:
        """The merged range that each covered cell belongs to."""
        return {
            (row, column): span
            for span in self.merged
            for row in range(span[0], span[2] + 1)
            for column in range(span[1], span[3] + 1)
        }

    @cached_property
    def width(self) -> int:
        """How many columns its longest row has."""
        return max(map(len, self.rows), default=0)

    def text(self, row: int, column: int) -> str:
        """A cell, empty beyond the end of its row."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""

    def cells(self, row: int, columns: Sequence[int]) -> tuple[str, ...]:
        """Some cells of a row, empty beyond its end."""
        cells = self.rows[row]
        if len(cells) < self.width:
            cells = (*cells, *[""] * (self.width - len(cells)))
        return tuple([cells[column] for column in columns])

    def whole(self, row: int, column: int) -> str:
        """A cell, of a merged range what all its cells show."""
        span = self.spans.get((row, column))
        return self.text(span[0], span[1]) if span else self.text(row, column)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook, or a CSV file as a book of one sheet without a name.

    Attributes:
        encoding: how a CSV file is written.
        fault: why it could not be read; it has no grids then.
    """

    grids: tuple[Grid, ...] = ()
    encoding: Encoding = ""
    fault: BookFault = ""

    def to_json(self) -> bytes:
        """For the store."""
        grids = [[grid.name, grid.rows, grid.merged, grid.hidden] for grid in self.grids]
        data = [grids, self.encoding, self.fault]
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Book:
        """Out of the store."""
        grids, encoding, fault = json.loads(data)
        read = (
            Grid(name, tuple(map(tuple, rows)), tuple(map(tuple, merged)), hidden)
            for name, rows, merged, hidden in grids
        )
        return cls(tuple(read), encoding, fault)


def cell_name(row: int, column: int) -> str:
    """`D7` of row 6 and column 3, both from 0."""
    letters, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def cell_place(sheet: str, cell: str) -> str:
    """`ต.ค. 65!D7`; of a CSV file the cell alone."""
    return f"{sheet}!{cell}" if sheet else cell
