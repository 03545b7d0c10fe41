"""A file that must not be published: a program, a script, a web page, an active drawing."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA413", "refused-file", Severity.ERROR, "its address is taken (ITA408)")

_PAGE = (
    Words("หน้าเว็บ (HTML)", "a web page (HTML)"),
    Words(
        "เปิดหน้านั้นแล้วพิมพ์เป็น PDF มาวางแทน หรือเขียนเป็นลิงก์ด้วย link:",
        "print the page to a PDF and put that there, or write its address with link:",
    ),
)
_REFUSED = {
    "svg": (
        Words(
            "ภาพ SVG ที่มีสคริปต์ ลิงก์ หรือเรียกไฟล์จากที่อื่น",
            "an SVG with a script, a link or a foreign file",
        ),
        Words(
            "เปิดภาพในโปรแกรมวาดภาพ แล้วส่งออกเป็น PNG หรือเป็น SVG แบบธรรมดา (Plain SVG)",
            "open it in a drawing program and export it as PNG or as plain SVG",
        ),
    ),
    "program": (
        Words("โปรแกรมหรือสคริปต์", "a program or a script"),
        Words(
            "ลบไฟล์นี้ออก ถ้าต้องเผยแพร่ข้อมูลข้างใน ให้บันทึกเป็น PDF หรือ Excel",
            "delete it; publish what is in it as a PDF or a workbook",
        ),
    ),
    "html": _PAGE,
}


def check(case: Case) -> Iterator[Diagnostic]:
    """Whatever could do something on a visitor's machine; no gap and no closed year excuses it."""
    taken = {finding.at for finding in case.found if finding.name == "taken-address"}
    for use, file in case.opened:
        if file.kind is None or file.kind.fault != "refused" or use.said.at in taken:
            continue
        found, hint = _REFUSED[file.kind.name]
        message = Words(
            f"ไม่เผยแพร่ไฟล์ “{use.said.text}” เพราะเป็น{found.th}",
            f"“{use.said.text}” is not published: it is {found.en}",
        )
        yield RULE.finds_use(use, message, hint)
