"""A period has no end where the list needs one."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA311", "no-end", Severity.ERROR, "the year itself is wrong (ITA301, ITA304)")


def check(case: Case) -> Iterator[Diagnostic]:
    """'From a day on' suits rules and policies, not plans."""
    for judged in case.judged:
        claim, answer = judged.claim, judged.answer
        if judged.verdict.outcome != "no-end" or claim is None:
            continue
        message = Words(
            f"{answer.item.code} {answer.item.title}: “{claim.said.text.strip()}” ไม่มีวันสิ้นสุด "
            "แต่แผนต้องบอกว่าใช้ถึงเมื่อใด",
            f"{answer.item.code}: “{claim.said.text.strip()}” has no end, and a plan needs one",
        )
        hint = Words(
            "เขียนช่วงให้ครบทั้งปีเริ่มต้นและปีสิ้นสุด ตามที่เขียนไว้ในแผน",
            "write both ends as the plan says",
        )
        yield RULE.finds_in(answer, judged.at, message, hint, judged.element)
