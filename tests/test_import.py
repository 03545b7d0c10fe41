"""Tables made by hand come into a project: what a reader found in them by eye is found."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from itagen.answering import answer_site
from itagen.cli import itagen
from itagen.diagnostics import Severity
from itagen.intake.addresses import addresses_in
from itagen.intake.heads import role_of
from itagen.intake.paper import Paper
from itagen.intake.place_words import names_in, parse_place
from itagen.intake.read_paper import read_paper
from itagen.intake.records import records_of
from itagen.intake.report import Told, lines_of
from itagen.intake.take import take_paper
from itagen.intake.text_tables import text_parts
from itagen.pipeline import build_site, check_project
from itagen.places import place_of
from itagen.project import Project
from itagen.read_site import read_site
from itagen.scaffold import scaffold
from itagen.site import Site
from itagen.text import arabic, key
from tests.projects import ROOT, load_edition, load_kind, write_files
from tests.tracking_samples import LAYOUTS

DATA = ROOT / "tests" / "data"
SEED = DATA / "seeds" / "003_160709c778558564.txt"
EDITION = load_edition(ROOT / "schema" / "editions" / "oit-2565.yaml")
EXAM: dict[str, Any] = yaml.safe_load((DATA / "import" / "seed-003.yaml").read_text("utf-8"))
LAYOUT_EXAM: dict[str, Any] = yaml.safe_load((DATA / "import" / "layouts.yaml").read_text("utf-8"))


def new_project(root: Path) -> Project:
    kind = load_kind("local_government")
    write_files(root, scaffold(EDITION, kind, "เทศบาลตำบลตัวอย่าง"))
    return Project(root)


def import_into(project: Project, file: Path) -> Told:
    site = read_site(project)
    taken = take_paper(project, site, site.years[-1], EDITION, read_paper(file))
    write_files(project.root, {name: text.encode() for name, text in taken.files.items()})
    return taken.told


def alike(one: str, other: str) -> bool:
    """One name, but for a letter or two that OCR took for another; a digit always counts."""
    digits = ["".join(sign for sign in arabic(name) if sign.isdigit()) for name in (one, other)]
    return digits[0] == digits[1] and SequenceMatcher(None, key(one), key(other)).ratio() >= 0.97


def is_placed(site: Site, wanted: dict[str, Any], told: Told) -> bool | None:
    """Whether an item stands where the row says; None where the import says that it cannot tell."""
    answer = next(a for a in answer_site(site) if a.item.code == wanted["code"])
    row = next(row for row in told.rows if row.name.split()[0] == wanted["code"])
    if any(words.th.startswith("ตำแหน่ง") for words in row.left):
        return None
    place = place_of(site, answer)
    if wanted.get("slot"):
        return bool(place.slot == wanted["slot"])
    names = wanted.get("place") or ()
    return len(names) == len(place.menu) and all(map(alike, names, place.menu))


def addresses(site: Site, code: str) -> list[str]:
    entry = site.years[-1].entries[code]
    found = [document.link.text for document in entry.documents if document.link]
    if any(element.from_ == "social" for element in entry.item.elements):
        found += [fact.link.text for fact in site.agency.facts.get("social", ()) if fact.link]
    return found


def owner(site: Site, code: str) -> str:
    held = site.years[-1].owner_of(code)
    if held is None:
        return ""
    unit = "" if held.unit == site.agency.words("name") else held.unit
    return f"{unit} {held.position}".strip()


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Site, Told]:
    project = new_project(tmp_path_factory.mktemp("seed"))
    told = import_into(project, SEED)
    return project, read_site(project), told


def test_the_seed_gives_place_owner_and_window_of_its_items(
    seed: tuple[Project, Site, Told],
) -> None:
    _, site, told = seed
    wrong, right = [], 0
    for item in EXAM["items"]:
        code, work = item["code"], site.years[-1].work.get(item["code"])
        window = work.window.text if work and work.window else ""
        assert key(window) == key(item["window"]), code
        assert key(owner(site, code)) == key(item["owner"]), code
        assert addresses(site, code) == item["addresses"], code
        placed = is_placed(site, item, told)
        right += placed is True
        if placed is False or (placed is None) != (item.get("place", item.get("slot")) is None):
            wrong.append(code)
    assert not wrong
    assert right >= 42


def test_the_seed_gives_its_measures_with_what_is_recommended(
    seed: tuple[Project, Site, Told],
) -> None:
    project, _, _ = seed
    text = (project.content / "2565" / "measures.yaml").read_text("utf-8")
    found = yaml.safe_load(text)["measures"]
    names = ("measure", "owner", "window", "recommendation")
    assert [[key(m.get(n, "")) for n in names] for m in found] == [
        [key(m[n]) for n in names] for m in EXAM["measures"]
    ]


def test_what_belongs_to_no_row_is_named(seed: tuple[Project, Site, Told]) -> None:
    _, _, told = seed
    outside = [line.text for line in told.outside]
    assert set(EXAM["unplaced"]) <= set(outside)
    assert not told.unplaced
    report = "\n".join(lines_of(told, (), "th"))
    assert all(line in report for line in EXAM["unplaced"])
    assert "รับ 43 ข้อ จาก 43 ข้อ" in report
    assert "43 of 43 items, 8 measures" in "\n".join(lines_of(told, (), "en"))


def test_the_states_of_the_seed_keep_both_columns(seed: tuple[Project, Site, Told]) -> None:
    _, site, _ = seed
    work = site.years[-1].work
    going_on = {c: w.in_progress.text for c, w in work.items() if w.in_progress}
    assert going_on.keys() == EXAM["in_progress"].keys()
    assert all(key(going_on[code]) == key(words) for code, words in EXAM["in_progress"].items())
    assert sum(1 for w in work.values() if w.done) == 43


def test_an_imported_site_is_checked_and_built(
    seed: tuple[Project, Site, Told], tmp_path: Path
) -> None:
    project, _, _ = seed
    _, found = check_project(project)
    assert not [d for d in found if d.severity is Severity.ERROR]
    build_site(project, tmp_path / "public")
    assert (tmp_path / "public" / "2565" / "o43" / "index.html").is_file()
    assert "/Main/contact /2565/o05/ 301" in (tmp_path / "public" / "_redirects").read_text("utf-8")


def test_a_second_import_changes_nothing(seed: tuple[Project, Site, Told]) -> None:
    project, site, _ = seed
    again = take_paper(project, site, site.years[-1], EDITION, read_paper(SEED))
    assert again.files == {}


def test_what_staff_wrote_stays(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    year = project.content / "2565" / "year.yaml"
    year.write_text(
        "edition: oit-2565   # แบบตรวจปีนี้\nowners:\n  # เจ้าของ\n  law:\n    unit: งานนิติการ\n"
        "    items:\n    - O4\nitems:\n  O4: {window: ทั้งปี}   # ตกลงแล้ว\n",
        "utf-8",
    )
    entry = project.content / "2565" / "o04.yaml"
    entry.write_text("covers: ปีงบประมาณ 2565\n", "utf-8")
    agency = project.content / "agency.yaml"
    places = "places:\n  contact: {menu: ติดต่อ}   # ที่เดิม\n"
    agency.write_text(agency.read_text("utf-8") + places, "utf-8")
    measures = project.content / "2565" / "measures.yaml"
    measures.write_text("# ของปีก่อน\n\n# measures:", "utf-8")
    told = import_into(project, SEED)
    assert measures.read_text("utf-8").startswith("# ของปีก่อน\n\n# measures:\nmeasures:\n")
    assert entry.read_text("utf-8") == "covers: ปีงบประมาณ 2565\n"
    text = year.read_text("utf-8")
    for kept in ("# แบบตรวจปีนี้", "  # เจ้าของ", "    - O4\n", "window: ทั้งปี,", "# ตกลงแล้ว"):
        assert kept in text
    assert "contact: {menu: ติดต่อ}   # ที่เดิม" in agency.read_text("utf-8")
    left = {row.name.split()[0]: "\n".join(w.th for w in row.left) for row in told.rows}
    assert "งานนิติการ" in left["O4"]
    assert "ทั้งปี" in left["O4"]
    assert "PlanStrategy" in left["O4"]
    assert "agency.yaml บอกตำแหน่งของข้อนี้แล้ว" in left["O5"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_another_layout_comes_in_without_loss(name: str, tmp_path: Path) -> None:
    LAYOUTS[name](tmp_path / name)
    project = new_project(tmp_path / "project")
    told = import_into(project, tmp_path / name)
    site, exam = read_site(project), LAYOUT_EXAM[name]
    assert {row.name.split()[0] for row in told.rows if row.placed} == exam["items"].keys()
    assert len(told.unplaced) == len(exam["unplaced"])
    for words, row in zip(exam["unplaced"], told.unplaced, strict=True):
        assert row.name.endswith(words)
    english = [line for line in lines_of(told, (), "en") if line and line[0] != " "]
    where = re.compile(r"((sheet \S+|table \d), )?(row|line) \d+: ")
    assert all(map(where.match, english[: len(told.rows)]))
    for code, wanted in exam["items"].items():
        work = site.years[-1].work[code]
        assert is_placed(site, {"code": code, **wanted}, told), code
        assert addresses(site, code) == wanted["addresses"], code
        assert owner(site, code) == wanted["owner"], code
        for word in ("window", "method", "state", "done", "in_progress", "remark"):
            said = getattr(work, word)
            assert (said.text if said else "") == wanted.get(word, ""), (code, word)


def test_an_old_address_of_two_items_leads_to_one(tmp_path: Path) -> None:
    LAYOUTS["old.csv"](tmp_path / "old.csv")
    project = new_project(tmp_path / "project")
    told = import_into(project, tmp_path / "old.csv")
    redirects = (project.content / "redirects.yaml").read_text("utf-8")
    assert redirects.count("manuals") == 1
    left = {row.name.split()[0]: "\n".join(w.th for w in row.left) for row in told.rows if row.left}
    assert "เป็นของข้ออื่นแล้ว" in left["O14"]
    assert "มี ?" in left["O15"]


def test_the_command_says_what_it_would_do_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = new_project(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    itagen.main(
        ["import", str(SEED), str(project.root), "--edition", "oit-2565", "--dry-run"],
        standalone_mode=False,
    )
    shown = capsys.readouterr().out
    assert "เขียน content/2565/year.yaml" in shown
    assert "ยังไม่ได้เขียน" in shown
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    itagen.main(["import", str(SEED), str(project.root)], standalone_mode=False)
    assert (project.content / "2565" / "measures.yaml").is_file()


@pytest.mark.parametrize(
    ("name", "data"), [("a.pdf", b"%PDF"), ("a.docx", b"no"), ("a.xlsx", b"no")]
)
def test_a_file_that_cannot_be_read_is_told(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert read_paper(tmp_path / name).fault in {"kind", "unreadable"}


TEXTS = st.text(
    st.sampled_from("กขคเแาิี่ ๑๒12.:/-|>\t\n<p>#wwwhtเลือกหน้าแรก") | st.characters(codec="utf-8"),
    max_size=80,
)


@given(TEXTS)
def test_no_text_breaks_the_reading(text: str) -> None:
    names = names_in(EDITION, [text])
    for noisy in (False, True):
        found = addresses_in(text, noisy=noisy)
        assert all(found.found)
        told = parse_place(found.words, EDITION.items[0], names, noisy=noisy)
        assert all(name.strip() for name in told.menu)
    role_of(text)
    head = "| ข้อ | ข้อมูล | ผู้รับผิดชอบ | ระยะเวลา |"
    records_of(Paper(tuple(text_parts([head, *text.splitlines(), f"| {text} |"])), noisy=True))


def test_another_table_is_not_read_by_the_head_of_the_one_before() -> None:
    head = "| ข้อ | ข้อมูล | ผู้รับผิดชอบ | ระยะเวลา |"
    text = [head, "| O1 | โครงสร้าง | นิติกร | ตลอดปี |", "", "| ก | ข |", "| O2 | ค |"]
    found = records_of(Paper(tuple(text_parts(text)), noisy=True))
    assert [record.get("number") for record in found.found] == ["O1"]
    assert [line.text for line in found.outside] == ["ก ข", "O2 ค"]


def test_each_sheet_of_a_workbook_has_a_head_of_its_own(tmp_path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(tmp_path / "two.xlsx")) as book:
        for rows in (
            [["ข้อ", "ข้อมูล", "ผู้รับผิดชอบ"], ["O1", "โครงสร้าง", "นิติกร"]],
            [["O2", "โทร", "0 2000 0000"]],
        ):
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    found = records_of(read_paper(tmp_path / "two.xlsx"))
    assert [record.get("number") for record in found.found] == ["O1"]


def test_a_column_whose_head_a_scan_spoilt_is_what_it_was_on_the_page_before() -> None:
    head = "| ข้อ | ข้อมูล | ผู้รับผิดชอบ | ระยะเวลา |"
    spoilt = "| oz ~ | ข้อมูล | ผู้รับผิดชอบ | ระยะเวลา |"
    rows = ["| O1 | โครงสร้าง | นิติกร | ตลอดปี |", "", spoilt, "| O2 | ผู้บริหาร | นิติกร | ตลอดปี |"]
    found = records_of(Paper(tuple(text_parts([head, *rows])), noisy=True))
    assert [record.get("number") for record in found.found] == ["O1", "O2"]


def test_an_entry_that_somebody_began_is_kept_though_it_still_waits(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    entry = project.content / "2565" / "o04.yaml"
    begun = f"{entry.read_text('utf-8')}covers: ปีงบประมาณ 2565\n"
    entry.write_text(begun, "utf-8")
    import_into(project, SEED)
    assert entry.read_text("utf-8") == begun


@pytest.mark.parametrize(
    ("text", "menu"),
    [
        ("หน้าแรก > แผนงาน > แผนพัฒนา ๑.", ("แผนงาน", "แผนพัฒนา")),
        ("หน้าแรก/บริการ/คู่มือ", ("บริการ", "คู่มือ")),
        ("แผนงาน » แผนพัฒนา", ("แผนงาน", "แผนพัฒนา")),
        ("ไปที่ หน้าหลัก ๑. เลือก แผนงาน ๒. เลือก แผนพัฒนา", ("แผนงาน", "แผนพัฒนา")),
        ("หน้าหลัก ๑. เลือก แผนงาน เลือก แผนพัฒนา ๒. เลือก ข่าว", ("แผนงาน", "แผนพัฒนา")),
        ("หน้าหลัก เลือก แผนงาน ๑. แผน ก ๒. แผน ข", ("แผนงาน",)),
        ("หน้าหลัก เลือกเมนู แผนงาน - เลือกแผนพัฒนา - แผน.pdf", ("แผนงาน", "แผนพัฒนา")),
        ("หน้าหลัก ข่าว ประกาศ กิจกรรม", ()),
        ("อยู่ในเว็บไซต์แล้ว", ()),
        ("", ()),
    ],
)
def test_a_way_is_read_or_said_to_be_unreadable(text: str, menu: tuple[str, ...]) -> None:
    told = parse_place(text, EDITION.items[0], names_in(EDITION, [text]), noisy=False)
    assert told.menu == menu


@pytest.mark.parametrize(
    ("text", "found", "words"),
    [
        ("ดู http://a.go.th/x. และ www.b.go.th", ("http://a.go.th/x", "www.b.go.th"), "ดู และ"),
        ("1. http://a.go.th/id/ ๑ 2. http://a.go.th/id/ ๓",
         ("http://a.go.th/id/1", "http://a.go.th/id/3"), ""),
        ("http://a.go.th/Ma in/x ต่อ", ("http://a.go.th/Main/x",), "ต่อ"),
        ("ไม่มีที่อยู่", (), "ไม่มีที่อยู่"),
    ],
)  # fmt: skip
def test_addresses_are_taken_out_of_words(text: str, found: tuple[str, ...], words: str) -> None:
    read = addresses_in(text, noisy=True)
    assert (read.found, read.words) == (found, words)
