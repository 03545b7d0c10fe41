"""A table is asked for, and the file is none, is locked, damaged or too large."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA430", "unreadable-table", Severity.ERROR, "the file is missing, damaged or disguised (ITA4)"
)

_AGAIN = Words(
    "เปิดไฟล์ใน Excel แล้วบันทึกเป็น .xlsx ใหม่ ถ้าเปิดไม่ได้ ให้นำไฟล์ต้นฉบับมาวาง",
    "open it in Excel and save it as .xlsx; if it does not open, put the original here",
)
_WHY = {
    "not-a-table": (
        Words("ไม่ใช่ไฟล์ตาราง", "it is no table"),
        Words(
            "วางไฟล์ .xlsx .xls .ods หรือ .csv ถ้าเป็น PDF หรือรูป ให้เขียน file: หรือ image: แทน table:",
            "name a .xlsx, .xls, .ods or .csv; of a PDF or a picture write file: or image:",
        ),
    ),
    "damaged": (Words("ไฟล์เสียหาย", "it is damaged"), _AGAIN),
    "password": (
        Words("ไฟล์ใส่รหัสผ่านไว้", "it asks for a password"),
        Words(
            "เปิดใน Excel เลือก ไฟล์ > ข้อมูล > ป้องกันสมุดงาน > เข้ารหัสด้วยรหัสผ่าน ลบรหัสออก แล้วบันทึก",
            "open it in Excel, File > Info > Protect Workbook > Encrypt, delete the password, save",
        ),
    ),
    "too-large": (
        Words("ไฟล์ใหญ่เกินไป (เกิน 40 MB)", "it is too large (over 40 MB)"),
        Words(
            "ลบรูปและแผ่นงานที่ไม่ใช้ หรือแยกเป็นหลายไฟล์",
            "take out pictures and sheets that are not needed, or part it into several files",
        ),
    ),
    "too-many-rows": (
        Words(
            "มีเกิน 20,000 แถว หรือ 300 คอลัมน์ (อาจมีเซลล์หนึ่งที่อยู่ไกลมากโดยไม่ตั้งใจ)",
            "it has over 20,000 rows or 300 columns (perhaps one stray cell far out)",
        ),
        Words(
            "กด Ctrl+End ใน Excel ดูเซลล์สุดท้าย ลบแถวและคอลัมน์ที่เกิน แล้วบันทึก หรือแยกเป็นหลายไฟล์",
            "press Ctrl+End in Excel, delete what is beyond the data, or part the file",
        ),
    ),
}


def check(case: Case) -> Iterator[Diagnostic]:
    """By the reason for which it could not be read."""
    for found in case.table_faults(RULE.name):
        why, hint = _WHY[found.fault.detail]
        message = Words(
            f"อ่านตาราง “{found.said.text}” ไม่ได้: {why.th}",
            f"cannot read the table “{found.said.text}”: {why.en}",
        )
        yield RULE.finds_in(found.answer, found.at, message, hint, found.element)
