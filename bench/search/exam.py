"""The exam of the site search: what is asked, what is right, and how answers are marked.

No engine stands here. README.md tells how the sets were made.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
QUERIES = HERE / "queries.yaml"
WINDOWS = HERE / "windows.json"
# The kind of queries that no page answers: nothing to recall.
NOTHING = "nothing"


@dataclass(frozen=True)
class Query:
    """What one person types on one site, and the addresses that answer."""

    q: str
    kind: str
    site: str
    relevant: tuple[str, ...]


def load_queries() -> list[Query]:
    """The queries written by hand, those that nothing answers among them."""
    entries = yaml.safe_load(QUERIES.read_text("utf-8"))
    return [Query(e["q"], e["kind"], e["site"], tuple(e["relevant"])) for e in entries]


def load_windows() -> list[Query]:
    """The random windows; their kind tells how many edits were made."""
    entries = json.loads(WINDOWS.read_text("utf-8"))
    return [Query(e["q"], f"window-{e['edits']}", e["site"], tuple(e["relevant"])) for e in entries]


def recall_at_5(found: Sequence[str], relevant: Collection[str]) -> float:
    """The share of what is right among the first five answers, out of five at most.

    Raises:
        ValueError: nothing is right, so nothing can be recalled.
    """
    _ask_for_some(relevant)
    return len(set(found[:5]) & set(relevant)) / min(5, len(set(relevant)))


def reciprocal_rank(found: Sequence[str], relevant: Collection[str]) -> float:
    """1 over the place of the first right answer, 0 where there is none.

    Raises:
        ValueError: nothing is right, so no place can be first.
    """
    _ask_for_some(relevant)
    places = (place for place, address in enumerate(found, 1) if address in relevant)
    return 1 / next(places, float("inf"))


def mrr(answered: Iterable[tuple[Sequence[str], Collection[str]]]) -> float:
    """The mean reciprocal rank of pairs (found, relevant); 0 for none."""
    ranks = [reciprocal_rank(found, relevant) for found, relevant in answered]
    return sum(ranks) / len(ranks) if ranks else 0.0


def _ask_for_some(relevant: Collection[str]) -> None:
    if not relevant:
        raise ValueError("no address is relevant: keep such queries apart")
