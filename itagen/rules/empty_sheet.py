"""A sheet has no rows and does not say that there was nothing."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.demand import NoneRule
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA436", "empty-sheet", Severity.ERROR)

_ROWS = Words(
    "เติมข้อมูลใต้หัวตาราง หรือลบแผ่นงานนี้ออกจากไฟล์",
    "fill in the rows, or take the sheet out of the file",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Blank is not none: nobody can tell it from a sheet that was forgotten."""
    for found in case.table_faults(RULE.name):
        allowed = found.element.element.none or found.answer.item.none
        message = Words(
            f"{found.named.th}: ไม่มีข้อมูลสักแถว และไม่ได้บอกว่าไม่มี",
            f"{found.named.en}: there is no row, and nothing says that there was none",
        )
        hint = _none(allowed, found.fault.detail) if allowed else _ROWS
        yield RULE.finds_in(found.answer, found.at, message, hint, found.element)


def _none(rule: NoneRule, cell: str) -> Words:
    """How to say that there was nothing."""
    return Words(
        f"ถ้าไม่มีจริง ให้พิมพ์ใต้หัวตาราง{f'ในเซลล์ {cell}' if cell else 'บรรทัดเดียว'}ว่า {rule.say} "
        "หรือเขียน none: ในไฟล์ของข้อ ถ้ามี ให้เติมข้อมูล",
        f"if there was none, say so {f'in cell {cell}' if cell else 'in one line'} below the heads "
        f"({rule.say}) or with none:",
    )
