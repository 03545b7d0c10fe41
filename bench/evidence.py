"""What a PDF of 200 pages or a sheet of 3,000 rows adds to a first build, and to the next one.

`python -m bench.evidence` prints medians of five rounds; no time is asserted anywhere. The bar of
the project: under a second for the first, nothing for the next.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from itagen.pipeline import build_site
from itagen.project import Project
from tests.file_samples import RIGHT, make_pdf
from tests.projects import SHIPPED, write_demo
from tests.table_samples import MONTHS, OFFICIAL, PURCHASES, Row, plain, said, xlsx

PAGES, ROWS = 200, 3_000
ROUNDS = 5
LINE = "ผลการดำเนินงานโครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก งบประมาณของเทศบาลสมมติ "


def bare(root: Path) -> None:
    """Nothing is added."""


def with_pages(root: Path) -> None:
    """A document of many pages."""
    home = root / "content" / "2566" / "o13"
    home.mkdir()
    texts = [
        "\n".join([RIGHT, *(f"{LINE} {page} {row}" for row in range(30))]) for page in range(PAGES)
    ]
    (home / "report.pdf").write_bytes(make_pdf(texts))
    entry = root / "content" / "2566" / "o13.yaml"
    entry.write_text(entry.read_text("utf-8") + "documents: [report.pdf]\n", "utf-8")


def with_rows(root: Path) -> None:
    """A list of purchases of many rows, of all six months; sums, papers and many names differ."""
    home = root / "content" / "2566" / "o21"
    home.mkdir()
    months = [said(month) for month in MONTHS]
    rows: list[Row] = [[*OFFICIAL, "เดือน"]]
    for number in range(ROWS):
        purchase = PURCHASES[number % len(PURCHASES)]
        _, work, budget, price, method, _, _, reason, _ = plain(number, purchase)
        winner = f"{purchase.bidders[0][0]} {number % 400} {price + number:,.2f} บาท"
        bidders = f"{winner}\n{purchase.bidders[-1][0]} {number % 300} {budget + number:,.2f} บาท"
        rows.append([
            number + 1, f"{work} {number}", budget + number, price + number / 4, method, bidders,
            winner, reason, f"ใบสั่งซื้อเลขที่ {number + 1}/2566 ลงวันที่ {purchase.signed}",
            months[number * 6 // ROWS],
        ])  # fmt: skip
    (home / "list.xlsx").write_bytes(xlsx({"รายการ": (rows, [])}))
    entry = root / "content" / "2566" / "o21.yaml"
    entry.write_text("elements: {purchases: {table: list.xlsx}}\n", "utf-8")


ADDED = {"nothing": bare, "200 pages": with_pages, "3,000 rows": with_rows}


def site(folder: Path, add: Callable[[Path], None]) -> Path:
    """The demo, with what is added."""
    root = write_demo(folder, SHIPPED[1])
    add(root)
    return root


def builds(root: Path) -> tuple[float, float]:
    """Seconds of a first build and of the next."""
    taken = []
    for _ in range(2):
        started = time.perf_counter()
        build_site(Project(root), root / "public")
        taken.append(time.perf_counter() - started)
    return taken[0], taken[1]


def main() -> None:
    rounds: dict[str, list[tuple[float, float]]] = {name: [] for name in ADDED}
    for add in ADDED.values():  # what is imported lazily is there from now on
        builds(site(Path(tempfile.mkdtemp()), add))
    for _ in range(ROUNDS):
        for name, add in ADDED.items():
            folder = Path(tempfile.mkdtemp())
            rounds[name].append(builds(site(folder, add)))
            shutil.rmtree(folder)
    middle = {
        name: [statistics.median(column) for column in zip(*taken, strict=True)]
        for name, taken in rounds.items()
    }
    for name, given in middle.items():
        for which, without, taken in zip(("first", "next"), middle["nothing"], given, strict=True):
            added = taken - without
            print(f"{name:10}  {which:5}  {taken:.3f} s  added {added:+.3f} s")


if __name__ == "__main__":
    main()
