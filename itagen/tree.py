"""A file's values, each knowing its line and column. No YAML here, only its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from itagen.diagnostics import NOTHING, Location, Subject

Path = tuple[str | int, ...]
Plain = str | int | bool | list["Plain"] | dict[str, "Plain"]

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value. `plain`: written without quotes, so that `true`, `false` and 12 count."""

    text: str
    at: Location
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    at: Location


@dataclass(frozen=True)
class Mapping:
    """Keys and values in the order written; a key that stood twice is here once."""

    pairs: tuple[tuple[Scalar, Node], ...]
    at: Location

    @cached_property
    def values(self) -> dict[str, Node]:
        """Values by key; a key without a value counts as not written."""
        return {key.text: value for key, value in self.pairs if not is_blank(value)}

    def key(self, name: str) -> Scalar | None:
        """The key itself, for its location."""
        return next((key for key, _ in self.pairs if key.text == name), None)


Node = Scalar | Sequence | Mapping


def is_blank(node: Node) -> bool:
    """Whether nothing was written where a value should be (`title:` and the end of the line)."""
    return isinstance(node, Scalar) and node.plain and not node.text


def plain(node: Node) -> Plain:
    """The values without their places, as JSON knows them; blank ones are left out."""
    match node:
        case Scalar():
            return _plain_scalar(node)
        case Sequence():
            return [plain(item) for item in node.items if not is_blank(item)]
        case Mapping():
            return {name: plain(value) for name, value in node.values.items()}


def _plain_scalar(node: Scalar) -> Plain:
    if node.plain and node.text in {"true", "false"}:
        return node.text == "true"
    if node.plain and _INTEGER.fullmatch(node.text):
        return int(node.text)
    return node.text


def find(node: Node, path: Path) -> Node | None:
    """The value at a path of keys and list positions (counted as `plain` counts), or None."""
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.values:
            node = node.values[step]
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = [item for item in node.items if not is_blank(item)][step]
        else:
            return None
    return node


def locate(node: Node, path: Path) -> Location:
    """The place of the value at a path; of its nearest ancestor where it does not exist."""
    for length in range(len(path), -1, -1):
        found = find(node, path[:length])
        if found is not None:
            return found.at
    return node.at


def scalars(node: Node) -> Iterator[Scalar]:
    """Every single value below a node, keys not counted."""
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from scalars(item)
        case Mapping():
            for _, value in node.pairs:
                yield from scalars(value)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that could not be read as it was meant; `kind` names the rule that says it.

    Attributes:
        detail: which of the kind it is (`tab`, `windows-874`), in the rule's own terms.
        found: the words in question.
        other: a second place, such as the first of two equal keys.
        path: keys and positions that lead to the value, where it has a place in the tree.
        options: what would have been understood.
        subject: the item and element whose file this is, where it is one.
    """

    kind: str
    at: Location
    detail: str = ""
    found: str = ""
    other: Location | None = None
    path: Path = ()
    options: tuple[str, ...] = ()
    subject: Subject = NOTHING
