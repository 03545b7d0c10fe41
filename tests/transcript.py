"""The year of a small agency on a real terminal, as the manual shows it; `-m` writes it there."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pexpect

from tests.projects import ROOT

MANUAL = ROOT / "docs" / "handbook.th.md"
FOLDER = "abt"
BEGIN, END = "<!-- บันทึกหน้าจอ: python -m tests.transcript -->", "<!-- จบบันทึกหน้าจอ -->"
ANSWERS = (
    "อบต.ตัวอย่าง", "3", "2", "จังหวัดตัวอย่าง", "1", "https://www.example.go.th",
    "28 เมษายน 2566",
    "สำนักปลัด", "นักวิเคราะห์นโยบายและแผน", "O1-O18", "12 เมษายน 2566",
    "กองคลัง", "นักวิชาการพัสดุ", "O19-O22", "",
    "สำนักปลัด", "นิติกร", "ที่เหลือ", "", "",
)  # fmt: skip
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
_FILLED = ("o04", "o13", "o16")


def transcript(home: Path) -> str:
    """What stands on the screen from `init` to a change that is refused.

    Args:
        home: an empty folder.
    """
    return "\n".join(part.rstrip() for part in _parts(home)) + "\n"


def shown() -> str:
    """The transcript in the manual."""
    text = MANUAL.read_text("utf-8")
    return text.partition(f"{BEGIN}\n```text\n")[2].partition(f"```\n{END}")[0]


def _parts(home: Path) -> Iterator[str]:
    root = home / FOLDER
    yield _typed(home, ["init", FOLDER], ANSWERS)
    yield _said(root, "status", "--by", "owner")
    yield "\n# เขียนข้อ O4 O13 O16 และวางเอกสารในโฟลเดอร์ของข้อ\n"
    for stem in _FILLED:
        shutil.copy(ROOT / "content" / "2566" / f"{stem}.yaml", root / "content" / "2566")
        shutil.copytree(ROOT / "content" / "2566" / stem, root / "content" / "2566" / stem)
    yield _said(root, "check", "--item", "O4", "--item", "O13", "--item", "O16")
    yield _said(root, "status", "--by", "line", "--today", "2023-04-20")
    yield _said(root, "status", "--owner", "กองคลัง")
    yield _last_lines(_said(root, "build"), 2)
    yield _said(root, "submission", "--format", "xlsx", "--out", "submission.xlsx")
    yield _said(root, "freeze", "2566", "--date", "28 เมษายน 2566")
    yield "\n# แก้ข้อ O13 ที่ส่งไปแล้ว\n"
    entry = root / "content" / "2566" / "o13.yaml"
    entry.write_text(entry.read_text("utf-8").replace("93.62", "95.00"), encoding="utf-8")
    yield _said(root, "check", "--item", "O13")


def _said(root: Path, *arguments: str) -> str:
    return _typed(root, arguments, ())


def _typed(folder: Path, arguments: Sequence[str], answers: Sequence[str]) -> str:
    """A command as it was typed, and all that then stood on the screen."""
    told = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    child = pexpect.spawn(
        sys.executable, ["-m", "itagen", *arguments], cwd=str(folder), encoding="utf-8",
        timeout=120, env={**told, "NO_COLOR": "1", "TERM": "dumb"}, dimensions=(50, 200),
    )  # fmt: skip
    before = []
    for answer in answers:
        child.expect(": $")
        before.append(f"{child.before}{child.after}")
        child.sendline(answer)
    child.expect(pexpect.EOF)
    before.append(str(child.before))
    child.close()
    text = _COLOURS.sub("", "".join(before)).replace("\r\n", "\n").replace("\r", "")
    shown = text.replace(str(folder.resolve()), f"/home/office/{FOLDER}")
    return f"$ itagen {' '.join(_quoted(argument) for argument in arguments)}\n{shown}"


def _quoted(argument: str) -> str:
    return f"'{argument}'" if " " in argument else argument


def _last_lines(text: str, count: int) -> str:
    """A command and its last lines, what is between only as dots."""
    lines = text.rstrip().split("\n")
    return "\n".join([lines[0], "…", *lines[-count:]])


def main() -> None:
    """Write it into the manual."""
    with tempfile.TemporaryDirectory() as home:
        made = transcript(Path(home))
    text = MANUAL.read_text("utf-8")
    head, tail = text.partition(BEGIN)[0], text.partition(END)[2]
    MANUAL.write_text(f"{head}{BEGIN}\n```text\n{made}```\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
