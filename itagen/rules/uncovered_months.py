"""Months that must be covered are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itagen.claims import Judged
from itagen.demand import NoneRule
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Evidence
from itagen.months import SHORT_TH
from itagen.period import ERA, Period, after_th, month_en, month_th, name_en
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA302", "uncovered-months", Severity.ERROR,
    "the period is missing, cannot be read or is of another year, or months stand in a file",
)  # fmt: skip


def check(case: Case) -> Iterator[Diagnostic]:
    """Each month by its name."""
    for judged in case.judged:
        name = judged.element.element.id
        if judged.verdict.outcome != "uncovered" or case.unread(judged.answer, name):
            continue
        answer, verdict, element = judged.answer, judged.verdict, judged.element.element
        thai = ", ".join(month_th(month) for month in verdict.months)
        english = ", ".join(month_en(month) for month in verdict.months)
        message = Words(
            f"{answer.item.code} “{element.title}”: ยังไม่ครอบคลุม {thai} "
            f"(ต้องครบ{after_th(verdict.window)})",
            f"{answer.item.code} {element.id}: not covered: {english} of {name_en(verdict.window)}",
        )
        yield RULE.finds_in(answer, judged.at, message, _cure(judged), judged.element)


def _cure(judged: Judged) -> Words:
    """What to do: in the table where its months are what is judged, else in the entry."""
    element, coverage = judged.element, judged.element.coverage
    read = [part for part in element.evidence if part.table and part.spans]
    monthly = coverage is not None and coverage.by == "month"
    none = element.element.none if monthly else None
    if read:
        return _in_table(read, judged.verdict.months[0], none)
    if none:
        return Words(
            "แยกข้อมูลเป็นรายเดือน โดยเขียน covers: เป็นเดือนนั้น เดือนที่ไม่มีให้เขียน none: บอกว่าไม่มี",
            "give each month with covers:, and none: for a month without any",
        )
    return Words(
        "เพิ่มข้อมูลของเดือนที่ขาด หรือแก้ covers: ให้ตรงกับเอกสาร", "add what is missing, or mend covers:"
    )


def _in_table(read: Sequence[Evidence], month: Period, allowed: NoneRule | None) -> Words:
    """Which rows or sheets to add, by the first month that is missing."""
    last = read[-1]
    name = f"{SHORT_TH[month.first.month - 1]} {(month.first.year + ERA) % 100}"
    rows = Words("เพิ่มแถวที่บอกเดือนที่ขาด", "add rows that name the missing month")
    none = Words(
        f" เดือนที่ไม่มีให้พิมพ์ว่า {allowed.say}" if allowed else "",
        f"; for a month without any write {allowed.say}" if allowed else "",
    )
    if not any(table.sheet for part in read for table in part.tables):
        return Words(rows.th + none.th, rows.en + none.en)
    entry = Words("", "")
    if all(part.sheet for part in read) and last.table:
        line = f"{{table: {last.table.text}, sheet: {name}}}"
        entry = Words(f" พร้อมเพิ่ม {line} ในไฟล์ของข้อ", f", and {line} to the entry")
    return Words(
        f"เพิ่มแผ่นงานของเดือนที่ขาด ชื่อเช่น “{name}”{entry.th} หรือ{rows.th}{none.th}",
        f"add a sheet for each missing month, named like “{name}”{entry.en}, or {rows.en}{none.en}",
    )
