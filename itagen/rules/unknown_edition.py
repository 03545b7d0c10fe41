"""A year names a list that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, meant, shown

RULE = Rule("ITA106", "unknown-edition", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """List those that there are."""
    for fault in case.faults(RULE.name):
        if fault.detail == "year":
            folder = fault.at.path.split("/")[1]
            message = Words(
                f"แบบตรวจ {fault.found} เป็นของปี {fault.options[0]} แต่โฟลเดอร์คือ {folder}",
                f"{fault.found} is the list of {fault.options[0]}, the folder is {folder}",
            )
            hint = Words(
                f"แก้ edition: ให้เป็นแบบตรวจของปี {folder} หรือเปลี่ยนชื่อโฟลเดอร์เป็น {fault.options[0]}",
                "name the list of that year, or rename the folder",
            )
            yield RULE.finds(fault.at, message, hint, fault.subject)
            continue
        guess, known = meant(fault.detail), shown(fault.options, 12)
        message = Words(f"ไม่มีแบบตรวจชื่อ “{fault.found}”", f"there is no list “{fault.found}”")
        hint = Words(
            f"{guess.th}เลือกจาก {known} หรือวางไฟล์แบบตรวจไว้ที่ schema/editions/{fault.found}.yaml",
            f"{guess.en}Choose from {known}, or put schema/editions/{fault.found}.yaml",
        )
        yield RULE.finds(fault.at, message, hint, fault.subject)
