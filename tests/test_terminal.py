"""What a terminal, a pipe and a shell get: Thai whole on any code page, colour if wanted, Tab."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from itagen.cli import COMMANDS
from itagen.diagnostics import Severity
from tests.projects import SHIPPED, run_here, write_demo

ITAGEN = [sys.executable, "-m", "itagen"]
ESCAPE = "\x1b["
# Locales and encodings under which Thai cannot be written as the system would.
LEGACY = {
    "windows-874": {"PYTHONIOENCODING": "cp874"},
    "windows-1252": {"PYTHONIOENCODING": "cp1252:strict"},
    "ascii": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
}


def piped(*arguments: str, cwd: Path, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        [*ITAGEN, *arguments], cwd=cwd, env={**os.environ, **environment}, capture_output=True,
        check=False,
    )  # fmt: skip
    return done.returncode, (done.stdout + done.stderr).decode("utf-8")


def on_terminal(*arguments: str, cwd: Path, **environment: str) -> str:
    told = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    child = pexpect.spawn(
        sys.executable, ["-m", "itagen", *arguments], cwd=str(cwd), encoding="utf-8", timeout=60,
        env={**told, "TERM": "xterm", **environment}, dimensions=(50, 400),
    )  # fmt: skip
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before).replace("\r\n", "\n")


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one fault, which no test changes."""
    root = write_demo(tmp_path_factory.mktemp("faulty"), SHIPPED[1])
    entry = root / "content" / "2566" / "o13.yaml"
    entry.write_text(entry.read_text("utf-8").replace("2565", "2564"), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def plain(faulty: Path) -> tuple[int, str]:
    """What check says of it where nothing stands in the way."""
    return piped("check", cwd=faulty)


@pytest.mark.parametrize("name", LEGACY)
def test_output_is_utf_8_on_any_code_page(name: str, faulty: Path, plain: tuple[int, str]) -> None:
    assert piped("check", cwd=faulty, **LEGACY[name]) == plain
    assert plain[0] == 1 and "30 ก.ย. 2565" in plain[1] and "–" in plain[1]


@pytest.mark.parametrize("name", LEGACY)
def test_help_and_wrong_use_are_utf_8_too(name: str, tmp_path: Path) -> None:
    assert "วิธีใช้" in piped("--help", cwd=tmp_path, **LEGACY[name])[1]
    code, said = piped("chekc", cwd=tmp_path, **LEGACY[name])
    assert code == 2 and "น่าจะหมายถึง check" in said


def test_a_file_that_is_not_there_is_told_in_thai(tmp_path: Path) -> None:
    code, said = run_here("import", "ตาราง.xlsx", cwd=tmp_path)
    assert code == 2 and said.startswith("ค่าของ FILE ใช้ไม่ได้ เพราะไม่มีไฟล์หรือโฟลเดอร์ชื่อนี้\n")


def test_a_site_is_built_whatever_the_locale(tmp_path: Path) -> None:
    write_demo(tmp_path, SHIPPED[1])
    code, said = piped("build", cwd=tmp_path, **LEGACY["ascii"])
    assert code == 0, said
    assert "หน่วยงานตัวอย่าง" in (tmp_path / "public" / "index.html").read_text("utf-8")


def test_a_terminal_gets_colour_and_the_same_words(faulty: Path, plain: tuple[int, str]) -> None:
    said = on_terminal("check", cwd=faulty)
    severity = Severity.ERROR
    assert f"\x1b[31m\x1b[1m{severity}[ITA301]\x1b[0m" in said
    assert re.sub(r"\x1b\[[\d;]*m", "", said) == plain[1]


@pytest.mark.parametrize(
    ("command", "environment"),
    [("check", {"NO_COLOR": "1"}), ("build", {"NO_COLOR": "1"}), ("check", {"TERM": "dumb"})],
)
def test_no_colour_where_none_is_wanted(
    command: str, environment: dict[str, str], faulty: Path
) -> None:
    said = on_terminal(command, cwd=faulty, **environment)
    assert "error[ITA301]" in said
    assert not re.search(r"\x1b\[[\d;]*m", said)


def test_a_pipe_gets_no_colour(faulty: Path) -> None:
    assert ESCAPE not in piped("check", cwd=faulty, CLICOLOR_FORCE="1")[1]


def completed(shell: str, words: str, cwd: Path) -> str:
    told = {"_ITAGEN_COMPLETE": f"{shell}_complete", "COMP_WORDS": words}
    last = words.split(" ")[-1]
    told["COMP_CWORD"] = last if shell == "fish" else str(words.count(" "))
    return piped(cwd=cwd, **told)[1]


def test_tab_completes_in_a_real_bash(tmp_path: Path) -> None:
    write_demo(tmp_path, SHIPPED[0])
    (tmp_path / "itagen").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m itagen "$@"\n', "utf-8"
    )
    (tmp_path / "itagen").chmod(0o755)
    script = """
eval "$(itagen completion bash)"
offer() { COMPREPLY=(); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _itagen_completion itagen; echo "${COMPREPLY[*]}"; }
offer itagen editi
offer itagen demo ''
offer itagen explain o4
offer itagen explain --edition oit-2567-43 O4
offer itagen check --year 2565 --item o4
offer itagen new q
complete -p itagen
"""  # noqa: E501
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", script], cwd=tmp_path, env={**os.environ, "PATH": path},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "editions",
        " ".join(path.stem for path in SHIPPED),
        *["O4 O40 O41 O42 O43"] * 3,
        "question",
        "complete -o nosort -F _itagen_completion itagen",
    ]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_told_in_thai_what_each_is(shell: str, tmp_path: Path) -> None:
    write_demo(tmp_path, SHIPPED[1])
    assert "ข้อมูลเป็นของปีอื่น" in completed(shell, "itagen explain ITA301", tmp_path)
    assert "E-Service" in completed(shell, "itagen explain O18", tmp_path)
    offered = completed(shell, "itagen ", tmp_path)
    assert all(name in offered for name in COMMANDS)
    script = piped("completion", shell, cwd=tmp_path)[1]
    assert "itagen completion" in script and "_ITAGEN_COMPLETE" in script
