"""YAML would cut a value short without a word: `1,200,000` in braces, ` #` in a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA008", "cut-value", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """A number with commas in braces is certain; words after a # without a space are judged."""
    for fault in case.faults(RULE.name):
        if fault.detail == "comma":
            message = Words(
                f"ค่า “{fault.found}” ในวงเล็บปีกกาจะถูกตัดที่เครื่องหมาย ,",
                f"“{fault.found}” inside braces would be cut at the comma",
            )
            hint = Words(
                f"ใส่เครื่องหมาย ' คร่อมค่าทั้งหมด: '{fault.found}'",
                f"put ' around the whole value: '{fault.found}'",
            )
            yield RULE.finds(fault.at, message, hint, fault.subject)
            continue
        if fault.detail == "number":
            plain = fault.found.replace(",", "")
            message = Words(
                f"จำนวน {fault.found} ในวงเล็บปีกกาจะถูกอ่านเป็นหลายค่า เพราะมีเครื่องหมาย ,",
                f"{fault.found} inside braces would be read as several values",
            )
            hint = Words(f"เขียน {plain} หรือ '{fault.found}'", f"write {plain} or '{fault.found}'")
            yield RULE.finds(fault.at, message, hint, fault.subject)
            continue
        message = Words(
            f"ข้อความตั้งแต่ “{fault.found}” จะหายไป เพราะ # หลังช่องว่างคือหมายเหตุ",
            f"the words from “{fault.found}” would be lost: # after a space begins a comment",
        )
        hint = Words(
            "ใส่เครื่องหมาย ' คร่อมข้อความทั้งหมด ถ้าตั้งใจให้เป็นหมายเหตุ ให้เว้นวรรคหลัง #",
            "put ' around the whole value; if a comment is meant, put a space after #",
        )
        yield replace(RULE.finds(fault.at, message, hint, fault.subject), severity=Severity.WARNING)
