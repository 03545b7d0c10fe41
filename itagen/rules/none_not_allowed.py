"""A file declares that there was none, where the list does not allow that."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA209", "none-not-allowed", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Of an item as a whole, of an element, or of one part."""
    for answer in case.answers:
        entry = answer.entry
        if entry and entry.none and answer.item.none is None:
            yield _refused(answer, entry.none.at, None)
    for answer, element in case.elements():
        allowed = element.element.none or answer.item.none
        for evidence in element.evidence:
            if evidence.none and allowed is None:
                yield _refused(answer, evidence.none.at, element)
            elif allowed is None and evidence.table and any(t.none for t in evidence.tables):
                yield _refused(answer, evidence.table.at, element)


def _refused(answer: ItemAnswer, at: Location, element: ElementAnswer | None) -> Diagnostic:
    what = f" “{element.element.title}”" if element else ""
    part = next((e.none for e in answer.item.elements if e.none), None)
    only = f" (ประกาศว่าไม่มีได้เฉพาะกรณี{part.when})" if part and not element else ""
    message = Words(
        f"{answer.item.code}{what}: แบบตรวจไม่อนุญาตให้ประกาศว่าไม่มี{only}",
        f"{answer.item.code}{what}: the list does not let this be declared as none",
    )
    hint = Words(
        "ใส่ข้อมูลจริง ถ้ายังไม่มีให้เปลี่ยน none: เป็น pending: พร้อมเหตุผล และ until: วันที่จะเสร็จ",
        "give the data; if it is still to come, write pending: with a reason, and until:",
    )
    return RULE.finds_in(answer, at, message, hint, element)
