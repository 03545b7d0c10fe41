"""Rows told from what stands among them: declarations of none, remarks, who signs at the foot."""

from __future__ import annotations

from pathlib import Path

import pytest

from itagen.evidence.table import Table
from itagen.evidence.table_find import spoken_none
from itagen.evidence.table_grid import Book, Grid, Range
from itagen.evidence.table_kept import Reading
from itagen.evidence.table_reading import Ask, read_tables
from itagen.evidence.table_words import said_none
from tests.projects import DRAFTS, SHIPPED, findings, lines, load_edition
from tests.table_samples import (
    DEC,
    NONE,
    NOV,
    OCT,
    OFFICIAL,
    PURCHASES,
    Row,
    months,
    plain,
    said,
    title,
    xlsx,
)
from tests.test_table_layouts import fields
from tests.test_tables import put

WIDE = len(OFFICIAL)
SIGNED = "ลงชื่อ ........................ ผู้รายงาน"
OFFICER, POSITION = "(นายสมมติ ตัวอย่างดี)", "ตำแหน่ง เจ้าพนักงานพัสดุ"


def cell(column: int, *words: str) -> list[Row]:
    """A row for each of some words, all in one column."""
    return [[*[""] * column, word] for word in words]


def reading(*below: Row, merged: tuple[Range, ...] = (), sheet: str = "ธ.ค.65") -> Reading:
    """What is read of a sheet with the heads of the form in its first row."""
    rows = tuple(tuple(map(str, row)) for row in ([*OFFICIAL], *below))
    return read_tables(Book((Grid(sheet, rows, merged),)), Ask("", fields()))


def table(*below: Row, merged: tuple[Range, ...] = ()) -> Table:
    (found,) = reading(*below, merged=merged).tables
    return found


def bought(number: int = 1) -> Row:
    return plain(number, PURCHASES[0])


@pytest.mark.parametrize("column", [0, 1, 4])
@pytest.mark.parametrize(
    ("words", "none"),
    [
        (NONE, NONE),
        ("ไม่มี", "ไม่มี"),
        ("-ไม่มี-", "ไม่มี"),
        ("- ไม่มี -", "ไม่มี"),
        (f"*** {NONE} ***", NONE),
        (f"({NONE})", NONE),
        (f"“{NONE}”", NONE),
        (f"เดือนนี้{NONE}", f"เดือนนี้{NONE}"),
        (f"ในเดือนนี้ {NONE}", f"ในเดือนนี้ {NONE}"),
        (f"ประจำเดือน ธันวาคม 2565 {NONE}", f"ประจำเดือน ธันวาคม 2565 {NONE}"),
        (f"ในรอบเดือนธันวาคม พ.ศ. ๒๕๖๕ {NONE}", f"ในรอบเดือนธันวาคม พ.ศ. ๒๕๖๕ {NONE}"),
        (f"เดือน ธ.ค. 65 {NONE}", f"เดือน ธ.ค. 65 {NONE}"),
        (f"ประจำเดือนธ.ค.65 {NONE}", f"ประจำเดือนธ.ค.65 {NONE}"),
        (f"รอบธ.ค.65 {NONE}", f"รอบธ.ค.65 {NONE}"),
        (f"สำหรับธ.ค. 65 {NONE}", f"สำหรับธ.ค. 65 {NONE}"),
        (f"ธันวาคม 2565 - {NONE}", f"ธันวาคม 2565 - {NONE}"),
        ("ไม่มีการจัดซื้อจัดจ้าง (เดือนนี้)", "ไม่มีการจัดซื้อจัดจ้าง (เดือนนี้)"),
        ("ไม่มีการจัดซื้อจัดจ้างในเดือนธันวาคม 2565", "ไม่มีการจัดซื้อจัดจ้างในเดือนธันวาคม 2565"),
    ],
)
def test_none_is_said_in_whichever_column(words: str, none: str, column: int) -> None:
    alone = reading(*cell(column, words))
    dashed = ["-"] * WIDE
    dashed[column] = words
    wide = reading([words], merged=((1, 0, 1, WIDE - 1),))
    for found in (alone, reading(dashed), wide):
        assert found.faults == ()
        assert [t.none for t in found.tables] == [none]
        assert [list(rows) for rows in found.rows] == [[]]


@pytest.mark.parametrize(
    "words",
    [
        "จ้างเหมาทำความสะอาด ไม่มีผู้ยื่นข้อเสนอ",
        "ซื้อวัสดุประจำเดือน ธันวาคม 2565 ไม่มีผู้ยื่นข้อเสนอ",
        "ไม่มีผู้ยื่นข้อเสนอ",
        "ไม่มีผู้เสนอราคา",
        "จัดซื้อชุดตรวจ (ไม่มีการประกันสัญญา)",
        "เดือนละครั้ง ไม่มีการต่อสัญญา",
        "ยางรถยนต์ชนิดไม่มียางใน",
    ],
)
def test_a_row_that_has_no_one_or_nothing_in_it_is_no_declaration(words: str) -> None:
    (row,) = table(["1", words]).lines
    assert row.none == ""
    assert spoken_none(Grid("ธ.ค.65", ((words,),))) == ""


@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize(
    "words",
    ["หมายเหตุ เดือนนี้ไม่มีการจัดซื้อจัดจ้างวิธีคัดเลือก", "เดือนนี้ไม่มีการจัดซื้อจัดจ้างวิธีคัดเลือก", "-ไม่มีรายการแก้ไข-"],
)
def test_a_remark_below_rows_declares_nothing(words: str, column: int) -> None:
    found = table(bought(), *cell(column, words))
    assert [line.none for line in found.lines] == [""]
    assert found.notes == (words,)


def test_what_a_bidder_lacks_goes_on_with_its_row() -> None:
    (line,) = table(bought(), *cell(8, "ไม่มีผู้ยื่นข้อเสนอรายอื่น"), *cell(8, "ไม่มี")).lines
    assert [more[8] for more in line.more] == ["ไม่มีผู้ยื่นข้อเสนอรายอื่น", "ไม่มี"]


@pytest.mark.parametrize("words", ["สรุปเดือนธันวาคม 2565", "ยังไม่มีข้อมูล", "ยังไม่มีการรายงาน"])
def test_a_sheet_that_says_something_else_is_empty(words: str) -> None:
    assert [fault.kind for fault in reading([words]).faults] == ["empty-sheet"]


def test_a_month_of_none_among_months_of_rows_is_told_by_its_words(tmp_path: Path) -> None:
    book = months()
    rows: list[Row] = [["สขร.1"], [*OFFICIAL]]
    for month in ("ต.ค.65", "พ.ย.65", "ธ.ค.65", "ม.ค.66", "ก.พ.66", "มี.ค.66"):
        sheet, _ = book[month]
        bodies = [row for row in sheet[5:] if row and isinstance(row[0], int)]
        rows += [[f"เดือน {sheet[1][0].partition('เดือน ')[2]}"], *bodies] if bodies else [
            [f"ประจำเดือน {said(DEC)} {NONE}"]
        ]  # fmt: skip
    data = xlsx({"Sheet1": (rows, [])})
    assert lines(put(tmp_path, "elements: {purchases: {table: a.xlsx}}\n", a_xlsx=data)) == []


def test_the_cure_names_the_cell_in_which_to_say_it(tmp_path: Path) -> None:
    book = months()
    rows, merged = book["พ.ย.65"]
    data = xlsx({**book, "พ.ย.65": (rows[:5], merged)})
    (found,) = findings(put(tmp_path, "elements: {purchases: {table: a.xlsx}}\n", a_xlsx=data))
    assert found.code == "ITA436"
    assert "ในเซลล์ A6" in found.hint.th
    assert "in cell A6" in found.hint.en


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ([], "A2"),
        ([[*range(1, WIDE + 1)]], "A3"),
        ([cell(7, SIGNED)[0], cell(7, OFFICER)[0]], "A4"),
        ([[], cell(7, SIGNED)[0]], "A2"),
    ],
)
def test_what_is_typed_where_the_cure_says_is_enough(below: list[Row], told: str) -> None:
    (fault,) = reading(*below).faults
    assert (fault.kind, fault.detail) == ("empty-sheet", told)
    row = int(told[1:]) - 2
    assert table(*below[:row], [NONE], *below[row + 1 :]).none == NONE


BELOW = ([OFFICER], [OFFICER, POSITION], [POSITION], [OFFICER, "ปลัดเทศบาล", "5 มกราคม 2566"])
FOOT = [
    *[cell(column, SIGNED, *below) for column in (0, 1, 7) for below in BELOW],
    [["", "", "", "", "", "", "ลงชื่อ", "เจ้าหน้าที่พัสดุ"], *cell(6, OFFICER)],
    [["", "ลงชื่อ", "..............", "ผู้รายงาน"], ["", "", OFFICER], ["", "", POSITION]],
    [["", SIGNED, "", "", "ลงชื่อ......ผู้ตรวจสอบ", "", "", "ลงชื่อ......ผู้อนุมัติ"],
     ["", OFFICER, "", "", "(นางทดลอง มั่นคง)", "", "", "(นายทดสอบ ดีเสมอ)"]],
    [*cell(7, "(ลงชื่อ)"), *cell(7, "(........................)"), *cell(7, OFFICER)],
    [*cell(7, "..................................."), *cell(7, OFFICER)],
    [*cell(7, "ลงชื่อ………………ผู้รายงาน"), [], [], *cell(1, OFFICER)],
]  # fmt: skip


@pytest.mark.parametrize("foot", FOOT)
@pytest.mark.parametrize("gap", [[], [[]]])
def test_who_signs_is_no_record(foot: list[Row], gap: list[Row]) -> None:
    sums: Row = ["", "รวม", 1, 1]
    for above in ([bought()], [bought(), sums]):
        found = table(*above, *gap, *foot)
        assert len(found.lines) == 1
        assert found.lines[0].more == ()
        assert OFFICER in " ".join(found.notes) or POSITION in " ".join(found.notes)
    none = table(["", NONE], *gap, *foot)
    assert none.none == NONE
    assert [fault.kind for fault in reading(*gap, *foot).faults] == ["empty-sheet"]


@pytest.mark.parametrize("foot", FOOT)
def test_rows_that_come_after_who_signs_are_rows(foot: list[Row]) -> None:
    unnumbered = ["", *bought()[1:]]
    short: Row = ["2", "ซื้อวัสดุก่อสร้าง"]
    for again in (bought(2), unnumbered, short):
        assert [line.cells for line in table(bought(), *foot, again).lines] == [
            table(bought()).lines[0].cells, table(again).lines[0].cells
        ]  # fmt: skip
    half = table(bought(), *foot, [*OFFICIAL], bought(2), *foot)
    assert len(half.lines) == 2
    monthly = table(
        [f"เดือน {said(OCT)}"], bought(), *foot, [f"เดือน {said(NOV)}"], bought(), *foot,
        [title(DEC)], [*OFFICIAL], [NONE], *foot, merged=((1, 0, 1, 8),),
    )  # fmt: skip
    assert [(line.under, line.none) for line in monthly.lines] == [
        (f"เดือน {said(OCT)}", ""), (f"เดือน {said(NOV)}", ""), (title(DEC), NONE)
    ]  # fmt: skip


def test_a_position_in_a_row_is_no_end_of_a_table() -> None:
    found = table(["1", "ตำแหน่ง พนักงานขับรถ"], ["", POSITION], ["", "ซื้อวัสดุ"])
    assert [line.cells[1] for line in found.lines] == ["ตำแหน่ง พนักงานขับรถ", "ซื้อวัสดุ"]


def test_dots_for_what_is_not_filled_in_yet_sign_nothing() -> None:
    found = table(["", "ซื้อวัสดุ", "................"], ["", "จ้างเหมา", "", "................"])
    assert [line.cells[1] for line in found.lines] == ["ซื้อวัสดุ", "จ้างเหมา"]


def test_who_signs_a_month_warns_of_nothing_and_wins_nothing(tmp_path: Path) -> None:
    book = months()
    for rows, _ in book.values():
        rows += [*cell(7, SIGNED, OFFICER, POSITION), *cell(1, POSITION)]
    root = put(tmp_path, "elements: {purchases: {table: a.xlsx}}\n", a_xlsx=xlsx(book))
    assert lines(root) == []


@pytest.mark.parametrize("edition", [*SHIPPED, *DRAFTS], ids=lambda path: path.stem)
def test_what_a_list_tells_staff_to_write_is_read_as_none(edition: Path) -> None:
    items = load_edition(edition).items
    rules = [rule for item in items for rule in (item.none, *(e.none for e in item.elements))]
    assert all(said_none(rule.say) == rule.say for rule in rules if rule)
