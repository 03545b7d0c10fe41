"""The columns of official forms: schema/columns/*.yaml, the project's own before those shipped."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from itagen.schema import fixed_shape
from itagen.shipped import shipped_folder
from itagen.source import read_source
from itagen.tree import Fault, plain

Data = dict[str, Any]


@dataclass
class ColumnSets:
    """Sets by name, as plain data, each read when an edition names it first."""

    root: Path
    faults: list[Fault] = field(default_factory=list)
    _read: dict[str, Data] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """All that there are."""
        folders = (shipped_folder(), self.root)
        found = (p.stem for root in folders for p in (root / "schema/columns").glob("*.yaml"))
        return tuple(sorted(set(found)))

    def fields(self, name: str) -> Data:
        """The fields of a set, by id; empty where it does not exist or cannot be read."""
        if name not in self._read:
            self._read[name] = self._fields(name)
        return self._read[name]

    def _fields(self, name: str) -> Data:
        for root in (self.root, shipped_folder()):
            path = root / "schema/columns" / f"{name}.yaml"
            if path.is_file():
                source = read_source(root, path)
                wrong = list(fixed_shape("columns").faults(source.root)) if source.root else []
                self.faults += [*source.faults, *wrong]
                if source.root is None or wrong:
                    return {}
                return cast(Data, plain(source.root))["fields"]  # type: ignore[no-any-return]
        return {}


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
