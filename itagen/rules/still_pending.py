"""Something is still to come: the item is not complete yet."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.pendings import is_reason, pendings
from itagen.period_text import Refusal, parse_date
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA214",
    "still-pending",
    Severity.WARNING,
    "it lacks a reason (ITA212) or a day (ITA213), or that cannot be read",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """So that nothing is forgotten on the day of submission."""
    for answer, element, said, until in pendings(case.answers):
        due = until or answer.year.due_of(answer.item.code)
        if due is None or not is_reason(said) or isinstance(parse_date(due.text), Refusal):
            continue
        what = f" “{element.element.title}”" if element else f" {answer.item.title}"
        message = Words(
            f"{answer.item.code}{what} ยังรอข้อมูล: {said.text.strip()[:60]} (กำหนด {due.text})",
            f"{answer.item.code}{what} is pending: {said.text.strip()[:60]} (until {due.text})",
        )
        hint = Words("เมื่อได้ข้อมูลแล้ว ลบ pending: และใส่ข้อมูลแทน", "replace pending: by the data")
        yield RULE.finds_in(answer, said.at, message, hint, element)
