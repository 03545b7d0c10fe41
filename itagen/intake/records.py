"""Papers to records: one for each item or measure, however many rows it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from itagen.diagnostics import Words
from itagen.intake.heads import Head, find_head
from itagen.intake.paper import Line, Paper, Row, Table
from itagen.text import key

_RAGGED = 1  # a cell more or less: a sign that OCR took for a line of the table
_TOTAL = ("รวม", "ผลรวม", "สรุปรวม")


@dataclass(slots=True)
class Found:
    """One record: its cells by what their columns are."""

    where: Words
    of_measures: bool
    cells: dict[str, str] = field(default_factory=dict)

    def get(self, role: str) -> str:
        """A cell, empty where there is none."""
        return self.cells.get(role, "")

    def add(self, cells: Mapping[str, str]) -> None:
        """What the next row goes on with."""
        for role, cell in cells.items():
            before = self.cells.get(role, "")
            self.cells[role] = f"{before} {cell}".strip() if cell and cell != before else before


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a paper, and the lines and rows that are none."""

    found: tuple[Found, ...]
    outside: tuple[Line, ...]


def records_of(paper: Paper) -> Records:
    """Every record, in order; heads repeated on every page are known again."""
    reader = _Reader()
    for part in paper.parts:
        if isinstance(part, Line):
            reader.outside.append(part)
        else:
            reader.table(part)
    return Records(tuple(reader.found), tuple(reader.outside))


class _Reader:
    def __init__(self) -> None:
        self.found: list[Found] = []
        self.outside: list[Line] = []
        self.head: Head | None = None

    def table(self, table: Table) -> None:
        rows, index = table.rows, 0
        self.head = None if table.alone else self.head
        while index < len(rows):
            if head := find_head(rows, index, self.head):
                self.head, index = head, index + head.rows
                continue
            index += 1
            self._row(rows[index - 1], self.head)

    def _row(self, row: Row, head: Head | None) -> None:
        filled = {cell for cell in row.cells if cell}
        if not filled:
            return
        fits = head is not None and abs(len(row.cells) - head.width) <= _RAGGED
        if (
            head is None
            or not fits
            or _is_heading(row)
            or key(next(iter(row.cells))) in map(key, _TOTAL)
        ):
            self.outside.append(Line(row.where, " ".join(dict.fromkeys(filter(None, row.cells)))))
            return
        goes_on = self._goes_on(row, head)
        roles = head.below if goes_on and head.below else head.roles
        cells = _cells(row, roles)
        if goes_on:
            self.found[-1].add(cells)
        else:
            self.found.append(Found(row.where, head.is_of_measures, cells))

    def _goes_on(self, row: Row, head: Head) -> bool:
        """Whether a row belongs to the record of the row before: it names nothing of its own."""
        if not self.found or self.found[-1].of_measures != head.is_of_measures:
            return False
        cells = _cells(row, head.roles)
        if head.below:
            return not cells.get("number") and not cells.get("order")
        names = ("measure", "improve", "order") if head.is_of_measures else ("number", "title")
        return not any(cells.get(name) for name in names)


def _cells(row: Row, roles: Mapping[int, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for column, role in sorted(roles.items()):
        cell = row.cells[column] if column < len(row.cells) else ""
        if column in row.covered and role in found.values():
            continue
        found[role] = f"{found[role]} {cell}".strip() if found.get(role) else cell
    return found


def _is_heading(row: Row) -> bool:
    """One text alone, in the first column or across the table: a section of the list."""
    first = row.cells[0]
    return bool(first) and all(
        not cell or (cell == first and column in row.covered)
        for column, cell in enumerate(row.cells[1:], 1)
    )
