"""A project lacks the file that says whose it is, or which list a year answers."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA010", "missing-project-file", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Show the lines that the file needs at least."""
    for fault in case.faults(RULE.name):
        if fault.detail == "agency":
            message = Words(
                "ไม่พบไฟล์ content/agency.yaml ที่บอกว่าเป็นเว็บไซต์ของหน่วยงานใด",
                "there is no content/agency.yaml to say whose site this is",
            )
            hint = Words(
                "สร้างไฟล์นี้ ให้มีอย่างน้อย name: (ชื่อหน่วยงาน) kind: (ประเภท) และ current: (ปีที่แสดง)",
                "write it with at least name:, kind: and current: (the year shown)",
            )
        elif fault.detail == "folder":
            message = Words(
                f"โฟลเดอร์ “{fault.found}” มี year.yaml แต่ชื่อไม่ใช่ปี พ.ศ. สี่หลัก จึงไม่เผยแพร่",
                f"the folder “{fault.found}” has a year.yaml, but its name is no year",
            )
            hint = Words(
                "ถ้าเป็นสำเนาให้ย้ายออกจาก content/ ถ้าเป็นปีใหม่ให้ตั้งชื่อโฟลเดอร์เป็นปี พ.ศ.",
                "move a copy out of content/, or name the folder by its year",
            )
        else:
            message = Words(
                f"โฟลเดอร์ content/{fault.found} ไม่มีไฟล์ year.yaml จึงไม่รู้ว่าใช้แบบตรวจปีใด",
                f"content/{fault.found} has no year.yaml to say which list it answers",
            )
            hint = Words(
                "สร้างไฟล์ year.yaml ให้มีบรรทัด edition: ตามด้วยรหัสแบบตรวจ (ดูรายชื่อด้วย itagen editions)",
                "write year.yaml with a line edition: and a name out of itagen editions",
            )
        yield RULE.finds(fault.at, message, hint, fault.subject)
