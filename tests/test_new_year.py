"""The next year out of this one: nothing made up, nothing lost, nothing older touched."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from itagen.carry_over import Step
from itagen.diagnostics import Severity
from itagen.new_year import NewYear, plan_new_year, write_new_year, year_before
from itagen.pipeline import build_site, read_project
from itagen.project import Project
from itagen.source import read_source
from itagen.tree import plain, scalars
from tests.projects import DRAFTS, KINDS, ROOT, SHIPPED, findings, load_edition, write_demo
from tests.projects import run_here as run

OLD, NEW, NEXT = SHIPPED
STARTS = [("example", OLD), *((kind, edition) for kind in KINDS for edition in (OLD, NEW))]


def snapshot(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def go_on(root: Path, edition: Path) -> NewYear:
    """What `itagen new-year` does."""
    site, after = read_project(Project(root)), load_edition(edition)
    before = year_before(site, after)
    assert before is not None
    new = plan_new_year(Project(root), site, after, before)
    write_new_year(Project(root), new)
    return new


def steps(new: NewYear) -> dict[str, Step]:
    return {step.pair.new.slug: step for step in new.steps}


def errors(root: Path) -> list[str]:
    found = findings(root)
    return [f"{d.at.path} {d.code}" for d in found if d.severity is Severity.ERROR]


def example_of_one_year(root: Path) -> Path:
    """The example before its second year, of which only the files are there."""
    shutil.copytree(ROOT / "content", root / "content")
    for path in (root / "content" / "2566").iterdir():
        if path.is_file():
            path.unlink()
    agency = root / "content" / "agency.yaml"
    agency.write_text(agency.read_text("utf-8").replace("current: 2566", "current: 2565"), "utf-8")
    return root


def start(name: str, root: Path, first: Path = OLD) -> Path:
    return example_of_one_year(root) if name == "example" else write_demo(root, first, name)


def words_of(path: Path) -> Iterator[str]:
    """All that staff wrote in a file: values, comments, and the body of Markdown."""
    source = read_source(path.parent, path)
    assert source.root is not None
    yield from (value.text.strip() for value in scalars(source.root))
    yield from (line.lstrip("# ") for line in source.lines if line.lstrip().startswith("#"))
    yield from (source.body or "").split("\n")


@pytest.mark.parametrize(("name", "first"), STARTS, ids=lambda each: getattr(each, "stem", each))
def test_year_after_year_without_an_error_or_a_lost_word(
    name: str, first: Path, tmp_path: Path
) -> None:
    root = start(name, tmp_path, first)
    for edition in SHIPPED[SHIPPED.index(first) + 1 :]:
        before = snapshot(root)
        new = go_on(root, edition)
        after = snapshot(root)
        assert before.items() <= after.items()
        assert errors(root) == []
        accounted(new)
        for step in new.steps:
            told(root, step)
        assert write_new_year(Project(root), again(root, new)) == []
        assert snapshot(root) == after
    if name == "example":
        build_site(Project(root), root / "public")
        assert (root / "public" / "2567" / "o13" / "index.html").is_file()


def accounted(new: NewYear) -> None:
    """Every topic of both lists is told of, each once."""
    assert new.before.edition is not None
    olds = [pair.old.slug for pair in new.comparison.pairs if pair.old]
    olds += [item.slug for pair in new.comparison.pairs for item in pair.takes_in]
    olds += [item.slug for item in new.comparison.gone]
    assert sorted(olds) == sorted(item.slug for item in new.before.edition.items)
    assert [step.pair.new for step in new.steps] == list(new.edition.items)


def told(root: Path, step: Step) -> None:
    """What was written for one item."""
    if step.text is None:
        assert step.outcome in {"elsewhere", "there"} and not (root / step.path).exists()
        return
    source = read_source(root, root / step.path)
    assert source.root is not None
    if step.outcome in {"pending", "new", "lacking"}:
        assert list(source.root.values) == ["pending"]
        named = re.findall(r"^# ของปีก่อน: (\S+)", step.text, re.MULTILINE)
        assert all((root / path).is_file() for path in named)
        assert named or step.outcome != "pending" or not step.pair.new.needs_file
        return
    old = re.search(r"^# ยกมาจาก (\S+)", step.text, re.MULTILINE)
    assert old, step.text
    lost = [words for words in words_of(root / old[1]) if not is_in(words, step.text)]
    assert lost == [], step.path


def is_in(words: str, text: str) -> bool:
    folded = " ".join(re.sub(r"^# ?", "", text, flags=re.MULTILINE).split())
    return " ".join(words.split()).strip() in folded


def again(root: Path, new: NewYear) -> NewYear:
    return plan_new_year(Project(root), read_project(Project(root)), new.edition, new.before)


def test_a_number_that_moved_is_followed_by_its_topic(tmp_path: Path) -> None:
    found = steps(go_on(start("example", tmp_path), NEW))
    structure, plan = found["structure"], found["annual-plan"]
    assert structure.outcome == "carried" and "2566/o01/chart-official.png" in (
        structure.text or ""
    )
    assert (plan.pair.new.code, plan.pair.old and plan.pair.old.code) == ("O11", "O10")
    assert plan.outcome == "pending" and "# ของปีก่อน: content/2565/o10.yaml" in (plan.text or "")
    assert [item.slug for item in plan.pair.takes_in] == ["budget-plan"]
    assert found["privacy-policy"].outcome == "new"
    assert found["contact"].outcome == "elsewhere"


def test_a_plan_in_force_is_carried_as_written_and_one_that_ended_waits(tmp_path: Path) -> None:
    root = start("example", tmp_path)
    assert steps(go_on(root, NEW))["strategic-plan"].outcome == "pending"  # พ.ศ. 2561 – 2565
    shutil.rmtree(root)
    shutil.copytree(ROOT / "content", root / "content")
    found = steps(go_on(root, NEXT))
    plan = found["strategic-plan"]
    assert (plan.outcome, plan.said) == ("in-force", "พ.ศ. 2566 – 2570")
    assert "covers: พ.ศ. 2566 – 2570\n" in (plan.text or "")
    assert "  - file: 2566/o04/local-plan-2566-2570.pdf\n" in (plan.text or "")
    assert not (root / "content" / "2567" / "o04").exists()
    assert found["annual-plan"].outcome == "pending"
    assert found["hr-policy"].said == "ตั้งแต่ 1 ตุลาคม 2564 เป็นต้นไป"
    assert found["privacy-policy"].path == "content/2567/o10.md"


def test_a_file_that_nobody_dated_is_not_taken_for_this_year(tmp_path: Path) -> None:
    root = write_demo(tmp_path, NEW)
    entry = root / "content" / "2566" / "o30.yaml"
    entry.write_text("elements:\n  activities: {file: list.pdf, pages: 1}\n", encoding="utf-8")
    entry.with_suffix("").mkdir(exist_ok=True)
    shutil.copy(ROOT / "schema" / "demo" / "document.pdf", entry.with_suffix("") / "list.pdf")
    assert steps(go_on(root, NEXT))["participation"].outcome == "pending"


CARRIED = """\
# O3 บันทึกของเรา: ห้ามหาย
item: O3   # รหัสเดิม
formerly:
  - /old/duties
  # ที่อยู่ก่อนปี 2560
  - /older/duties
documents:
  - "law.pdf"          # ฉบับเต็ม
  - {file: 'กฎ กระทรวง.pdf', title: 'law.pdf ของเรา'}
elements:
  duties: |
    ดู [ข้อบัญญัติ](law.pdf) และ ![ตรา](seal.png)

    # ไม่ใช่หมายเหตุ `law.pdf`
    [ที่อื่น]: law.pdf
"""


def test_bare_names_become_paths_and_the_rest_stays(tmp_path: Path) -> None:
    root = write_demo(tmp_path, OLD)
    folder = root / "content" / "2565"
    (folder / "o03.yaml").write_text(CARRIED, encoding="utf-8")
    for name in ("law.pdf", "กฎ กระทรวง.pdf"):
        shutil.copy(ROOT / "schema" / "demo" / "document.pdf", files_of(folder) / name)
    shutil.copy(ROOT / "schema" / "demo" / "picture.png", files_of(folder) / "seal.png")
    assert errors(root) == []
    step = steps(go_on(root, NEW))["duties"]
    assert errors(root) == [] and step.outcome == "carried"
    assert (
        step.text
        and step.text.split("\n", 2)[2]
        == """\
# O3 บันทึกของเรา: ห้ามหาย
item: O3   # รหัสเดิม
# formerly:
#   - /old/duties
#   # ที่อยู่ก่อนปี 2560
#   - /older/duties
documents:
  - "2565/o03/law.pdf"          # ฉบับเต็ม
  - {file: '2565/o03/กฎ กระทรวง.pdf', title: 'law.pdf ของเรา'}
elements:
  duties: |
    ดู [ข้อบัญญัติ](2565/o03/law.pdf) และ ![ตรา](2565/o03/seal.png)

    # ไม่ใช่หมายเหตุ `law.pdf`
    [ที่อื่น]: 2565/o03/law.pdf
"""
    )


def files_of(folder: Path) -> Path:
    (folder / "o03").mkdir(exist_ok=True)
    return folder / "o03"


MARKDOWN = """\
---
item: O29
formerly: [/old/guide]
---
# คู่มือหรือแนวทางการดำเนินการต่อเรื่องร้องเรียนที่เกี่ยวข้องกับการทุจริตและประพฤติมิชอบของเจ้าหน้าที่ของหน่วยงาน
ขั้นตอน
"""


def test_markdown_is_carried_within_its_front_matter(tmp_path: Path) -> None:
    root = write_demo(tmp_path, OLD)
    path = root / "content" / "2565" / "o06.yaml"
    path.unlink()
    path.with_suffix(".md").write_text("กฎหมาย [ฉบับเต็ม](law.pdf)\n", encoding="utf-8")
    files = path.with_suffix("")
    files.mkdir(exist_ok=True)
    shutil.copy(ROOT / "schema" / "demo" / "document.pdf", files / "law.pdf")
    step = steps(go_on(root, NEW))["laws"]
    assert step.outcome == "carried" and errors(root) == []
    head, body = r"---\n# O6 .*\n# ยกมาจาก content/2565/o06\.md .*\n---\n", "กฎหมาย [ฉบับเต็ม]({})\n"
    assert re.fullmatch(head + re.escape(body.format("2565/o06/law.pdf")), step.text or "")


def test_what_the_new_list_does_not_ask_becomes_a_comment(tmp_path: Path) -> None:
    step = steps(go_on(write_demo(tmp_path, OLD), NEW))["complaint-guide"]
    assert step.outcome == "partly" and step.pair.removed == ("guide",)
    assert step.text and "\n#   guide: ข้อมูลตัวอย่าง" in step.text
    assert "\npending: " in step.text and "\n  handling: " in step.text


def test_a_text_whose_heading_is_asked_no_more_is_kept(tmp_path: Path) -> None:
    root = write_demo(tmp_path, OLD)
    path = root / "content" / "2565" / "o29.yaml"
    path.unlink()
    path.with_suffix(".md").write_text(MARKDOWN, encoding="utf-8")
    step = steps(go_on(root, NEW))["complaint-guide"]
    assert step.outcome == "partly" and step.path.endswith("o27.md")
    assert step.text and step.text.endswith(MARKDOWN.split("---\n", 2)[2])
    assert "\nitem: O27\n# formerly: [/old/guide]\n---\n" in step.text
    assert errors(root) == []


def test_what_cannot_be_taken_over_line_by_line_waits(tmp_path: Path) -> None:
    root = write_demo(tmp_path, OLD)
    entry = root / "content" / "2565" / "o29.yaml"
    entry.write_text("elements: {guide: วิธีร้องเรียน, handling: ขั้นตอน}\n", encoding="utf-8")
    found = steps(go_on(root, NEW))["complaint-guide"]
    assert found.outcome == "pending" and "content/2565/o29.yaml" in (found.text or "")


MEASURES = """\
measures:
  - measure: ปรับปรุงเว็บไซต์
    owner: office
    steps: [สำรวจ, แก้ไข]
    window: ต.ค. 2565
    follow_up: รายงานทุกเดือน
    deadline: 28 เมษายน 2566
    state: อยู่ระหว่างดำเนินการ
    result: สำรวจแล้ว
    date: 15 พฤศจิกายน 2565
    score_before: 80.5
  - {measure: อบรม, owner: office, steps: อบรมสองครั้ง, follow_up: ก, deadline: ข, state: ดำเนินการแล้ว,
     result: อบรมแล้ว, date: 15 พฤศจิกายน 2565}
"""


def test_measures_not_done_wait_as_comments_without_their_days(tmp_path: Path) -> None:
    root = write_demo(tmp_path, NEW)
    old = root / "content" / "2566"
    (old / "measures.yaml").write_text(MEASURES, encoding="utf-8")
    (old / "o42.yaml").write_text("pending: รอ\nuntil: 1 มีนาคม 2566\n", encoding="utf-8")
    (old / "o43.yaml").unlink()
    code, said = run("new-year", NEXT.stem, cwd=root)
    assert code == 0
    new = root / "content" / "2567" / "measures.yaml"
    written = new.read_text("utf-8").split("\n")
    assert written[2] == "# ของปีก่อน: content/2566/measures.yaml"
    assert written[5:] == [
        "# measures:", "# - measure: ปรับปรุงเว็บไซต์", "#   owner: office", "#   steps:",
        "#   - สำรวจ", "#   - แก้ไข", "",
    ]  # fmt: skip
    assert not read_project(Project(root)).years[-1].measures
    row = r"^– +– +รอข้อมูลปีนี้ +มาตรการ content/2567/measures\.yaml\n +ของปีก่อน: content/2566/measures"
    assert re.search(rf"{row}\.yaml ที่ยังไม่เสร็จ 1 เรื่อง ยกมาเป็นหมายเหตุ", said, re.MULTILINE)
    named = "# ของปีก่อน: content/2566/measures.yaml (มาตรการ)\n"
    assert named in (root / "content" / "2567" / "o43.yaml").read_text("utf-8")
    new.write_text(f"measures:{new.read_text('utf-8').partition('# measures:')[2]}", "utf-8")
    taken_up = re.sub(r"^# ", "", new.read_text("utf-8"), flags=re.MULTILINE)
    new.write_text(taken_up, encoding="utf-8")
    assert len(read_project(Project(root)).years[-1].measures) == 1
    before = snapshot(root)
    said = run("new-year", NEXT.stem, "--lang", "en", cwd=root)[1]
    assert re.search("there already +measures: content/2567", said) and snapshot(root) == before


def test_an_item_that_measures_alone_answered_names_their_file(tmp_path: Path) -> None:
    root = write_demo(tmp_path, NEW)
    (root / "content" / "2566" / "measures.yaml").write_text(MEASURES, encoding="utf-8")
    (root / "content" / "2566" / "o43.yaml").unlink()
    text = steps(go_on(root, NEXT))["integrity-results"].text or ""
    assert "2566/o43.yaml" not in text and "# ของปีก่อน: content/2566/measures.yaml" in text


def test_topics_that_became_one_are_told(tmp_path: Path) -> None:
    draft = next(path for path in DRAFTS if path.stem == "oit-2569")
    root = write_demo(tmp_path, NEXT)
    (root / "schema" / "editions").mkdir(parents=True)
    shutil.copy(draft, root / "schema" / "editions")
    found = steps(new := go_on(root, draft))
    accounted(new)
    assert [item.slug for item in found["structure"].pair.takes_in] == ["duties"]
    gift = found["no-gift"]
    assert gift.outcome == "new" and [item.code for item in gift.pair.takes_in] == [
        "O31",
        "O32",
        "O33",
    ]
    assert "content/2567/o31.yaml" in (gift.text or "")
    assert "questions" in {item.slug for item in new.comparison.gone}
    assert errors(root) == []


def test_files_of_staff_are_never_written_over(tmp_path: Path) -> None:
    root = write_demo(tmp_path, OLD)
    own = root / "content" / "2566"
    own.mkdir()
    (own / "O11.yaml").write_text("pending: ของเราเอง\n", encoding="utf-8")
    (own / "o10.md").write_text("ร่างของเรา\n", encoding="utf-8")
    before = snapshot(root)
    found = steps(go_on(root, NEW))
    assert found["annual-plan"].outcome == found["privacy-policy"].outcome == "there"
    assert before.items() <= snapshot(root).items() and not (own / "o11.yaml").exists()


def test_owners_follow_their_topics_without_their_days(tmp_path: Path) -> None:
    root = start("example", tmp_path)
    go_on(root, NEW)
    source = read_source(root, root / "content" / "2566" / "year.yaml")
    assert source.root is not None
    owners = plain(source.root.values["owners"])
    assert owners == {
        "plan": {
            "unit": "สำนักปลัดเทศบาล", "position": "นักวิเคราะห์นโยบายและแผน",
            "items": ["O1", "O2", "O4", "O11", "O12", "O13", "O16", "O42", "O43"],
        },
        "law": {
            "unit": "สำนักปลัดเทศบาล", "position": "นิติกร", "items": ["O29", "O31", "O34", "O35"]
        },
        "supplies": {"unit": "กองคลัง", "position": "นักวิชาการพัสดุ", "items": ["O19"]},
    }  # fmt: skip
    assert list(source.root.values) == ["edition", "state", "owners"]


def test_what_was_noted_of_an_item_is_kept_as_a_comment(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    go_on(tmp_path, NEXT)
    text = (tmp_path / "content" / "2567" / "year.yaml").read_text("utf-8")
    assert "# ปีก่อนจดไว้ที่ O21: กองคลังส่งแบบ สขร.1" in text
    assert "เมษายน" not in text


def test_the_command_tells_and_leaves_the_current_year(tmp_path: Path) -> None:
    root = start("example", tmp_path)
    agency = root / "content" / "agency.yaml"
    before = agency.read_bytes()
    code, said = run("new-year", "oit-2566", "--dry-run", cwd=root)
    assert code == 0 and "ยังไม่ได้เขียนไฟล์ใด" in said
    assert not (root / "content" / "2566" / "year.yaml").exists()
    code, said = run("new-year", "oit-2566", cwd=root)
    assert code == 0 and agency.read_bytes() == before
    for row in (
        r"^O11 +O10 +รอข้อมูลปีนี้ +แผนดำเนินงานและการใช้งบประมาณประจำปี$",
        r"^O10 +– +ข้อใหม่ +นโยบายคุ้มครองข้อมูลส่วนบุคคล$",
        r"^– +O18 +รวมอยู่ใน O11 +แผนการใช้จ่ายงบประมาณประจำปี$",
        r"^– +O32 +ไม่ขอแล้ว +ช่องทางการรับฟังความคิดเห็น$",
        r"^ +แบบตรวจเปลี่ยน: ชื่อข้อ, องค์ประกอบ \(\+how_to_complain -guide\)$",
        r"หน้าแรกยังแสดงปี 2565",
    ):
        assert re.search(row, said, re.MULTILINE), row
    code, said = run("new-year", "oit-2566", "--current", "--lang", "en", cwd=root)
    assert code == 0 and "wrote 0 files" in said and "there already" in said
    changed = before.replace(b"current: 2565 ", b"current: 2566 ")
    assert changed != before and agency.read_bytes() == changed


def test_wrong_use(tmp_path: Path) -> None:
    root = write_demo(tmp_path, OLD)
    assert "ไม่พบปีก่อน 2565" in run("new-year", "oit-2565", cwd=root)[1]
    assert "น่าจะหมายถึง oit-2566" in run("new-year", "oit-256", cwd=root)[1]
    assert run("new-year", "oit-2566", "--from", "2564", cwd=root)[0] == 2
    go_on(root, NEW)
    year = root / "content" / "2566" / "year.yaml"
    year.write_text(year.read_text("utf-8").replace("open ", "submitted "), encoding="utf-8")
    before = snapshot(root)
    code, said = run("new-year", "oit-2566", cwd=root)
    assert code == 2 and "submitted" in said and snapshot(root) == before
