"""Nobody says which period, or which day, the evidence is of."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.claims import unsaid
from itagen.coverage import asks_for_day, window
from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.period import long_day_th, name_en, name_th
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA306", "missing-period", Severity.ERROR,
    "there is no evidence to date, or months may stand in a file",
)  # fmt: skip


def check(case: Case) -> Iterator[Diagnostic]:
    """One finding where the whole item lacks it, else one for each part."""
    for answer in case.answers:
        entry = answer.entry
        if entry is None or {"covers", "date"} & entry.broken:
            continue
        if entry.none and answer.item.none and _none_needs_period(answer):
            yield _missing(answer, answer.elements[0], entry.none.at)
            continue
        lacking = [
            (a, part)
            for a in answer.elements
            for part in unsaid(answer, a)
            if not case.unread(answer, a.element.id)
        ]
        told = any(len(unsaid(answer, a)) < len(a.parts) for a in answer.elements if a.coverage)
        if lacking and not told:
            yield _missing(answer, lacking[0][0], entry.at)
        else:
            for element, part in lacking:
                yield _missing(answer, element, part.at)


def _none_needs_period(answer: ItemAnswer) -> bool:
    coverage = answer.item.coverage
    entry = answer.entry
    if coverage is None or entry is None or asks_for_day(coverage):
        return False
    return entry.covers is None


def _missing(answer: ItemAnswer, element: ElementAnswer, at: Location) -> Diagnostic:
    coverage = element.coverage or answer.item.coverage
    assert coverage is not None
    asked, code, title = window(coverage, answer.edition), answer.item.code, answer.item.title
    if asks_for_day(coverage):
        message = Words(
            f"{code} {title}: ยังไม่บอกวันที่ดำเนินการ (ต้องอยู่ใน{name_th(asked)})",
            f"{code}: no day is given (it must lie in {name_en(asked)})",
        )
        example = long_day_th(asked.first)
        hint = Words(f"เพิ่ม date: เช่น date: {example}", f"add date:, such as date: {example}")
    else:
        message = Words(
            f"{code} {title}: ยังไม่บอกว่าเป็นข้อมูลของช่วงใด (ต้องเป็น{name_th(asked)})",
            f"{code}: no period is given ({name_en(asked)} is asked for)",
        )
        hint = Words(
            "เพิ่มบรรทัด covers: ตามที่เขียนไว้ในเอกสาร เช่น covers: " + name_th(asked),
            f"add covers: as the document says, such as covers: {name_th(asked)}",
        )
    return RULE.finds_in(answer, at, message, hint, element)
