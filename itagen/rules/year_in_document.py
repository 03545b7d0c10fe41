"""The first page of a document names another year than what is claimed."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.cited import Cited
from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.evidence.pdf import PdfFacts
from itagen.named_years import years_called, years_named
from itagen.period import after_th, name_en
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA418", "year-in-document", Severity.WARNING,
    "the period or the title has a finding of its own, or the first page is a scan",
)  # fmt: skip

_COVER = 200


def check(case: Case) -> Iterator[Diagnostic]:
    """Judged: the years of laws and of days are passed over, and one that fits is enough."""
    reported = {finding.at for finding in case.found}
    told: set[tuple[str, str, str]] = set()
    for one in case.cited:
        place = (one.answer.year.folder, one.answer.item.code, one.file.path)
        period = one.period
        if period is None or place in told or _has_finding(one, reported):
            continue
        named, all_of_them = _first_years(one.facts)
        if not named or all_of_them & years_called(period):
            continue
        told.add(place)
        years = ", ".join(map(str, sorted(named)))
        message = Words(
            f"{one.answer.item.code}: หน้าแรกของ “{one.said.text}” เป็นปี {years} "
            f"แต่แจ้งว่าเป็นข้อมูลของ{after_th(period)}",
            f"{one.answer.item.code}: the first page of “{one.said.text}” names {years}, "
            f"claimed is {name_en(period)}",
        )
        hint = Words(
            "เปิดเอกสารดูว่าเป็นของปีใด ถ้าวางผิดฉบับให้เปลี่ยนไฟล์ ถ้าถูกแล้ว "
            f"รับรองด้วย accept: [{{rule: {RULE.code}, reason: เหตุผล, by: ผู้รับรอง}}]",
            "look into the document; change it if it is the wrong one, or accept this finding",
        )
        yield RULE.finds_in(one.answer, one.said.at, message, hint, one.element)


def _has_finding(one: Cited, reported: set[Location]) -> bool:
    own = (one.said, one.part.title, one.claim)
    return any(said is not None and said.at in reported for said in own)


def _first_years(facts: PdfFacts) -> tuple[set[int], set[int]]:
    """The years on the first page, or behind a cover that names none."""
    if facts.is_scan or not facts.texts:
        return set(), set()
    found = years_named(facts.texts[0])
    if found[0] or len(facts.texts[0]) > _COVER or len(facts.texts) < 2:
        return found
    return years_named(facts.texts[1])
