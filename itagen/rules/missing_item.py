"""An item that the list demands has no file, in the open year."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA101", "missing-item", Severity.ERROR, "the year is submitted or archived")


def check(case: Case) -> Iterator[Diagnostic]:
    """Items whose facts stand in agency.yaml or in a stream need no file."""
    for answer in case.answers:
        entry = answer.entry
        given = entry and not entry.blank
        if given or not (answer.item.needs_file or entry) or not answer.year.is_open:
            continue
        item, path = answer.item, answer.at.path
        message = Words(
            f"ยังไม่มีข้อมูลของ {item.code} {item.title}",
            f"nothing is given for {item.code} {item.title_en or item.title}",
        )
        hint = Words(
            f"สร้างไฟล์ {path} ถ้ายังไม่มีข้อมูล ให้เขียน pending: ตามด้วยเหตุผล และ until: ตามด้วยวันที่จะเสร็จ",
            f"write {path}; if it is still to come, write pending: a reason and until: a day",
        )
        yield RULE.finds_in(answer, answer.at, message, hint)
