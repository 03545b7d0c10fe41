"""Which column is what: by its head, in the offices' own wording (schema/import/columns.yaml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from itagen.intake.paper import Row
from itagen.shipped import shipped_folder
from itagen.source import read_source
from itagen.text import key
from itagen.tree import scalars

FEWEST = 3
_NEAR = 0.8
_LONG_ENOUGH = 5
_GENERAL = frozenset(["state", "place", "owner"])


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table.

    Attributes:
        roles: what each column is, by its number; of an unknown column nothing.
        below: what the second row of each item has, where an item takes two rows.
        rows: how many rows the head itself takes.
    """

    roles: Mapping[int, str]
    below: Mapping[int, str]
    rows: int
    width: int

    @property
    def is_of_measures(self) -> bool:
        """Whether its rows are measures rather than items of the list."""
        return bool({"measure", "improve"} & set(self.roles.values()))


@cache
def _words() -> tuple[tuple[str, str], ...]:
    """Every known word with what it means, the longest first."""
    root = shipped_folder()
    source = read_source(root, root / "schema" / "import" / "columns.yaml")
    lists = source.root.values if source.root else {}
    pairs = ((key(word.text), role) for role, words in lists.items() for word in scalars(words))
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def role_of(text: str) -> str:
    """What a head means, empty where nobody can tell."""
    wanted = key(text)
    if not wanted or len(wanted) > 80:
        return ""
    for word, role in _words():
        if wanted == word or (len(word) >= _LONG_ENOUGH and wanted.startswith(word)):
            return role
    near = ((SequenceMatcher(None, wanted, word).ratio(), role) for word, role in _words())
    ratio, role = max(near)
    return role if ratio >= _NEAR else ""


def find_head(rows: Sequence[Row], start: int, before: Head | None) -> Head | None:
    """The head that begins at a row, if one does there.

    Args:
        rows: the rows of a table.
        start: where the head may begin.
        before: the head of the table before: a column whose head OCR spoilt is what it was there.
    """
    row = rows[start]
    roles = dict(_roles(row))
    if len(set(roles.values())) < FEWEST or _is_filled(rows, start, roles):
        return None
    following = rows[start + 1] if start + 1 < len(rows) else None
    under = dict(_roles(following)) if following and _is_second(row, following) else {}
    own = {c: r for c, r in under.items() if following and following.cells[c] != row.cells[c]}
    stacked = [c for c in own if c in roles and roles[c] not in _GENERAL and c not in row.covered]
    below = own if len(stacked) >= 2 else {}
    if not below:
        roles |= own
    return Head(_inherited(roles, before, len(row.cells)), below, 2 if own else 1, len(row.cells))


def _roles(row: Row) -> Iterator[tuple[int, str]]:
    for column, cell in enumerate(row.cells):
        if role := role_of(cell):
            yield column, role


def _is_filled(rows: Sequence[Row], start: int, roles: Mapping[int, str]) -> bool:
    """Whether most cells are no heads: a row of items that holds some words of heads."""
    filled = [cell for cell in rows[start].cells if cell]
    return len(roles) * 2 < len(filled)


def _is_second(first: Row, second: Row) -> bool:
    """Whether a row holds heads alone, some of them its own."""
    filled = [c for c, cell in enumerate(second.cells) if cell]
    own = [c for c in filled if c >= len(first.cells) or second.cells[c] != first.cells[c]]
    return bool(own) and all(role_of(second.cells[c]) for c in own)


def _inherited(roles: dict[int, str], before: Head | None, width: int) -> dict[int, str]:
    """The roles, with those that the same table had on the page before."""
    if before is None or before.width != width:
        return roles
    same = sum(1 for column, role in roles.items() if before.roles.get(column) == role)
    if same * 3 < len(roles) * 2:
        return roles
    taken = set(roles.values())
    return {c: r for c, r in before.roles.items() if r not in taken} | roles
