"""A paper that must be signed does not say when, or by whom."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Evidence, Said
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA313", "missing-signature", Severity.ERROR, "there is no evidence to sign")


def signatures(
    case: Case,
) -> Iterator[tuple[ItemAnswer, ElementAnswer, Evidence, Said | None, Said | None]]:
    """Evidence that must be signed, with the day and the name, its own or its document's."""
    for answer, element in case.elements():
        coverage = element.coverage
        asked = element.element.signed_by or (coverage and coverage.signed and _alone(answer))
        if not asked:
            continue
        for evidence in element.evidence:
            document = answer.document_of(evidence)
            day = evidence.signed or (document.signed if document else None)
            name = evidence.by or (document.by if document else None)
            yield answer, element, evidence, day, name


def _alone(answer: ItemAnswer) -> bool:
    """Whether no element of the item says who signs, so that each must be signed."""
    return not any(element.element.signed_by for element in answer.elements)


def check(case: Case) -> Iterator[Diagnostic]:
    """One finding for both."""
    for answer, element, evidence, day, name in signatures(case):
        coverage = element.coverage
        lacking = []
        if day is None and coverage is not None and coverage.signed:
            lacking.append("signed:")
        if name is None and element.element.signed_by:
            lacking.append("by:")
        if not lacking or evidence.none:
            continue
        words = " และ ".join(
            {"signed:": "วันที่ลงนาม (signed:)", "by:": "ชื่อผู้ลงนาม (by:)"}[n] for n in lacking
        )
        message = Words(
            f"{answer.item.code} “{element.element.title}”: ยังไม่บอก{words}",
            f"{answer.item.code} {element.element.id}: {' and '.join(lacking)} missing",
        )
        hint = Words(
            "เพิ่มในบรรทัดเดียวกับเอกสาร เช่น {file: ประกาศ.pdf, signed: 9 ธันวาคม 2565, by: ชื่อผู้ลงนาม}",
            "add it beside the file: {file: name.pdf, signed: a day, by: a name}",
        )
        yield RULE.finds_in(answer, evidence.at, message, hint, element)
