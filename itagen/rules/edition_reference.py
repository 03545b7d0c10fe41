"""An edition points at a group, source, item, element or field that it does not have."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.demand import Element, Home, Reference, SignedBy
from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.edition import Edition, Item
from itagen.rules.rule import Case, Rule
from itagen.schema import shape

RULE = Rule("ITA902", "edition-reference", Severity.ERROR)

_FACTS = frozenset(
    ["address", "phones", "fax", "email", "map", "social", "name", "short", "province", "site_url"]
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Groups, sources, references between items, facts of the agency."""
    for edition in case.site.editions:
        for at, what in dangling(edition):
            message = Words(
                f"แบบตรวจ {edition.id} อ้างถึง “{what}” ซึ่งไม่มี",
                f"the edition {edition.id} points at “{what}”, which there is not",
            )
            hint = Words(
                "แก้ชื่อให้ตรงกับที่ประกาศไว้ในไฟล์ (slug.องค์ประกอบ.คอลัมน์)",
                "write it as it is declared in the file (slug.element.field)",
            )
            yield RULE.finds(at, message, hint)


def dangling(edition: Edition) -> Iterator[tuple[Location, str]]:
    """Every name that an edition uses and does not have, with its place."""
    if edition.default_source not in edition.sources:
        yield edition.items[0].at, edition.default_source
    for item in edition.items:
        if item.group not in edition.groups:
            yield item.at, item.group
        yield from _own(edition, item)
    elements = [element for item in edition.items for element in item.elements]
    for element in elements:
        if element.signed_by and not _signs(edition, element.signed_by):
            yield element.at, f"{element.signed_by.field}: {element.signed_by.value}"
    for _, element, reference in edition.references():
        if not _exists(edition, reference):
            parts = (reference.item, reference.element, reference.field)
            yield element.at, ".".join(part for part in parts if part)


def _own(edition: Edition, item: Item) -> Iterator[tuple[Location, str]]:
    for source in (
        item.source,
        item.placement.source,
        *(element.source for element in item.elements),
    ):
        if source and source not in edition.sources:
            yield item.at, source
    if item.placement.of and item.element(item.placement.of) is None:
        yield item.at, item.placement.of
    for element in item.elements:
        if element.from_ and element.from_ not in _FACTS:
            yield element.at, f"agency.{element.from_}"
        if element.home:
            known = _keys(element.home)
            yield from ((element.at, f.key) for f in element.each if f.key not in known)
        fields = {field.id for field in element.each}
        for name in _columns(element):
            if name not in fields:
                yield element.at, name


def _keys(home: Home) -> frozenset[str]:
    """The keys that a record of a file may have."""
    return frozenset(shape(home)["properties"][home]["items"]["properties"])


def _columns(element: Element) -> Iterator[str]:
    """The fields of its own records that an element names."""
    if element.sum:
        yield from (element.sum.total, *element.sum.terms)
    if element.chart:
        yield from element.chart.values
        yield from (element.chart.label,) if element.chart.label else ()


def _exists(edition: Edition, reference: Reference) -> bool:
    item = edition.by_slug.get(reference.item)
    element = item.element(reference.element) if item else None
    if element is None:
        return False
    return reference.field is None or any(f.id == reference.field for f in element.each)


def _signs(edition: Edition, rule: SignedBy) -> bool:
    """Whether the field that tells who signs exists and can have that value."""
    item = edition.by_slug.get(rule.where.item)
    element = item.element(rule.where.element) if item else None
    if element is None:
        return True
    field = next((f for f in element.each if f.id == rule.field), None)
    return field is not None and (not field.choices or rule.value in field.choices)
