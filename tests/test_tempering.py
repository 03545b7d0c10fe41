"""What lowers a finding: pending, a closed year, an unsure source, acceptance; several years."""

from __future__ import annotations

import shutil
from pathlib import Path

from itagen.demo import demo_files
from itagen.pipeline import build_site
from itagen.project import Project
from tests.file_samples import office
from tests.projects import (
    ROOT,
    SHIPPED,
    findings,
    lines,
    load_edition,
    load_kind,
    write_demo,
    write_files,
)

DEMO = SHIPPED[1]
Y = "content/2566"


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def prepend(root: Path, name: str, text: str) -> None:
    path = root / name
    path.write_text(text + path.read_text("utf-8"), encoding="utf-8")


def found(root: Path) -> list[tuple[str, str]]:
    return [(str(finding.severity), finding.code) for finding in findings(root)]


def test_pending_lowers_what_its_item_lacks(tmp_path: Path) -> None:
    root = write_demo(tmp_path, DEMO)
    edit(root, f"{Y}/o13.yaml", "2565", "2564")
    assert found(root) == [("error", "ITA301")]
    prepend(root, f"{Y}/o13.yaml", "pending: รอผลการตรวจสอบบัญชี\n")
    assert found(root) == [("warning", "ITA214"), ("warning", "ITA301")]


def test_pending_of_an_element_lowers_only_that(tmp_path: Path) -> None:
    root = write_demo(tmp_path, DEMO)
    path = root / f"{Y}/o13.yaml"
    path.write_text(
        "covers: ปีงบประมาณ 2565\nelements:\n  results: {pending: รอผลสำรวจ}\n"
        "  spending: จ่ายไป 90 เปอร์เซ็นต์\n  obstacles: ไม่มีปัญหา\n",
        encoding="utf-8",
    )
    assert found(root) == [("error", "ITA201"), ("warning", "ITA214")]


def test_a_closed_year_gives_notes_and_is_not_asked_for_missing_items(tmp_path: Path) -> None:
    for state in ("submitted", "archived"):
        root = write_demo(tmp_path / state, DEMO)
        edit(root, f"{Y}/year.yaml", "state: open", f"state: {state}")
        edit(root, f"{Y}/o13.yaml", "2565", "2564")
        (root / f"{Y}/o17.yaml").unlink()
        assert found(root) == [("note", "ITA301")]
        (root / f"{Y}/o26.yaml").write_text("a: [", encoding="utf-8")
        assert ("error", "ITA002") in found(root)


def test_an_accepted_warning_is_a_note_an_error_stays(tmp_path: Path) -> None:
    root = write_demo(tmp_path, DEMO)
    accept = "accept: [{rule: ITA312, reason: แหล่งข้อมูลนับปีปฏิทิน, by: ผู้ตรวจสมมติ}]\n"
    edit(root, f"{Y}/o13.yaml", "ปีงบประมาณ 2565", "ปีปฏิทิน 2565")
    prepend(root, f"{Y}/o13.yaml", accept)
    assert found(root) == [("note", "ITA312")]
    edit(root, f"{Y}/o13.yaml", "ปีปฏิทิน 2565", "ปีงบประมาณ 2565")
    assert found(root) == [("warning", "ITA109")]
    edit(root, f"{Y}/o13.yaml", "ITA312", "ITA301")
    edit(root, f"{Y}/o13.yaml", "ปีงบประมาณ 2565", "ปีงบประมาณ 2564")
    assert found(root) == [("warning", "ITA109"), ("error", "ITA301")]


def test_years_and_lists_stand_beside_each_other(tmp_path: Path) -> None:
    root = write_demo(tmp_path, DEMO)
    past = demo_files(load_edition(SHIPPED[0]), load_kind("local_government"))
    of_2565 = ("content/2565/", "content/news/", "content/procurement/")
    write_files(root, {n: d for n, d in past.items() if n.startswith(of_2565)})
    edit(root, "content/2565/year.yaml", "state: open", "state: archived")
    drafts = ROOT / "tests" / "data" / "editions"
    (root / "schema" / "editions").mkdir(parents=True)
    shutil.copy(drafts / "moit-2569.yaml", root / "schema" / "editions")
    second = demo_files(load_edition(drafts / "moit-2569.yaml"), load_kind("local_government"))
    moved = {n.replace("/2569/", "/2569-moit/"): d for n, d in second.items() if "/2569/" in n}
    write_files(root, moved)
    assert lines(root) == []
    build_site(Project(root), root / "public")
    for page in ("2565/o01", "2566/o01", "2569-moit/moit01", "2565", "2566", "2569-moit"):
        assert (root / "public" / page / "index.html").is_file()


def test_a_closed_year_keeps_the_agency_facts_of_its_time(tmp_path: Path) -> None:
    root = write_demo(tmp_path, DEMO)
    edit(root, "content/agency.yaml", "phones:\n- 0 2000 0000\n", "")
    assert [f.code for f in findings(root)] == ["ITA201"]
    with (root / f"{Y}/year.yaml").open("a", encoding="utf-8") as file:
        file.write("agency: {phones: [0 2000 0009]}\n")
    assert findings(root) == []


def test_markdown_entries_open_elements_by_their_words(tmp_path: Path) -> None:
    root = write_demo(tmp_path, DEMO)
    (root / f"{Y}/o27.yaml").unlink()
    text = (
        "# รายละเอียดวิธีการที่บุคคลภายนอกจะทำการร้องเรียน\n\nผ่านแบบฟอร์มออนไลน์\n\n"
        "# ขั้นตอนการจัดการเรื่องร้องเรียน\n\n1. รับเรื่อง\n2. แจ้งผล\n\n"
        "# ส่วนงานที่รับผิดชอบ\n\nสำนักปลัด งานนิติการ\n\n# ระยะเวลาดำเนินการ\n\nภายใน 15 วันทำการ\n"
    )
    (root / f"{Y}/o27.md").write_text(text, encoding="utf-8")
    assert lines(root) == []
    (root / f"{Y}/o27.md").write_text(text.replace("# ส่วนงาน", "# ส่วนงานย่อย"), encoding="utf-8")
    (finding,) = findings(root)
    assert finding.code == "ITA011" and "ส่วนงานที่รับผิดชอบ" in finding.message.th


def test_codes_as_people_type_them(tmp_path: Path) -> None:
    for typed in ("o7", "O07", "๐๗", "ข้อ 7", "07"):
        root = write_demo(tmp_path / str(len(typed)) / str(ord(typed[0])), DEMO)
        edit(root, f"{Y}/year.yaml", "- O7\n", f"- '{typed}'\n")
        (finding,) = findings(root)
        assert finding.code == "ITA104" and "“O7”" in finding.message.th
    root = write_demo(tmp_path / "leading zero", DEMO)
    edit(root, f"{Y}/year.yaml", "- O23\n", "- 023\n")
    (finding,) = findings(root)
    assert finding.code == "ITA104" and "“O23”" in finding.message.th


def test_of_a_table_that_cannot_be_read_nothing_else_is_demanded(tmp_path: Path) -> None:
    root = write_demo(tmp_path, DEMO)
    (root / Y / "o02" / "picture.png").unlink()
    (root / Y / "o02" / "people.xlsx").write_bytes(office("xl/"))
    (root / Y / "o02.yaml").write_text(
        "elements:\n  people:\n    table: people.xlsx\n", encoding="utf-8"
    )
    assert found(root) == [("error", "ITA430")]


def test_a_stray_file_hides_no_fault_of_its_item(tmp_path: Path) -> None:
    root = write_demo(tmp_path, DEMO)
    (root / Y / "o02" / "stray.png").write_bytes(b"x")
    people = (root / Y / "o02.yaml").read_text("utf-8")
    (root / Y / "o02.yaml").write_text(
        people.replace("รองผู้บริหารสูงสุด", "ผู้บริหารสูงสุด"), encoding="utf-8"
    )
    assert sorted(found(root)) == [("error", "ITA215"), ("warning", "ITA403")]
