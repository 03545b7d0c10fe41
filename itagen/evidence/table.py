"""Tables as they were found in sheets: heads, rows, the sum at the foot. The model, data only.

`Evidence.tables` holds them for every piece of evidence that names a workbook or a CSV file;
`Evidence.rows` the same rows as typed records, where the element of the edition has `each`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from itagen.evidence.table_grid import cell_name, cell_place

FaultKind = Literal[
    "unreadable-table", "missing-sheet", "no-heads", "missing-column", "guessed-column",
    "wrong-cell", "blank-cells", "empty-sheet", "contradicting-months", "wrong-total",
    "old-encoding",
]  # fmt: skip
Sums = tuple[tuple[str, Decimal], ...]
"""What the money and the counts of rows add up to, by field."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        index: which column of the sheet, from 0.
        head: its head as the office wrote it, on one line; of two rows joined by a space.
        field: the id of the field of the edition that it fills; `number` (running numbers),
            `covers`, `date` or `side` where it is one of these; else empty.
        guessed: whether its head is only close to what the field is called.
    """

    index: int
    head: str
    field: str = ""
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table.

    Attributes:
        number: of the row of the sheet, from 1.
        cells: as many as the table has columns; what is merged downwards stands in each row.
        more: the rows below that continue it (a bidder each), likewise.
        under: the words of the line above it that stands for a group (`เดือน ตุลาคม 2565`).
        none: the words by which it says that there was nothing (`ไม่มีการจัดซื้อจัดจ้าง`).
    """

    number: int
    cells: tuple[str, ...]
    more: tuple[tuple[str, ...], ...] = ()
    under: str = ""
    none: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What one sheet holds.

    Attributes:
        sheet: its name; empty for a CSV file.
        caption: the title lines above the heads.
        columns: those with a head, or with cells below it.
        lines: its rows, without those that are blank, repeat the heads, number the columns or sum.
        head: the number of the row of its heads (of two the lower one), from 1.
        total: the sum at the foot; `subtotals`: sums further up.
        notes: single lines below the table, such as who signs.
        titles: where each line of `caption` begins: its row from 1, its column from 0.
    """

    sheet: str
    caption: tuple[str, ...]
    columns: tuple[Column, ...]
    lines: Sequence[Line]
    head: int
    total: Line | None = None
    notes: tuple[str, ...] = ()
    subtotals: tuple[Line, ...] = ()
    titles: tuple[tuple[int, int], ...] = ()

    def place(self, line: Line, position: int = 0) -> str:
        """`ต.ค. 65!D7`: where a row's cell stands, by the position of its column in `columns`."""
        return cell_place(self.sheet, cell_name(line.number - 1, self.columns[position].index))

    @property
    def none(self) -> str:
        """By which words the whole of it says that there was nothing; empty where it has rows."""
        said = ""
        for line in self.lines:
            if not line.none:
                return ""
            said = said or line.none
        return said


@dataclass(frozen=True, slots=True)
class TableFault:
    """What is wrong with a table, for a rule to tell.

    Attributes:
        sheet: where; empty for a CSV file or the whole workbook.
        cells: the first cells concerned, `D7`; `count`: how many there are.
        field: the id of the field of the edition; `title`: what it is called.
        found: what stands there; `detail`: which of several faults of the kind it is, or what is
            wanted, or the cell to fill in; `options`: what there is to choose from.
    """

    kind: FaultKind
    sheet: str = ""
    cells: tuple[str, ...] = ()
    count: int = 0
    field: str = ""
    title: str = ""
    found: str = ""
    detail: str = ""
    options: tuple[str, ...] = ()
