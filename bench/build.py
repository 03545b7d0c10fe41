"""How `build` compares with MkDocs: whole processes in turn on the same Thai posts.

`make bench` prints medians of the rounds. Both render every post to a page of its own; MkDocs runs
with its own plain theme and one line in its menu (a menu of all posts on each page would make it
slower by far). It is measured as it comes, with the index of its search, since ours makes one, and
without. Ours also makes lists by page and month, and checks every link; it is run without what it
kept of an earlier build.

Each run is cold: it writes to a folder of its own, and nothing is taken away between the runs:
ext4 makes new folders slowly for a minute after many were deleted. A first run of each, not timed,
measures the memory and leaves both with their compiled modules, as an installed program has them.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.projects import SHIPPED

SIZES = {43: 9, 1000: 9, 10000: 3}
MKDOCS = Path(os.environ.get("MKDOCS", "mkdocs"))
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
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
    root = folder / "itagen"
    files = {
        "agency.yaml": "name: หน่วยงานตัวอย่าง\nkind: local_government\ncurrent: 2566\n",
        "2566/year.yaml": f"edition: {SHIPPED[1].stem}\nstate: archived\n",
    } | {f"news/n{number:05}.md": post(number) for number in range(posts)}
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def their_site(posts: int, folder: Path, plugins: str = "[]") -> Path:
    root = folder / f"mkdocs{len(plugins)}"
    (root / "docs" / "news").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("# หน้าแรก\n", encoding="utf-8")
    for number in range(posts):
        path = root / "docs" / "news" / f"n{number:05}.md"
        path.write_text(post(number), encoding="utf-8")
    settings = f"site_name: ตัวอย่าง\ntheme: {{name: mkdocs}}\nplugins: {plugins}\nnav: [index.md]\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


def timed(command: list[str], root: Path) -> float:
    """Wall seconds of one run, cold: what an earlier one kept in its store is gone."""
    shutil.rmtree(root / ".itagen", ignore_errors=True)
    started = time.perf_counter()
    run = subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True, check=False)
    if run.returncode:
        raise SystemExit(f"{command}: exit {run.returncode}")
    return time.perf_counter() - started


def peak(command: list[str], root: Path) -> float:
    """MiB that a run and its processes hold at most, shared memory counted once."""
    run = subprocess.Popen(command, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    most = 0.0
    while run.poll() is None:
        most = max(most, sum(map(_held, _family(run.pid))) / 1024)
        time.sleep(0.01)
    return most


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    with suppress(OSError):
        return [pid, *(int(child) for child in children.read_text().split())]
    return []


def _held(pid: int) -> int:
    """Proportional set size in KiB; 0 once the process is gone."""
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1])
    return 0


def main() -> None:
    print(" posts  itagen s   MiB  mkdocs s   MiB  ratio  without its search  ratio  growth")
    grown = 0.0
    for posts, rounds in SIZES.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            sites = [our_site(posts, folder)]
            sites += [their_site(posts, folder, plugins) for plugins in ("[search]", "[]")]
            out = map(str, (folder / f"out-{number}" for number in count()))
            mine = [sys.executable, "-m", "itagen", "build", ".", "--out"]
            other = [str(MKDOCS), "build", "-q", "-d"]
            commands = [mine, other, other]
            memory = [peak([*c, next(out)], s) for c, s in zip(commands, sites, strict=True)]
            runs = [
                [timed([*c, next(out)], s) for c, s in zip(commands, sites, strict=True)]
                for _ in range(rounds)
            ]
        wall = [statistics.median(side) for side in zip(*runs, strict=True)]
        ratios = [statistics.median(run[0] / run[side] for run in runs) for side in (1, 2)]
        growth = wall[0] / grown if grown else 0.0
        grown = wall[0]
        print(
            f"{posts:6} {wall[0]:9.2f} {memory[0]:5.0f} {wall[1]:9.2f} {memory[1]:5.0f}"
            f" {ratios[0]:6.2f} {wall[2]:19.2f} {ratios[1]:6.2f} {growth:7.1f}"
        )


if __name__ == "__main__":
    main()
