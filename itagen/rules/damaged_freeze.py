"""The record of what was submitted cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Location, Severity, Subject, Words
from itagen.frozen import record_of
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA813", "damaged-freeze", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """A record that was edited by hand, or cut."""
    for folder, frozen in case.site.frozen.items():
        if frozen is None:
            message = Words(
                f"อ่านบันทึกการส่งของปี {folder} ไม่ได้ ไฟล์เสียหรือถูกแก้ด้วยมือ",
                f"the record of what was submitted of {folder} is damaged or was edited by hand",
            )
            hint = Words(
                "นำไฟล์เดิมกลับมา (git checkout ไฟล์นี้) ไฟล์นี้ itagen freeze เขียน ไม่ต้องแก้เอง",
                "bring the old file back; itagen freeze writes it, nobody edits it",
            )
            at = Location(f"content/{record_of(folder)}")
            yield RULE.finds(at, message, hint, Subject(folder))
