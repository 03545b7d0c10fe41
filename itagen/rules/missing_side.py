"""An agency with two sides shows only one of them."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.text import key

RULE = Rule("ITA205", "missing-side", Severity.ERROR, "nothing is given, or rows stand in a file")


def check(case: Case) -> Iterator[Diagnostic]:
    """Each side that the edition names for this kind of agency must occur."""
    kind = case.site.kind.id if case.site.kind else ""
    for answer, element in case.elements():
        sides = element.element.sides.get(kind, ())
        if not sides or element.state != "met" or any(e.table for e in element.evidence):
            continue
        said = {key(part.side.text) for part in element.parts if part.side}
        for side in sides:
            if key(side) in said or case.unread(answer, element.element.id):
                continue
            message = Words(
                f"{answer.item.code} “{element.element.title}”: ขาด{side}",
                f"{answer.item.code} {element.element.id}: the side {side} is missing",
            )
            hint = Words(
                f"เพิ่มข้อมูลที่มี side: {side} ใน {element.element.id}:",
                f"add what has side: {side} to {element.element.id}:",
            )
            yield RULE.finds_in(answer, element.at, message, hint, element)
