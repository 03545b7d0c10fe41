"""What is wrong with the tables that elements rest on, for rules to tell: each fault once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.diagnostics import Location, Words
from itagen.entry import Evidence, Said, content_path
from itagen.evidence.table import Table, TableFault
from itagen.evidence.table_grid import cell_place

_OF_THE_FILE = frozenset(["unreadable-table", "old-encoding"])
_OF_COLUMNS = frozenset(["missing-column", "guessed-column"])


@dataclass(frozen=True, slots=True)
class CitedTable:
    """A fault of a table, with the line of content that names the file.

    Attributes:
        said: the file as the line names it; `path`: the file itself, below the project.
    """

    answer: ItemAnswer
    element: ElementAnswer
    part: Evidence
    said: Said
    path: str
    fault: TableFault

    @property
    def at(self) -> Location:
        """The cell, where one is at fault, else the line of content."""
        if self.fault.cells:
            return Location(self.path, cell=cell_place(self.fault.sheet, self.fault.cells[0]))
        return self.said.at

    @property
    def named(self) -> Words:
        """The file and the sheet, for a message."""
        sheet = self.fault.sheet
        return Words(
            f"“{self.said.text}”" + (f" แผ่นงาน “{sheet}”" if sheet else ""),
            f"“{self.said.text}”" + (f", sheet “{sheet}”" if sheet else ""),
        )

    @property
    def cells(self) -> Words:
        """The cells at fault: the first by name, of more how many there are."""
        listed = ", ".join(self.fault.cells)
        more = self.fault.count - len(self.fault.cells)
        places = cell_place(self.fault.sheet, listed)
        told = f"แผ่นงาน {places}" if self.fault.sheet else f"เซลล์ {places}"
        return Words(
            told + (f" และอีก {more} เซลล์" if more > 0 else ""),
            places + (f" and {more} more" if more > 0 else ""),
        )


def cited_tables(answers: Iterable[ItemAnswer]) -> Iterator[CitedTable]:
    """Every fault; one of a file or of its columns once, however many parts name the file."""
    seen: set[tuple[str, ...]] = set()
    for answer in answers:
        folder = answer.entry.folder if answer.entry else ""
        for element in answer.elements:
            for part in element.evidence:
                for fault in part.faults if part.table else ():
                    assert part.table is not None
                    path = _path(folder, part.table)
                    key = _key(path, fault)
                    if key not in seen:
                        seen.add(key)
                        yield CitedTable(answer, element, part, part.table, path, fault)


def tables_read(answer: ItemAnswer) -> Iterator[tuple[str, Table]]:
    """Every table that an item's elements rest on, in the order of each book, with its file."""
    folder = answer.entry.folder if answer.entry else ""
    for part in (part for element in answer.elements for part in element.evidence):
        for table in part.tables if part.table else ():
            assert part.table is not None
            yield _path(folder, part.table), table


def _path(folder: str, table: Said) -> str:
    return f"content/{content_path(folder, table.text)}"


def _key(path: str, fault: TableFault) -> tuple[str, ...]:
    if fault.kind in _OF_THE_FILE:
        return (path, fault.kind)
    if fault.kind in _OF_COLUMNS:
        return (path, fault.kind, fault.field)
    return (path, fault.kind, fault.sheet, fault.field, fault.found, *fault.cells)
