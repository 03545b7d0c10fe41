"""A channel that must stand apart leads to the same address as another."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Evidence, Said
from itagen.rules.rule import Case, Rule
from itagen.text import bare_address

RULE = Rule("ITA217", "same-channel", Severity.ERROR, "either of the two has a finding of its own")


def check(case: Case) -> Iterator[Diagnostic]:
    """Addresses are compared without scheme, www and a slash at the end."""
    for answer, element in case.elements():
        for reference in element.element.differs_from:
            other = case.answer(answer.year.folder, reference.item)
            theirs = other.find(reference.element) if other else None
            if other is None or theirs is None or not case.is_clean(other, reference.element):
                continue
            taken = {bare_address(said.text) for said in links(theirs)}
            for said in links(element):
                if bare_address(said.text) not in taken:
                    continue
                message = Words(
                    f"{answer.item.code} ใช้ที่อยู่เดียวกับ {other.item.code} {other.item.title}: "
                    f"{said.text}",
                    f"{answer.item.code} has the same address as {other.item.code}: {said.text}",
                )
                hint = Words(
                    "ใส่ที่อยู่ของช่องทางที่แยกต่างหาก เพื่อคุ้มครองผู้แจ้ง",
                    "give the address of a channel of its own",
                )
                yield RULE.finds_in(answer, said.at, message, hint, element)


def links(element: ElementAnswer) -> Iterator[Said]:
    """Every address of an element, in rows or outside."""
    fields = {field.id for field in element.element.each if field.type == "link"}
    for record in element.records:
        for name in fields:
            for value in record.fields.get(name, ()):
                yield from _link(value)
    for evidence in element.evidence:
        if evidence.link:
            yield evidence.link


def _link(value: Evidence) -> Iterator[Said]:
    said = value.link or value.text
    if said:
        yield said
