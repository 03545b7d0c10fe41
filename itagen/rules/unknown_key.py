"""A name that the form does not know, often a slip of spelling."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, meant, shown
from itagen.tree import Fault

RULE = Rule("ITA006", "unknown-key", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Suggest the name that was meant, or list those that are known."""
    for fault in case.faults(RULE.name):
        if fault.detail == "elements" and not fault.options:
            yield _outside(fault)
            continue
        guess = meant(fault.detail)
        message = Words(f"ไม่รู้จักชื่อ “{fault.found}” ในตำแหน่งนี้", f"“{fault.found}” is not known here")
        known = shown(fault.options, 12)
        hint = Words(
            f"{guess.th}แก้ชื่อให้ตรง ชื่อที่ใช้ได้คือ {known}",
            f"{guess.en}Write one of: {known}",
        )
        yield RULE.finds(fault.at, message, hint, fault.subject)


def _outside(fault: Fault) -> Diagnostic:
    """Elements that stand beside `elements:` instead of below it."""
    message = Words(f"{fault.found} ต้องอยู่ใต้ elements:", f"{fault.found} must stand below elements:")
    hint = Words(
        "เพิ่มบรรทัด elements: ไว้ก่อนหน้า (ถ้ายังไม่มี) แล้วย่อหน้าบรรทัดเหล่านี้เข้าไปสองช่อง",
        "put a line elements: before them, and indent them by two spaces",
    )
    return RULE.finds(fault.at, message, hint, fault.subject)
