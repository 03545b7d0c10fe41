"""Evidence is of another year than the list asks for."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.cited_tables import tables_read
from itagen.claims import Judged
from itagen.coverage import asks_for_day
from itagen.demand import Relation
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.evidence.table_grid import cell_name
from itagen.period import after_th, day_en, day_th, name_en
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA301", "wrong-year", Severity.ERROR, "the period is missing or cannot be read")


_ASKED: dict[Relation, tuple[str, str]] = {
    "in_force": ("ต้องใช้บังคับใน", "must be in force in"),
    "report_of": ("ต้องเป็นรายงานผลของ", "must report on"),
    "half_of": ("ต้องเป็นข้อมูลของ", "must be of"),
    "made_for": ("ต้องเป็น…ของ", "must be of"),
    "done_in": ("ต้องเกิดขึ้นใน", "must have happened in"),
}


def check(case: Case) -> Iterator[Diagnostic]:
    """No reading of the year allows it."""
    for judged in case.judged:
        if judged.verdict.outcome == "wrong-year" and judged.claim:
            yield _wrong(judged)


def _wrong(judged: Judged) -> Diagnostic:
    answer, claim, asked = judged.answer, judged.claim, judged.verdict.window
    assert claim is not None
    coverage = judged.element.coverage
    code, title = answer.item.code, answer.item.title
    if coverage and asks_for_day(coverage):
        day = claim.period.first
        message = Words(
            f"{code} {title}: ต้องเป็นเรื่องที่เกิดขึ้นใน{after_th(asked)} แต่พบวันที่ {day_th(day)}",
            f"{code}: must have happened in {name_en(asked)}, found {day_en(day)}",
        )
    else:
        thai, english = _ASKED[coverage.relation] if coverage else _ASKED["made_for"]
        what = coverage.what if coverage and coverage.what else ""
        message = Words(
            f"{code} {title}: {thai.replace('…', what)}{after_th(asked)} "
            f"แต่พบ{after_th(claim.period)}",
            f"{code}: {english} {name_en(asked)}, found {name_en(claim.period)}",
        )
    span = f"{day_th(asked.first)} – {day_th(asked.end())}"
    span_en = f"{day_en(asked.first)} – {day_en(asked.end())}"
    place = _read_in(judged)
    hint = Words(
        f"ใช้ข้อมูลของช่วง {span} ถ้าเอกสารถูกต้องแล้ว ให้แก้สิ่งที่เขียนไว้ตรงนี้ให้ตรงกับเอกสาร",
        f"use data of {span_en}; if the document is right, mend what is written here",
    )
    if place:
        hint = Words(
            f"เดือนนี้อ่านจาก{place.th} ถ้าข้อมูลเป็นของช่วง {span} อยู่แล้ว ให้แก้{place.th} ถ้าไม่ใช่ "
            "ให้ใช้ข้อมูลของช่วงนั้น",
            f"the month was read in the {place.en}: if the data is of {span_en}, mend the "
            f"{place.en}; if not, use data of that time",
        )
    return RULE.finds_in(answer, claim.said.at, message, hint, judged.element)


def _read_in(judged: Judged) -> Words | None:
    """Where the month of a whole table was read; None where it stands in a row or was stated."""
    claim = judged.claim
    if claim is None or not claim.said.at.cell:
        return None
    at = claim.said.at
    sheet, cell = at.sheet_and_cell
    if not cell:
        return Words("ชื่อแผ่นงาน", "name of the sheet")
    titles = (
        cell_name(row - 1, column)
        for path, table in tables_read(judged.answer)
        if (path, table.sheet) == (at.path, sheet)
        for row, column in table.titles
    )
    return Words("หัวเรื่องของตาราง", "title of the table") if cell in titles else None
