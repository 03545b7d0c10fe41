"""Two lists side by side: a topic keeps its slug, whatever its code. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from itagen.edition import Edition, Item

Difference = Literal["title", "elements", "coverage"]


@dataclass(frozen=True, slots=True)
class Pair:
    """An item of the later list with what it continues.

    Attributes:
        old: the item of the same topic; None where the topic is new.
        takes_in: items of other topics whose content stands in it from now on.
        added, removed: ids of elements that are asked now, and that are asked no more.
    """

    new: Item
    old: Item | None
    takes_in: tuple[Item, ...] = ()
    differences: tuple[Difference, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every topic of both lists.

    Attributes:
        pairs: in the order of the later list.
        gone: items of the earlier list that the later neither asks nor takes in.
    """

    pairs: tuple[Pair, ...]
    gone: tuple[Item, ...]


def compare(before: Edition, after: Edition) -> Comparison:
    """What becomes of each item from one list to the next."""
    pairs = tuple(_pair(before, after, item) for item in after.items)
    kept = {item.slug for item in after.items}
    kept |= {item.slug for pair in pairs for item in pair.takes_in}
    return Comparison(pairs, tuple(item for item in before.items if item.slug not in kept))


def _pair(before: Edition, after: Edition, item: Item) -> Pair:
    known, own = before.by_slug, after.by_slug
    taken = tuple(known[slug] for slug in item.takes_in if slug in known and slug not in own)
    old = known.get(item.slug)
    if old is None:
        return Pair(item, None, taken)
    asked, were = ({e.id: None for e in i.elements} for i in (item, old))
    added = tuple(name for name in asked if name not in were)
    removed = tuple(name for name in were if name not in asked)
    return Pair(item, old, taken, _differences(old, item), added, removed)


def _differences(old: Item, new: Item) -> tuple[Difference, ...]:
    """In what the demands differ; other words for the same elements are no difference."""
    found: list[Difference] = []
    if old.title != new.title:
        found.append("title")
    if {e.id for e in old.elements} != {e.id for e in new.elements}:
        found.append("elements")
    if old.coverage != new.coverage:
        found.append("coverage")
    return tuple(found)
