"""A period is given where the list asks for none, or for a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.coverage import asks_for_day
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Said
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA308", "period-not-asked", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Where a day is asked for it is an error; where no year is asked, a warning."""
    for answer in case.answers:
        entry = answer.entry
        coverages = [a.coverage for a in answer.elements if a.coverage]
        if entry is None or "covers" in entry.broken:
            continue
        if entry.covers and not any(not asks_for_day(c) for c in coverages):
            yield _refused(answer, None, entry.covers, day=bool(coverages))
        for element in answer.elements:
            if element.coverage and asks_for_day(element.coverage):
                for part in element.parts:
                    if part.covers:
                        yield _refused(answer, element, part.covers, day=True)


def _refused(
    answer: ItemAnswer, element: ElementAnswer | None, said: Said, *, day: bool
) -> Diagnostic:
    code, title = answer.item.code, answer.item.title
    if day:
        message = Words(
            f"{code} {title}: ข้อนี้ดูวันที่ดำเนินการ ไม่ใช่ช่วงเวลา แต่พบ covers: {said.text}",
            f"{code}: a day is asked for, not a period; found covers: {said.text}",
        )
        hint = Words(
            "ลบ covers: แล้วเขียน date: เป็นวันที่ดำเนินการวันเดียว (ถ้ายังไม่มี)",
            "write date: and the day on which it was done",
        )
        return RULE.finds_in(answer, said.at, message, hint, element)
    message = Words(
        f"{code} {title}: ข้อนี้ไม่กำหนดปี ไม่ต้องเขียน covers: {said.text}",
        f"{code}: no year is asked for, covers: {said.text} is not needed",
    )
    hint = Words("ลบบรรทัด covers: ออก", "delete the line covers:")
    found = RULE.finds_in(answer, said.at, message, hint, element)
    return replace(found, severity=Severity.WARNING)
