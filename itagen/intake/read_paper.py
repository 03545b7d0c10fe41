"""Files of offices to papers: workbooks and CSV, Word, Markdown and plain text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from itagen.diagnostics import Words
from itagen.evidence.table_book import is_table, read_book
from itagen.evidence.table_csv import decoded
from itagen.evidence.table_grid import Grid
from itagen.intake.paper import Line, Paper, PaperFault, Row, Table
from itagen.intake.text_tables import text_parts
from itagen.text import clean

MOST_BYTES = 40_000_000
_TEXTS = (".md", ".markdown", ".txt")
_FAULTS: dict[str, PaperFault] = {"password": "password", "too-large": "too-large",
                                  "too-many-rows": "too-large"}  # fmt: skip


def read_paper(path: Path) -> Paper:
    """Read a file by its ending; what cannot be read is told, never raised.

    Raises:
        OSError: the file cannot be opened.
    """
    name, data = path.name.lower(), path.read_bytes()
    if len(data) > MOST_BYTES:
        return Paper(fault="too-large")
    if name.endswith(_TEXTS):
        return _text(data)
    if name.endswith(".docx"):
        return _word(path)
    if not is_table(name):
        return Paper(fault="kind")
    book = read_book(data, name)
    if book.fault:
        return Paper(fault=_FAULTS.get(book.fault, "unreadable"))
    return Paper(tuple(_sheet(grid) for grid in book.grids if grid.rows and not grid.hidden))


def _text(data: bytes) -> Paper:
    try:
        text, _ = decoded(data)
    except UnicodeDecodeError:
        return Paper(fault="unreadable")
    return Paper(tuple(text_parts(clean(text).splitlines())), noisy=True)


def _sheet(grid: Grid) -> Table:
    sheet = Words(f"แผ่นงาน {grid.name} ", f"sheet {grid.name}, ") if grid.name else Words("", "")
    width = max(map(len, grid.rows))
    return Table(
        tuple(
            Row(
                Words(f"{sheet.th}แถว {number + 1}", f"{sheet.en}row {number + 1}"),
                tuple(grid.whole(number, column) for column in range(width)),
                frozenset(c for (r, c), span in grid.spans.items() if r == number and c > span[1]),
            )
            for number in range(len(grid.rows))
        ),
        alone=True,
    )


def _word(path: Path) -> Paper:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError):
        return Paper(fault="unreadable")
    return Paper(tuple(_word_parts(document)))


def _word_parts(document: Any) -> Iterator[Table | Line]:
    from docx.table import Table as WordTable

    tables = 0
    for number, part in enumerate(document.iter_inner_content(), 1):
        if isinstance(part, WordTable):
            tables += 1
            yield Table(tuple(_word_rows(part, tables)))
        elif part.text.strip():
            where = Words(f"ย่อหน้าที่ {number}", f"paragraph {number}")
            yield Line(where, clean(part.text).strip())


def _word_rows(table: Any, number: int) -> Iterator[Row]:
    """The rows of a Word table; python-docx gives a merged cell once for each place it covers."""
    for at, row in enumerate(table.rows, 1):
        cells = row.cells
        covered = (i for i in range(1, len(cells)) if cells[i]._tc is cells[i - 1]._tc)
        where = Words(f"ตารางที่ {number} แถว {at}", f"table {number}, row {at}")
        yield Row(where, tuple(clean(cell.text).strip() for cell in cells), frozenset(covered))
