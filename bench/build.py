"""How `build` compares with MkDocs: whole processes in turn on the same Thai posts.

`make bench` prints medians of the rounds. Both render every post to a page of its own; MkDocs runs
with its own plain theme, without search, and with one line in its menu (a menu of all posts on each
page would make it slower by far). The 43 items of the example site are in ours alone.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.projects import SHIPPED, write_demo

SIZES = {0: 5, 1000: 5, 10000: 3}
MKDOCS = Path(os.environ.get("MKDOCS", "mkdocs"))
BODY = """
# เรื่องสมมติที่ {number}

{words}

| รายการ | จำนวน |
|---|---|
| ตัวอย่าง | {number} |
| สมมติ | 30 |

## รายละเอียด

- ข้อแรกของเรื่องที่ {number}
- ข้อถัดไป [ลิงก์](https://www.example.go.th/)

{words}
"""
WORDS = "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่บ้านสมมติ งบประมาณของเทศบาลตำบลตัวอย่าง " * 6


def post(number: int) -> str:
    """A post of about a thousand Thai characters."""
    head = f"---\ntitle: ข่าวสมมติที่ {number}\ndate: {1 + number % 28} พฤศจิกายน 2565\n---\n"
    return head + BODY.format(number=number, words=WORDS)


def our_site(posts: int, folder: Path) -> Path:
    root = write_demo(folder / "itagen", SHIPPED[1])
    for number in range(posts):
        path = root / "content" / "news" / f"n{number:05}.md"
        path.write_text(post(number), encoding="utf-8")
    return root


def their_site(posts: int, folder: Path) -> Path:
    root = folder / "mkdocs"
    (root / "docs" / "news").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("# หน้าแรก\n", encoding="utf-8")
    for number in range(posts):
        path = root / "docs" / "news" / f"n{number:05}.md"
        path.write_text(post(number), encoding="utf-8")
    settings = "site_name: ตัวอย่าง\ntheme: {name: mkdocs}\nplugins: []\nnav: [index.md]\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


def cold(command: list[str], root: Path, made: list[str]) -> tuple[float, float]:
    """Wall seconds and peak MiB of one run that finds nothing of an earlier one."""
    for name in made:
        shutil.rmtree(root / name, ignore_errors=True)
    started = time.perf_counter()
    run = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise SystemExit(f"{command}: exit {run.returncode}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main() -> None:
    print(" posts  itagen s   MiB  mkdocs s   MiB  ratio  growth")
    grown = 0.0
    for posts, rounds in SIZES.items():
        with tempfile.TemporaryDirectory() as name:
            ours, theirs = our_site(posts, Path(name)), their_site(posts, Path(name))
            pairs = [
                (
                    cold([sys.executable, "-m", "itagen", "build", "."], ours,
                         ["public", ".public.itagen", ".itagen"]),
                    cold([str(MKDOCS), "build", "-q"], theirs, ["site"]),
                )
                for _ in range(rounds)
            ]  # fmt: skip
        wall = [statistics.median(pair[side][0] for pair in pairs) for side in (0, 1)]
        peak = [max(pair[side][1] for pair in pairs) for side in (0, 1)]
        ratio = statistics.median(mine[0] / other[0] for mine, other in pairs)
        growth = wall[0] / grown if grown else 0.0
        grown = wall[0]
        print(
            f"{posts:6} {wall[0]:9.2f} {peak[0]:5.0f} {wall[1]:9.2f} {peak[1]:5.0f}"
            f" {ratio:6.2f} {growth:7.1f}"
        )


if __name__ == "__main__":
    main()
