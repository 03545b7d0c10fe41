"""How far a year is, as people and programs are told; and a check of some of the items."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from itagen.answering import answer_site
from itagen.pipeline import check_project
from itagen.project import Project
from itagen.reports.status import YearStatus, tally, year_status
from itagen.reports.status_data import status_data
from itagen.reports.status_sheets import BYS, status_line, status_sheet
from tests.projects import SHIPPED, write_demo
from tests.projects import run_here as run

TODAY = date(2023, 4, 20)
LINE = "38 จาก 43 ครบ, 3 รอข้อมูล, 2 มีข้อผิดพลาด"
YEAR = """edition: oit-2566
state: open
due: 30 เมษายน 2566
owners:
  plan: {unit: สำนักปลัด, position: นักวิเคราะห์, items: [O4, O11, O12, O13], due: 12 เมษายน 2566}
  money: {unit: กองคลัง, items: [O19, O20, O21, O22]}
items:
  O11: {remark: รอสภาอนุมัติ}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three items that wait, one until a day of its own; two with an error each."""
    write_demo(tmp_path, SHIPPED[1])
    year = tmp_path / "content" / "2566"
    (year / "year.yaml").write_text(YEAR, encoding="utf-8")
    for code in ("o11", "o12"):
        (year / f"{code}.yaml").write_text("pending: รอเอกสารจากกองแผน\n", encoding="utf-8")
    late = "pending: รอผลสำรวจ\nuntil: 19 เมษายน 2566\n"
    (year / "o17.yaml").write_text(late, encoding="utf-8")
    entry = year / "o13.yaml"
    entry.write_text(entry.read_text("utf-8").replace("2565", "2564"), encoding="utf-8")
    (year / "o22.yaml").unlink()
    return tmp_path


def status_of(root: Path, codes: frozenset[str] | None = None) -> YearStatus:
    site, found = check_project(Project(root))
    assert site.current
    return year_status(answer_site(site), found, site.current, codes)


def test_the_line_counts_each_item_once(root: Path) -> None:
    status = status_of(root)
    assert status_line(status, "th") == LINE
    assert status_line(status, "en") == "38 of 43 complete, 3 pending, 2 with errors"
    of = tally(status.items, TODAY)
    assert of.done + of.pending + of.faulty + of.lacking == of.items == 43
    assert run("status", "--by", "line", cwd=root) == (0, f"{LINE}\n")


def test_what_is_not_done_and_whose_day_is_over_is_late(root: Path) -> None:
    status = status_of(root)
    left = {item.code: item.days_left(TODAY) for item in status.items}
    assert {c: d for c, d in left.items() if d is not None} == {
        "O11": -8, "O12": -8, "O13": -8, "O17": -1, "O22": 10
    }  # fmt: skip
    assert status_line(status, "th", TODAY) == f"{LINE}, 4 เลยกำหนด"
    assert all(item.days_left(None) is None for item in status.items)


def test_each_view_counts_all_items(root: Path) -> None:
    status = status_of(root)
    for by in ("owner", "group"):
        sheet = status_sheet(status, by, "th", TODAY)
        totals = [sum(int(row[at] or 0) for row in sheet.rows) for at in range(1, 7)]
        assert totals == [43, 38, 3, 2, 0, 4]
    rows = {str(row[0]): row for row in status_sheet(status, "owner", "th").rows}
    assert rows["สำนักปลัด นักวิเคราะห์"][1:] == (4, 1, 2, 1, 0, "O11 O12 O13")
    assert rows["กองคลัง"][1:] == (4, 3, 0, 1, 0, "O22")
    items = {str(row[0]): row for row in status_sheet(status, "item", "th", TODAY).rows}
    assert items["O11"][1:5] == (
        "รอข้อมูล", "12 เมษายน 2566", "เลยกำหนด 8 วัน", "สำนักปลัด นักวิเคราะห์"
    )  # fmt: skip
    assert items["O11"][-1] == "รอเอกสารจากกองแผน; รอสภาอนุมัติ"


def test_every_form_tells_the_same(root: Path) -> None:
    assert run("status", "--format", "xlsx", "--out", "s.xlsx", cwd=root)[0] == 0
    book = CalamineWorkbook.from_path(root / "s.xlsx")
    assert book.sheet_names == ["รายข้อ", "ตามผู้รับผิดชอบ", "ตามหัวข้อ"]
    assert len(book.get_sheet_by_index(0).to_python()) == 44
    run("status", "--by", "owner", "--format", "csv", "--out", "s.csv", cwd=root)
    text = (root / "s.csv").read_bytes().decode("utf-8-sig")
    assert [row[:3] for row in csv.reader(io.StringIO(text))][-1] == ["กองคลัง", "4", "3"]
    told: dict[str, Any] = json.loads(run("status", "--format", "json", cwd=root)[1])
    counts = {"items": 43, "done": 38, "pending": 3, "faulty": 2, "lacking": 0, "late": None}
    assert told["summary"] == counts
    data = status_data(status_of(root), TODAY)
    late = [item["code"] for item in data["items"] if (item["days_left"] or 0) < 0]
    assert late == ["O11", "O12", "O13", "O17"] and data["summary"]["late"] == 4


@pytest.mark.parametrize("by", BYS)
def test_the_clock_changes_nothing(root: Path, by: str) -> None:
    said = run("status", "--by", by, cwd=root)[1]
    assert "เลยกำหนด" not in said and said == run("status", "--by", by, cwd=root)[1]


def test_a_year_is_named_and_today_is_of_the_common_era(root: Path) -> None:
    assert run("status", "--year", "2599", cwd=root)[0] == 2
    code, said = run("status", "--today", "2566-04-20", cwd=root)
    assert code == 2 and "2023-04-20" in said


def test_some_items_are_chosen_by_code_or_desk(root: Path) -> None:
    said = run("status", "--by", "line", "--owner", "กองคลัง", cwd=root)[1]
    assert said == "3 จาก 4 ครบ, 1 มีข้อผิดพลาด\n"
    said = run("status", "--by", "line", "--item", "๑๓", "--item", "o11", cwd=root)[1]
    assert said == "0 จาก 2 ครบ, 1 รอข้อมูล, 1 มีข้อผิดพลาด\n"
    code, said = run("status", "--owner", "กองช่าง", cwd=root)
    assert code == 2 and "plan (สำนักปลัด นักวิเคราะห์)" in said
    code, said = run("status", "--item", "O99", cwd=root)
    assert code == 2 and "ไม่มีข้อ “O99”" in said and "O42" not in said


@pytest.mark.parametrize(
    ("typed", "count"),
    [("O13,O11", 2), ("O11 O13", 2), ("๑๓, o11 ; O12", 3), ("O11-O13", 3), ("O 13", 1), ("O12,", 1),
     ("ข้อ 11 ถึง 12,O13", 3)],
)  # fmt: skip
def test_several_items_stand_behind_one_word(root: Path, typed: str, count: int) -> None:
    said = run("status", "--by", "line", "--item", typed, cwd=root)[1]
    assert f"จาก {count} ครบ" in said


def test_check_understands_several_items(root: Path) -> None:
    code, said = run("check", "--item", "O12,O13", "--format", "concise", cwd=root)
    assert code == 1 and "o13.yaml" in said and "o22" not in said
    code, said = run("check", "--item", ", ", cwd=root)
    assert code == 2 and "ไม่ได้บอกว่าข้อใด" in said
    code, said = run("check", "--item", "O12,O99", "--lang", "en", cwd=root)
    assert code == 2 and "has no item “O99”" in said


def test_where_no_desk_is_named_that_is_told(tmp_path: Path) -> None:
    year = write_demo(tmp_path, SHIPPED[1]) / "content" / "2566" / "year.yaml"
    year.write_text("edition: oit-2566\nstate: open\n", encoding="utf-8")
    code, said = run("status", "--owner", "กองคลัง", cwd=tmp_path)
    assert code == 2 and "เพิ่ม owners: ก่อน" in said and "content/2566/year.yaml" in said


def test_check_tells_of_the_chosen_items_and_exits_by_what_it_tells(root: Path) -> None:
    code, said = run("check", "--owner", "plan", "--format", "concise", cwd=root)
    assert code == 1 and "o13.yaml" in said and "o22" not in said
    code, said = run("check", "--item", "O12", cwd=root)
    assert code == 0 and "o13" not in said and "ไม่แสดงข้อค้นพบของข้ออื่นหรือปีอื่นอีก" in said
    shutil.copytree(root / "content" / "2566", root / "content" / "2567")
    said = run("check", cwd=root)[1]
    assert "content/2566/o13.yaml" in said and "content/2567/o13.yaml" in said
    said = run("check", "--year", "2566", cwd=root)[1]
    assert "content/2566/o13.yaml" in said and "content/2567" not in said
    assert "ไม่แสดงข้อค้นพบของข้ออื่นหรือปีอื่นอีก" in said
    (root / "content" / "2568").mkdir()
    shutil.copy(root / "content" / "2566" / "o13.yaml", root / "content" / "2568")
    assert "2568" in run("check", cwd=root)[1]
    assert "2568" not in run("check", "--year", "2566", cwd=root)[1]
    people = root / "content" / "2567" / "o12" / "people.csv"
    people.parent.mkdir(exist_ok=True)
    people.write_text("ชื่อ,เลข\nก,1234567890121\n", encoding="utf-8")
    entry = root / "content" / "2566" / "o12.yaml"
    told = entry.read_text("utf-8")
    entry.write_text(f"documents: [2567/o12/people.csv]\n{told}", encoding="utf-8")
    for chosen in (("--year", "2566"), ("--year", "2566", "--item", "O12")):
        assert "content/2567/o12/people.csv:B2: error[ITA601]" in run("check", *chosen, cwd=root)[1]
    entry.write_text(told, encoding="utf-8")
    shutil.rmtree(root / "content" / "2567")
    shutil.rmtree(root / "content" / "2568")
    (root / "content" / "agency.yaml").write_text("name: [", encoding="utf-8")
    code, said = run("check", "--item", "O12", "--year", "2566", cwd=root)
    assert code == 1 and "agency.yaml" in said and "o13" not in said
    code, said = run("status", "--year", "2566", cwd=root)
    assert code == 0 and "ไม่ได้อยู่ในข้อใด" in said


def test_a_closed_year_lacks_and_is_not_faulty(root: Path) -> None:
    year = root / "content" / "2566" / "year.yaml"
    year.write_text(YEAR.replace("open", "archived"), encoding="utf-8")
    assert status_line(status_of(root), "th") == "39 จาก 43 ครบ, 3 รอข้อมูล, 1 ยังไม่ครบ"
