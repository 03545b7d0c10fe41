"""A file cannot be opened, or is not written in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA001", "unreadable-file", Severity.ERROR)

_ENCODINGS = {
    "windows-874": Words("ภาษาไทยแบบ Windows-874 (TIS-620)", "Thai Windows-874 (TIS-620)"),
    "utf-16": Words("แบบ UTF-16", "UTF-16"),
    "unknown": Words("รหัสอักษรที่ไม่ใช่ UTF-8", "an encoding other than UTF-8"),
}


def check(case: Case) -> Iterator[Diagnostic]:
    """Say which encoding was found and how to convert it."""
    for fault in case.faults(RULE.name):
        if fault.detail in _ENCODINGS:
            found = _ENCODINGS[fault.detail]
            message = Words(
                f"อ่านไฟล์นี้ไม่ได้ เพราะบันทึกเป็น{found.th} ต้องเป็น UTF-8",
                f"cannot read this file: it is saved as {found.en}, UTF-8 is wanted",
            )
            hint = Words(
                "เปิดไฟล์ด้วย Notepad เลือก ไฟล์ > บันทึกเป็น แล้วเลือก การเข้ารหัส (Encoding): "
                "UTF-8 แล้วบันทึกทับ",
                "open it in Notepad, choose File > Save as, set Encoding to UTF-8 and save",
            )
        elif fault.detail == "binary":
            message = Words(
                "ไฟล์นี้ไม่ใช่ข้อความ (อาจเป็นไฟล์ Word, Excel หรือ PDF ที่เปลี่ยนนามสกุล)",
                "this file is not text (perhaps a Word, Excel or PDF file that was renamed)",
            )
            hint = Words(
                "เขียนข้อมูลเป็นไฟล์ข้อความใหม่ แล้ววางเอกสารเดิมไว้ในโฟลเดอร์ของข้อนั้น",
                "write the data in a text file and put the document into the item's folder",
            )
        elif fault.detail == "link":
            message = Words(
                "ไฟล์นี้เป็นทางลัด (symbolic link) จึงไม่อ่าน", "this file is a link and is not read"
            )
            hint = Words("คัดลอกไฟล์จริงมาวางแทน", "put the file itself there")
        else:
            message = Words(
                f"เปิดไฟล์นี้ไม่ได้ ({fault.found})", f"cannot open this file ({fault.found})"
            )
            hint = Words(
                "ปิดโปรแกรมอื่นที่เปิดไฟล์อยู่ หรือขอสิทธิ์อ่านไฟล์จากผู้ดูแลเครื่อง",
                "close other programs that use it, or ask for the right to read it",
            )
        yield RULE.finds(fault.at, message, hint, fault.subject)
