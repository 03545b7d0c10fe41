"""There are fewer records than the list asks for at least."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA204", "too-few", Severity.ERROR, "records may stand in a file, or none is given")


def check(case: Case) -> Iterator[Diagnostic]:
    """Rows written inline, or pieces of evidence, are counted; files are not opened yet."""
    for answer, element in case.elements():
        wanted, given = element.element.at_least, len(element.parts)
        inside = element.element.each and any(e.holds_documents for e in element.evidence)
        if element.state != "met" or inside or given >= wanted or answer.item.stream:
            continue
        message = Words(
            f"{answer.item.code}: “{element.element.title}” มี {given} รายการ ต้องมีอย่างน้อย {wanted}",
            f"{answer.item.code}: {element.element.id} has {given}, at least {wanted} are asked",
        )
        hint = Words(f"เพิ่มอีก {wanted - given} รายการ", f"add {wanted - given} more")
        yield RULE.finds_in(answer, element.at, message, hint, element)
