"""A list of three items in a project's own schema/ checks and builds without any Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from itagen.evidence.table_words import said_none
from itagen.pipeline import build_site
from itagen.project import Project
from tests.projects import findings, lines

EDITION = """
edition: clinic-2570
family: clinic
year: 2570
assesses: {basis: calendar}
sources: {own: {title: รายการของคลินิกสมมติ, kind: own, sure: high}}
default_source: own
groups: {all: ข้อมูลทั้งหมด}
items:
  C1:
    slug: doctors
    title: แพทย์ประจำ
    group: all
    elements:
      people: {title: รายชื่อแพทย์, each: {name: ชื่อ, hours: เวลาออกตรวจ}}
  C2:
    slug: prices
    title: อัตราค่าบริการ
    group: all
    coverage: {in_force: 0, whole: true}
    elements: {prices: ตารางอัตรา}
    placement: {must: reachable-from-home, usual: {slot: home-right, as: banner}}
  C3:
    slug: visits
    title: จำนวนผู้รับบริการปีก่อน
    group: all
    coverage: {report_of: -1}
    elements: {count: {title: จำนวน, each: {total: {title: รวม, type: count}}}}
"""
FILES = {
    "schema/editions/clinic-2570.yaml": EDITION,
    "content/agency.yaml": "name: คลินิกสมมติ\nkind: central_department\ncurrent: 2570\n",
    "content/2570/year.yaml": "edition: clinic-2570\n",
    "content/2570/c01.yaml": (
        "elements:\n  people:\n    - {name: แพทย์หญิงสมมติ ตัวอย่าง, hours: ทุกวันจันทร์}\n"
    ),
    "content/2570/c02.yaml": "covers: ปี 2570\nelements: {prices: ตรวจทั่วไป 100 บาท}\n",
    "content/2570/c03.yaml": "covers: ปี 2569\nelements: {count: [{total: 1,204}]}\n".replace(
        "1,204", "1204"
    ),
}


def write(root: Path, **changed: str) -> Path:
    for name, text in (FILES | changed).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_it_checks_and_builds(tmp_path: Path) -> None:
    root = write(tmp_path)
    assert findings(root) == []
    assert build_site(Project(root), root / "public") == []
    pages = {p.relative_to(root / "public").as_posix() for p in (root / "public").rglob("*.html")}
    assert {"index.html", "2570/index.html", "2570/c02/index.html"} <= pages


def test_its_year_is_of_the_calendar(tmp_path: Path) -> None:
    path = "content/2570/c02.yaml"
    root = write(tmp_path, **{path: FILES[path].replace("ปี 2570", "ปีงบประมาณ 2570")})
    (line,) = lines(root)
    assert line.startswith(f"{path}:1:9: error[ITA304] C2 ")


@pytest.mark.parametrize(
    ("given", "said"), [("", "ไม่มีข้อมูล"), (", say: ไม่มีรายการตรวจ", "ไม่มีรายการตรวจ")]
)
def test_a_cure_tells_the_words_of_its_list_for_none(tmp_path: Path, given: str, said: str) -> None:
    counted = "each: {total: {title: รวม, type: count}}"
    monthly = EDITION.replace("{report_of: -1}", "{report_of: -1, by: month}").replace(
        counted, f"{counted}, none: {{when: เดือนใดไม่มี, in: part{given}}}"
    )
    root = write(
        tmp_path,
        **{
            "schema/editions/clinic-2570.yaml": monthly,
            "content/2570/c03.yaml": "elements: {count: {table: a.csv}}\n",
        },
    )
    table = root / "content/2570/c03/a.csv"
    table.parent.mkdir()
    table.write_text("เดือน,รวม\n", "utf-8")
    (empty,) = (found for found in findings(root) if found.code == "ITA436")
    table.write_text("เดือน,รวม\nม.ค. 2569,12\n", "utf-8")
    (short,) = findings(root)
    assert short.code == "ITA302"
    for words in (empty.hint, short.hint):
        assert f" {said}" in words.th
        assert said in words.en
    assert said_none(said)
