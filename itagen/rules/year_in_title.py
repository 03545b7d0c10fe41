"""The year in a title or a file name is another one than what is claimed."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ItemAnswer
from itagen.claims import basis_of, said_for
from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.entry import Said
from itagen.named_years import years_called, years_in
from itagen.period import Period, after_th, name_en
from itagen.period_text import parse_period
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA310", "year-in-title", Severity.WARNING, "the period has a finding of its own")


def check(case: Case) -> Iterator[Diagnostic]:
    """Judged: a title may name another year for a good reason; years of laws are passed over."""
    reported = {finding.at for finding in case.found}
    for answer in case.answers:
        coverage, entry = answer.item.coverage, answer.entry
        if entry is None or coverage is None or coverage.relation == "done_in":
            continue
        for document in entry.documents:
            said = document.covers or entry.covers
            period = _claimed(answer, said)
            if period and not (said and said.at in reported):
                yield from _titles(answer, (document.title, document.file), period, reported)
        for element in answer.elements:
            for part in element.evidence:
                said = said_for(answer, element, part)
                period = _claimed(answer, said)
                if period and not (said and said.at in reported):
                    named = part.file or part.table
                    own = None if answer.document_of(part) else named
                    yield from _titles(answer, (part.title, own), period, reported)


def _claimed(answer: ItemAnswer, said: Said | None) -> Period | None:
    if said is None:
        return None
    found = parse_period(said.text, basis_of(answer, answer.item.coverage))
    return found if isinstance(found, Period) else None


def _titles(
    answer: ItemAnswer, names: tuple[Said | None, ...], period: Period, reported: set[Location]
) -> Iterator[Diagnostic]:
    for said in names:
        years = years_in(said.text) if said else set()
        if said is None or not years or years & years_called(period) or said.at in reported:
            continue
        named = ", ".join(map(str, sorted(years)))
        message = Words(
            f"{answer.item.code}: ชื่อ “{said.text}” มีปี {named} แต่แจ้งว่าเป็นข้อมูลของ{after_th(period)}",
            f"{answer.item.code}: “{said.text}” names {named}, claimed is {name_en(period)}",
        )
        hint = Words(
            "เปิดเอกสารดูว่าเป็นของปีใด ถ้าข้อมูลถูกแล้วให้แก้ชื่อ "
            f"หรือรับรองด้วย accept: [{{rule: {RULE.code}, reason: เหตุผล, by: ผู้รับรอง}}]",
            "look into the document; if it is right, mend the title or accept this finding",
        )
        yield RULE.finds_in(answer, said.at, message, hint)
        return
