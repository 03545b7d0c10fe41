"""The values of a file as a form has them: texts, lists and mappings, nothing else."""

from __future__ import annotations

from itagen.tree import Mapping, Node, Scalar, Sequence, is_blank

Texts = str | list["Texts"] | dict[str, "Texts"]


def texts(node: Node) -> Texts:
    """A tree's values without their places; `12` and `true` stay as typed, blanks are left out."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [texts(item) for item in node.items if not is_blank(item)]
        case Mapping():
            return {name: texts(value) for name, value in node.values.items()}


def same(old: Texts, new: Texts) -> bool:
    """Whether two values say the same; a form loses the line breaks at the end of a text."""
    match old, new:
        case str(), str():
            return old.rstrip("\n") == new.rstrip("\n")
        case list(), list():
            return len(old) == len(new) and all(map(same, old, new))
        case dict(), dict():
            return old.keys() == new.keys() and all(same(old[key], new[key]) for key in old)
        case _:
            return False
