"""Evidence is of another year than the list asks for."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.claims import Judged
from itagen.coverage import asks_for_day
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.period import day_en, day_th, name_en, name_th
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA301", "wrong-year", Severity.ERROR, "the period is missing or cannot be read")


def check(case: Case) -> Iterator[Diagnostic]:
    """No reading of the year allows it."""
    for judged in case.judged:
        if judged.verdict.outcome == "wrong-year" and judged.claim:
            yield _wrong(judged)


def _wrong(judged: Judged) -> Diagnostic:
    answer, claim, asked = judged.answer, judged.claim, judged.verdict.window
    assert claim is not None
    coverage = judged.element.coverage
    code, title = answer.item.code, answer.item.title
    if coverage and asks_for_day(coverage):
        day = claim.period.first
        message = Words(
            f"{code} {title}: ต้องเป็นเรื่องที่เกิดขึ้นใน{name_th(asked)} แต่พบวันที่ {day_th(day)}",
            f"{code}: must have happened in {name_en(asked)}, found {day_en(day)}",
        )
    else:
        what = f"{coverage.what} " if coverage and coverage.what else ""
        message = Words(
            f"{code} {title}: ต้องเป็น{what}ของ{name_th(asked)} แต่พบ{name_th(claim.period)}",
            f"{code}: must be of {name_en(asked)}, found {name_en(claim.period)}",
        )
    span = f"{day_th(asked.first)} – {day_th(asked.end())}"
    span_en = f"{day_en(asked.first)} – {day_en(asked.end())}"
    hint = Words(
        f"ใช้ข้อมูลของช่วง {span} ถ้าเอกสารถูกปีแล้ว ให้แก้วันที่ที่เขียนไว้ตรงนี้",
        f"use data of {span_en}; if the document is right, mend what is written here",
    )
    return RULE.finds_in(answer, claim.said.at, message, hint, judged.element)
