"""CSV files as offices save them: in UTF-8 or the old Thai code page, parted by , ; or a tab."""

from __future__ import annotations

import csv
import io

from itagen.evidence.table_grid import Encoding

_SEPARATORS = ",;\t"
_SAMPLE = 40
_MOST_CELL = 131_072


def decoded(data: bytes) -> tuple[str, Encoding]:
    """The text of a file, and how it was written.

    Raises:
        UnicodeDecodeError: it is text in no encoding that Thai offices use.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16"), "utf-16"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp874"), "cp874"


def separator(text: str) -> str:
    """The sign that parts the cells: the one that gives most rows as many cells as the widest."""
    best, most = ",", 0
    for sign in _SEPARATORS:
        rows = []
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
            rows.append(len(row))
            if len(rows) == _SAMPLE:
                break
        wide = max(rows, default=0)
        score = sum(1 for width in rows if width == wide > 1) * 100 + min(wide, 99)
        if wide > 1 and score > most:
            best, most = sign, score
    return best


def csv_rows(text: str, most: int) -> list[list[str]]:
    """The cells of a file, `most` rows at most.

    Raises:
        csv.Error: a cell is longer than any of a table, or holds a sign of no text.
    """
    csv.field_size_limit(_MOST_CELL)
    found = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)):
        found.append(row)
        if len(found) == most:
            break
    return found
