"""Something is said to be still to come, without saying why."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.pendings import is_reason, pendings
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA212", "pending-without-reason", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """The reason is shown on the site."""
    for answer, element, said, _ in pendings(case.answers):
        if is_reason(said):
            continue
        message = Words(
            f"{answer.item.code} แจ้งว่ายังรอข้อมูล แต่ไม่ได้บอกว่ารออะไร",
            f"{answer.item.code} is pending without a reason",
        )
        hint = Words(
            "เขียนเหตุผลหลัง pending: เช่น pending: รอผลสำรวจจากมหาวิทยาลัย",
            "write the reason after pending:, such as pending: waiting for the survey",
        )
        yield RULE.finds_in(answer, said.at, message, hint, element)
