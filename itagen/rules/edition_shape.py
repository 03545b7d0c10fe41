"""An edition file cannot be read, or has names and values that a list does not have."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, meant, shown
from itagen.tree import Fault

RULE = Rule("ITA901", "edition-shape", Severity.ERROR)

_WHAT = {
    "unknown-key": Words("ไม่รู้จักชื่อนี้", "this name is not known"),
    "wrong-type": Words("ค่านี้เขียนผิดชนิด", "this value is of a wrong kind"),
    "missing-key": Words("ขาดชื่อนี้", "this name is missing"),
    "duplicate-key": Words("ชื่อนี้ซ้ำ", "this name stands twice"),
}
_UNREAD = Words("อ่านไฟล์นี้ไม่ได้", "this file cannot be read")


def check(case: Case) -> Iterator[Diagnostic]:
    """All faults of an edition file, in one rule."""
    for file in case.site.edition_files:
        for fault in file.faults:
            if fault.kind == "invisible-characters" or fault.detail == "comment":
                continue
            yield _shape(file.path, fault)


def _shape(path: str, fault: Fault) -> Diagnostic:
    what = _WHAT.get(fault.kind, _UNREAD)
    guess = meant(fault.detail if fault.kind == "unknown-key" else "")
    listed = shown(fault.options, 14)
    choose = Words(f"ที่ใช้ได้คือ {listed}", f"Known are {listed}") if listed else Words("", "")
    message = Words(
        f"แบบตรวจ {path}: {what.th} “{fault.found}”", f"edition {path}: {what.en} “{fault.found}”"
    )
    hint = Words(
        f"{guess.th}{choose.th} ดูวิธีเขียนใน schema/README.md".strip(),
        f"{guess.en}{choose.en} See schema/README.md".strip(),
    )
    return RULE.finds(fault.at, message, hint)
