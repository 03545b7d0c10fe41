"""A plan is shorter or longer than the list asks for."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.period import after_th, length_in_months, name_en
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA303", "wrong-length", Severity.ERROR, "the year itself is wrong (ITA301, ITA304)")


def check(case: Case) -> Iterator[Diagnostic]:
    """`over` so many years, or just so many."""
    for judged in case.judged:
        coverage, claim = judged.element.coverage, judged.claim
        if judged.verdict.outcome != "wrong-length" or claim is None or coverage is None:
            continue
        answer, length = judged.answer, coverage.length
        wanted = f"มากกว่า {length.over} ปี" if length.over else f"{length.years} ปี"
        english = f"more than {length.over} year" if length.over else f"{length.years} year"
        months = length_in_months(claim.period)
        message = Words(
            f"{answer.item.code} {answer.item.title}: ต้องเป็นแผนที่มีระยะ {wanted} "
            f"แต่พบ{after_th(claim.period)} ({months} เดือน)",
            f"{answer.item.code}: a plan of {english} is asked for, "
            f"found {name_en(claim.period)} ({months} months)",
        )
        hint = Words(
            "ถ้าแผนยาวกว่าหรือสั้นกว่านี้ ให้แก้ covers: เป็นช่วงของแผนทั้งฉบับ ถ้าตรงแล้วต้องใช้แผนฉบับอื่น",
            "use a plan of that length, or give the whole span of the plan in covers:",
        )
        yield RULE.finds_in(answer, judged.at, message, hint, judged.element)
