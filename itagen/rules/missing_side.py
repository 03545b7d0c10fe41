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
        if (
            not sides
            or element.state != "met"
            or any(e.table and not e.tables for e in element.evidence)
        ):
            continue
        told = [*(p.side for p in element.evidence), *(r.side for r in element.records)]
        said = {key(side.text) for side in told if side}
        absent = [side for side in sides if key(side) not in said]
        if not absent or case.unread(answer, element.element.id):
            continue
        listed = " และ ".join(absent)
        message = Words(
            f"{answer.item.code} “{element.element.title}”: ยังไม่มีของ{listed}",
            f"{answer.item.code} {element.element.id}: missing side: {', '.join(absent)}",
        )
        hint = Words(
            f"ใน {element.element.id}: ให้มีรายการที่เขียน side: {absent[0]} "
            "(ถ้ารูปหรือเอกสารเดียวแสดงทุกฝ่าย ให้เขียนซ้ำฝ่ายละรายการ)",
            f"give what has side: {absent[0]} in {element.element.id}: "
            "(list a picture that shows both once for each)",
        )
        yield RULE.finds_in(answer, element.at, message, hint, element)
