"""Something is said to be still to come, without saying why."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Said
from itagen.rules.rule import Case, Rule
from itagen.text import key

RULE = Rule("ITA212", "pending-without-reason", Severity.ERROR)

_EMPTY = frozenset(map(key, ["true", "yes", "ใช่", "รอ", "pending", "รอข้อมูล", "อยู่ระหว่างดำเนินการ"]))


def is_reason(said: Said) -> bool:
    """Whether the words say what is waited for."""
    return key(said.text) not in _EMPTY and bool(key(said.text))


def pendings(
    case: Case,
) -> Iterator[tuple[ItemAnswer, ElementAnswer | None, Said, Said | None]]:
    """Every declared gap: of an item, of an element or part, with its own `until`."""
    for answer in case.answers:
        if answer.entry and answer.entry.pending:
            yield answer, None, answer.entry.pending, answer.entry.until
        for element in answer.elements:
            for part in element.answer.evidence if element.answer else ():
                if part.pending:
                    yield answer, element, part.pending, part.until


def check(case: Case) -> Iterator[Diagnostic]:
    """The reason is shown on the site."""
    for answer, element, said, _ in pendings(case):
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
