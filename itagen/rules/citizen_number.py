"""A citizen's 13-digit number, whose checksum fits, stands in what is published."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.allowances import Allowances
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, in_section

RULE = Rule("ITA601", "citizen-number", Severity.ERROR)

_BY_LAW = Words("ถ้ากฎหมายให้เผยแพร่", "if a law wants it published")


def check(case: Case) -> Iterator[Diagnostic]:
    """One finding a text, masked, with how many more there are."""
    allowances = Allowances(case.site, case.opened)
    for passage, found in case.personal:
        numbers = [number for number in found if number.kind == "citizen"]
        if not numbers:
            continue
        first, others = numbers[0], len({n.digits for n in numbers}) - 1
        where = in_section(passage, first)
        message = Words(
            f"พบเลขประจำตัวประชาชน {first.masked}"
            + (f" และอีก {others} เลข" if others else "")
            + where.th,
            f"a citizen's number, {first.masked}"
            + (f", and {others} more" if others else "")
            + where.en,
        )
        at = passage.place(first.start, first.end)
        offer = allowances.offer(RULE.code, at.path, _BY_LAW)
        hint = Words(
            f"ลบเลขออก หรือปิดเหลือ x-xxxx-xxxxx-xx-1{offer.th}",
            f"take it out or cross out its digits{offer.en}",
        )
        yield RULE.finds(at, message, hint, passage.subject)
