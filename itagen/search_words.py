"""What the search knows of Thai beyond letters: schema/thai/search.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from itagen.shipped import shipped_folder
from itagen.source import read_source
from itagen.tree import Mapping as MappingNode
from itagen.tree import Node, Scalar
from itagen.tree import Sequence as SequenceNode


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Facts of language that the search in the browser is given.

    Attributes:
        item: what stands before the number of an item in a query.
        letters: a letter of an item's code → what is typed for it.
        keyboard: the signs of the keys on one layout, and on the other.
        months: their names, long and short.
        stop: words that tell nothing of what is looked for.
        synonyms: groups of words that are found by each other.
    """

    item: Sequence[str] = ()
    letters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    keyboard: Sequence[str] = ()
    months: Sequence[Sequence[str]] = ()
    stop: Sequence[str] = ()
    synonyms: Sequence[Sequence[str]] = ()


@cache
def search_words() -> SearchWords:
    """The words that come with itagen."""
    folder = shipped_folder() / "schema" / "thai"
    root = read_source(folder, folder / "search.yaml").root
    values = root.values if root else {}
    letters = values.get("letters")
    return SearchWords(
        item=tuple(_texts(values.get("item"))),
        letters={
            key.text: tuple(_texts(node))
            for key, node in (letters.pairs if isinstance(letters, MappingNode) else ())
        },
        keyboard=tuple(_texts(values.get("keyboard"))),
        months=_groups(values.get("months")),
        stop=tuple(_texts(values.get("stop"))),
        synonyms=_groups(values.get("synonyms")),
    )


def _groups(node: Node | None) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_texts(group)) for group in _items(node))


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, SequenceNode) else ()


def _texts(node: Node | None) -> Iterator[str]:
    return (item.text for item in _items(node) if isinstance(item, Scalar))
