"""A paper that must be signed does not say when, or by whom."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.signatures import signatures

RULE = Rule("ITA313", "missing-signature", Severity.ERROR, "there is no evidence to sign")


def check(case: Case) -> Iterator[Diagnostic]:
    """One finding for both."""
    for answer, element, evidence, day, name in signatures(case.answers):
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
