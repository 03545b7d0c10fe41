"""Findings about months of workbooks: they point where the month was read, and tell what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from itagen.diagnostics import Diagnostic
from itagen.evidence.table_words import heads_month
from itagen.month_names import names_a_month, period_named
from itagen.period import name_th, part_of_year
from itagen.reporters import as_json, concise
from itagen.sarif import sarif
from tests.projects import findings
from tests.table_samples import MAR, OFFICIAL, Book, Row, listed, months, title, written, xlsx
from tests.test_tables import put

ENTRY = "elements: {purchases: {table: a.xlsx}}\n"
FILE = "content/2566/o21/a.xlsx"


def found(root: Path, book: Book, entry: str = ENTRY) -> list[Diagnostic]:
    return findings(put(root, entry, a_xlsx=xlsx(book)))


def places(diagnostics: list[Diagnostic]) -> list[str]:
    """Where each stands and its code, as reports tell them."""
    heads = concise(diagnostics, (), "th").split("\n")[:-1]
    return [head.partition("] ")[0].replace(": error[", " ") for head in heads]


@pytest.mark.parametrize(
    ("title", "month"),
    [
        ("สรุปผลการจัดซื้อจัดจ้าง ประจำเดือนต.ค. 65", "ต.ค. 2565"),
        ("สรุปผลการจัดซื้อจัดจ้าง ประจำต.ค.2565", "ต.ค. 2565"),
        ("สรุปผล ประจำเดือน ธ. ค. ๖๕ เทศบาลสมมติ", "ธ.ค. 2565"),
        ("สรุปผล ในเดือน กรกฏาคม 2566", "ก.ค. 2566"),
        ("สขร.1 มีค66", "มี.ค. 2566"),
        ("ประจำเดือนพ.ย.พ.ศ.2565 ของเทศบาล", "พ.ย. 2565"),
        ("รอบธ.ค.65 ไม่มีการจัดซื้อจัดจ้าง", "ธ.ค. 2565"),
        ("สรุปผล เดือนต.ค.ถึงธ.ค.65", "1 ต.ค. 2565 – 31 ธ.ค. 2565"),
        ("สรุปผล ตั้งแต่ต.ค.65ถึงมี.ค.66", "1 ต.ค. 2565 – 31 มี.ค. 2566"),
        ("สรุปผล ระหว่าง ต.ค. 65 ถึงมี.ค. 66", "1 ต.ค. 2565 – 31 มี.ค. 2566"),
    ],
)
def test_a_title_names_its_month_as_offices_write_it(title: str, month: str) -> None:
    found = period_named(title, "fiscal")
    assert found and name_th(found) == month


@pytest.mark.parametrize(
    "title",
    [
        "ตั้งแต่ 1 ต.ค. 65 ถึงมี.ค. 66",
        "ตั้งแต่ 1 ตุลาคม 2565 ถึงมีนาคม 2566",
        "แบบสรุปผล (ส่งภายในเม.ย.66)",
        "รายงานผลสะสมถึงเดือนมี.ค.66",
        "ประจำเดือนต.ค.65และพ.ย.65",
        "เดือน ต.ค. 65 กับเดือน พ.ย. 65",
        "ประจำเดือนต.ค.พ.ย.65",
        "ข้อมูล ณ วันที่ 5 ต.ค. 65",
    ],
)
def test_what_names_no_single_span_names_none(title: str) -> None:
    assert period_named(f"สรุปผล {title}", "fiscal") is None
    assert period_named(f"สรุปผล {title}", "fiscal", part_of_year(2566, "fiscal", 0, 6)) is None


@pytest.mark.parametrize(
    "words",
    [
        "สำนักงาน ก.พ.ร. 2566", "แนวทาง ก.พ.ร 2566", "ตามมติ ก.พ.ค. 2566", "มติ อ.ก.พ. 2566",
        "หนังสือสำนักงานก.พ. 65", "ซื้อนม อ.ส.ค. 66", "ศ.พ.ค. 66", "รายงานเงินเดือนก.พ. 65",
        "พคก. 65",
    ],
)  # fmt: skip
def test_an_office_whose_name_begins_alike_is_no_month(words: str) -> None:
    assert not names_a_month(words)
    assert period_named(words, "fiscal", part_of_year(2566, "fiscal", 0, 6)) is None


@pytest.mark.parametrize(
    "words",
    ["ประจำเดือน ก.ย.อ.เมือง จ.สมมติ 65", "เดือน ธ.ค.จ.สมมติ", "ประจำเดือนก.ย.ร.ร.บ้านสมมติ"],
)
def test_after_the_word_for_a_month_one_stands_whatever_follows(words: str) -> None:
    assert names_a_month(words) and heads_month(words)


def renamed(**names: str) -> Book:
    """The months with some sheets named otherwise, nothing in their titles telling a month."""
    book: Book = {}
    for name, (rows, merged) in months().items():
        book[names.get(name, name)] = ([["สขร.1"], *[[""]] * 3, *rows[4:]], merged)
    return book


def test_a_wrong_year_in_the_name_of_a_sheet_is_told_of_the_sheet(tmp_path: Path) -> None:
    (wrong,) = found(tmp_path, renamed(**{"มี.ค.66": "มี.ค.65"}))
    assert places([wrong]) == [f"{FILE}:แผ่นงาน มี.ค.65 ITA301"]
    assert wrong.at.sheet_and_cell == ("มี.ค.65", "")
    assert "อ่านจากชื่อแผ่นงาน" in wrong.hint.th
    assert "name of the sheet" in wrong.hint.en
    (plain,) = json.loads(as_json([wrong], (), "th"))["findings"]
    assert (plain["sheet"], plain["cell"]) == ("มี.ค.65", None)
    (result,) = json.loads(sarif([wrong], (), "th"))["runs"][0]["results"]
    (place,) = result["locations"][0]["logicalLocations"]
    assert place == {"name": "มี.ค.65", "fullyQualifiedName": "มี.ค.65", "kind": "sheet"}


def test_a_wrong_year_in_a_title_is_told_of_the_cell_of_the_title(tmp_path: Path) -> None:
    book = months()
    rows, merged = book.pop("มี.ค.66")
    rows[0], rows[1] = [], ["", "", title(MAR).replace("2566", "2565")]
    book["Sheet6"] = (rows, [span for span in merged if span[0] > 1])
    (wrong,) = found(tmp_path, book)
    assert places([wrong]) == [f"{FILE}:แผ่นงาน Sheet6!C2 ITA301"]
    assert wrong.at.line == 2
    assert "อ่านจากหัวเรื่องของตาราง" in wrong.hint.th
    assert "title of the table" in wrong.hint.en


def test_a_wrong_year_of_a_sheet_that_declares_none_is_told_of_the_sheet(tmp_path: Path) -> None:
    for said in ([["ไม่มีการจัดซื้อจัดจ้าง"]], [[*OFFICIAL], ["ไม่มีการจัดซื้อจัดจ้าง"]], [[*OFFICIAL]]):
        book = {**renamed(**{"ธ.ค.65": "ธ.ค.64"}), "ธ.ค.64": (said, [])}
        wrong = [d for d in found(tmp_path, book) if d.code == "ITA301"]
        assert places(wrong) == [f"{FILE}:แผ่นงาน ธ.ค.64 ITA301"]


def test_a_wrong_year_in_a_row_is_told_of_its_cell(tmp_path: Path) -> None:
    rows = listed([*OFFICIAL, "ประจำเดือน"])
    rows[-1][9] = "มีนาคม 2565"
    (wrong,) = found(tmp_path, {"Sheet1": (rows, [])})
    assert places([wrong]) == [f"{FILE}:แผ่นงาน Sheet1!J{len(rows)} ITA301"]
    assert "อ่านจาก" not in wrong.hint.th


def test_a_csv_file_has_its_title_pointed_at(tmp_path: Path) -> None:
    rows, _ = months()["มี.ค.66"]
    rows[1] = [title(MAR).replace("2566", "2565")]
    data = written(rows[1:6], ",", "utf-8-sig")
    (wrong,) = findings(put(tmp_path, "elements: {purchases: {table: a.csv}}\n", a_csv=data))
    assert places([wrong]) == ["content/2566/o21/a.csv:A1 ITA301"]
    assert "อ่านจากหัวเรื่องของตาราง" in wrong.hint.th


def test_sheets_are_told_in_the_order_of_the_workbook(tmp_path: Path) -> None:
    names = {"ต.ค.65": "ต.ค.66", "พ.ย.65": "พ.ย.66", "ธ.ค.65": "ธ.ค.66", "ม.ค.66": "ม.ค.67",
             "ก.พ.66": "ก.พ.67"}  # fmt: skip
    told = found(tmp_path, renamed(**names))
    assert [d.at.sheet_and_cell[0] for d in told if d.code == "ITA301"] == list(names.values())


def without(*names: str) -> Book:
    return {name: sheet for name, sheet in months().items() if name not in names}


def test_a_missing_month_of_a_workbook_wants_a_sheet(tmp_path: Path) -> None:
    (missed,) = found(tmp_path, without("ก.พ.66", "มี.ค.66"))
    assert missed.code == "ITA302"
    assert "covers:" not in missed.hint.th + missed.hint.en
    assert "“ก.พ. 66”" in missed.hint.th and "แผ่นงาน" in missed.hint.th
    assert "“ก.พ. 66”" in missed.hint.en and "sheet" in missed.hint.en


def test_where_each_sheet_is_named_the_missing_one_is_to_be_named_too(tmp_path: Path) -> None:
    parts = "".join(f"  - {{table: a.xlsx, sheet: {name}}}\n" for name in without("มี.ค.66"))
    (missed,) = found(tmp_path, months(), f"elements:\n purchases:\n{parts}")
    assert missed.code == "ITA302"
    assert "{table: a.xlsx, sheet: มี.ค. 66}" in missed.hint.th
    assert "{table: a.xlsx, sheet: มี.ค. 66}" in missed.hint.en


def test_a_missing_month_of_a_list_wants_rows(tmp_path: Path) -> None:
    rows: list[Row] = listed([*OFFICIAL, "ประจำเดือน"])[:-1]
    entry = "elements: {purchases: {table: a.csv}}\n"
    (missed,) = findings(put(tmp_path, entry, a_csv=written(rows, ",", "utf-8-sig")))
    assert missed.code == "ITA302"
    assert "เพิ่มแถว" in missed.hint.th and "แผ่นงาน" not in missed.hint.th
    assert "rows" in missed.hint.en and "sheet" not in missed.hint.en


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("ต.ค.66", "ต.ค.65"),
        ("ตุลาคม 2566", "ต.ค.65"),
        ("ม.ค. 65", "ม.ค.66"),
        ("มี.ค.", "มี.ค.66"),
        ("พ.ญ.65", "พ.ย.65"),
        ("เม.ย.66", ""),
        ("มกรา66", ""),
    ],
)
def test_a_sheet_of_the_same_month_is_meant_and_never_another(
    tmp_path: Path, wanted: str, meant: str
) -> None:
    entry = f"elements: {{purchases: {{covers: ต.ค. 2565, table: a.xlsx, sheet: {wanted}}}}}\n"
    told = [d for d in found(tmp_path, months(), entry) if d.code == "ITA431"]
    (missing,) = told
    guess = f"น่าจะหมายถึง “{meant}”" if meant else "แผ่นงานที่มีคือ"
    assert missing.hint.th.startswith(guess)
