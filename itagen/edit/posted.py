"""What a form was sent with, to the values that the file is to have. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from itagen.demand import Element, Field
from itagen.edit.kinds import DOCUMENT_KEYS, Posted, evidence_of, is_blank, is_lines, said
from itagen.edit.texts import Texts
from itagen.edition import Item

ORDER = ("item", "covers", "date", "documents", "elements", "none", "pending", "until")
MAX_STEPS = 8
Values = dict[str, Texts]


def nested(pairs: Iterable[tuple[str, str]]) -> Posted:
    """Inputs named `elements.results.0.pages` as a tree by their names."""
    root: Posted = {}
    for name, text in pairs:
        steps = name.split(".")
        if len(steps) > MAX_STEPS:
            continue
        here = root
        for step in steps[:-1]:
            below = here.setdefault(step, {})
            if not isinstance(below, dict):
                break
            here = below
        else:
            here[steps[-1]] = text
    return root


def entry_values(item: Item, given: Posted, was: Values) -> Values:
    """The values of an entry.

    Args:
        item: whose elements may be given.
        given: the inputs, as `nested` has them.
        was: the values that the form was made of; what it did not show stays.
    """
    values = dict(was)
    for key in ("covers", "date"):
        if key in given:
            _set(values, key, said(given, key))
    _state(values, given)
    if "documents" in given:
        _set(values, "documents", documents(_below(given, "documents"), was.get("documents")))
    held = was.get("elements")
    elements = dict(held) if isinstance(held, dict) else {}
    for element in item.elements:
        posted = _below(_below(given, "elements"), element.id)
        if posted:
            _set(elements, element.id, element_value(element, posted, elements.get(element.id)))
    _set(values, "elements", elements)
    return values


def _state(values: Values, given: Posted) -> None:
    """Data, or declared as still to come, or declared that there is none."""
    state = said(given, "state")
    if not state:
        return
    _set(values, "pending", said(given, "pending") if state == "pending" else "")
    _set(values, "until", said(given, "until") if state == "pending" else "")
    _set(values, "none", said(given, "none") if state == "none" else "")


def _set(values: Values, key: str, value: Texts | None) -> None:
    old = values.get(key)
    if isinstance(old, str) and old.strip() == value:
        return
    if value:
        values[key] = value
    else:
        values.pop(key, None)


def documents(given: Posted, was: Texts | None) -> list[Texts]:
    """The lines of `documents`: a bare name where nothing else is said of a file."""
    held = was if isinstance(was, list) else []
    found: list[Texts] = []
    for index, row in _rows(given):
        old = held[index] if index < len(held) else None
        before: Values = dict(old) if isinstance(old, dict) else {"file": old} if old else {}
        for key in DOCUMENT_KEYS:
            if key in row:
                _set(before, key, said(row, key))
        if "remove" in row or not before.keys() - {"side"}:
            continue
        bare = set(before) == {"file"} and not isinstance(old, dict)
        found.append(before["file"] if bare else cast(Texts, before))
    return found


def element_value(element: Element, given: Posted, was: Texts | None) -> Texts | None:
    """The value of an element: one part alone, or a list of them; None where nothing is left."""
    held = parts_of(element, was)
    found: list[Texts] = []
    for index, row in _rows(given):
        old = held[index] if index < len(held) else None
        if "remove" in row or (old is None and is_blank(row)):
            continue
        if value := _part(element, row, old):
            found.append(value)
    if len(found) == 1 and held != was and (was is not None or not element.each):
        return found[0]
    return found or None


def parts_of(element: Element, value: Texts | None) -> list[Texts]:
    """The parts of an element's value as the form shows them."""
    if value is None:
        return []
    if isinstance(value, list) and (element.each or not is_lines(value)):
        return value
    return [value]


def is_record(element: Element, value: Texts) -> bool:
    """Whether a part is a row with the edition's fields."""
    return isinstance(value, dict) and any(field.id in value for field in element.each)


def _part(element: Element, given: Posted, old: Texts | None) -> Texts | None:
    if said(given, "kind") != "record":
        return evidence_of(given, old)
    before = dict(old) if isinstance(old, dict) and is_record(element, old) else {}
    for field in element.each:
        if field.id in given:
            _set(before, field.id, _field(field, given[field.id], before.get(field.id)))
    for key in ("side", "covers", "date", "title"):
        if key in given:
            _set(before, key, said(given, key))
    return before or None


def _field(field: Field, given: str | Posted, old: Texts | None) -> Texts | None:
    if isinstance(given, dict):
        return evidence_of(given, old, as_lines=field.type == "steps")
    return evidence_of({"kind": "text", "text": given}, old, as_lines=field.type == "steps")


def _rows(given: Posted) -> Iterator[tuple[int, Posted]]:
    """Rows in the order that staff gave them, else in that of the form."""
    rows = [(int(k), v) for k, v in given.items() if k.isdecimal() and isinstance(v, dict)]
    yield from sorted(sorted(rows, key=lambda row: row[0]), key=_place)


def _place(row: tuple[int, Posted]) -> float:
    """Where a row goes: what is moved up stands before the one whose place it takes."""
    index, given = row
    wanted = said(given, "place")
    place = int(wanted) if wanted.isdecimal() else index + 1
    return place + (place > index + 1) / 2 - (place < index + 1) / 2


def _below(given: Mapping[str, str | Posted], name: str) -> Posted:
    found = given.get(name, {})
    return found if isinstance(found, dict) else {}
