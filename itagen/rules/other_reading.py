"""A period that is right only if the bare year is read the other way."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.coverage import window
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.period import after_th, name_en, name_th
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA312", "other-reading", Severity.WARNING, "no reading allows it (ITA301, ITA302)")


def check(case: Case) -> Iterator[Diagnostic]:
    """Where the source leaves open whether a year is fiscal or of the calendar."""
    for judged in case.judged:
        if judged.verdict.outcome != "other-reading":
            continue
        asked, answer = judged.verdict.window, judged.answer
        found = judged.claim.period if judged.claim else None
        coverage = judged.element.coverage
        bases = answer.edition.bases(coverage) if coverage else ()
        other = window(coverage, answer.edition, bases[-1]) if coverage else asked
        thai = f" {name_th(found)}" if found else " วันที่ของเรื่องที่ให้มา"
        english = name_en(found) if found else "what is given"
        message = Words(
            f"{answer.item.code} {answer.item.title}:{thai} "
            f"เข้าเกณฑ์เฉพาะเมื่อนับเป็น{after_th(other)} ส่วนแบบตรวจนับเป็น{after_th(asked)}",
            f"{answer.item.code}: {english} fits only {name_en(other)}; "
            f"asked for is {name_en(asked)}",
        )
        hint = Words(
            f"ใช้ข้อมูลที่อยู่ใน{after_th(asked)} จะปลอดภัยกว่า", f"data of {name_en(asked)} are safer"
        )
        yield RULE.finds_in(answer, judged.at, message, hint, judged.element)
