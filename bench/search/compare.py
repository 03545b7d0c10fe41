"""Our search beside Pagefind and Fuse.js: the exam, and time and size at 1,000 and 10,000 pages.

`make bench-search` prints the tables. All three are asked in one Chromium, one after the other, on
the same pages with the same words: Pagefind's pages hold a page's title and text and nothing else,
Fuse.js gets our two files. They know nothing of codes, years and synonyms, as ours is made to.
"""

from __future__ import annotations

import json
import random
import shutil
import statistics
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

import brotli
from playwright.sync_api import Browser, Page, sync_playwright

from bench.search.exam import NOTHING, Query, load_queries, load_windows, mrr, recall_at_5
from bench.search.sites import SITES, build
from itagen.search_index import Indexed, index_files
from itagen.search_words import search_words
from itagen.store import Store
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.host import served

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
ENGINES = ("itagen", "pagefind", "fuse")
SIZES = (1_000, 10_000)
SIGNS = 310
# Fuse.js takes seconds a query at 10,000 pages.
ASKED_OF_FUSE = 40


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        lines = _exam_sites(folder)
        for size in SIZES:
            _large_site(folder / f"site-{size}", size, lines)
        _harness(folder)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        with served(folder) as origin:
            _exam(browser, origin)
            for size in SIZES:
                _cost(browser, origin, folder, size)


def _exam_sites(folder: Path) -> list[str]:
    """Build the four sites of the exam; every line of their texts."""
    lines: list[str] = []
    for name in SITES:
        site = build(name, folder / name)
        worker = next((site / "static").glob("search-worker.*.js"))
        shutil.copy(worker, folder / "worker.js")
        shutil.copytree(site / "search", folder / f"site-{name}")
        pages, texts = _read(folder / f"site-{name}")
        lines += [line for text in texts for line in text.split("\n") if line]
        _for_pagefind(folder / f"site-{name}" / "html", pages, texts)
    return lines


def _large_site(folder: Path, size: int, lines: Sequence[str]) -> None:
    """Pages of lines by lot out of the four sites, about 310 signs each."""
    lot = random.Random(size)
    titles = [line for line in lines if 15 <= len(line) <= 80]
    indexed = []
    for number in range(size):
        text = ""
        while len(text) < SIGNS:
            text += lot.choice(lines) + "\n"
        title = f"{lot.choice(titles)} {number}"
        group = ("ข่าว", "News")
        indexed.append(Indexed(f"news/n{number}/", title, "", "", 2566, group, (), text[:SIGNS]))
    folder.mkdir()
    with tempfile.TemporaryDirectory() as store:
        files = index_files(indexed, search_words(), Store(Path(store)))
    for name, data in zip(("pages.json", "texts.json"), files, strict=True):
        (folder / name).write_bytes(data)
    _for_pagefind(folder / "html", *_read(folder))


def _read(folder: Path) -> tuple[list[list[Any]], list[str]]:
    pages = json.loads((folder / "pages.json").read_text("utf-8"))["pages"]
    return pages, json.loads((folder / "texts.json").read_text("utf-8"))["texts"]


def _for_pagefind(folder: Path, pages: Sequence[Sequence[Any]], texts: Sequence[str]) -> None:
    """The same pages as HTML, and Pagefind's index of them."""
    for number, (page, text) in enumerate(zip(pages, texts, strict=True)):
        address, title, code, *_, english = page
        body = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
        path = folder / f"p{number}" / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(
            f'<html lang="th"><title>{escape(title)}</title><body><main data-pagefind-body>'
            f'<span data-pagefind-meta="address" hidden>{escape(address)}</span>'
            f"<h1>{escape(f'{code} {title} {english}'.strip())}</h1>{body}</main></body></html>",
            encoding="utf-8",
        )
    command = [str(MODULES / ".bin" / "pagefind"), "--site", str(folder), "--force-language", "th"]
    subprocess.run(command, check=True, capture_output=True)


def _harness(folder: Path) -> None:
    shutil.copy(MODULES / "fuse.js" / "dist" / "fuse.min.mjs", folder)
    shutil.copy(HERE / "asked.js", folder)
    html = '<!doctype html><script src="asked.js"></script>'
    for name in ("index.html", "404.html"):
        (folder / name).write_text(html, encoding="utf-8")


def _asked(page: Page, engine: str, site: str, queries: Sequence[str]) -> dict[str, Any]:
    places = {"worker": "worker.js", "folder": f"site-{site}"}
    code = "([engine, places, queries]) => examine(engine, places, queries)"
    found: dict[str, Any] = page.evaluate(code, [engine, places, list(queries)])
    return found


def _opened(browser: Browser, origin: str) -> Page:
    page = browser.new_page()
    page.set_default_timeout(0)
    page.goto(f"{origin}/index.html")
    return page


def _exam(browser: Browser, origin: str) -> None:
    marks: dict[str, dict[str, list[tuple[float, float]]]] = {}
    finds = dict.fromkeys(ENGINES, 0)
    for engine in ENGINES:
        marks[engine] = defaultdict(list)
        for site in SITES:
            queries = [q for q in (*load_queries(), *load_windows()) if q.site == site]
            page = _opened(browser, origin)
            answers = _asked(page, engine, site, [query.q for query in queries])["found"]
            page.close()
            for query, found in zip(queries, answers, strict=True):
                if query.kind == NOTHING:
                    finds[engine] += bool(found)
                    continue
                mark = recall_at_5(found, query.relevant), mrr([(found, query.relevant)])
                for kind in _rows(query):
                    marks[engine][kind].append(mark)
    print("recall@5 / MRR         n " + "".join(f"{engine:>16}" for engine in ENGINES))
    for kind, first in marks[ENGINES[0]].items():
        cells = "".join(f"{_means(marks[engine][kind]):>16}" for engine in ENGINES)
        print(f"{kind:20} {len(first):4}{cells}")
    print(f"{'nothing: finds some':24}  " + "".join(f"{finds[engine]:>15} " for engine in ENGINES))


def _rows(query: Query) -> Iterator[str]:
    yield "ALL WINDOWS" if query.kind.startswith("window") else "ALL QUERIES"
    yield query.kind


def _means(marks: Sequence[tuple[float, float]]) -> str:
    return " / ".join(f"{statistics.mean(column):.3f}" for column in zip(*marks, strict=True))


def _cost(browser: Browser, origin: str, folder: Path, size: int) -> None:
    print(f"\n{size:,} pages       first answer s   p50 ms   p95 ms   max ms   brotli kB   queries")
    queries = [query.q for query in (*load_queries(), *load_windows())]
    for engine in ENGINES:
        step = len(queries) // ASKED_OF_FUSE if engine == "fuse" and size > SIZES[0] else 1
        page = _opened(browser, origin)
        found = _asked(page, engine, str(size), queries[::step])
        page.close()
        took = sorted(found["took"])
        p50, p95 = took[len(took) // 2], took[int(len(took) * 0.95)]
        print(
            f"{engine:18} {found['ready'] / 1000:14.2f} {p50:8.1f} {p95:8.1f} {took[-1]:8.1f}"
            f" {_weight(folder / f'site-{size}', engine):11,.0f} {len(took):9}"
        )


def _weight(folder: Path, engine: str) -> float:
    """What the index takes with brotli; Pagefind's is compressed as it is, and read in parts."""
    if engine == "pagefind":
        files = (path for path in (folder / "html" / "pagefind").rglob("*") if path.is_file())
        return sum(path.stat().st_size for path in files) / 1000
    names = "pages.json", "texts.json"
    return sum(len(brotli.compress((folder / name).read_bytes())) for name in names) / 1000


if __name__ == "__main__":
    main()
