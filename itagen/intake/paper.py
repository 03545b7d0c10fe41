"""A document as its tables and the lines between them, whatever kind of file it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from itagen.diagnostics import Words

PaperFault = Literal["", "kind", "unreadable", "password", "too-large"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line outside of any table."""

    where: Words
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a merged cell stands in every place that it covers.

    Attributes:
        where: how staff find it: `แผ่นงาน ติดตาม แถว 6`, `บรรทัด 30`.
        covered: columns that a cell to their left covers too.
    """

    where: Words
    cells: tuple[str, ...]
    covered: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that belong together.

    Attributes:
        alone: whether it needs a head of its own; else it may go on from the page before.
    """

    rows: tuple[Row, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """What a file holds, in its order.

    Attributes:
        noisy: whether it is plain text, as OCR gives it: spaces within words mean nothing.
        fault: why it could not be read.
    """

    parts: tuple[Table | Line, ...] = ()
    noisy: bool = False
    fault: PaperFault = ""
