"""The columns of official forms: schema/columns/*.yaml, the project's own before those shipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from itagen.schema import fixed_shape
from itagen.shipped import shipped_folder
from itagen.source import Source, read_source
from itagen.tree import Fault, Mapping, Node, Scalar, plain

Data = dict[str, Any]

_FOLDER = "schema/columns"


def set_names(root: Path) -> tuple[str, ...]:
    """All sets that there are for the editions of a project."""
    folders = (shipped_folder(), root)
    return tuple(sorted({p.stem for above in folders for p in (above / _FOLDER).glob("*.yaml")}))


def sets_named(node: Node | None) -> Iterator[str]:
    """The sets that an edition names."""
    for key, value in node.pairs if isinstance(node, Mapping) else ():
        if key.text == "columns" and isinstance(value, Scalar):
            yield value.text
        else:
            yield from sets_named(value)


def read_set(root: Path, name: str) -> Source:
    """One of them: the project's own, else the shipped one."""
    file = f"{_FOLDER}/{name}.yaml"
    home = root if (root / file).is_file() else shipped_folder()
    return read_source(home, home / file)


def set_fields(source: Source) -> tuple[Data, tuple[Fault, ...]]:
    """The fields of a set, by id; none where it cannot be read."""
    wrong = tuple(fixed_shape("columns").faults(source.root)) if source.root else ()
    faults = (*source.faults, *wrong)
    if source.root is None or wrong:
        return {}, faults
    return cast(Data, plain(source.root))["fields"], faults


def with_set(own: Data, given: Data) -> Data:
    """The fields of an element: its own, each with the words and the type that a set knows for it.

    Without any of its own they are those of the set.
    """
    if not own:
        return given
    return {name: _joined(value, given.get(name)) for name, value in own.items()}


def _joined(own: Any, given: Any) -> Data:
    mine, shared = _titled(own), _titled(given) if given else {}
    words = [*mine.get("also", ()), *([shared["title"]] if shared else []), *shared.get("also", ())]
    kept = [word for word in dict.fromkeys(map(str, words)) if word != str(mine["title"])]
    found = {"type": shared["type"]} | mine if "type" in shared else mine
    return {**found, "also": kept}


def _titled(value: Any) -> Data:
    return value if isinstance(value, dict) else {"title": str(value)}
