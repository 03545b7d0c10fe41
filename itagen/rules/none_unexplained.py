"""None is declared without the sentence or the reasons that the list asks for."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.demand import NoneRule
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Said
from itagen.rules.rule import Case, Rule
from itagen.text import key

RULE = Rule("ITA210", "none-unexplained", Severity.ERROR, "none is not allowed here (ITA209)")

_SENTENCE = 12
_REASONS = 40


def check(case: Case) -> Iterator[Diagnostic]:
    """A bare 'ไม่มี' tells a citizen nothing; `explain` asks for the reasons too."""
    for answer in case.answers:
        if answer.entry and answer.entry.none and answer.item.none:
            yield from _said(answer, answer.entry.none, answer.item.none, None)
    for answer, element in case.elements():
        allowed = element.element.none or answer.item.none
        for evidence in element.evidence:
            if evidence.none and allowed:
                yield from _said(answer, evidence.none, allowed, element)


def _said(
    answer: ItemAnswer, said: Said, rule: NoneRule, element: ElementAnswer | None
) -> Iterator[Diagnostic]:
    length = len(key(said.text))
    if length >= (_REASONS if rule.explain else _SENTENCE):
        return
    what = "คำอธิบายโดยละเอียด" if rule.explain else "ข้อความเต็มประโยค"
    message = Words(
        f"{answer.item.code} ประกาศว่าไม่มี แต่เขียนเพียง “{said.text.strip()[:40]}” ต้องมี{what}",
        f"{answer.item.code}: none is declared with only “{said.text.strip()[:40]}”",
    )
    why = " เพราะอะไร" if rule.explain else ""
    hint = Words(
        f"เขียนให้ครบว่าไม่มีเรื่องใด ในช่วงใด{why} ตามเงื่อนไข: {rule.when}",
        f"say of what, when and why there was none (condition: {rule.when})",
    )
    yield RULE.finds_in(answer, said.at, message, hint, element)
