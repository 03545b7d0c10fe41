"""The marks of a YAML file do not fit together, so that it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA002", "broken-yaml", Severity.ERROR)

_SLIPS: dict[str, tuple[Words, Words]] = {
    "tab": (
        Words("ย่อหน้าด้วยปุ่ม Tab", "the line is indented with a Tab"),
        Words("ลบ Tab แล้วเคาะช่องว่างสองครั้งแทน", "delete the Tab and type two spaces"),
    ),
    "colon": (
        Words(
            "มีเครื่องหมาย : ซ้ำในบรรทัดเดียว โปรแกรมจึงแยกชื่อกับค่าไม่ได้",
            "a second colon in the line, so that name and value cannot be told apart",
        ),
        Words(
            "ใส่เครื่องหมาย ' คร่อมข้อความหลัง : ตัวแรก เช่น title: 'ประกาศ: ผลการคัดเลือก'",
            "put ' around the words after the first colon, as in title: 'Notice: results'",
        ),
    ),
    "open-quote": (
        Words("เปิดเครื่องหมายคำพูดแล้วไม่ได้ปิด", "a quotation mark is opened and never closed"),
        Words("ใส่เครื่องหมายคำพูดปิดท้ายข้อความ", "close it at the end of the words"),
    ),
    "backslash": (
        Words(
            'ในเครื่องหมาย " " มีเครื่องหมาย \\ ซึ่งมีความหมายพิเศษ',
            'a \\ inside " " has a meaning of its own',
        ),
        Words("เปลี่ยน \" เป็น ' ทั้งหัวและท้ายข้อความ", "use ' instead of \" around the words"),
    ),
    "special-start": (
        Words(
            'มีข้อความที่ขึ้นต้นด้วยเครื่องหมาย เช่น * & ! @ % - [ หรือ " ซึ่ง YAML ใช้สั่งงาน',
            'words begin with a mark such as * & ! @ % - [ or ", a command of YAML',
        ),
        Words("ใส่เครื่องหมาย ' คร่อมข้อความทั้งหมด", "put ' around the words"),
    ),
    "open-bracket": (
        Words("เปิดวงเล็บ [ หรือ { แล้วไม่ได้ปิด", "a bracket [ or { is opened and never closed"),
        Words("ปิดวงเล็บให้ครบ หรือขาด , คั่นรายการ", "close it, or add the comma that is missing"),
    ),
    "no-colon": (
        Words("ขาดเครื่องหมาย : หลังชื่อ", "a colon is missing after the name"),
        Words("เขียนเป็น ชื่อ: ค่า โดยเว้นวรรคหลัง :", "write name: value with a space after :"),
    ),
    "dash": (
        Words("เครื่องหมายขึ้นต้นรายการไม่ถูก", "the mark that begins a list item is not right"),
        Words("ขึ้นต้นรายการด้วยขีดสั้น - แล้วเว้นหนึ่งช่อง", "begin it with - and one space"),
    ),
    "no-space": (
        Words("ไม่ได้เว้นวรรคหลัง :", "there is no space after :"),
        Words("เว้นหนึ่งช่องหลัง : เช่น file: x.pdf", "put one space after :, as in file: x.pdf"),
    ),
    "indent": (
        Words(
            "การย่อหน้าไม่ตรงกับบรรทัดก่อนหน้า",
            "the indentation does not fit the lines above",
        ),
        Words(
            "จัดให้ชื่อที่อยู่ระดับเดียวกันขึ้นต้นตรงกัน และรายการย่อยย่อเข้าไปสองช่อง",
            "begin names of one level in one column, and what is below them two spaces further",
        ),
    ),
    "front-matter": (
        Words(
            "ส่วนหัวของไฟล์ต้องเปิดและปิดด้วยบรรทัดที่มีขีดสั้นสามขีด ---",
            "the head of the file must open and close with a line ---",
        ),
        Words("เขียน --- เหนือส่วนหัว และ --- ใต้ส่วนหัว ก่อนเนื้อหา", "write --- above and below the head"),
    ),
    "not-a-mapping": (
        Words(
            "ไฟล์นี้ไม่ได้เขียนเป็น ชื่อ: ค่า",
            "this file is not written as name: value",
        ),
        Words(
            "ขึ้นต้นบรรทัดด้วยชื่อ เช่น covers: หรือ elements:",
            "begin lines with a name, such as covers: or elements:",
        ),
    ),
}
_OTHER = (
    Words("เครื่องหมายในไฟล์ไม่ครบหรือผิดที่", "marks are missing or in a wrong place"),
    Words(
        "เทียบกับตัวอย่างในคู่มือ หรือคัดลอกไฟล์ของข้ออื่นที่ผ่านแล้วมาแก้",
        "compare with an example, or copy the file of an item that passes",
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Name the usual slip behind a parser's complaint."""
    for fault in case.faults(RULE.name):
        slip, cure = _SLIPS.get(fault.detail, _OTHER)
        message = Words(f"อ่านไฟล์นี้ไม่ได้: {slip.th}", f"cannot read this file: {slip.en}")
        yield RULE.finds(fault.at, message, cure, fault.subject)
