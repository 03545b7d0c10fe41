"""A finding as a value: what is wrong, where, and what to do. Nothing here prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Language = Literal["th", "en"]


class Severity(StrEnum):
    """How sure a finding is: certain is an error, judged a warning, good to know a note."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in Thai, for staff, and in English."""

    th: str
    en: str

    def say(self, language: Language) -> str:
        """Return the sentence in one of the two languages."""
        return self.th if language == "th" else self.en


@dataclass(frozen=True, slots=True)
class Location:
    """Where a value stands: a path relative to the project, line and column from 1.

    Attributes:
        path: POSIX path below the project folder.
        line: None where the whole file (or a file that should exist) is meant.
        column: in characters, not bytes.
        width: how many characters the value takes on its line.
        text: the line itself, for the excerpt.
        cell: of a workbook the sheet and cell, `ต.ค. 65!D7`, or the sheet alone, `ต.ค. 65!`; of a
            CSV file the cell.
    """

    path: str
    line: int | None = None
    column: int | None = None
    width: int = 1
    text: str = ""
    cell: str = ""

    @property
    def sheet_and_cell(self) -> tuple[str, str]:
        """The same apart: the name of the sheet, empty for a CSV file, and that of the cell."""
        sheet, _, cell = self.cell.rpartition("!")
        return sheet, cell

    @property
    def table_place(self) -> str:
        """The sheet and cell as people read them: of a sheet alone its name."""
        return self.cell.removesuffix("!")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about.

    Attributes:
        folder: the year's folder below content/, such as `2566` or `2566-moit`.
        be: the edition's year in the Buddhist Era.
        edition: the edition's id.
        item: the item's code.
        element: the element's id.
    """

    folder: str | None = None
    be: int | None = None
    edition: str | None = None
    item: str | None = None
    element: str | None = None


NOTHING = Subject()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault, reported once.

    Attributes:
        code: `ITA301`; its first digit is the block of design §6.
        name: the fault in kebab-case.
        source: where the demand comes from (title of the edition's source), if one is known.
    """

    code: str
    name: str
    severity: Severity
    message: Words
    hint: Words
    at: Location
    subject: Subject = NOTHING
    source: str | None = None


def order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """Sort key: by file, then by place in it."""
    at = diagnostic.at
    return (at.path, at.line or 0, at.column or 0, diagnostic.code, at.cell)


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many findings have this severity."""
    return sum(1 for diagnostic in diagnostics if diagnostic.severity is severity)


def blocks(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether these findings forbid publishing: errors do, with `strict` warnings too."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(diagnostic.severity in fatal for diagnostic in diagnostics)
