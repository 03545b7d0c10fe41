"""Reports made out of the content stand beside the tables that offices made by hand."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import click
import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from itagen.answering import answer_site
from itagen.cli import itagen
from itagen.intake.read_paper import read_paper
from itagen.intake.records import records_of
from itagen.intake.rows import measures_of
from itagen.pipeline import build_site
from itagen.project import Project
from itagen.read_site import read_site
from itagen.reports.measures import measures_sheet
from itagen.reports.status import year_status
from itagen.reports.summary import summary_of
from itagen.reports.tracking import tracking_sheet
from itagen.site import Site
from itagen.text import key
from itagen.workbook import Sheet
from tests.projects import ROOT, write_demo, write_files
from tests.test_import import DATA, EXAM, SEED, alike, import_into, new_project
from tests.test_measures import BASE, MEASURE, with_measures

SITES = ROOT / "tests" / "sites"


def column(sheet: Sheet, title: str) -> list[str]:
    at = [column.title for column in sheet.columns].index(title)
    return [str(row[at] or "") for row in sheet.rows]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = new_project(tmp_path_factory.mktemp("seed"))
    import_into(project, SEED)
    return read_site(project)


def test_the_tracking_table_stands_beside_the_seed(imported: Site) -> None:
    sheet = tracking_sheet(imported, answer_site(imported), imported.years[-1])
    exam = EXAM["items"]
    assert column(sheet, "ตัวชี้วัดที่") == [item["code"] for item in exam]
    windows, owners = column(sheet, "ระยะเวลาดำเนินการ"), column(sheet, "ผู้รับผิดชอบ")
    assert list(map(key, windows)) == [key(item["window"]) for item in exam]
    assert list(map(key, owners)) == [key(item["owner"]) for item in exam]
    assert all(column(sheet, "ดำเนินการแล้ว"))
    going_on = dict(zip((i["code"] for i in exam), column(sheet, "อยู่ระหว่างดำเนินการ"), strict=True))
    assert {code: key(words) for code, words in going_on.items() if words} == {
        code: key(words) for code, words in EXAM["in_progress"].items()
    }
    places = [cell.split("\n") for cell in column(sheet, "ตำแหน่งข้อมูลบนเว็บไซต์")]
    right = [
        len(item["place"]) == len(names) and all(map(alike, item["place"], names))
        for item, place in zip(exam, places, strict=True)
        if item.get("place") and (names := place[0].split(" > ")[1:]) is not None
    ]
    assert all(right) and len(right) == 40
    slots = [p[0] for i, p in zip(exam, places, strict=True) if i.get("slot")]
    assert slots == ["หน้าแรก ด้านล่าง"] * 2
    assert places[3][1] == "/2565/o04/"


def test_the_measures_stand_beside_the_seed(imported: Site) -> None:
    sheet = measures_sheet(imported.years[-1])
    names = {"measure": "มาตรการ/แนวทาง", "owner": "ผู้รับผิดชอบ", "window": "ระยะเวลาดำเนินการ",
             "recommendation": "ข้อเสนอแนะ"}  # fmt: skip
    for name, title in names.items():
        assert list(map(key, column(sheet, title))) == [key(m[name]) for m in EXAM["measures"]]
    assert all(column(sheet, "ขั้นตอนหรือวิธีการดำเนินการ"))
    assert all(column(sheet, "ดำเนินการแล้ว"))
    assert "คะแนนก่อน" not in [head.title for head in sheet.columns]


def test_the_measures_of_another_seed_come_out_in_its_columns() -> None:
    seed = records_of(read_paper(DATA / "seeds" / "002_d8471fe8e3e29c2c.txt"))
    rows = [row.values for row in measures_of(seed.found)]
    site = read_site(Project(SITES / "measures-2566"))
    sheet = measures_sheet(site.years[0])
    assert len(sheet.rows) == len(rows) == 14
    titles = {"owner": "ผู้รับผิดชอบ", "result": "ดำเนินการแล้ว", "outcome": "ผลลัพธ์/ความสำเร็จ",
              "follow_up": "การรายงานผลและการกำกับติดตาม กำหนดเวลาแล้วเสร็จ"}  # fmt: skip
    for name, title in titles.items():
        assert list(map(key, column(sheet, title))) == [key(str(row[name])) for row in rows]
    points = column(sheet, "ประเด็นที่ต้องปรับปรุงแก้ไข/ประเด็นที่ต้องพัฒนา")
    for point, row in zip(points, rows, strict=True):
        question = key(point.split("\n")[1])[:40]
        assert question in key(str(row["improve"]))


def test_what_was_legible_of_the_third_seed_comes_out() -> None:
    site = read_site(Project(SITES / "measures-2567"))
    sheet = measures_sheet(site.years[0])
    assert len(sheet.rows) == 5
    assert all(column(sheet, "ขั้นตอนหรือวิธีการดำเนินการ")) and all(column(sheet, "ดำเนินการแล้ว"))
    assert column(sheet, "เครื่องมือ") == ["IIT", "EIT", "EIT", "EIT", "OIT"]


def test_a_measure_stands_in_the_column_of_its_state(tmp_path: Path) -> None:
    two = (
        f"{MEASURE}  - {{measure: อบรม, owner: งานหนึ่ง, state: ยังไม่ได้ดำเนินการ, score_after: 90.5}}\n"
    )
    site = with_measures(tmp_path, two)
    sheet = measures_sheet(site.years[0])
    assert column(sheet, "อยู่ระหว่างดำเนินการ") == ["สำรวจแล้ว", ""]
    assert column(sheet, "ยังไม่ได้ดำเนินการ") == ["", "✓"]
    assert column(sheet, "คะแนนหลัง") == ["", "90.5"]
    assert column(sheet, "ขั้นตอนหรือวิธีการดำเนินการ") == ["1. สำรวจ\n2. แก้ไข", ""]


def test_a_table_of_many_columns_stays_large_enough_to_read() -> None:
    (year,) = (y for y in read_site(Project(ROOT)).years if y.measures)
    widths = [column.width or 0 for column in measures_sheet(year).columns]
    assert len(widths) > 12 and sum(widths) < 205 and min(widths) >= 7


def test_the_executive_sees_counts_charts_and_what_blocks() -> None:
    site = read_site(Project(SITES / "seed-2565"))
    year = site.years[0]
    status = year_status(answer_site(site), (), year)
    summary = summary_of(status)
    done = sum(item.progress == "done" for item in status.items)
    assert summary.line.startswith(f"{done} จาก 43 ครบ")
    for _, bars in summary.charts:
        counts = [label.rpartition("(")[2].rstrip(")").split(" จาก ") for label in bars.labels]
        assert sum(int(count) for count, _ in counts) == done
        assert sum(int(items) for _, items in counts) == 43
    blocked = [code for row in summary.blocks.rows for code in str(row[1]).split()]
    assert len(blocked) == len(set(blocked)) == 43 - done


@pytest.mark.parametrize("name", ["tracking", "measures", "summary"])
def test_the_command_writes_each_report_in_each_form(name: str, tmp_path: Path) -> None:
    site = str(SITES / "seed-2565")
    for form in ("html", "xlsx", "csv"):
        twice = [tmp_path / f"{number}.{form}" for number in (1, 2)]
        for path in twice:
            command = ["report", name, site, "--format", form, "--out", str(path)]
            itagen.main(command, standalone_mode=False)
        assert twice[0].read_bytes() == twice[1].read_bytes()
    html = LexborHTMLParser((tmp_path / "1.html").read_text("utf-8"))
    rows = list(csv.reader(io.StringIO((tmp_path / "1.csv").read_text("utf-8-sig"))))
    book = CalamineWorkbook.from_path(tmp_path / "1.xlsx")
    assert len(book.get_sheet_by_index(0).to_python()) == len(rows)
    heads = [cell.text() for cell in html.css("th")]
    if name != "summary":
        assert heads == rows[0]
        assert len(html.css("tbody tr")) == len(rows) - 1 == {"tracking": 43, "measures": 8}[name]
    else:
        assert len(html.css("svg")) == 2
        assert len(book.sheet_names) == 3
    assert "size: A4 landscape" in html.html and "<?xml" not in html.html if html.html else False


def test_a_year_without_measures_says_where_to_write_them(tmp_path: Path) -> None:
    write_demo(tmp_path, BASE)
    with pytest.raises(click.UsageError, match=r"content/2566/measures\.yaml"):
        itagen.main(["report", "measures", str(tmp_path)], standalone_mode=False)


def test_a_published_report_is_a_page_on_which_an_item_can_rest(tmp_path: Path) -> None:
    with_measures(tmp_path, MEASURE)
    year = tmp_path / "content" / "2566" / "year.yaml"
    year.write_text(year.read_text("utf-8") + "publish: [tracking, measures, summary]\n", "utf-8")
    told = "'ดู[ตารางของเทศบาล](2566/year.yaml)ทั้ง 43 ข้อ'"
    text = f"elements: {{weaknesses: {told}, improvements: ค้นหาง่าย}}\n"
    write_files(tmp_path, {"content/2566/o42.yaml": f"covers: ปีงบประมาณ 2565\n{text}".encode()})
    assert build_site(Project(tmp_path), tmp_path / "public") == []
    public = tmp_path / "public" / "2566"
    listed = (public / "index.html").read_text("utf-8")
    for name, rows in (("tracking", 43), ("measures", 1), ("summary", 0)):
        page = LexborHTMLParser((public / name / "index.html").read_text("utf-8"))
        assert len(page.css(".report tbody tr")) == rows
        assert f'href="{name}/index.html"' in listed
    assert "../tracking/index.html" in (public / "o42" / "index.html").read_text("utf-8")
    assert len(list((public / "summary").glob("*-chart.svg"))) == 2
    sources = page.css("main .chart source")
    assert [node.attributes["srcset"] for node in sources] == [
        "1-chart-narrow.svg", "2-chart-narrow.svg",
    ]  # fmt: skip
