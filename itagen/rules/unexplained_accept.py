"""A finding is accepted without saying why, or who accepts it."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.accepts import accepts, is_explained
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.text import is_hollow

RULE = Rule("ITA112", "unexplained-accept", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Such an allowance counts for nothing: what it is about is still found."""
    for _, given in accepts(case.site):
        for accept in given:
            if is_explained(accept):
                continue
            lacks = (
                Words("เหตุผล (reason:)", "a reason")
                if is_hollow(accept.reason.text)
                else Words("ชื่อผู้รับรอง (by:)", "a name behind by:")
            )
            message = Words(
                f"accept: {accept.rule.text} ยังไม่ได้บอก{lacks.th} จึงไม่มีผล",
                f"accept: {accept.rule.text} counts for nothing without {lacks.en}",
            )
            hint = Words(
                "เขียนให้ผู้ตรวจเข้าใจ เช่น reason: แบบคำขอที่กฎหมายให้เผยแพร่, by: ชื่อและตำแหน่งผู้รับรอง",
                "say why it may stand behind reason:, and whose word that is behind by:",
            )
            yield RULE.finds(accept.at, message, hint)
