"""Tables for people: read back whole, the same bytes twice, nothing in them runs."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from itagen.text import clean
from itagen.workbook import Cell, Column, Kind, Sheet, csv_bytes, guarded, workbook

TRAPS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=HYPERLINK(\"http://x.example\")",
    "{=1+1}", "http://x.example/", "mailto:a@x.example", "internal:Sheet1!A1", "- มี", "0123",
    "1e5", "2566-01-02", "_x0041_",
)  # fmt: skip


def of(*rows: tuple[Cell, ...], kind: Kind = "text", name: str = "ตาราง") -> Sheet:
    width = len(rows[0]) if rows else 1
    columns = tuple(Column(f"หัว {n}", kind=kind) for n in range(width))
    return Sheet(name, "การจัดซื้อ & จัดจ้าง 2566", columns, rows)


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name).decode("utf-8") for name in book.namelist()}


def read(data: bytes) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [list(row) for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False)]


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_kind_of_cell_is_read_back() -> None:
    row = ("น้ำ ก๊อก ปี ๒๕๖๖\nบรรทัดสอง", 43, Decimal("-1200.50"), None)
    assert read(workbook([of(row)])) == [
        ["หัว 0", "หัว 1", "หัว 2", "หัว 3"],
        ["น้ำ ก๊อก ปี ๒๕๖๖\nบรรทัดสอง", 43.0, -1200.5, ""],
    ]


def test_the_same_sheets_give_the_same_bytes() -> None:
    sheets = [of(("ก", 1, Decimal("2.5"), None)), of(("ข",), name="สอง")]
    data = workbook(sheets)
    assert data == workbook(sheets)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "2000-01-01T00:00:00Z" in parts(data)["docProps/core.xml"]


@pytest.mark.parametrize("kind", ["text", "number", "money", "percent", "link"])
def test_a_text_is_never_a_formula(kind: Kind) -> None:
    found = parts(workbook([of(*((trap,) for trap in TRAPS), kind=kind)]))
    sheet = found["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet and "<v>1+1" not in sheet
    assert not re.search(r'<c r="A\d+" s="\d+">', sheet), "each is a text"
    assert "mailto" not in found.get("xl/worksheets/_rels/sheet1.xml.rels", "")
    styles = found["xl/styles.xml"]
    assert 'quotePrefix="1"' in styles, "nor when it is edited"


def test_an_address_opens_in_a_column_of_links_alone() -> None:
    row = ("https://abt.example/2566/o1/",)
    links = parts(workbook([of(row, kind="link")]))
    assert 'Target="https://abt.example/2566/o1/"' in links["xl/worksheets/_rels/sheet1.xml.rels"]
    assert "xl/worksheets/_rels/sheet1.xml.rels" not in parts(workbook([of(row)]))
    long = ("https://abt.example/" + "x" * 2100,)
    assert read(workbook([of(long, kind="link")]))[1] == [long[0]]


def test_numbers_that_excel_would_round_stay_as_they_are() -> None:
    row = (12345678901234567890, Decimal("0.12345678901234567"), Decimal("1E+3"), Decimal("NaN"))
    assert read(workbook([of(row)]))[1] == [
        "12345678901234567890", "0.12345678901234567", 1000.0, "NaN"
    ]  # fmt: skip


def test_a_page_is_a4_one_page_wide_with_its_head_and_numbers() -> None:
    found = parts(workbook([of(("ก", "ข"))]))
    sheet = found["xl/worksheets/sheet1.xml"]
    assert 'paperSize="9"' in sheet and 'orientation="landscape"' in sheet
    assert '<pageSetUpPr fitToPage="1"/>' in sheet and 'fitToHeight="0"' in sheet
    assert 'state="frozen"' in sheet and "การจัดซื้อ &amp;&amp; จัดจ้าง 2566" in sheet
    assert "หน้า &amp;P / &amp;N" in sheet
    assert "_xlnm.Print_Titles" in found["xl/workbook.xml"]


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    """LibreOffice does not look for itself in files of others."""
    sheet = parts(workbook([of(("สั้น",), ("น้ำ" * 100,), ("ก\nข\nค",), ("ก\n" * 900,))]))
    heights = re.findall(r'<row r="\d+".*? ht="([\d.]+)"', sheet["xl/worksheets/sheet1.xml"])
    assert heights == ["24.75", "24.75", "113.25", "69", "408.75"]


def test_a_cell_that_fits_its_column_takes_one_line() -> None:
    words = "ยังไม่ได้รวบรวมข้อมูล"
    sheet = parts(workbook([of((words,), ("รอ",))]))["xl/worksheets/sheet1.xml"]
    heights = re.findall(r'<row r="\d+".*? ht="([\d.]+)"', sheet)
    assert heights == ["24.75"] * 3


def test_a_number_keeps_its_distance_from_the_words_beside_it() -> None:
    looks = parts(workbook([of((1,), kind="number")]))["xl/styles.xml"]
    assert '<alignment horizontal="right" vertical="top" indent="1" wrapText="1"/>' in looks


def test_tabs_keep_excels_limits() -> None:
    names = ["รายงาน: ก/ข [1]", "x" * 40, "X" * 40, "'", ""]
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(workbook([of(("ก",), name=name) for name in names]))
    )
    assert len({name.lower() for name in book.sheet_names}) == len(names)
    assert all(0 < len(name) <= 31 for name in book.sheet_names)
    assert book.sheet_names[0] == "รายงาน  ก ข  1"


def test_a_sheet_without_rows_still_opens() -> None:
    assert read(workbook([of()])) == [["หัว 0"]]
    assert read_csv(csv_bytes(of())) == [["หัว 0"]]


def test_csv_begins_with_a_mark_and_its_lines_end_as_excel_ends_them() -> None:
    data = csv_bytes(of(('ก, "ข"\nค', 5, Decimal("1E+3"), None)))
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == 2
    assert read_csv(data)[1] == ['ก, "ข"\nค', "5", "1000", ""]
    share = csv_bytes(of((Decimal("0.884"),), kind="percent"))
    assert read_csv(share)[1] == ["88.4%"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("-2+3", "'-2+3"),
        ("- มี", "'- มี"),
        ("+66 2 123 4567", "'+66 2 123 4567"),
        ("-1,200.50", "-1,200.50"),
        ("-5%", "-5%"),
        ("-", "-"),
        ("02-123-4567", "02-123-4567"),
        ("1=1", "1=1"),
        ("", ""),
    ],
)
def test_csv_holds_nothing_that_excel_runs(cell: str, written: str) -> None:
    assert guarded(cell) == written
    assert read_csv(csv_bytes(of((cell,))))[1] == [written]
    assert read_csv(csv_bytes(Sheet("", "", (Column(cell),), ())))[0] == [written]


def test_numbers_below_nought_stay_numbers_in_csv() -> None:
    assert read_csv(csv_bytes(of((-5, Decimal("-0.5")))))[1] == ["-5", "-0.5"]


def test_a_long_text_is_cut_where_excel_would_refuse_the_file() -> None:
    assert len(str(read(workbook([of(("ก" * 40_000,))]))[1][0])) == 32_767


def test_thai_is_whole(tmp_path: Path) -> None:
    words = "กำหนดการปฏิบัติหน้าที่ของเจ้าหน้าที่ผู้รับผิดชอบ ซึ่งน้ำ"
    (tmp_path / "x.xlsx").write_bytes(workbook([of((words,))]))
    found = CalamineWorkbook.from_path(tmp_path / "x.xlsx").get_sheet_by_index(0).to_python()
    assert found[1] == [words] and clean(words) == words
