"""A number that is probably a person's: a bank account, a mobile, perhaps a citizen's number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from itagen.allowances import Allowances
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.evidence.personal import Found
from itagen.passages import Passage
from itagen.rules.rule import Case, Rule, in_section
from itagen.text import key

if TYPE_CHECKING:
    from itagen.evidence.personal_signs import Kind

RULE = Rule(
    "ITA602", "personal-number", Severity.WARNING,
    "the list asks there for ways to reach people, or the number is the agency's own",
)  # fmt: skip

_MAY_STAND = Words("ถ้าเผยแพร่ได้", "if it may stand")
_WORDS: dict[Kind, Words] = {
    "account": Words("เลขบัญชีธนาคาร", "a bank account"),
    "mobile": Words("หมายเลขโทรศัพท์มือถือ", "a mobile number"),
    "thirteen": Words(
        "เลข 13 หลักที่อาจเป็นเลขประจำตัวประชาชน", "13 digits, perhaps a citizen's number"
    ),
}


def check(case: Case) -> Iterator[Diagnostic]:
    """One finding a text and kind of number."""
    own, allowances = _Own(case), Allowances(case.site, case.opened)
    for passage, found in case.personal:
        for kind, words in _WORDS.items():
            numbers = [n for n in found if n.kind == kind and not own.knows(passage, n)]
            if not numbers:
                continue
            first, others = numbers[0], len({n.digits for n in numbers}) - 1
            where = in_section(passage, first)
            message = Words(
                f"พบ{words.th} {first.masked}"
                + (f" และอีก {others} เลข" if others else "")
                + where.th,
                f"{words.en}, {first.masked}"
                + (f", and {others} more" if others else "")
                + where.en,
            )
            at = passage.place(first.start, first.end)
            offer = allowances.offer(RULE.code, at.path, _MAY_STAND)
            hint = Words(
                f"ถ้าเป็นของบุคคล ให้ลบ หรือใช้หมายเลขของหน่วยงาน{offer.th}",
                f"if it is a person's, take it out or give the office's{offer.en}",
            )
            yield RULE.finds(at, message, hint, passage.subject)


class _Own:
    """What the agency itself tells of how to reach it, and the names that it goes by."""

    def __init__(self, case: Case) -> None:
        agency = case.site.agency
        names = (agency.words("name"), agency.words("short"))
        self.names = tuple(key(name) for name in names if key(name))
        self.numbers = {
            number.digits
            for passage, found in case.personal
            if passage.for_contact
            for number in found
        }

    def knows(self, passage: Passage, found: Found) -> bool:
        """Whether a number may stand where it stands."""
        if found.kind == "thirteen":
            return False
        if passage.for_contact or found.digits in self.numbers:
            return True
        text = passage.text
        ends = text.find("\n", found.end)
        line = text[text.rfind("\n", 0, found.start) + 1 : ends if ends >= 0 else None]
        return found.kind == "account" and any(name in key(line) for name in self.names)
