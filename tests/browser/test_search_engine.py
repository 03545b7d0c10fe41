"""The search in the browser finds what it must, and takes the same key of a text as the build."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from bench.search.exam import NOTHING, Query, load_queries, load_windows, recall_at_5
from bench.search.sites import SITES, build
from itagen.text import key
from tests.browser.host import served
from tests.browser.modes import opened
from tests.browser.searching import ask_worker
from tests.browser.sites import Site
from tests.projects import ROOT

PAIRS = ROOT / "tests" / "data" / "search_keys.json"
TEXTS, SEED = 6000, 2566
THAI = [chr(sign) for sign in range(0x0E01, 0x0E5C) if unicodedata.name(chr(sign), "")]
MARKS = [sign for sign in THAI if unicodedata.category(sign) == "Mn"] + [
    "\u0e33",
    "\u0e40",
    "\u0e32",
]
ODD = [*map(chr, range(0xF700, 0xF71B)), *"\u200b\u200c\u200d\u200e\u202a\u2060\u2066\u00ad\ufeff"]
LATIN = [chr(sign) for sign in range(0x20, 0x250)]
SIGNS = [*"\t\n \u00a0\u2003\u3000“”–—…•฿%", *"0123456789๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９²½"]


@pytest.fixture(scope="module")
def exam(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Site]]:
    """The sites of the exam, built and served."""
    folder = tmp_path_factory.mktemp("exam")
    with ExitStack() as stack:
        yield {
            name: Site(name, out, stack.enter_context(served(out)), (), ())
            for name, out in ((name, build(name, folder / name)) for name in SITES)
        }


def keys_in_browser(browser: Browser, site: Site, texts: Sequence[str]) -> list[str]:
    """What `keyOf` of the published worker makes of each text."""
    (worker,) = (site.folder / "static").glob("search-worker.*.js")
    with opened(browser, site) as page:
        script = f"texts => {{ {worker.read_text('utf-8')}\nreturn texts.map(keyOf); }}"
        found: list[str] = page.evaluate(script, texts)
    return found


def unlike(texts: Sequence[str], wanted: Sequence[str], found: Sequence[str]) -> list[str]:
    rows = zip(texts, wanted, found, strict=True)
    return [f"{text!a}: {want!a}, not {got!a}" for text, want, got in rows if want != got]


def random_texts() -> list[str]:
    """Texts of all that may stand in a page or come out of a keyboard, some of them taken apart."""
    luck = random.Random(SEED)
    kinds = [THAI, THAI, MARKS, MARKS, ODD, LATIN, SIGNS]
    texts = []
    for _ in range(TEXTS):
        text = "".join(luck.choice(luck.choice(kinds)) for _ in range(luck.randint(1, 16)))
        texts.append(luck.choice([text, unicodedata.normalize("NFD", text)]))
    return texts


def test_the_known_pairs_have_their_key(browser: Browser, example: Site) -> None:
    pairs = json.loads(PAIRS.read_text("utf-8"))
    texts, wanted = [text for text, _ in pairs], [key for _, key in pairs]
    assert len(texts) > 30
    found = unlike(texts, wanted, keys_in_browser(browser, example, texts))
    assert not found, "\n".join(found)


def test_browser_and_build_take_the_same_key(browser: Browser, example: Site) -> None:
    texts = random_texts()
    wanted = [key(text) for text in texts]
    assert len(set(wanted)) > TEXTS * 0.9, "hardly anything is compared"
    found = unlike(texts, wanted, keys_in_browser(browser, example, texts))
    assert not found, "\n".join([f"{len(found)} of {TEXTS} differ", *found[:20]])


@pytest.mark.parametrize(
    ("asked", "least"),
    [
        pytest.param([one for one in load_queries() if one.kind != NOTHING], 0.97, id="queries"),
        pytest.param(load_windows(), 0.93, id="windows"),
    ],
)
def test_the_exam_is_passed(
    browser: Browser, exam: dict[str, Site], asked: list[Query], least: float, notes: list[str]
) -> None:
    marks, missed = [], []
    for name, site in exam.items():
        queries = [one for one in asked if one.site == name]
        with opened(browser, site) as page:
            page.goto("/search/")
            answers = ask_worker(page, queries)
        for one, found in zip(queries, answers, strict=True):
            marks.append(recall_at_5(found, one.relevant))
            if marks[-1] < 1:
                missed.append(
                    f"{marks[-1]:.2f} {name} {one.kind} {one.q!r}: {found}, not {one.relevant}"
                )
    recall = sum(marks) / len(asked)
    notes.append(f"search, {len(asked)} of the exam: recall at 5 is {recall:.4f}")
    assert recall >= least, "\n".join([f"{recall:.4f}", *missed])
