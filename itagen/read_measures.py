"""content/<year>/measures.yaml to measures, and measures to the answers of the items with them.

The list says which items: `from: measures` at an element, and at a field `of:` where the field is
called otherwise than the measure's own key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from itagen.coverage import asks_for_day
from itagen.demand import Element, Field
from itagen.diagnostics import Location
from itagen.edition import Item
from itagen.entry import Answer, Entry, Evidence, Record, Said
from itagen.read_entry import broken_of
from itagen.read_values import evidence, said
from itagen.schema import fixed_shape
from itagen.site import Owner
from itagen.source import read_source
from itagen.tree import Fault, Sequence
from itagen.tree import Mapping as Tree

NAME = "measures.yaml"
_TOGETHER = {"result": ("state", "result"), "follow_up": ("follow_up", "deadline")}
_ELSE = {"measure": ("improve", "question")}


def read_measures(
    root: Path, folder: str, owners: Iterable[Owner]
) -> tuple[tuple[Record, ...], tuple[Fault, ...]]:
    """The measures of one year, by the keys of the file; none where there is no file.

    Args:
        root: the project folder.
        folder: the year's, below content/.
        owners: the desks that `owner:` may name by their id.
    """
    path = root / "content" / folder / NAME
    if not path.is_file():
        return (), ()
    source = read_source(root, path)
    if source.root is None or not source.root.pairs:
        return (), source.faults
    wrong = list(fixed_shape("measures").faults(source.root))
    broken = broken_of(wrong).paths
    listed = source.root.values.get("measures")
    desks = {owner.id: f"{owner.unit} {owner.position}".strip() for owner in owners}
    found = [
        _measure(node, desks, frozenset(str(p[2]) for p in broken if p[1:2] == (at,) and p[2:]))
        for at, node in enumerate(listed.items if isinstance(listed, Sequence) else ())
        if isinstance(node, Tree)
    ]
    return tuple(found), (*source.faults, *wrong)


def _measure(node: Tree, desks: Mapping[str, str], broken: frozenset[str]) -> Record:
    fields = {name: evidence(value) for name, value in node.values.items() if name != "date"}
    fields["owner"] = tuple(_named(part, desks) for part in fields.get("owner", ()))
    return Record(node.at, fields, date=said(node.values.get("date")), broken=broken)


def _named(part: Evidence, desks: Mapping[str, str]) -> Evidence:
    """An owner by what the desk is called, where year.yaml has it."""
    name = desks.get(part.text.text) if part.text else None
    return replace(part, text=Said(name, part.at)) if name else part


def with_measures(entry: Entry, measures: tuple[Record, ...]) -> Entry:
    """An entry that shows the measures where it gives none itself."""
    found = {
        element.id: _answer(entry.item, element, measures)
        for element in entry.item.elements
        if element.home == "measures" and element.id not in entry.answers
    }
    return replace(entry, answers={**entry.answers, **found}) if found and measures else entry


def shows_measures(item: Item) -> bool:
    """Whether an item shows the measures of the year."""
    return any(element.home == "measures" for element in item.elements)


def entry_of_measures(item: Item, folder: str) -> Entry:
    """The entry of an item whose file is not there: the measures are all that it shows."""
    path = f"content/{folder}/{item.stem}.yaml"
    return Entry(item, path, f"{folder}/{item.stem}", Location(path))


def _answer(item: Item, element: Element, measures: tuple[Record, ...]) -> Answer:
    coverage = item.coverage_of(element)
    dated = bool(coverage and asks_for_day(coverage))
    rows = tuple(_row(element.each, measure, dated=dated) for measure in measures)
    return Answer(element.id, measures[0].at, rows)


def _row(fields: Iterable[Field], measure: Record, *, dated: bool) -> Record:
    listed = tuple(fields)
    return Record(
        measure.at,
        {field.id: tuple(_values(measure, field.key)) for field in listed},
        date=measure.date if dated else None,
        broken=frozenset(field.id for field in listed if field.key in measure.broken)
        | (frozenset("?") if "?" in measure.broken else frozenset()),
        keys={field.id: field.key for field in listed},
    )


def _values(measure: Record, key: str) -> Iterator[Evidence]:
    for name in _TOGETHER.get(key, (key,)):
        yield from measure.fields.get(name, ())
    if not measure.fields.get(key):
        named = (measure.fields.get(other) for other in _ELSE.get(key, ()))
        yield from next(filter(None, named), ())
