"""Measures stand in one file; the item that lists them and the one that reports show the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from itagen.answering import answer_site
from itagen.answers import ItemAnswer
from itagen.demand import Element
from itagen.entry import Record
from itagen.pipeline import build_site
from itagen.project import Project
from itagen.read_site import read_site
from itagen.site import Site
from tests.projects import ROOT, lines, write_demo, write_files

BASE = ROOT / "schema" / "editions" / "oit-2566.yaml"
SITES = sorted((ROOT / "tests" / "sites").glob("measures-*"))
MEASURE = """\
measures:
  - measure: ปรับปรุงเว็บไซต์
    owner: office
    steps: [สำรวจ, แก้ไข]
    follow_up: รายงานทุกเดือน
    deadline: 28 เมษายน 2566
    state: อยู่ระหว่างดำเนินการ
    result: สำรวจแล้ว
    date: 15 พฤศจิกายน 2565
"""
ITEMS = {
    "content/2566/o42.yaml": "covers: ปีงบประมาณ 2565\nelements:\n  weaknesses: เว็บไซต์ค้นหายาก\n"
    "  improvements: ให้ค้นหาง่ายขึ้น\n",
    "content/2566/o43.yaml": "elements:\n  eit: {title: แบบวัด EIT, link: https://www.example.go.th/eit}\n",
}


def with_measures(root: Path, measures: str, **items: str) -> Site:
    write_demo(root, BASE)
    files = {**ITEMS, **items, "content/2566/measures.yaml": measures}
    write_files(root, {name: text.encode() for name, text in files.items()})
    return read_site(Project(root))


def rows(site: Site) -> dict[str, tuple[Record, ...]]:
    """The rows of every element that shows the measures, by item."""
    found: list[tuple[ItemAnswer, Element]] = [
        (answer, element.element)
        for answer in answer_site(site)
        for element in answer.elements
        if element.element.home
    ]
    return {a.item.code: tuple(state.records) for a, e in found if (state := a.find(e.id))}


def words(record: Record, name: str) -> list[str]:
    return [part.text.text for part in record.fields[name] if part.text]


def test_two_items_show_the_same_measure(tmp_path: Path) -> None:
    site = with_measures(tmp_path, MEASURE)
    listed, reported = rows(site).values()
    assert listed[0].at == reported[0].at
    assert words(listed[0], "responsible") == [site.years[0].owners[0].name]
    assert words(listed[0], "steps") == ["สำรวจ", "แก้ไข"]
    assert words(listed[0], "follow_up") == ["รายงานทุกเดือน", "28 เมษายน 2566"]
    assert listed[0].date is None
    assert words(reported[0], "result") == ["อยู่ระหว่างดำเนินการ", "สำรวจแล้ว"]
    assert reported[0].date is not None
    assert lines(tmp_path) == []


def test_an_item_that_shows_measures_alone_needs_no_file(tmp_path: Path) -> None:
    with_measures(tmp_path, MEASURE)
    (tmp_path / "content" / "2566" / "o43.yaml").unlink()
    found = lines(tmp_path)
    assert len(found) == 1
    assert "o43.yaml: error[ITA201] O43" in found[0]
    assert "QR code" in found[0]


def test_a_slip_in_the_file_is_told_at_its_line(tmp_path: Path) -> None:
    with_measures(tmp_path, MEASURE.replace("state: อยู่ระหว่างดำเนินการ", "state: ทำแล้ว"))
    assert [line.split(" ")[0] for line in lines(tmp_path)] == ["content/2566/measures.yaml:7:12:"]
    with_measures(tmp_path, MEASURE.replace("follow_up:", "folow_up:"))
    (found,) = lines(tmp_path)
    assert found.startswith("content/2566/measures.yaml:5:5: error[ITA006]")


def test_a_file_of_comments_alone_gives_no_measures(tmp_path: Path) -> None:
    site = with_measures(tmp_path, "# ยังไม่มี\n")
    assert site.years[0].measures == ()
    assert all(not found for found in rows(site).values())


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.name)
def test_a_seed_of_measures_is_shown_as_tables(site: Path, tmp_path: Path) -> None:
    files = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*.yaml")}
    project = Project(write_files(tmp_path, files))
    build_site(project, tmp_path / "public")
    read = read_site(project).years[0]
    for code in ("o42", "o43"):
        page = (tmp_path / "public" / read.folder / code / "index.html").read_text("utf-8")
        assert page.count("<tr>") == len(read.measures) + 1
