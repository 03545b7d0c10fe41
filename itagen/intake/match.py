"""Which item of the list each row means: by number and title together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from itagen.edition import Edition, Item
from itagen.text import key

_ALIKE = 0.6
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Named:
    """What a row calls its item: its number and its title, either may be empty."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Match:
    """The item of a row, and whether its number or its title had to give way."""

    item: Item | None
    doubt: str = ""


def match_items(edition: Edition, rows: Sequence[Named]) -> tuple[Match, ...]:
    """The item of every row, each item once.

    A row whose number and title agree is certain. Of a number that stands twice the title
    decides; a title that another row has with its own number leaves the number to decide.
    """
    matcher = _Matcher(edition, rows)
    matcher.agreeing()
    matcher.by_title()
    matcher.by_number()
    return tuple(matcher.found.get(row, Match(None)) for row in range(len(rows)))


class _Matcher:
    def __init__(self, edition: Edition, rows: Sequence[Named]) -> None:
        self.edition = edition
        self.rows = rows
        self.numbered = [edition.understand(row.number) if row.number else None for row in rows]
        self.found: dict[int, Match] = {}
        self.taken: set[str] = set()

    def _left(self) -> list[int]:
        return [row for row in range(len(self.rows)) if row not in self.found]

    def _take(self, row: int, item: Item, doubt: str = "") -> None:
        self.found[row] = Match(item, doubt)
        self.taken.add(item.code)

    def agreeing(self) -> None:
        """Rows whose number and title say the same; of two such the nearer title."""
        claims = [
            (likeness(self.rows[row].title, item), -row, row, item)
            for row in self._left()
            if (item := self.numbered[row])
        ]
        for alike, _, row, item in sorted(claims, key=lambda claim: claim[:2], reverse=True):
            if alike >= _ALIKE and item.code not in self.taken:
                best = self._nearest(self.rows[row].title)
                if best is item or alike >= _SURE:
                    self._take(row, item)

    def by_title(self) -> None:
        """Rows whose title is surely that of an item which no row has yet."""
        for row in self._left():
            item = self._nearest(self.rows[row].title)
            if (
                item
                and item.code not in self.taken
                and likeness(self.rows[row].title, item) >= _SURE
            ):
                self._take(row, item, "title" if self.numbered[row] else "")

    def by_number(self) -> None:
        """Rows whose number is left alone, where the title is not surely something else."""
        numbers = Counter(item.code for row in self._left() if (item := self.numbered[row]))
        for row in self._left():
            item = self.numbered[row]
            if item is None or item.code in self.taken or numbers[item.code] > 1:
                continue
            title = self.rows[row].title
            if not title or likeness(title, item) >= _ALIKE or self._is_taken(title):
                self._take(row, item, "number" if title else "")

    def _is_taken(self, title: str) -> bool:
        """Whether a title is that of an item which another row has, copied by mistake."""
        item = self._nearest(title)
        return bool(item and item.code in self.taken and likeness(title, item) >= _SURE)

    def _nearest(self, title: str) -> Item | None:
        if not title:
            return None
        return max(self.edition.items, key=lambda item: likeness(title, item))


def likeness(title: str, item: Item) -> float:
    """How like a title is to what an item is called, from 0 to 1."""
    return max(_ratio(key(title), key(name)) for name in (item.title, item.label))


@cache
def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
