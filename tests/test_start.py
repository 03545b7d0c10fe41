"""A new project with what was said of it; files of items and posts begun, none written over."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

from itagen.desks import BadDeskError, Desk, parse_desk, parse_items
from itagen.new_post import new_post, post_stem, streams_of
from itagen.period_text import parse_date
from itagen.pipeline import check_project
from itagen.project import Project
from itagen.scaffold import entry_to_fill
from itagen.site import Owner
from itagen.start_files import start_files
from tests.projects import SHIPPED, findings, lines, load_edition, write_demo
from tests.projects import run_here as run

EDITION = load_edition(SHIPPED[1])
SAID = (
    "--name", "อบต.ตัวอย่าง", "--kind", "local_government", "--edition", "oit-2566",
    "--province", "จังหวัดตัวอย่าง", "--site", "section", "--main-site", "https://abt.example",
    "--site-url", "https://ita.abt.example", "--due", "28 เมษายน 2566",
    "--owner", "สำนักปลัด = O1-O18, 23", "--owner", "กองคลัง/นักวิชาการพัสดุ=19–22@10 เม.ย. 2566",
    "--owner", "กองช่าง=ที่เหลือ",
)  # fmt: skip


def test_every_question_is_an_option(tmp_path: Path) -> None:
    code, said = run("init", "p", *SAID, cwd=tmp_path)
    assert code == 0 and "องค์กรปกครองส่วนท้องถิ่น" in said, said
    site, found = check_project(Project(tmp_path / "p"))
    assert {finding.code for finding in found} == {"ITA214"}
    facts = ("name", "kind", "province", "site", "main_site", "site_url", "current")
    assert [site.agency.words(name) for name in facts] == [
        "อบต.ตัวอย่าง", "local_government", "จังหวัดตัวอย่าง", "section", "https://abt.example",
        "https://ita.abt.example", "2566",
    ]  # fmt: skip
    year = site.years[0]
    dues = {code: due.text for code in ("O1", "O20", "O43") if (due := year.due_of(code))}
    assert dues == {"O1": "28 เมษายน 2566", "O20": "10 เม.ย. 2566", "O43": "28 เมษายน 2566"}

    def codes(owner: Owner) -> list[str]:
        return [said.text for said in owner.items]

    assert [(o.name, len(codes(o))) for o in year.owners] == [
        ("สำนักปลัด", 19), ("กองคลัง นักวิชาการพัสดุ", 4), ("กองช่าง", 20)
    ]  # fmt: skip
    assert {code for o in year.owners for code in codes(o)} == set(EDITION.by_code)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("เทศบาลตำบลตัวอย่าง", "local_government"), ("อบต. ตัวอย่าง", "local_government"),
        ("กรมตัวอย่าง", "central_department"), ("โรงพยาบาลตัวอย่าง", "health_unit"),
        ("สพป.ตัวอย่าง เขต ๑", "school"), ("วิทยาลัยเทคนิคตัวอย่าง", "vocational_college"),
        ("ตัวอย่าง", "central_department"),
    ],
)  # fmt: skip
def test_the_name_of_an_agency_tells_its_kind(name: str, kind: str, tmp_path: Path) -> None:
    assert run("init", "p", "--name", name, "--edition", "oit-2566", cwd=tmp_path)[0] == 0
    assert check_project(Project(tmp_path / "p"))[0].agency.words("kind") == kind


def test_that_no_day_is_said_is_told_once(tmp_path: Path) -> None:
    assert run("init", "p", "--edition", "oit-2566", cwd=tmp_path)[0] == 0
    (told,) = lines(tmp_path / "p")
    assert "year.yaml" in told and "[ITA213] 43 ข้อยังรอข้อมูล แต่ไม่มีกำหนดเสร็จ: O1 O2 " in told


def test_no_day_and_no_desk_is_made_up(tmp_path: Path) -> None:
    assert run("init", "p", cwd=tmp_path)[0] == 0
    for path in (tmp_path / "p" / "content").rglob("*.yaml"):
        told = [line for line in path.read_text("utf-8").split("\n") if not line.startswith("#")]
        assert not any(line.startswith(("due", "owners", "covers", "date")) for line in told)


@pytest.mark.parametrize(
    "wrong",
    [("--owner", "กองช่าง=O99"), ("--owner", "=O1"), ("--due", "เร็ว ๆ นี้"),
     ("--owner", "ก=O1-O3", "--owner", "ข=O3"), ("--owner", "ก=O1@พรุ่งนี้"), ("--site", "x")],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_and_nothing_written(
    wrong: tuple[str, ...], tmp_path: Path
) -> None:
    assert run("init", "p", *wrong, cwd=tmp_path)[0] == 2
    assert not (tmp_path / "p").exists()


def test_files_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("ours", encoding="utf-8")
    assert run("init", ".", cwd=tmp_path)[0] == 0
    assert (tmp_path / "README.md").read_text("utf-8") == "ours"
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert run("init", ".", "--name", "อื่น", cwd=tmp_path)[0] == 2
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_git_keeps_what_staff_write_alone_and_as_it_is(tmp_path: Path) -> None:
    run("init", ".", "--edition", "oit-2566", cwd=tmp_path)
    run("build", ".", cwd=tmp_path)
    table = tmp_path / "content" / "2566" / "o16" / "table.csv"
    table.parent.mkdir()
    table.write_bytes(b"a,b\r\n1,2\r\n")
    for arguments in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)
    kept = subprocess.run(
        ["git", "ls-files", "--eol"], cwd=tmp_path, check=True, capture_output=True,
        encoding="utf-8",
    ).stdout  # fmt: skip
    assert "content/2566/o12.yaml" in kept and "netlify.toml" in kept
    assert "public/" not in kept and ".itagen" not in kept
    assert [line.split()[0] for line in kept.split("\n") if "table.csv" in line] == ["i/crlf"]
    assert all("i/crlf" not in line for line in kept.split("\n") if "table.csv" not in line)


def test_a_host_is_told_how_to_build_and_which_itagen() -> None:
    files = start_files(EDITION, "อบต.ตัวอย่าง", version("itagen"))
    told = tomllib.loads(files["netlify.toml"].decode("utf-8"))["build"]
    assert told["publish"] == "public" and "itagen build . --out public" in told["command"]
    wheel = files["requirements.txt"].decode().strip()
    assert wheel == f"./vendor/itagen-{version('itagen')}-py3-none-any.whl"
    readme = files["README.md"].decode("utf-8")
    assert "อบต.ตัวอย่าง" in readme and "43 ข้อ" in readme and "$" not in readme


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("o1", "O1"), ("O1-O3", "O1 O2 O3"), ("3–1", "O1 O2 O3"), ("ข้อ ๑๒, O2 ; 3", "O2 O3 O12"),
     ("O1 O5", "O1 O5"), ("O1 ถึง O2", "O1 O2"), ("", ""), ("O2,O2,", "O2"), ("O1 - O2", "O1 O2")],
)  # fmt: skip
def test_items_as_people_type_them(typed: str, codes: str) -> None:
    assert " ".join(parse_items(typed, EDITION)) == codes


def test_a_desk_takes_what_is_left() -> None:
    desk = parse_desk("กองช่าง=rest", EDITION, {"O1"})
    assert desk == Desk("กองช่าง", "", tuple(EDITION.by_code)[1:])
    with pytest.raises(BadDeskError):
        parse_desk("กองช่าง=O1", EDITION, {"O1"})


def test_an_item_is_begun_anew_and_never_written_over(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    code, said = run("new", "O13", cwd=root)
    assert code == 2 and "content/2566/o13.yaml" in said and findings(root) == []
    entry = root / "content" / "2566" / "o13.yaml"
    entry.unlink()
    assert run("new", "ข้อ13", cwd=root) == (0, "เขียนแล้ว content/2566/o13.yaml\n")
    assert [line.split("[")[1][:6] for line in lines(root)] == ["ITA214"]
    entry.unlink()
    entry.with_suffix(".md").write_text("ข้อความ", encoding="utf-8")
    assert run("new", "O13", cwd=root)[0] == 2 and not entry.exists()


def test_an_item_to_fill_names_each_of_its_elements(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    for item in EDITION.items:
        text = entry_to_fill(item)
        assert "\npending:" not in text
        if item.needs_file:
            assert all(f"\n  {element.id}:" in text for element in item.elements)
    (root / "content" / "2566" / "o13.yaml").unlink()
    assert run("new", "O13", "--fill", cwd=root)[0] == 0
    found = [line for line in lines(root) if "o13.yaml" in line]
    assert len(found) == 4 and all("error[ITA" in line for line in found)


def test_a_post_without_a_day_is_asked_for_it_by_check(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    assert run("new", "news", "ประชุม: ครั้งที่ 1", cwd=root)[1] == "เขียนแล้ว content/news/post-1.md\n"
    (found,) = lines(root)
    assert found.startswith("content/news/post-1.md:3:") and "หลัง date: ยังว่าง" in found
    said = run("new", "news", "ITA kick-off", "--date", "๑๕ พ.ย. ๒๕๖๕", cwd=root)[1]
    assert said == "เขียนแล้ว content/news/2565-11-15-ita-kick-off.md\n"
    assert len(lines(root)) == 1


def test_a_question_is_begun_without_an_answer(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    said = run("new", "question", "ถังขยะ: ขอได้ที่ใด", "--date", "18 ม.ค. 2566", cwd=root)[1]
    assert said == "เขียนแล้ว content/questions/2566-01-18.md\n"
    (found,) = lines(root)
    assert "“ถังขยะ: ขอได้ที่ใด” ยังไม่มีคำตอบ" in found and ":2:" in found
    path = root / "content" / "questions" / "2566-01-18.md"
    text = path.read_text("utf-8").replace("answered:", "answered: 20 มกราคม 2566")
    path.write_text(f"{text.replace('by:', 'by: กองช่าง')}ขอได้ที่สำนักงาน\n", encoding="utf-8")
    assert findings(root) == []
    assert (
        run("new", "questions", "ถนนพัง", cwd=root)[1] == "เขียนแล้ว content/questions/question-1.md\n"
    )


def test_a_post_needs_a_title_a_day_that_is_one_and_an_ascii_name(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    for wrong in (["news"], ["news", " "], ["question"], ["news", "x", "--date", "วันนี้"],
                  ["newz", "x"],
                  ["news", "x", "--name", "ข่าว"], ["news", "x", "--name", "../x"],
                  ["O99"], ["procurement", "x", "--name", "2566-o20-1"]):  # fmt: skip
        code, _ = run("new", *wrong, cwd=root)
        assert (code, wrong) == (2, wrong)
    assert findings(root) == []


def test_names_of_posts_are_ascii_and_new() -> None:
    day = parse_date("15 พฤศจิกายน 2565")
    assert post_stem("ประชุม", day, ()) == "2565-11-15"  # type: ignore[arg-type]
    assert post_stem("ประชุม", day, {"2565-11-15"}) == "2565-11-15-1"  # type: ignore[arg-type]
    assert post_stem("ประชุม", None, {"post-1"}) == "post-2"
    assert post_stem("ITA: Day!", None, ()) == "ita-day"
    kinds = streams_of([EDITION])["procurement"]
    assert "ประกาศเชิญชวน" in kinds and f"# kind:   # เลือกจาก {kinds[0]}" in new_post(
        "ก", "", "", kinds
    )


def test_init_asks_on_a_terminal_alone(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "itagen", "init", "p"], cwd=tmp_path, input=b"x\n" * 9,
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and "จังหวัด".encode() not in done.stdout
