"""A sheet is named that the workbook does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.edition import Edition
from itagen.month_names import period_named
from itagen.period import months_in, year_of
from itagen.rules.rule import Case, Rule, meant, shown
from itagen.text import nearest

RULE = Rule("ITA431", "missing-sheet", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """With those that it has."""
    for found in case.table_faults(RULE.name):
        wanted, there = found.fault.found, found.fault.options
        guess = meant(_meant(wanted, there, found.answer.edition))
        message = Words(
            f"ไฟล์ “{found.said.text}” ไม่มีแผ่นงานชื่อ “{wanted}”",
            f"“{found.said.text}” has no sheet “{wanted}”",
        )
        hint = Words("ไฟล์ CSV ไม่มีแผ่นงาน ให้ลบบรรทัด sheet:", "a CSV file has none: delete sheet:")
        if there:
            listed = shown(there)
            hint = Words(f"{guess.th}แผ่นงานที่มีคือ {listed}", f"{guess.en}It has {listed}")
        at = found.part.sheet.at if found.part.sheet else found.at
        yield RULE.finds_in(found.answer, at, message, hint, found.element)


def _meant(wanted: str, there: Sequence[str], edition: Edition) -> str:
    """The sheet that was probably meant: one of another month never, by whatever few letters."""
    month = _month(wanted, edition)
    same = [name for name in there if _month(name, edition) == month]
    near = nearest(wanted, same if month else there) or ""
    return near or (same[0] if month and same else "")


def _month(name: str, edition: Edition) -> int:
    """The month that the name of a sheet tells, of whichever year; 0 where it tells none."""
    found = period_named(name, edition.basis, year_of(edition.be, edition.basis))
    return found.first.month if found and months_in(found) == (found,) else 0
