"""What a PDF of 200 pages adds to a first build, and to the next one that changes nothing.

`python -m bench.evidence` prints medians of five rounds; no time is asserted anywhere. The bar of
the project: under a second for the first, nothing for the next.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path

from itagen.pipeline import build_site
from itagen.project import Project
from tests.file_samples import RIGHT, make_pdf
from tests.projects import SHIPPED, write_demo

PAGES = 200
ROUNDS = 5
LINE = "ผลการดำเนินงานโครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก งบประมาณของเทศบาลสมมติ "


def site(folder: Path, pages: int) -> Path:
    """The demo, with a document of so many pages, or none."""
    root = write_demo(folder, SHIPPED[1])
    if pages:
        home = root / "content" / "2566" / "o13"
        home.mkdir()
        texts = [
            "\n".join([RIGHT, *(f"{LINE} {page} {row}" for row in range(30))])
            for page in range(pages)
        ]
        (home / "report.pdf").write_bytes(make_pdf(texts))
        entry = root / "content" / "2566" / "o13.yaml"
        entry.write_text(entry.read_text("utf-8") + "documents: [report.pdf]\n", "utf-8")
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
    rounds: dict[int, list[tuple[float, float]]] = {0: [], PAGES: []}
    builds(site(Path(tempfile.mkdtemp()), PAGES))  # what is imported lazily is there from now on
    for _ in range(ROUNDS):
        for pages, taken in rounds.items():
            folder = Path(tempfile.mkdtemp())
            taken.append(builds(site(folder, pages)))
            shutil.rmtree(folder)
    middle = {
        pages: [statistics.median(column) for column in zip(*taken, strict=True)]
        for pages, taken in rounds.items()
    }
    for name, without, given in zip(("first", "next"), middle[0], middle[PAGES], strict=True):
        print(
            f"{name:5}  without {without:.3f} s  with {given:.3f} s  added {given - without:+.3f} s"
        )


if __name__ == "__main__":
    main()
