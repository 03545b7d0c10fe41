"""Exit codes and forms of the commands, run as a person runs them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from itagen.cli import COMMANDS
from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.reporters import REPORTERS
from tests.projects import SHIPPED, write_demo

DEMO = SHIPPED[1]


def run(*arguments: str, cwd: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "itagen", *arguments], cwd=cwd, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_a_good_project_passes(tmp_path: Path) -> None:
    write_demo(tmp_path, DEMO)
    code, said = run("check", cwd=tmp_path)
    assert code == 0 and said.startswith("ผ่าน ไม่พบข้อผิดพลาด\n") and "oit-2566" in said


def test_errors_exit_1_and_nothing_is_published(tmp_path: Path) -> None:
    write_demo(tmp_path, DEMO)
    assert run("build", cwd=tmp_path)[0] == 0
    before = (tmp_path / "public" / "index.html").read_bytes()
    (tmp_path / "content" / "agency.yaml").write_text("name: [", encoding="utf-8")
    code, said = run("build", cwd=tmp_path)
    assert code == 1 and "ไม่ได้เผยแพร่" in said
    assert (tmp_path / "public" / "index.html").read_bytes() == before


def test_warnings_fail_only_when_strict(tmp_path: Path) -> None:
    write_demo(tmp_path, DEMO)
    (tmp_path / "content" / "2566" / "o13").mkdir()
    (tmp_path / "content" / "2566" / "o13" / "old.pdf").write_bytes(b"%PDF-1.4")
    assert run("check", cwd=tmp_path)[0] == 0
    assert run("check", "--strict", cwd=tmp_path)[0] == 1


@pytest.mark.parametrize(
    "arguments",
    [("check", "nowhere"), ("check", "--format", "x"), ("demo", "oit-9999", "d"), ("x",)],
)
def test_wrong_use_exits_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(*arguments, cwd=tmp_path)[0] == 2


def test_our_own_bug_exits_3_and_says_so(tmp_path: Path) -> None:
    code = (
        "import sys, itagen.cli.check as c, itagen.cli as i\n"
        "def fail(*a): raise RuntimeError('boom')\n"
        "c.check_project = fail\n"
        "sys.argv = ['itagen', 'check']\n"
        "i.main()\n"
    )
    (tmp_path / "content").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "ไม่ใช่ความผิดของท่าน" in done.stderr


def test_json_has_the_form_of_the_design(tmp_path: Path) -> None:
    write_demo(tmp_path, DEMO)
    entry = tmp_path / "content" / "2566" / "o13.yaml"
    entry.write_text(entry.read_text("utf-8").replace("2565", "2564"), encoding="utf-8")
    code, said = run("check", "--format", "json", "--lang", "en", cwd=tmp_path)
    report = json.loads(said)
    assert code == 1
    assert report["version"] == 1 and report["editions"] == ["oit-2566"]
    assert report["summary"] == {"errors": 1, "warnings": 0, "notes": 0}
    (finding,) = report["findings"]
    assert finding["code"] == "ITA301" and finding["name"] == "wrong-year"
    assert (finding["path"], finding["line"], finding["column"]) == ("content/2566/o13.yaml", 1, 9)
    assert (finding["item"], finding["year"], finding["edition"]) == ("O13", 2566, "oit-2566")
    assert finding["source"] and "fiscal year 2565" in finding["message"]
    assert finding["sheet"] is None and finding["cell"] is None


@pytest.mark.parametrize(
    ("cell", "sheet", "name", "title"),
    [("ต.ค. 65!D7", "ต.ค. 65", "D7", "ต.ค. 65!D7"), ("B2", None, "B2", "B2")],
)
def test_every_format_tells_the_cell(cell: str, sheet: str | None, name: str, title: str) -> None:
    words, at = Words("ก", "a"), Location("content/2566/o21/a.xlsx", cell=cell)
    found = [Diagnostic("ITA202", "wrong-cell", Severity.ERROR, words, words, at)]
    (told,) = json.loads(REPORTERS["json"](found, [], "th"))["findings"]
    assert (told["sheet"], told["cell"], told["line"]) == (sheet, name, None)
    assert f"title=ITA202 wrong-cell {title}::" in REPORTERS["github"](found, [], "th")
    for form in ("text", "concise"):
        assert f"a.xlsx:{'แผ่นงาน ' if sheet else ''}{cell}: error" in REPORTERS[form](
            found, [], "th"
        )


def test_text_shows_line_and_cure(tmp_path: Path) -> None:
    write_demo(tmp_path, DEMO)
    entry = tmp_path / "content" / "2566" / "o13.yaml"
    entry.write_text(entry.read_text("utf-8").replace("2565", "2564"), encoding="utf-8")
    said = run("check", cwd=tmp_path)[1].split("\n")
    assert said[1] == "  1 | covers: ปีงบประมาณ 2564"
    assert said[2] == "    |         ^^^^^^^^^^^^^^"
    assert said[3].startswith("    = แก้ไข: ") and said[3].endswith("(wrong-year)")


def test_errors_come_last_beside_the_summary(tmp_path: Path) -> None:
    folder = write_demo(tmp_path, DEMO) / "content" / "2566"
    (folder / "o03.yaml").write_text("pending: รอคำสั่ง\n", encoding="utf-8")
    (folder / "o20.yaml").write_text("pending: รอคำสั่ง\n", encoding="utf-8")
    entry = folder / "o13.yaml"
    entry.write_text(entry.read_text("utf-8").replace("2565", "2564"), encoding="utf-8")
    said = run("check", cwd=tmp_path)[1]
    heads = re.findall(r": (error|warning)\[ITA", said)
    assert heads == sorted(heads, reverse=True) and heads[0] == "warning" and heads[-1] == "error"


def test_files_are_named_as_they_are_found_from_here(tmp_path: Path) -> None:
    entry = write_demo(tmp_path / "ours", DEMO) / "content" / "2566" / "o13.yaml"
    entry.write_text(entry.read_text("utf-8").replace("2565", "2564"), encoding="utf-8")
    for command in ("check", "build"):
        assert run(command, "ours", cwd=tmp_path)[1].startswith("ours/content/2566/o13.yaml:1:9: ")
    said = run("check", "..", "--format", "github", cwd=entry.parent.parent)[1]
    assert said.startswith("::error file=../content/2566/o13.yaml,")
    found = run("check", "ours", "--format", "json", cwd=tmp_path)[1]
    assert json.loads(found.partition("\n(")[0])["findings"][0]["path"] == "content/2566/o13.yaml"


def test_cures_name_files_as_they_are_found_from_here_too(tmp_path: Path) -> None:
    entry = write_demo(tmp_path / "ours", DEMO) / "content" / "2566" / "o13.yaml"
    entry.write_text(entry.read_text("utf-8") + "documents: [content/gone.pdf]\n", "utf-8")
    for language, leave in (("th", "ตัดคำว่า content/ "), ("en", "Leave out content/. ")):
        said = run("check", "ours", "--lang", language, cwd=tmp_path)[1]
        assert " ours/content/gone.pdf)" in said
        assert " ours/content/2566/o13 " in said.replace(",", " ")
        assert leave in said and "“content/gone.pdf”" in said
        inside = run("check", "--lang", language, cwd=entry.parents[2])[1]
        assert said.replace("ours/content", "content") == inside


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use stays there")
def test_a_folder_that_is_gone_is_no_reason_to_fail(tmp_path: Path) -> None:
    entry = write_demo(tmp_path / "ours", DEMO) / "content" / "2566" / "o13.yaml"
    entry.write_text(entry.read_text("utf-8").replace("2565", "2564"), encoding="utf-8")
    (tmp_path / "gone").mkdir()
    command = f"rmdir ../gone; exec {sys.executable} -m itagen check {tmp_path / 'ours'}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path / "gone", capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.stdout.startswith(f"{entry.as_posix()}:1:9: error[ITA301]"), done.stderr


def test_a_word_too_many_is_told_in_thai(tmp_path: Path) -> None:
    code, said = run("check", ".", "ours", cwd=tmp_path)
    assert code == 2 and said.startswith("ไม่เข้าใจ “ours” ที่เขียนต่อท้าย")


def test_demo_never_writes_over(tmp_path: Path) -> None:
    assert run("demo", "oit-2566", "site", cwd=tmp_path)[0] == 0
    assert run("demo", "oit-2566", "site", cwd=tmp_path)[0] == 2
    assert run("check", "site", "--strict", cwd=tmp_path)[0] == 0


def test_explain_knows_rules_names_and_items(tmp_path: Path) -> None:
    assert "ITA301" in run("explain", cwd=tmp_path)[1]
    assert run("explain", "ita301", cwd=tmp_path)[1].startswith("# ITA301 wrong-year")
    assert run("explain", "wrong-year", "--lang", "en", cwd=tmp_path)[0] == 0
    assert (
        "รายงานผลการดำเนินงานประจำปี"
        in run("explain", "๐๑๓", "--edition", "oit-2566", cwd=tmp_path)[1]
    )
    said = run("explain", "O1", "--edition", "oit-2566", cwd=tmp_path)[1]
    assert "ต้องมีครบทุกฝ่าย: ฝ่ายการเมือง, ฝ่ายข้าราชการประจำ (local_government)" in said
    assert (
        "ข้อมูลสถิติการให้บริการ [ต้องมี] เป็นตาราง หรือ เอกสาร หรือ รูปภาพ"
        in (run("explain", "O16", "--edition", "oit-2566", cwd=tmp_path)[1])
    )
    run("init", "ours", cwd=tmp_path)
    (year,) = (path.parent.name for path in (tmp_path / "ours" / "content").glob("*/year.yaml"))
    assert f"(oit-{year}" in run("explain", "O13", cwd=tmp_path)[1].split("\n")[0]
    run("demo", "oit-2565", "older", cwd=tmp_path)
    assert "(oit-2565)" in run("explain", "O13", "older", cwd=tmp_path)[1].split("\n")[0]
    code, said = run("explain", "ITA399", cwd=tmp_path)
    assert code == 2 and "น่าจะหมายถึง" in said


def test_editions_lists_what_is_shipped(tmp_path: Path) -> None:
    said = run("editions", cwd=tmp_path)[1]
    assert all(path.stem in said for path in SHIPPED)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages(name: str, tmp_path: Path) -> None:
    said = run(name, "--help", cwd=tmp_path)[1]
    assert any("\u0e00" <= c <= "\u0e7f" for c in said) and "(" in said


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    write_demo(tmp_path, DEMO)
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "mine.txt").write_text("ของฉัน", encoding="utf-8")
    assert run("build", cwd=tmp_path)[0] == 2
    assert (tmp_path / "public" / "mine.txt").read_text("utf-8") == "ของฉัน"
