"""A sheet has no row of heads that belongs to the list."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, shown

RULE = Rule("ITA432", "no-heads", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """With the columns that are wanted."""
    for found in case.table_faults(RULE.name):
        titles = [f"“{field.title}”" for field in found.element.element.each]
        message = Words(
            f"{found.named.th}: หาแถวหัวตารางไม่พบ",
            f"{found.named.en}: no row of heads is found",
        )
        hint = Words(
            f"ใส่แถวหัวตารางที่มีช่อง {shown(titles, 4)} ไว้เหนือข้อมูล หรือบอกชื่อช่องของท่านด้วย columns:",
            f"put a row of heads above the data ({shown(titles, 4)}), or name yours with columns:",
        )
        yield RULE.finds_in(found.answer, found.at, message, hint, found.element)
