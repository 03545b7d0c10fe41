"""A plan touches the year without covering all of it."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.period import after_th, name_en
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA304", "not-spanning", Severity.ERROR, "the year itself is wrong (ITA301)")


def check(case: Case) -> Iterator[Diagnostic]:
    """Only where the list says that the whole year must be covered."""
    for judged in case.judged:
        claim, answer = judged.claim, judged.answer
        if judged.verdict.outcome != "not-spanning" or claim is None:
            continue
        asked = judged.verdict.window
        message = Words(
            f"{answer.item.code} {answer.item.title}: ต้องใช้บังคับครอบคลุม{after_th(asked)} ทั้งปี "
            f"แต่พบ{after_th(claim.period)}",
            f"{answer.item.code}: must be in force all through {name_en(asked)}, "
            f"found {name_en(claim.period)}",
        )
        hint = Words(
            "ใช้แผนฉบับที่ครอบคลุมทั้งปี หรือเพิ่มประกาศขยายเวลาแล้วแก้ covers:",
            "use a plan that covers the whole year, or add its extension and mend covers:",
        )
        yield RULE.finds_in(answer, judged.at, message, hint, judged.element)
