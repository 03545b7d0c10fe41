"""The file of one item, YAML or Markdown, to the model."""

from __future__ import annotations

import re
from dataclasses import replace

from itagen.again import once
from itagen.diagnostics import Location
from itagen.edition import Item
from itagen.entry import Answer, Entry, Evidence, Said
from itagen.read_values import Broken, accepts, answer, documents, said, says
from itagen.schema import Shape
from itagen.source import Source
from itagen.text import key, nearest
from itagen.tree import Fault, Mapping
from itagen.tree import Path as TreePath

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*$")
_Sections = dict[str, tuple[Location, Said]]
_FENCE = re.compile(r"\s*(```|~~~)")


@once
def read_entry(
    source: Source, item: Item, folder: str, shape: Shape
) -> tuple[Entry, tuple[Fault, ...]]:
    """Build the entry of `item` out of a source that was read.

    Args:
        source: the file, readable or not.
        item: the item that the file's name says.
        folder: the entry's own folder below content/, such as `2566/o13`.
        shape: the schema of this item for this kind of agency.
    """
    entry = Entry(item, source.path, folder, source.at())
    if source.root is None:
        return replace(entry, broken=frozenset("*")), ()
    if not source.root.pairs and not (source.body or "").strip():
        return replace(entry, blank=True, broken=frozenset("*")), ()
    wrong = _with_elements_together(list(shape.faults(source.root)), item)
    broken = broken_of(wrong)
    entry = _fill(entry, source.root, broken)
    if source.body is not None:
        entry, loose = _with_body(entry, source)
        wrong += loose
    return entry, tuple(wrong)


def _with_elements_together(faults: list[Fault], item: Item) -> list[Fault]:
    """Elements that stand outside `elements:` are one slip, not one each."""
    own = {element.id for element in item.elements}
    loose = [f for f in faults if f.kind == "unknown-key" and len(f.path) == 1 and f.found in own]
    if not loose:
        return faults
    first = loose[0]
    names = ", ".join(fault.found for fault in loose)
    together = replace(first, detail="elements", found=names, options=(), path=("elements",))
    return [together, *(fault for fault in faults if fault not in loose)]


def broken_of(faults: list[Fault]) -> Broken:
    """What the faults make unfit to judge; a misspelled key also hides the one it means."""
    paths: list[TreePath] = []
    for fault in faults:
        if fault.kind == "unknown-key":
            paths.append((*fault.path[:-1], fault.detail or "?"))
            if len(fault.path) == 1 and fault.detail in {"pending", "none"}:
                paths.append(("elements",))
        elif fault.kind == "wrong-type":
            paths.append(fault.path)
    return Broken(paths)


def _fill(entry: Entry, root: Mapping, broken: Broken) -> Entry:
    get = root.values.get
    place = root.key("elements")
    return replace(
        entry,
        answers=_answers(entry.item, get("elements"), broken),
        documents=documents(get("documents")),
        elements_at=place.at if place else None,
        said_item=said(get("item")),
        covers=said(get("covers")),
        date=said(get("date")),
        none=said(get("none")),
        pending=said(get("pending")) or _blank(root, "pending"),
        until=said(get("until")),
        formerly=says(get("formerly")),
        accepts=accepts(get("accept")),
        broken=broken.keys,
    )


def _blank(root: Mapping, name: str) -> Said | None:
    """A key that stands there without its words."""
    key_ = root.key(name)
    return Said("", key_.at) if key_ else None


def _answers(item: Item, node: object, broken: Broken) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    if isinstance(node, Mapping):
        for element in item.elements:
            value = node.values.get(element.id)
            if value is not None:
                found[element.id] = answer(element, value, node.key(element.id), broken)
            elif element.id in broken.elements:
                found[element.id] = Answer(element.id, node.at, (), sound=False)
            elif blank := node.key(element.id):
                found[element.id] = Answer(element.id, blank.at, ())
    return found


def _with_body(entry: Entry, source: Source) -> tuple[Entry, list[Fault]]:
    """Markdown: a heading equal to an element's words opens it."""
    sections, loose, faults = _sections(entry.item, source)
    answers = dict(entry.answers)
    for name, (place, text) in sections.items():
        part = Evidence(place, text=text)
        before = answers.get(name)
        parts = (*before.parts, part) if before else (part,)
        answers[name] = Answer(name, place, parts)
    if loose is not None and not entry.none:
        faults.append(Fault("unplaced-text", loose.at, found=loose.text.strip()[:60]))
    return replace(entry, answers=answers), faults


def _sections(item: Item, source: Source) -> tuple[_Sections, Said | None, list[Fault]]:
    """What each element is given: where it is opened, and the words with the place they begin."""
    opens = {key(name): element.id for element in item.elements for name in element.names}
    lines = (source.body or "").split("\n")
    found: dict[str, list[str]] = {}
    places: dict[str, int] = {}
    starts: dict[str, int] = {}
    current = ""
    slips: list[Fault] = []
    fenced = False
    for number, line in enumerate(lines, source.body_line):
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.match(line)
        opened = opens.get(key(heading.group(1))) if heading else None
        if opened is not None:
            current = opened
            places.setdefault(current, number)
            found.setdefault(current, [])
            continue
        if heading and not found.get(key(heading.group(1))):
            slip = nearest(heading.group(1), [n for e in item.elements for n in e.names])
            if slip:
                slips.append(Fault("unplaced-text", source.at(number), slip, heading.group(1)))
                current = opens[key(slip)]
                places.setdefault(current, number)
                found.setdefault(current, [])
                continue
        if line.strip():
            places.setdefault(current, number)
            starts.setdefault(current, number)
        found.setdefault(current, []).append(line)
    said_texts = _said_texts(source, found, places, starts)
    _, loose = said_texts.pop("", (None, None))
    if loose is not None and not loose.text.strip():
        loose = None
    asked = [element for element in item.elements if element.demand == "required"]
    if loose and not said_texts and len(asked) == 1:
        return {asked[0].id: (loose.at, loose)}, None, []
    return said_texts, loose, slips


def _said_texts(
    source: Source, found: dict[str, list[str]], places: dict[str, int], starts: dict[str, int]
) -> _Sections:
    said_texts: _Sections = {}
    for name, text in found.items():
        place = places.get(name, source.body_line)
        words = Said("\n".join(text).strip("\n"), source.at(starts.get(name, place)))
        said_texts[name] = (source.at(place), words)
    return said_texts
