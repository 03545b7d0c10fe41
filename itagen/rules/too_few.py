"""There are fewer records than the list asks for at least."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer
from itagen.claims import is_closed
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA204", "too-few", Severity.ERROR, "records may stand in a file, or none is given")


def check(case: Case) -> Iterator[Diagnostic]:
    """Rows, written inline or read in tables, or pieces of evidence are counted."""
    for answer, element in case.elements():
        wanted, given = element.element.at_least, _given(element)
        inside = element.element.each and any(map(is_closed, element.evidence))
        faulty = any(part.faults for part in element.evidence)
        if element.state != "met" or inside or given >= wanted or answer.item.stream or faulty:
            continue
        message = Words(
            f"{answer.item.code}: “{element.element.title}” มี {given} รายการ ต้องมีอย่างน้อย {wanted}",
            f"{answer.item.code}: {element.element.id} has {given}, at least {wanted} are asked",
        )
        hint = Words(f"เพิ่มอีก {wanted - given} รายการ", f"add {wanted - given} more")
        yield RULE.finds_in(answer, element.at, message, hint, element)


def _given(element: ElementAnswer) -> int:
    """How many there are; a table that says that there was none counts for one."""
    if not element.element.each:
        return len(element.parts)
    closed = sum(1 for part in element.evidence if not part.tables)
    none = sum(1 for part in element.evidence for table in part.tables if table.none)
    return len(element.records) + closed + none
