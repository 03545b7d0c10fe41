"""How `check` grows with posts: whole runs, in turn, as ratios to reading the same files as YAML.

`python bench/check.py` prints medians of five rounds; no time is asserted anywhere.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

import yaml

from itagen.pipeline import check_project
from itagen.project import Project

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.projects import SHIPPED, write_demo

SIZES = (0, 1000, 10000)
ROUNDS = 5


def site_of(posts: int) -> Path:
    root = write_demo(Path(tempfile.mkdtemp()), SHIPPED[1])
    for number in range(posts):
        text = f"---\ntitle: ข่าวสมมติที่ {number}\ndate: 15 พฤศจิกายน 2565\n---\nเนื้อหาสมมติ\n"
        (root / "content" / "news" / f"n{number:05}.md").write_text(text, encoding="utf-8")
    return root


def timed(run: object, root: Path) -> float:
    started = time.perf_counter()
    assert callable(run)
    run(root)
    return time.perf_counter() - started


def check(root: Path) -> None:
    check_project(Project(root))


def peer(root: Path) -> None:
    for path in (root / "content").rglob("*.*"):
        if path.suffix in {".yaml", ".md"}:
            text = path.read_text("utf-8")
            front = text.split("---\n")[1] if path.suffix == ".md" else text
            yaml.load(front, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def main() -> None:
    base = 0.0
    print("posts  check s  yaml alone s  ratio  growth")
    for posts in SIZES:
        root = site_of(posts)
        pairs = [(timed(check, root), timed(peer, root)) for _ in range(ROUNDS)]
        ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
        base = base or ours
        print(f"{posts:5}  {ours:7.3f}  {theirs:12.3f}  {ours / theirs:5.1f}  {ours / base:6.1f}")


if __name__ == "__main__":
    main()
