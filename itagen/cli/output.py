"""Reports on the screen and in files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from itagen.cli.options import Command
from itagen.diagnostics import Language
from itagen.text import width_of
from itagen.workbook import Cell, Sheet

_GAP = "  "


def out_option(command: Command) -> Command:
    """`--out FILE`."""
    option = click.option(
        "--out",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="เขียนลงไฟล์นี้ · write to this file",
    )
    return option(command)


def put(made: str | bytes, out: Path | None, language: Language) -> None:
    """Print a report, or write it to a file in one step; what is no text is not for a screen.

    Raises:
        click.UsageError: it is no text, and there is neither a file nor a pipe for it.
    """
    if out:
        draft = out.with_name(f".{out.name}.draft")
        draft.write_bytes(made if isinstance(made, bytes) else f"{made}\n".encode())
        draft.replace(out)
        click.echo(f"เขียนแล้ว {out}" if language == "th" else f"written to {out}")
    elif isinstance(made, str):
        click.echo(made)
    elif sys.stdout.isatty():
        raise click.UsageError(
            "ระบุไฟล์ที่จะเขียนด้วย --out เช่น --out report.xlsx"
            if language == "th"
            else "name the file to write with --out"
        )
    else:
        sys.stdout.buffer.write(made)


def lines_of(sheet: Sheet) -> Iterator[str]:
    """A table for the screen: columns in line, the last as long as it is."""
    rows = [[column.title for column in sheet.columns], *(map(_words, row) for row in sheet.rows)]
    told = [list(row) for row in rows]
    kept = [at for at in range(len(sheet.columns)) if any(row[at] for row in told[1:])]
    widths = {at: max(width_of(row[at]) for row in told) for at in kept}
    for row in told:
        cells = (row[at] + " " * (widths[at] - width_of(row[at])) for at in kept)
        yield _GAP.join(cells).rstrip()


def _words(cell: Cell) -> str:
    return "" if cell is None else " ".join(str(cell).split())
