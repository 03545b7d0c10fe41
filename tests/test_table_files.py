"""Tables on pages and as files: what a workbook says is shown, and can be taken along."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from selectolax.lexbor import LexborNode

from itagen.open_data import site_file
from itagen.page_words import parsed
from itagen.pipeline import build_site, check_project, read_project
from itagen.plan import Plan
from itagen.project import Project
from itagen.store import Store
from itagen.table_files import table_files, table_files_ahead
from itagen.workbook import Column, Sheet, workbook
from itagen.workers import processes_for
from tests.projects import SHIPPED, findings, kept, pages, write_demo

HEADS = (
    "ลำดับที่", "งานที่ซื้อหรือจ้าง", "วงเงินที่ซื้อหรือจ้าง", "ราคากลาง", "วิธีการซื้อหรือจ้าง",
    "รายชื่อผู้เสนอราคาและราคาที่เสนอ", "ผู้ได้รับการคัดเลือกและราคาที่ตกลง", "เหตุผลที่คัดเลือกโดยสรุป",
    "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง",
)  # fmt: skip
MONTHS = ("ต.ค. 65", "พ.ย. 65", "ธ.ค. 65", "ม.ค. 66", "ก.พ. 66", "มี.ค. 66")
NAMES = ("work", "budget", "reference_price", "method", "bidders", "winner", "reason", "contract",
         "covers", "covers_from", "covers_to")  # fmt: skip


def row(number: int, work: str = "ซื้อวัสดุสำนักงาน") -> tuple[str, ...]:
    return (str(number), work, f"{number},500.50", "1200", "เฉพาะเจาะจง", "ร้านตัวอย่าง 1,200 บาท",
            "ร้านตัวอย่าง 1,200 บาท", "ราคาไม่เกินราคากลาง", f"ใบสั่งซื้อที่ {number}/2566")  # fmt: skip


def purchases(root: Path, rows: int = 2, work: str = "ซื้อวัสดุสำนักงาน") -> Path:
    """The demo whose purchases stand in a workbook, a sheet a month; in December were none."""
    write_demo(root, SHIPPED[1])
    sheets = []
    for month in MONTHS:
        told = [row(n, work) for n in range(1, rows + 1)]
        if month.startswith("ธ.ค."):
            told = [("", "ไม่มีการจัดซื้อจัดจ้าง", *[""] * 7)]
        sheets.append(Sheet(month, "", tuple(map(Column, HEADS)), told))
    home = root / "content" / "2566" / "o21"
    home.mkdir(exist_ok=True)
    (home / "list.xlsx").write_bytes(workbook(sheets))
    entry = home.with_suffix(".yaml")
    entry.write_text("elements:\n  purchases: {table: list.xlsx}\n", encoding="utf-8")
    return root


def spending(root: Path, text: str) -> Path:
    """The demo whose spending, of which the list names no columns, stands in a CSV file."""
    write_demo(root, SHIPPED[1])
    home = root / "content" / "2566" / "o13"
    home.mkdir(exist_ok=True)
    (home / "spending.csv").write_text(text, encoding="utf-8")
    entry = home.with_suffix(".yaml")
    said = entry.read_text("utf-8").split("\n")
    told = ["  spending: {table: spending.csv}" if "spending:" in line else line for line in said]
    entry.write_text("\n".join(told), encoding="utf-8")
    return root


def built(root: Path) -> Path:
    assert [d for d in build_site(Project(root), root / "public") if d.severity == "error"] == []
    return root / "public"


def tables(page: Path) -> list[LexborNode]:
    return parsed(page.read_bytes()).css("main table")


def texts(node: LexborNode, select: str) -> list[str]:
    return [found.text(separator=" ").strip() for found in node.css(select)]


def package(out: Path, item: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "2566" / item / "data/datapackage.json").read_bytes())
    return found


def test_each_month_is_a_table_with_heads_and_names(tmp_path: Path) -> None:
    out = built(purchases(tmp_path))
    found = tables(out / "2566" / "o21" / "index.html")
    assert len(found) == 5
    for table in found:
        assert texts(table, "thead th[scope=col]") == list(HEADS)
        assert texts(table, "tbody th[scope=row]") == ["ซื้อวัสดุสำนักงาน"] * 2
        assert table.css_first("caption") is not None
        assert texts(table, "td.number")[:2] == ["1,500.50", "1,200"]
    main = parsed((out / "2566/o21/index.html").read_bytes()).css_first("main")
    assert main and "ไม่มีการจัดซื้อจัดจ้าง" in main.text()
    sums = main.css_first(".table__sums")
    assert sums and " ".join(sums.text().split()) == ("ทั้งหมด 10 แถว · วงเงินที่ซื้อหรือจ้าง รวม 20,005")


def test_rows_can_be_taken_along_with_english_names(tmp_path: Path) -> None:
    out = built(purchases(tmp_path)) / "2566" / "o21" / "data"
    raw = (out / "purchases.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert tuple(rows[0]) == NAMES and len(rows) == 10
    assert (rows[0]["budget"], rows[1]["budget"]) == ("1500.5", "2500.5")
    assert (rows[0]["covers_from"], rows[-1]["covers_to"]) == ("2022-10-01", "2023-03-31")
    plain = json.loads((out / "purchases.json").read_bytes())
    assert plain[0]["budget"] == 1500.5 and plain[0]["reference_price"] == 1200
    book = python_calamine.CalamineWorkbook.from_path(out / "purchases.xlsx")
    assert book.sheet_names == ["data", "columns"]
    data = book.get_sheet_by_name("data").to_python()
    assert tuple(data[0]) == NAMES and data[1][1] == 1500.5 and len(data) == 11
    told = book.get_sheet_by_name("columns").to_python()
    assert told[1] == ["work", "งานที่ซื้อหรือจ้าง", "ข้อความ"]


def test_the_package_describes_the_file_beside_it(tmp_path: Path) -> None:
    out = built(purchases(tmp_path))
    about = package(out, "o21")
    assert about["profile"] == "tabular-data-package" and about["name"] == "o21-2566"
    (resource,) = about["resources"]
    data = (out / "2566/o21/data" / resource["path"]).read_bytes()
    assert resource["bytes"] == len(data)
    assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == list(NAMES)
    types = {"string": str, "integer": int, "number": float, "date": str}
    for line in csv.DictReader(io.StringIO(data.decode("utf-8-sig"))):
        for field in fields:
            if line[field["name"]]:
                types[field["type"]](line[field["name"]])
    assert [f["type"] for f in fields[:3]] == ["string", "number", "number"]


def test_nothing_in_a_file_is_taken_for_a_formula(tmp_path: Path) -> None:
    evil = "=HYPERLINK(A1)"
    out = built(purchases(tmp_path, work=evil)) / "2566" / "o21" / "data"
    rows = list(csv.reader(io.StringIO((out / "purchases.csv").read_text("utf-8-sig"))))
    assert rows[1][0] == f"'{evil}"
    book = python_calamine.CalamineWorkbook.from_path(out / "purchases.xlsx")
    assert book.get_sheet_by_name("data").to_python()[1][0] == evil
    assert json.loads((out / "purchases.json").read_bytes())[0]["work"] == evil


def test_a_table_without_columns_of_the_list_is_shown_and_given_as_it_is(tmp_path: Path) -> None:
    text = (
        "ผลการใช้จ่าย\nประเภท,Budget,เบิกจ่าย (บาท),รหัส\nงบกลาง,2000000,1500000.25,007\n"
        'งบลงทุน,"3,000,000",-,008\nรวม,5000000,1500000.25,\n'
    )
    out = built(spending(tmp_path, text))
    (table,) = tables(out / "2566" / "o13" / "index.html")
    assert texts(table, "thead th") == ["ประเภท", "Budget", "เบิกจ่าย (บาท)", "รหัส"]
    assert texts(table, "tbody tr:first-child > *") == [
        "งบกลาง",
        "2,000,000",
        "1,500,000.25",
        "007",
    ]
    assert texts(table, "tfoot td")[:3] == ["รวม", "5,000,000", "1,500,000.25"]
    assert texts(table, "caption") == ["ผลการใช้จ่าย"]
    data = (out / "2566/o13/data/spending.csv").read_text("utf-8-sig").splitlines()
    assert data[0] == "column_1,budget,column_3,column_4"
    assert data[1:] == ["งบกลาง,2000000,1500000.25,007", "งบลงทุน,3000000,,008"]
    types = [f["type"] for f in package(out, "o13")["resources"][0]["schema"]["fields"]]
    assert types == ["string", "integer", "number", "string"]


def test_a_long_table_shows_its_beginning_and_where_the_rest_is(tmp_path: Path) -> None:
    out = built(purchases(tmp_path, rows=150))
    page = out / "2566" / "o21" / "index.html"
    assert {len(table.css("tbody tr")) for table in tables(page)} == {83}
    assert page.stat().st_size < 800_000
    rest = "แสดง 83 แถวแรก จากทั้งหมด 150 แถว ไฟล์ดาวน์โหลดมีครบทุกแถว"
    assert page.read_text("utf-8").count(rest) == 5
    rows = (out / "2566/o21/data/purchases.csv").read_bytes().count(b"\r\n")
    assert rows == 751


def test_open_data_holds_the_rows_and_names_their_files(tmp_path: Path) -> None:
    out = built(purchases(tmp_path))
    data = json.loads((out / "data" / "site.json").read_bytes())
    (item,) = (i for y in data["years"] for i in y["items"] if i["slug"] == "monthly-procurement")
    (element,) = item["elements"]
    assert len(element["records"]) == 10
    first = element["records"][0]
    assert first["fields"]["work"] == [{"kind": "text", "text": "ซื้อวัสดุสำนักงาน"}]
    assert first["covers"]["from"] == "2022-10-01"
    for address in element["tables"][0].values():
        assert (out / address).is_file()


def test_another_build_makes_no_file_anew_and_gives_the_same(tmp_path: Path) -> None:
    root = purchases(tmp_path)
    folder = built(root) / "2566" / "o21" / "data"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for path in (Project(root).store / "table-file").rglob("*"):
        if path.is_file() and path.read_bytes() == kept(before["purchases.csv"]):
            path.write_bytes(kept(b"as it was kept"))
    built(root)
    assert (folder / "purchases.csv").read_bytes() == b"as it was kept"
    shutil.rmtree(Project(root).store)
    built(root)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_another_build_decodes_no_rows_but_those_it_shows(tmp_path: Path) -> None:
    root = purchases(tmp_path, rows=150)
    out = built(root)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    told = 0
    for path in (Project(root).store / "table").rglob("*"):
        if path.is_file():
            always, *rest = path.read_bytes().split(b"\n")
            path.write_bytes(kept(b"\n".join([always, *(b"no JSON" for _ in rest)])))
            told += len(rest)
    assert told >= len(MONTHS)
    assert {path: path.read_bytes() for path in built(root).rglob("*") if path in before} == before


def test_the_day_of_an_entry_is_that_of_rows_without_one(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    entry = root / "content" / "2566" / "o30.yaml"
    entry.with_suffix("").mkdir(exist_ok=True)
    heads = ("ประเด็นหรือเรื่องในการมีส่วนร่วม", "ผู้มีส่วนร่วม", "ผลจากการมีส่วนร่วม",
             "การนำผลจากการมีส่วนร่วมไปปรับปรุงพัฒนาการดำเนินงาน")  # fmt: skip
    sheet = Sheet("กิจกรรม", "", tuple(map(Column, heads)), [("ก", "ข", "ค", "ง")])
    (entry.with_suffix("") / "a.xlsx").write_bytes(workbook([sheet]))
    for day in ("2022-11-15", "2022-12-20"):
        told = f"date: {day}\nelements: {{activities: {{table: a.xlsx}}}}\n"
        entry.write_text(told, encoding="utf-8")
        data = json.loads((built(root) / "data" / "site.json").read_bytes())
        (item,) = (i for y in data["years"] for i in y["items"] if i["code"] == "O30")
        assert [record["date"] for record in item["elements"][0]["records"]] == [day]


def test_what_is_kept_of_tables_changes_nothing(tmp_path: Path) -> None:
    """Whatever a table depends on changes: a warm build gives what a cold one does."""
    root = purchases(tmp_path)
    list_ = root / "content" / "2566" / "o21" / "list.xlsx"
    sheets = [Sheet(month, "", tuple(map(Column, HEADS)), [row(1)]) for month in ("ต.ค.", "พ.ย.")]
    list_.write_bytes(workbook(sheets))
    entry = root / "content" / "2566" / "o21.yaml"
    edition = root / "schema" / "editions" / SHIPPED[1].name
    edition.parent.mkdir(parents=True)
    shown = set()
    for said, changes in (
        ("", ()),
        ("covers: ปีงบประมาณ 2566\n", ()),
        ("covers: ปีงบประมาณ 2565\n", ()),
        ("covers: ปีงบประมาณ 2566\ndate: 2023-01-09\n", ()),
        ("covers: ปีงบประมาณ 2566\n", (("basis: fiscal", "basis: calendar"),)),
        ("covers: ปีงบประมาณ 2566\n", (("งานที่ซื้อหรือจ้าง", "งานซื้อจ้าง"),)),
    ):
        text = SHIPPED[1].read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        edition.write_text(text, encoding="utf-8")
        entry.write_text(f"{said}elements:\n  purchases: {{table: list.xlsx}}\n", encoding="utf-8")
        warm = told(root)
        shutil.rmtree(Project(root).store)
        assert warm == told(root)
        shown.add(repr(warm))
    assert len(shown) == 6


def told(root: Path) -> tuple[list[str], bytes, dict[str, bytes]]:
    """What is found in a project, and what it gives to programs."""
    project = Project(root)
    site, found = check_project(project)
    plan, store = Plan(site, Store(project.store)), Store(project.store)
    files = dict(table_files(tuple(plan.tables()), store))
    return [str(each) for each in found], site_file(plan.ways["th"], store), files


def test_sheets_of_one_workbook_are_files_of_their_own(tmp_path: Path) -> None:
    root = spending(tmp_path, "รายการ,จำนวน\nก,1\n")
    sheets = [Sheet(n, "", (Column("รายการ"), Column("บาท")), [(n, "1")]) for n in ("ก", "ข")]
    home = root / "content" / "2566" / "o13"
    (home / "two.xlsx").write_bytes(workbook(sheets))
    entry = home.with_suffix(".yaml")
    entry.write_text(entry.read_text("utf-8").replace("spending.csv", "two.xlsx"), "utf-8")
    folder = built(root) / "2566" / "o13" / "data"
    both = [(folder / f"spending-{n}.csv").read_text("utf-8-sig").split()[1] for n in (1, 2)]
    assert both == ["ก,1", "ข,1"]


def test_a_sheet_that_changes_gives_new_files(tmp_path: Path) -> None:
    for said in ("ก,1", "ข,2"):
        root = spending(tmp_path / said, f"รายการ,บาท\n{said}\n")
        if said == "ข,2":
            shutil.copytree(tmp_path / "ก,1" / ".itagen", root / ".itagen")
        told = (built(root) / "2566/o13/data/spending.csv").read_text("utf-8-sig").split()
        assert told[1] == said


def test_rows_of_an_entry_and_of_a_table_are_summed_as_one(tmp_path: Path) -> None:
    root = purchases(tmp_path)
    entry = root / "content" / "2566" / "o21.yaml"
    inline = (
        "    - {covers: ตุลาคม 2565, work: ก, budget: '994.75', reference_price: '1', method: ก, "
        "bidders: ก, winner: ก, reason: ก, contract: ก}\n"
    )
    said = f"elements:\n  purchases:\n    - {{table: list.xlsx}}\n{inline}"
    entry.write_text(said, encoding="utf-8")
    main = parsed((built(root) / "2566/o21/index.html").read_bytes()).css_first("main")
    sums = main.css_first(".table__sums") if main else None
    assert sums and " ".join(sums.text().split()) == ("ทั้งหมด 11 แถว · วงเงินที่ซื้อหรือจ้าง รวม 20,999.75")


def test_a_file_of_staff_may_not_take_the_place_of_one_of_ours(tmp_path: Path) -> None:
    root = purchases(tmp_path)
    taken = root / "content" / "2566" / "o21" / "data"
    taken.mkdir()
    (taken / "purchases.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    entry = root / "content" / "2566" / "o21.yaml"
    named = "documents: [2566/o21/data/purchases.csv]\n"
    entry.write_text(named + entry.read_text("utf-8"), encoding="utf-8")
    assert "ITA408" in {finding.code for finding in findings(root)}


@pytest.mark.parametrize("address", ["2566/o02/", "2566/o05/"])
def test_persons_on_cards_and_facts_of_the_agency_are_no_files(
    address: str, tmp_path: Path
) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    view = pages(root)[address].view
    assert not any(element.data for element in view.elements)  # type: ignore[union-attr]


def test_files_of_many_new_rows_are_made_by_another_process(tmp_path: Path) -> None:
    root = purchases(tmp_path, rows=50)
    site = read_project(Project(root))
    tables = tuple(Plan(site).tables())
    expected = list(table_files(tables, Store(tmp_path / "one")))
    store, workers = Store(tmp_path / "two"), []
    for _ in range(2):
        with table_files_ahead(tables, store) as files:
            workers.append(len(active_children()))
            assert list(files()) == expected
    assert workers == [1 if processes_for(250) > 1 else 0, 0]
