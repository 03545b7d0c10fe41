"""A document and its entry say different periods."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ItemAnswer
from itagen.claims import basis_of, entry_period
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Document
from itagen.period import Period, after_th, name_en
from itagen.period_text import parse_period
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA309", "contradicting-period", Severity.ERROR, "one of the two has a finding of its own"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Two spans without a day in common cannot both be right."""
    reported = {finding.at for finding in case.found}
    for answer in case.answers:
        whole = entry_period(answer, answer.item.coverage)
        entry = answer.entry
        if whole is None or entry is None or (entry.covers and entry.covers.at in reported):
            continue
        for document in entry.documents:
            own = _period(answer, document)
            said = document.covers
            if own is None or said is None or said.at in reported or own.overlaps(whole):
                continue
            message = Words(
                f"{answer.item.code}: เอกสารเขียนว่า{after_th(own)} "
                f"แต่ covers: ของข้อเป็น{after_th(whole)}",
                f"{answer.item.code}: the document says {name_en(own)}, the entry {name_en(whole)}",
            )
            hint = Words(
                "เปิดเอกสารดูว่าเป็นของช่วงใด แล้วแก้บรรทัดที่ผิด",
                "look into the document and mend the line that is wrong",
            )
            yield RULE.finds_in(answer, said.at, message, hint)


def _period(answer: ItemAnswer, document: Document) -> Period | None:
    if document.covers is None:
        return None
    found = parse_period(document.covers.text, basis_of(answer, answer.item.coverage))
    return found if isinstance(found, Period) else None
