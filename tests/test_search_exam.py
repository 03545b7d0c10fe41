"""The exam of the search is whole: enough of each kind, and every answer is there to be found."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bench.search.exam import (
    NOTHING,
    WINDOWS,
    Query,
    load_queries,
    load_windows,
    mrr,
    recall_at_5,
    reciprocal_rank,
)
from bench.search.sites import SITES, build, hits
from bench.search.windows import SHARES, make

LEAST = dict.fromkeys(
    ["word", "compound", "partial", "typo", "encoding", "digits", "code", "english", "mixed",
     "natural", "swapped", "space", "keyboard", "synonym"], 12,
) | {NOTHING: 8}  # fmt: skip
# What an editor that tidies Unicode would repair on saving, and so spoil.
ODD = re.compile(
    "[\u00a0\u00ad\u200b-\u200f\u2060\ufeff\uf700-\uf71a]|\u0e40\u0e40|\u0e4d[\u0e48-\u0e4b]?\u0e32"
    "|[\u0e48-\u0e4b][\u0e31\u0e34-\u0e3a\u0e4d]|([\u0e31\u0e34-\u0e3a\u0e47-\u0e4d])\\1"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("exam")
    return {name: build(name, folder / name) for name in SITES}


def test_there_is_enough_of_every_kind() -> None:
    queries = load_queries()
    kinds, sites = Counter(q.kind for q in queries), Counter(q.site for q in queries)
    assert len(queries) >= 240
    assert kinds.keys() == LEAST.keys()
    assert {kind: count for kind, count in kinds.items() if count < LEAST[kind]} == {}
    assert sites.keys() == SITES.keys() and sites["example"] >= 130
    assert len(load_windows()) == sum(SHARES.values()) == 280


def test_only_what_nothing_answers_has_no_answer() -> None:
    wrong = [q for q in load_queries() if bool(q.relevant) == (q.kind == NOTHING)]
    assert wrong == []
    assert all(window.relevant for window in load_windows())


def test_odd_encodings_are_still_odd() -> None:
    odd = [query for query in load_queries() if query.kind == "encoding"]
    assert [query for query in odd if not ODD.search(query.q)] == []


@pytest.mark.parametrize("asked", [load_queries(), load_windows()], ids=["queries", "windows"])
def test_nothing_is_asked_or_answered_twice(asked: list[Query]) -> None:
    twice = [key for key, n in Counter((q.site, q.q) for q in asked).items() if n > 1]
    assert twice == []
    assert [q for q in asked if len(set(q.relevant)) < len(q.relevant)] == []


def test_every_answer_stands_on_the_built_site(built: dict[str, Path]) -> None:
    there = {name: hits(site) for name, site in built.items()}
    astray = [
        (query.site, query.q, address)
        for query in [*load_queries(), *load_windows()]
        for address in query.relevant
        if address not in there[query.site]
    ]
    assert astray == []
    assert "questions/#q-2566-01-18-waste-bin" in there["example"]
    assert not any(address.startswith("en/") for address in there["example"])


def test_the_windows_are_what_seed_1_draws(built: dict[str, Path]) -> None:
    again = "make them anew: python -m bench.search.windows"
    assert make(1, built) == WINDOWS.read_text("utf-8"), again


def test_answers_are_marked() -> None:
    assert recall_at_5(["a", "x", "b"], ["a", "b", "c", "d"]) == 0.5
    assert recall_at_5(list("abcdef"), list("abcdefgh")) == 1
    assert recall_at_5(["x"] * 5 + ["a"], ["a"]) == 0
    assert recall_at_5(["a", "a"], ["a", "b"]) == 0.5, "an answer given twice is one"
    assert reciprocal_rank(["x", "b", "a"], ["a", "b"]) == 0.5
    assert reciprocal_rank([], ["a"]) == 0
    assert mrr([(["a"], ["a"]), (["x", "a"], ["a"]), ([], ["a"])]) == 0.5
    assert mrr([]) == 0
    with pytest.raises(ValueError, match="apart"):
        recall_at_5(["a"], [])
