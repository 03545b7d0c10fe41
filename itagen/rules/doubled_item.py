"""Two files answer the same item, so that nobody can say which one counts."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA103", "doubled-item", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Whatever the spelling: o7 beside o07, YAML beside Markdown."""
    for year in case.site.years:
        for kept, other in year.doubled:
            item = other.item
            message = Words(
                f"{item.code} มีสองไฟล์: {kept.path} และ {other.path}",
                f"{item.code} has two files: {kept.path} and {other.path}",
            )
            hint = Words(
                "รวมข้อมูลไว้ในไฟล์เดียว แล้วลบอีกไฟล์หนึ่ง",
                "put the data into one of them and delete the other",
            )
            yield RULE.finds(other.at, message, hint, year.subject(item.code))
