"""The tables of a book: rows told apart from titles, repeated heads, sums and signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from itagen.evidence.table import Column, Line, Table
from itagen.evidence.table_grid import Grid
from itagen.evidence.table_heads import Heads, Names, find_heads
from itagen.evidence.table_numbers import is_blank, parse_amount
from itagen.evidence.table_words import (
    heads_month,
    is_remark,
    is_running,
    is_signature,
    names_month,
    said_none,
)
from itagen.text import arabic, key

VERSION = 4
_TOTAL = re.compile(
    r"(?:รวม|ยอดรวม|ผลรวม|จำนวนเงินรวม|รวมเป็นเงิน|grand total|total)"
    r"(?:ทั้งสิ้น|ทั้งหมด|ทั้งสิน|เป็นเงิน|เงิน|จำนวน|สุทธิ|ทุกรายการ|ประจำเดือน\S*|\s|\d|รายการ|โครงการ|:|บาท|\(|\))*"
)
_SUMS = frozenset(["รวม", "ยอด", "ผลร", "จำน", "gra", "tot"])


def find_table(grid: Grid, names: Names) -> Table | None:
    """The table of a sheet; None where no heads are found."""
    heads = find_heads(grid, names)
    if heads is None:
        return None
    return _Reader(grid, heads).table()


def title_lines(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The words of each row that has any, and where they begin: row from 1, column from 0."""
    for number, row in enumerate(rows, 1):
        if words := " ".join(cell for cell in row if cell):
            yield words, (number, next(n for n, cell in enumerate(row) if cell))


def spoken_none(grid: Grid) -> str:
    """By which line a sheet without a table says that there was nothing."""
    if any(sum(map(bool, row)) > 2 and not any(map(said_none, row)) for row in grid.rows):
        return ""
    return next((none for row in grid.rows for cell in row if (none := said_none(cell))), "")


class _Reader:
    """The rows below the heads, one after the other."""

    def __init__(self, grid: Grid, heads: Heads) -> None:
        self.grid = grid
        self.heads = heads
        below = range(heads.last + 1, len(grid.rows))
        used = {c for row in below for c, cell in enumerate(grid.rows[row]) if cell}
        kept = [c for c in heads.columns if c.head or c.index in used]
        self.columns = tuple(kept)
        self.keys = tuple(key(column.head) for column in kept)
        fields = [column.field for column in kept]
        self.numbered = fields.index("number") if "number" in fields else None
        self.told = frozenset(n for n, f in enumerate(fields) if f in {"number", "covers", "side"})
        self.first = self._main(fields)
        titles = tuple(title_lines(grid.rows[: heads.first]))
        self.captions = tuple(words for words, _ in titles)
        self.titles = tuple(place for _, place in titles)
        self.lines: list[Line] = []
        self.notes: list[str] = []
        self.totals: list[Line] = []
        self.under = ""
        self.signing = False

    def _main(self, fields: Sequence[str]) -> int:
        """The column that every row must fill: the first that is no number and no month."""
        own = {"number", "covers", "side", "date"}
        named = (n for n, field in enumerate(fields) if field and field not in own)
        return next(named, next((n for n, f in enumerate(fields) if f not in own), 0))

    def table(self) -> Table:
        places = [column.index for column in self.columns]
        for row in range(self.heads.last + 1, len(self.grid.rows)):
            cells = self.grid.cells(row, places)
            if self._repeats(cells):
                self.signing = False
            elif any(cells) and not self._is_of_no_row(row, cells):
                self._take(row, cells)
        return Table(
            self.grid.name, self.captions, self.columns, tuple(self.lines), self.heads.last + 1,
            self.totals[-1] if self.totals else None, tuple(self.notes), tuple(self.totals[:-1]),
            self.titles,
        )  # fmt: skip

    def _is_of_no_row(self, row: int, cells: tuple[str, ...]) -> bool:
        """Whether it repeats a title, or numbers the columns."""
        if cells.count("") == len(cells) - 1 and "".join(cells) in self.captions:
            return True
        if row != self.heads.last + 1 or len(cells) < 3:
            return False
        numbers = [arabic(cell).strip("() .") for cell in cells]
        return numbers == [str(number) for number in range(1, len(cells) + 1)]

    def _repeats(self, cells: tuple[str, ...]) -> bool:
        """Whether it is the heads again."""
        filled = [(n, cell) for n, cell in enumerate(cells) if cell]
        heads = (key(cell) and key(cell) in self.keys[n] for n, cell in filled)
        return len(filled) >= 2 and all(heads)

    def _take(self, row: int, cells: tuple[str, ...]) -> None:
        filled = [n for n, cell in enumerate(cells) if not is_blank(cell)]
        self.signing = self._is_of_signing(row, cells, filled)
        if self.signing:
            self._note(cells, filled)
        elif self._is_plain(cells, filled):
            self.lines.append(self._line(row, cells))
        elif self._is_total(cells, filled):
            self.totals.append(Line(row + 1, cells, under=self.under))
        elif none := self._none(cells, filled):
            self.lines.append(Line(row + 1, cells, under=self.under, none=none))
        elif self._continues(row, cells, filled):
            last = self.lines[-1]
            self.lines[-1] = Line(last.number, last.cells, (*last.more, cells), last.under)
        elif self._is_note(cells, filled):
            self._note(cells, filled)
        elif self._is_group(row, cells, filled):
            self.under = cells[filled[0]]
        else:
            self.lines.append(self._line(row, cells))

    def _line(self, row: int, cells: tuple[str, ...]) -> Line:
        if self.grid.spans:
            cells = tuple(self._downwards(row, column) for column in self.columns)
        return Line(row + 1, cells, under=self.under)

    def _is_plain(self, cells: tuple[str, ...], filled: list[int]) -> bool:
        """Whether it can be nothing but a row, as nearly all are."""
        main = cells[self.first]
        sums = any(cells[n][:3].lower() in _SUMS for n in filled)
        return len(filled) > 2 and bool(main) and not sums and not said_none(main)

    def _is_total(self, cells: tuple[str, ...], filled: list[int]) -> bool:
        """A row that says so, or sums alone after the last row."""
        said = [cells[n] for n in filled if parse_amount(cells[n]) is None]
        sums = len(filled) - len(said)
        if any(_TOTAL.fullmatch(" ".join(arabic(word).lower().split())) for word in said):
            return sums > 0 and len(said) <= 2
        return bool(filled) and not said and self.first not in filled and bool(self.lines)

    def _none(self, cells: tuple[str, ...], filled: list[int]) -> str:
        """The words of a row that says nothing but that there was none."""
        told = [n for n in filled if n not in self.told or said_none(cells[n])]
        none = said_none(cells[told[0]]) if len(told) == 1 else ""
        is_apart = len(filled) > 1 or not self._has_rows() or names_month(none)
        return none if is_apart else ""

    def _has_rows(self) -> bool:
        """Whether the month or group that a row stands in has had true rows already."""
        last = self.lines[-1] if self.lines else None
        return last is not None and not last.none and last.under == self.under

    def _is_numbered(self, cells: tuple[str, ...]) -> bool:
        return self.numbered is not None and is_running(cells[self.numbered])

    def _is_of_signing(self, row: int, cells: tuple[str, ...], filled: list[int]) -> bool:
        """Whether somebody signs in it, or it stands below such a row and is no row again."""
        if self._is_numbered(cells) or len(filled) > max(2, len(cells) // 3):
            return False
        told = [cells[n] for n in filled] or cells  # dots alone sign; beside words they are a gap
        if any(map(is_signature, told)):
            return not self._is_merged(row)
        if not self.signing or len(filled) * 2 > len(cells) or self._none(cells, filled):
            return False
        return not (self._is_group(row, cells, filled) and heads_month(cells[filled[0]]))

    def _is_note(self, cells: tuple[str, ...], filled: list[int]) -> bool:
        """A remark; what says "none" below rows of the same month speaks of something else."""
        if self._is_numbered(cells) or len(filled) > 2:
            return False
        none = len(filled) == 1 and bool(said_none(cells[filled[0]]))
        return none or any(is_remark(cells[n]) for n in filled)

    def _note(self, cells: tuple[str, ...], filled: list[int]) -> None:
        if filled:
            self.notes.append(" ".join(cells[n] for n in filled))

    def _continues(self, row: int, cells: tuple[str, ...], filled: list[int]) -> bool:
        """Whether it goes on with the row above: nothing where each row has something."""
        words = [cells[n] for n in filled if parse_amount(cells[n]) is None]
        if not self.lines or self.lines[-1].none or cells[self.first] or not words:
            return False
        if self.numbered is not None and cells[self.numbered]:
            return False
        above = self.lines[-1]
        follows = row + 1 == above.number + len(above.more) + 1
        return self._is_merged(row) or (follows and not any(map(is_remark, words)))

    def _is_merged(self, row: int) -> bool:
        """Whether what each row must have is one cell with that of the row above."""
        span = self.grid.spans.get((row, self.columns[self.first].index))
        return span is not None and span[0] < row

    def _is_group(self, row: int, cells: tuple[str, ...], filled: list[int]) -> bool:
        """A line over the rows below it: one cell, over the width or before all others."""
        if len(filled) != 1 or len(self.columns) < 3:
            return False
        span = self.grid.spans.get((row, self.columns[filled[0]].index))
        wide = span is not None and span[3] - span[1] >= 2
        return wide or filled[0] < self.first or cells[filled[0]].startswith("เดือน")

    def _downwards(self, row: int, column: Column) -> str:
        """A cell; where it is merged with those above, what they show."""
        span = self.grid.spans.get((row, column.index))
        if span and span[0] < row and span[0] > self.heads.last and span[1] == column.index:
            return self.grid.text(span[0], span[1])
        return self.grid.text(row, column.index)
