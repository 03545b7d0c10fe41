"""Tables for people: XLSX that prints on A4, and CSV that Excel reads as Thai.

A text is written as text: nothing staff typed becomes a formula or, outside a column of links, an
address. The same sheets give the same bytes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING, Literal

from itagen.text import width_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | Decimal | None
Kind = Literal["text", "number", "money", "percent", "link"]

# The font of official Thai documents; Debian's LibreOffice knows it as Laksaman.
_FONT = {"font_name": "TH Sarabun New", "font_size": 14, "font_family": 2, "font_charset": 222}
_FORMATS = {"number": "#,##0.##########", "money": "#,##0.00", "percent": "0.0#%"}
_RIGHT = {"align": "right", "indent": 1}
_MADE = datetime(2000, 1, 1)
_A4 = 9
_NARROWEST, _WIDEST = 6, 52
_SPARE = 4  # characters: another font than ours may be wider
_OFTEN_ONE_MORE = 6  # lines: long words of Thai leave that much room unused
_LINE, _HIGHEST = 22, 409  # points: a line of the font, and what Excel allows a row
_LONGEST_NAME, _LONGEST_TEXT, _LONGEST_LINK, _LONGEST_HEADER = 31, 32_767, 2_000, 180
_DIGITS_OF_EXCEL = 15
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LINK = re.compile(r"https?://\S+\Z")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PLAIN = re.compile(r"-|-[0-9][0-9,]*([.][0-9]+)?%?")


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        width: in characters; fitted to the cells where None.
        kind: how its cells are shown. Of `money` they are baht, of `percent` shares of one
            (`Decimal("0.5")` is 50%); a `link` opens where it is a whole http(s) address.
    """

    title: str
    width: int | None = None
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table.

    Attributes:
        name: what the tab says; Excel's limits on it are kept here.
        title: what stands above every printed page.
        rows: as many cells each as there are columns.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    landscape: bool = True


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as one XLSX file: A4, one page wide, with its head on every page."""
    from xlsxwriter.workbook import Workbook

    data = io.BytesIO()
    book = Workbook(
        data,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
         "strings_to_numbers": False, "nan_inf_to_errors": False},
    )  # fmt: skip
    book.set_properties({"title": sheets[0].title if sheets else "", "created": _MADE})
    formats, names = _formats(book), _names(sheets)
    for sheet, name in zip(sheets, names, strict=True):
        page = book.add_worksheet(name)
        _lay_out(page, sheet)
        _fill(page, sheet, formats)
        _size(page, sheet)
    book.close()
    return data.getvalue()


def csv_bytes(sheet: Sheet) -> bytes:
    """One sheet as Excel reads Thai: UTF-8 with a mark at its start, lines that end in CR LF."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(guarded(column.title) for column in sheet.columns)
    kinds = [column.kind for column in sheet.columns]
    for row in sheet.rows:
        writer.writerow([_csv_cell(*cell) for cell in zip(row, kinds, strict=True)])
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that no program for tables takes for a formula: negative numbers stay as they are."""
    if not cell.startswith(_FORMULA) or _PLAIN.fullmatch(cell):
        return cell
    return f"'{cell}"


def _csv_cell(cell: Cell, kind: Kind) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    if cell is None:
        return ""
    if kind == "percent":
        return f"{(Decimal(cell) * 100).normalize():f}%"
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _formats(book: Workbook) -> dict[str, Format]:
    cell = {**_FONT, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#b0b0b0"}
    head = {"bold": True, "bg_color": "#e6e6e6", "valign": "vcenter"}
    return {
        "head": book.add_format(cell | head),
        "text": book.add_format(cell),
        "guarded": book.add_format(cell | {"quote_prefix": True}),
        "link": book.add_format(cell | {"font_color": "#0b4fa8", "underline": 1}),
        **{k: book.add_format(cell | _RIGHT | {"num_format": f}) for k, f in _FORMATS.items()},
    }


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """Names of tabs: of Excel's length and signs, each once, whatever its case."""
    found: list[str] = []
    for sheet in sheets:
        wanted = _NOT_IN_NAMES.sub(" ", sheet.name).strip(" '") or "-"
        name, number = wanted[:_LONGEST_NAME], 1
        while name.lower() in {other.lower() for other in found}:
            number += 1
            end = f" {number}"
            name = wanted[: _LONGEST_NAME - len(end)] + end
        found.append(name)
    return found


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    """The printed page: A4, one page wide, the head repeated, title above and number below."""
    page.set_paper(_A4)
    if sheet.landscape:
        page.set_landscape()
    page.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    font = f'&"{_FONT["font_name"]},Regular"&14'
    page.set_header(f"&C{font} {_in_header(sheet.title)}")
    page.set_footer(f"&R{font} หน้า &P / &N")
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _in_header(title: str) -> str:
    return " ".join(title.split())[:_LONGEST_HEADER].replace("&", "&&")


def _size(page: Worksheet, sheet: Sheet) -> None:
    """Widths, and heights too: LibreOffice leaves rows of a foreign file one line high."""
    lines = []
    for at, column in enumerate(sheet.columns):
        cells = [_measured(row[at]) for row in sheet.rows]
        width = column.width or _fitted(column, cells)
        page.set_column(at, at, width)
        room = max(width - _SPARE, width * 0.8)
        lines.append([_lines(cell, room) for cell in (_measured(column.title), *cells)])
    for at, in_row in enumerate(zip(*lines, strict=True)):
        page.set_row(at, min(_HIGHEST, max(in_row) * _LINE + 3))


_Measured = tuple[int, ...] | int


def _measured(cell: Cell) -> _Measured:
    """How wide each line of a text is; of all else the width."""
    if isinstance(cell, str):
        return tuple([width_of(line) for line in cell.splitlines()])
    return 0 if cell is None else len(f"{cell:,.2f}")


def _fitted(column: Column, cells: Sequence[_Measured]) -> int:
    """A width that shows the longest line, within what a page allows."""
    wide = (cell if isinstance(cell, int) else max(cell, default=0) for cell in cells)
    head = max(map(width_of, column.title.split()), default=0) + 3
    return max(_NARROWEST, head, min(_WIDEST, max(wide, default=0) + _SPARE))


def _lines(cell: _Measured, room: float) -> int:
    """How many lines a cell takes, a little room left at the end of each for the next word."""
    if isinstance(cell, int):
        return 1
    lines = sum([ceil(width / room) or 1 for width in cell])
    return lines + lines // _OFTEN_ONE_MORE


def _fill(page: Worksheet, sheet: Sheet, formats: dict[str, Format]) -> None:
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, column.title, formats["head"])
    for line, row in enumerate(sheet.rows, 1):
        for at, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _write(page, (line, at), cell, column.kind, formats)


def _write(
    page: Worksheet, at: tuple[int, int], cell: Cell, kind: Kind, formats: dict[str, Format]
) -> None:
    look = formats["text" if kind == "link" else kind]
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        look = formats["guarded"]
    if cell is None:
        page.write_blank(*at, None, look)
    elif not isinstance(cell, str) and _fits_excel(cell):
        page.write_number(*at, cell, look)
    elif isinstance(cell, str) and kind == "link" and _is_link(cell):
        page.write_url(*at, cell, formats["link"], cell)
    else:
        page.write_string(*at, str(cell)[:_LONGEST_TEXT], look)


def _is_link(cell: str) -> bool:
    return len(cell) <= _LONGEST_LINK and bool(_LINK.match(cell))


def _fits_excel(number: int | Decimal) -> bool:
    """Whether Excel, which keeps 15 digits, shows the number as it is."""
    exact = Decimal(number)
    return exact.is_finite() and len(exact.normalize().as_tuple().digits) <= _DIGITS_OF_EXCEL
