"""An entry gives its own measures although the year has measures.yaml, which then nobody sees."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA221", "doubled-measures", Severity.WARNING, "the year has no measures.yaml, or it is empty"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """One finding for each element that does not show the measures of the year."""
    for answer, element in case.elements():
        given, measures = element.answer, answer.year.measures
        if not (element.element.home and given and measures):
            continue
        if given.at.path == measures[0].at.path:
            continue
        message = Words(
            f"{answer.item.code} {element.element.title}: เขียนไว้ทั้งในไฟล์นี้และใน measures.yaml"
            " เว็บไซต์แสดงของไฟล์นี้เท่านั้น",
            f"{answer.item.code} {element.element.id}: given here and in measures.yaml;"
            " the site shows what stands here",
        )
        hint = Words(
            f"ย้ายทุกรายการไปไว้ใน {measures[0].at.path} แล้วลบ {element.element.id}: ออกจากไฟล์นี้",
            f"move all to {measures[0].at.path} and take {element.element.id}: out of this file",
        )
        yield RULE.finds_in(answer, given.at, message, hint, element)
