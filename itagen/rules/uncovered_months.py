"""Months that must be covered are not."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.period import after_th, month_en, month_th, name_en
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA302", "uncovered-months", Severity.ERROR,
    "the period is missing, cannot be read or is of another year, or months stand in a file",
)  # fmt: skip


def check(case: Case) -> Iterator[Diagnostic]:
    """Each month by its name."""
    for judged in case.judged:
        name = judged.element.element.id
        if judged.verdict.outcome != "uncovered" or case.unread(judged.answer, name):
            continue
        answer, verdict, element = judged.answer, judged.verdict, judged.element.element
        thai = ", ".join(month_th(month) for month in verdict.months)
        english = ", ".join(month_en(month) for month in verdict.months)
        message = Words(
            f"{answer.item.code} “{element.title}”: ยังไม่ครอบคลุม {thai} "
            f"(ต้องครบ{after_th(verdict.window)})",
            f"{answer.item.code} {element.id}: not covered: {english} of {name_en(verdict.window)}",
        )
        coverage = judged.element.coverage
        monthly = coverage is not None and coverage.by == "month"
        hint = Words(
            "แยกข้อมูลเป็นรายเดือน โดยเขียน covers: เป็นเดือนนั้น เดือนที่ไม่มีให้เขียน none: บอกว่าไม่มี"
            if monthly and element.none
            else "เพิ่มข้อมูลของเดือนที่ขาด หรือแก้ covers: ให้ตรงกับเอกสาร",
            "give each month with covers:, and none: for a month without any"
            if monthly and element.none
            else "add what is missing, or mend covers:",
        )
        yield RULE.finds_in(answer, judged.at, message, hint, judged.element)
