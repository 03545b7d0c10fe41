"""From saving a file to its new bytes in a browser: `itagen serve`, a real websocket and real HTTP.

`python -m bench.serve` prints the median and the worst of the rounds for the example of the
checkout (43 items) and for sites of 43 and 1,000 posts; a round waits until the server is idle. The
bar of the project: 0.5 s for the example, 1 s at 1,000 posts. Nothing is asserted anywhere.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.build import our_site
from tests.projects import ROOT
from tests.serving import Served, served, waiting

ROUNDS = 9
PAUSE_S = 0.5


@contextmanager
def example() -> Iterator[tuple[Path, Path, str]]:
    """A copy of the example; the entry that is saved, and the page that shows it."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "example"
        shutil.copytree(ROOT / "content", root / "content")
        yield root, root / "content" / "2566" / "o13.yaml", "/2566/o13/"


@contextmanager
def posts(number: int) -> Iterator[tuple[Path, Path, str]]:
    """A site of so many posts; the one that is saved, and its page."""
    with tempfile.TemporaryDirectory() as name:
        root = our_site(number, Path(name))
        yield root, root / "content" / "news" / "n00000.md", "/news/n00000/"


async def rounds(server: Served, path: Path, page: str) -> list[float]:
    """Seconds of each round, the first one left out: it loads what later ones have loaded."""
    before = path.read_text("utf-8")
    word = "เร่งรัดการออกแบบ" if path.suffix == ".yaml" else "เรื่องสมมติที่"
    assert word in before
    taken = []
    async with waiting(server) as browser:
        for number in range(ROUNDS + 1):
            await asyncio.sleep(PAUSE_S)
            mark = f"รอบที่{number:03}"
            started = time.perf_counter()
            path.write_text(before.replace(word, f"{mark}{word}", 1), "utf-8")
            await browser.reload()
            assert mark in server.page(page)
            taken.append(time.perf_counter() - started)
    return taken[1:]


def main() -> None:
    sites = {"example": example(), "43 posts": posts(43), "1,000 posts": posts(1000)}
    for name, site in sites.items():
        with site as (root, path, page), served(root) as server:
            taken = asyncio.run(rounds(server, path, page))
        print(f"{name:12} median {statistics.median(taken):.2f} s  worst {max(taken):.2f} s")


if __name__ == "__main__":
    main()
