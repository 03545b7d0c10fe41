"""What was submitted stays as it was: recorded, compared, and never softened."""

from __future__ import annotations

import json
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from itagen.answering import answer_site
from itagen.diagnostics import Severity
from itagen.freeze import freeze, write_archive, write_frozen
from itagen.frozen import frozen_text, parse_frozen, record_of
from itagen.item_hash import item_hash
from itagen.pipeline import build_site, check_project, read_project
from itagen.project import Project
from itagen.read_site import read_site
from tests.projects import KINDS, ROOT, SHIPPED, write_demo
from tests.projects import run_here as run

DAY = date(2023, 4, 20)
CODES = {"ITA810", "ITA811", "ITA812", "ITA813"}


def example(root: Path) -> Path:
    shutil.copytree(ROOT / "content", root / "content")
    return root


def frozen(root: Path, folder: str = "2566") -> Path:
    """The project after `itagen freeze`."""
    project, site = Project(root), read_project(Project(root))
    year = next(year for year in site.years if year.folder == folder)
    write_frozen(project, year, freeze(site, project, year, DAY))
    return root


def changes(root: Path, *, allowed: bool = False) -> list[tuple[str, str, str]]:
    found = check_project(Project(root), allow_frozen_change=allowed)[1]
    return [(d.code, str(d.severity), d.at.path) for d in found if d.code in CODES]


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", ["example", *KINDS])
def test_what_was_frozen_and_not_touched_passes(name: str, tmp_path: Path) -> None:
    root = example(tmp_path) if name == "example" else write_demo(tmp_path, SHIPPED[1], name)
    year = root / "content" / "2566" / "year.yaml"
    before = year.read_text("utf-8")
    frozen(root)
    assert changes(root) == []
    kept = parse_frozen((root / "content" / record_of("2566")).read_text("utf-8"))
    assert kept and len(kept.items) == 43 and kept.day == DAY and kept.edition == "oit-2566"
    assert kept.items["O13"].address == "2566/o13/" and kept.posts and kept.files
    after = year.read_text("utf-8")
    assert after == before.replace("state: open", "state: submitted")
    text = (root / "content" / record_of("2566")).read_text("utf-8")
    frozen(root)
    assert (root / "content" / record_of("2566")).read_text("utf-8") == text


def test_spelling_comments_and_new_posts_are_no_change(tmp_path: Path) -> None:
    root = frozen(example(tmp_path))
    entry = root / "content" / "2566" / "o04.yaml"
    entry.write_text(f"# อีกบรรทัด\n{entry.read_text('utf-8')}", encoding="utf-8")
    replace_in(entry, "pages: 7", "pages: '7'")
    news = "---\ntitle: ข่าวใหม่\ndate: 3 พฤษภาคม 2566\n---\nข้อความ\n"
    (root / "content" / "news" / "2566-05-03-x.md").write_text(news, encoding="utf-8")
    assert changes(root) == []


def lose_a_file(content: Path) -> None:
    (content / "2566" / "o13.yaml").unlink()


def change_a_word(content: Path) -> None:
    replace_in(content / "2566" / "o04.yaml", "pages: 7", "pages: 8")


def change_a_fact(content: Path) -> None:
    replace_in(content / "agency.yaml", "0 2000 0100", "0 2000 0999")


def change_a_post(content: Path) -> None:
    replace_in(content / "news" / "2566-01-04-no-gift.md", "title: ", "title: แก้ ")


def lose_a_post(content: Path) -> None:
    (content / "news" / "2566-01-04-no-gift.md").unlink()


def change_bytes(content: Path) -> None:
    path = content / "2566" / "o11" / "action-plan-2566.pdf"
    path.write_bytes(path.read_bytes() + b"\n")


def lose_bytes(content: Path) -> None:
    (content / "2566" / "o11" / "action-plan-2566.pdf").unlink()


def move_the_site(content: Path) -> None:
    replace_in(content / "agency.yaml", "www.example.go.th\nsite:", "new.example.go.th\nsite:")


def move_the_year(content: Path) -> None:
    (content / "2566").rename(content / "2566-oit")


def cut_the_record(content: Path) -> None:
    path = content / record_of("2566")
    path.write_bytes(path.read_bytes()[:200])


FORBIDDEN = {
    lose_a_file: ("ITA810", "content/2566/o13.yaml"),
    change_a_word: ("ITA810", "content/2566/o04.yaml"),
    change_a_fact: ("ITA810", "content/agency.yaml"),
    change_a_post: ("ITA810", "content/news/2566-01-04-no-gift.md"),
    lose_a_post: ("ITA810", "content/news/2566-01-04-no-gift.md"),
    change_bytes: ("ITA811", "content/2566/o11/action-plan-2566.pdf"),
    lose_bytes: ("ITA811", "content/2566/o11/action-plan-2566.pdf"),
    move_the_site: ("ITA812", "content/agency.yaml"),
    cut_the_record: ("ITA813", "content/frozen/2566.json"),
}


@pytest.fixture(scope="module")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return frozen(example(tmp_path_factory.mktemp("submitted")))


@pytest.mark.parametrize("change", FORBIDDEN, ids=lambda change: change.__name__)
@pytest.mark.parametrize("state", ["submitted", "archived"])
def test_a_forbidden_change_is_one_error_in_any_state(
    change: object, state: str, submitted: Path, tmp_path: Path
) -> None:
    root = tmp_path / "site"
    shutil.copytree(submitted, root)
    replace_in(root / "content" / "2566" / "year.yaml", "state: submitted", f"state: {state}")
    assert callable(change)
    change(root / "content")
    code, path = FORBIDDEN[change]
    assert changes(root) == [(code, "error", path)]
    assert changes(root, allowed=True) == [(code, "note", path)]


def test_a_year_that_was_renamed_is_told_once(submitted: Path, tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(submitted, root)
    move_the_year(root / "content")
    found = changes(root)
    assert ("ITA812", "error", "content/2566/year.yaml") in found
    assert [code for code, _, _ in found].count("ITA812") == 1


def test_a_list_that_is_unsure_softens_nothing(tmp_path: Path) -> None:
    root = frozen(write_demo(tmp_path, SHIPPED[2]), "2567")
    replace_in(root / "content" / "2567" / "o03.yaml", "ตัวอย่าง", "อื่น")
    assert changes(root) == [("ITA810", "error", "content/2567/o03.yaml")]


def test_no_acceptance_softens_it(submitted: Path, tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(submitted, root)
    change_a_word(root / "content")
    entry = root / "content" / "2566" / "o04.yaml"
    entry.write_text(
        entry.read_text("utf-8") + "accept: [{rule: ITA810, reason: แก้คำผิด, by: ปลัด}]\n", "utf-8"
    )
    assert ("ITA810", "error", "content/2566/o04.yaml") in changes(root)


def test_the_archive_holds_all_and_is_the_same_bytes(submitted: Path, tmp_path: Path) -> None:
    project = Project(submitted)
    for name in ("a.zip", "b.zip"):
        write_archive(project, read_site(project), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in names:
            source = submitted if name.startswith("content/") else ROOT
            assert archive.read(name) == (source / name).read_bytes()
    wanted = {p.relative_to(submitted).as_posix() for p in submitted.rglob("*") if p.is_file()}
    assert set(names) >= {n for n in wanted if n.startswith("content/")}
    assert "schema/editions/oit-2566.yaml" in names and names == sorted(names)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"version": 2}', '{"version": 1}'])
def test_a_damaged_record_is_none(text: str) -> None:
    assert parse_frozen(text) is None


def test_a_record_is_read_as_it_was_written(submitted: Path) -> None:
    text = (submitted / "content" / record_of("2566")).read_text("utf-8")
    kept = parse_frozen(text)
    assert kept and frozen_text(kept) == text and json.loads(text)["version"] == 1


def test_the_command(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    assert run("freeze", "2566", cwd=root)[0] == 2
    assert "อ่านวันที่ “เมื่อวาน” ไม่ได้" in run("freeze", "2566", "--date", "เมื่อวาน", cwd=root)[1]
    assert "ไม่มีปี 2565 ที่อ่านแบบตรวจได้" in run("freeze", "2565", "--date", "20/4/2566", cwd=root)[1]
    code, said = run("freeze", "2566", "--date", "20 เมษายน 2566", "--zip", "a.zip", cwd=root)
    assert code == 0 and "บันทึก 43 ข้อ" in said and "20 เม.ย. 2566" in said
    assert "ยังไม่ครบ" not in said
    assert (root / "a.zip").is_file() and "state: submitted" in year_file(root)
    assert "ไม่มีอะไรเปลี่ยน" in run("freeze", "2566", "--date", "21 เมษายน 2566", cwd=root)[1]
    entry = root / "content" / "2566" / "o03.yaml"
    entry.write_text(entry.read_text("utf-8").replace("ตัวอย่าง", "อื่น"), encoding="utf-8")
    code, said = run("check", cwd=root)
    assert code == 1 and "error[ITA810] O3 ถูกแก้หลังจากส่งไปแล้วเมื่อ 20 เม.ย. 2566" in said
    assert run("build", cwd=root)[0] == 1 and not (root / "public").exists()
    assert run("build", "--allow-frozen-change", cwd=root)[0] == 0
    assert run("check", "--allow-frozen-change", "--strict", cwd=root)[0] == 0
    code, said = run("freeze", "2566", "--date", "22 เมษายน 2566", cwd=root)
    assert code == 1 and "ยังไม่บันทึก" in said
    assert run("freeze", "2566", "--date", "22 เมษายน 2566", "--again", cwd=root)[0] == 0
    assert run("check", cwd=root)[0] == 0
    entry.write_text("pending: ยังไม่ได้รวบรวม\n", encoding="utf-8")
    code, said = run("freeze", "2566", "--date", "23 เมษายน 2566", "--again", cwd=root)
    assert code == 0 and "แต่ยังไม่ครบ 1 ข้อ ดูว่าข้อใดด้วย itagen status --year 2566" in said


def year_file(root: Path) -> str:
    return (root / "content" / "2566" / "year.yaml").read_text("utf-8")


def hashes(root: Path, folder: str) -> dict[str, str]:
    answers = answer_site(read_project(Project(root)))
    return {a.item.code: item_hash(a) for a in answers if a.year.folder == folder}


def test_a_closed_year_keeps_the_facts_of_its_time(tmp_path: Path) -> None:
    root = frozen(write_demo(tmp_path, SHIPPED[1]))
    agency = root / "content" / "agency.yaml"
    year = root / "content" / "2566" / "year.yaml"
    assert "ยังเป็นปีที่หน้าแรกแสดง" in run("close", "2566", cwd=root)[1]
    assert run("new-year", "oit-2567-43", "--current", cwd=root)[0] == 0
    text = year.read_text("utf-8")
    ours = "publish: [tracking, summary]\n# ของเรา\nstate:"
    year.write_text(text.replace("state:", ours), encoding="utf-8")
    before = hashes(root, "2566")
    name = read_project(Project(root)).agency.words("name")
    assert run("close", "2566", cwd=root)[0] == 0
    closed = year.read_text("utf-8")
    assert "# ของเรา\nstate: archived\n" in closed and "\nagency:\n  name: " in closed
    assert hashes(root, "2566") == before
    for old, new in (("0 2000 0000", "0 2000 0777"), ("saraban@", "info@"),
                     ("99 หมู่ 9", "1 หมู่ 1"), (f"name: {name}", "name: เทศบาลใหม่")):  # fmt: skip
        replace_in(agency, old, new)
    assert hashes(root, "2566") == before and changes(root) == []
    assert hashes(root, "2567")["O5"] != before["O5"]
    build_site(Project(root), root / "public")
    page = (root / "public" / "2566" / "o05" / "index.html").read_text("utf-8")
    main, foot = page.split("<footer", 1)
    assert "saraban@example.go.th" in main and "0 2000 0000" in main and "99 หมู่ 9" in main
    assert "info@example.go.th" in foot and "เทศบาลใหม่" in foot  # whom to reach today
    for report in ("tracking", "summary"):
        page = (root / "public" / "2566" / report / "index.html").read_text("utf-8")
        assert f"ปี พ.ศ. 2566 {name}" in page
    assert run("close", "2566", cwd=root)[0] == 0 and year.read_text("utf-8") == closed


def test_facts_that_were_kept_already_stay(tmp_path: Path) -> None:
    root = example(tmp_path)
    year = root / "content" / "2565" / "year.yaml"
    before = year.read_text("utf-8").rstrip("\n").split("\n")
    assert run("close", "2565", cwd=root)[0] == 0
    after = year.read_text("utf-8").split("\n")
    assert after[: len(before)] == before
    assert "  email: saraban@example.go.th" in after and after.count("  phones:") == 1
    found = check_project(Project(root))[1]
    assert [d for d in found if d.severity is Severity.ERROR] == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("block", "kept"),
    [
        ("agency: {fax: 0 2000 0901}", "  fax: 0 2000 0901"),
        ("agency:\n    fax: 0 2000 0901  # เดิม\n# ท้าย\nitems: {}", "    fax: 0 2000 0901  # เดิม"),
    ],
)
def test_a_block_of_any_form_is_filled_up(block: str, kept: str, end: str, tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    year = root / "content" / "2566" / "year.yaml"
    replace_in(root / "content" / "agency.yaml", "current: 2566", "current: 2567")
    text = f"edition: oit-2566\n{block}\n".replace("\n", end)
    year.write_bytes(text.encode("utf-8"))
    assert run("close", "2566", cwd=root)[0] == 0
    after = year.read_bytes().decode("utf-8")
    lines = after.split(end)
    assert lines[:2] == ["edition: oit-2566", "state: archived"] and kept in lines
    assert ("\r" in after) == (end == "\r\n") and not after.replace("\r\n", "\n").count("\r")
    assert "# ท้าย" not in lines or lines[-3:] == ["# ท้าย", "items: {}", ""]
    site = read_site(Project(root))
    facts = site.years[0].agency
    assert not site.faults and facts.words("fax") == "0 2000 0901"
    assert facts.words("email") == "saraban@example.go.th"
