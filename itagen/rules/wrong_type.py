"""A value is of another kind than its place can hold, such as words for a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.page_spans import turned
from itagen.rules.rule import Case, Rule, meant, shown
from itagen.text import nearest
from itagen.tree import Fault

RULE = Rule("ITA007", "wrong-type", Severity.ERROR)

_TYPES = {
    "string": Words("ข้อความ", "text"),
    "integer": Words("จำนวนเต็ม", "a whole number"),
    "boolean": Words("true หรือ false", "true or false"),
    "array": Words("รายการ (แต่ละรายการขึ้นต้นด้วย -)", "a list (each line begins with -)"),
    "object": Words("กลุ่มของ ชื่อ: ค่า", "a group of name: value"),
}


def check(case: Case) -> Iterator[Diagnostic]:
    """Say what was found and what is wanted."""
    for fault in case.faults(RULE.name):
        yield _wrong(fault)
    yield from _kinds(case)


def _wrong(fault: Fault) -> Diagnostic:
    wanted, hint = _wanted(fault)
    name = next((step for step in reversed(fault.path) if isinstance(step, str)), "")
    message = Words(
        f"{name}: พบ “{fault.found}” แต่ต้องเป็น{wanted.th}"
        if name
        else f"พบ “{fault.found}” แต่ต้องเป็น{wanted.th}",
        f"{name}: found “{fault.found}”, wanted is {wanted.en}"
        if name
        else f"found “{fault.found}”, wanted is {wanted.en}",
    )
    return RULE.finds(fault.at, message, hint, fault.subject)


def _kinds(case: Case) -> Iterator[Diagnostic]:
    """Posts whose kind is none of those that the list names for their stream."""
    seen: set[Location] = set()
    for answer in case.answers:
        kinds = answer.item.stream.kinds if answer.item.stream else ()
        for post in answer.posts if kinds else ():
            if post.kind and post.kind.at not in seen and post.kind.text not in kinds:
                seen.add(post.kind.at)
                fault = Fault(
                    RULE.name, post.kind.at, "choice", post.kind.text, path=("kind",), options=kinds
                )
                yield _wrong(replace(fault, subject=answer.subject))


_DIGITS: dict[str, tuple[Words, Words]] = {
    "money": (
        Words("จำนวนเงินเป็นบาท", "a sum of baht"),
        Words(
            "เขียนตัวเลขล้วน เช่น 480000 หรือ '480,000.50' ถ้าไม่ใช้เงินเขียน ไม่ใช้งบประมาณ",
            "write digits, such as 480000 or '480,000.50', or ไม่ใช้งบประมาณ",
        ),
    ),
    "count": (
        Words("จำนวนนับ", "a count"),
        Words("เขียนตัวเลขล้วน เช่น 12 ถ้าไม่มีเขียน 0", "write digits, such as 12, or 0"),
    ),
    "percent": (
        Words("ร้อยละ", "a percentage"),
        Words("เขียนตัวเลขล้วน เช่น 93.62", "write digits, such as 93.62"),
    ),
    "item": (
        Words("เลขข้อของแบบตรวจ", "the code of an item"),
        Words("เขียนเลขข้อข้อเดียว ตามแบบตรวจของปีนั้น", "write the code of one item of the list"),
    ),
    "colour": (
        Words("สีแบบเลขฐานสิบหก", "a colour in hexadecimal digits"),
        Words("เขียน # ตามด้วยเลขหรือ a-f หกตัว เช่น '#14406b'", "write # and six digits: '#14406b'"),
    ),
    "form-address": (
        Words("คำว่า netlify หรือที่อยู่ https://", "netlify or an https:// address"),
        Words(
            "ใช้ netlify ถ้าเว็บไซต์อยู่ที่ Netlify หรือใส่ที่อยู่ที่รับแบบฟอร์ม ขึ้นต้นด้วย https://",
            "write netlify, or the address that takes the form; it begins with https://",
        ),
    ),
    "tree-name": (
        Words("ชื่อส่วนงานหรือตำแหน่ง", "the name of a unit or a position"),
        Words("เขียนชื่อ หรือลบบรรทัดนี้ออก", "write its name, or delete the line"),
    ),
    "tree-depth": (
        Words("แผนผังที่ลึกไม่เกิน 8 ชั้น", "a chart of no more than 8 levels"),
        Words(
            "รวมชั้นล่างเป็นชื่อเดียว หรือแยกส่วนล่างเป็นอีกแผนผังหนึ่ง",
            "join the lowest levels, or draw the lower part as a chart of its own",
        ),
    ),
    "pages": (
        Words("เลขหน้าจากน้อยไปมาก นับจาก 1", "page numbers from low to high, the first being 1"),
        Words("เขียนเลขหน้าของ PDF เช่น 13 หรือ 5-18", "write numbers, such as 13 or 5-18"),
    ),
}
_NAME = (
    Words("ชื่อภาษาอังกฤษตัวเล็ก", "a name in small Latin letters"),
    Words(
        "ใช้ a-z 0-9 และ - หรือ _ เท่านั้น ขึ้นต้นด้วยตัวอักษร",
        "use only a-z, 0-9 and - or _, a letter first",
    ),
)


def _wanted(fault: Fault) -> tuple[Words, Words]:
    """What is wanted, and how to write it."""
    if fault.detail == "pages" and (better := turned(fault.found)) != fault.found:
        return _DIGITS["pages"][0], Words(f"เขียน {better}", f"write {better}")
    if fault.detail in _DIGITS:
        return _DIGITS[fault.detail]
    if fault.detail == "choice":
        guess = meant(nearest(fault.found, fault.options) or "")
        listed = shown(fault.options, 12)
        return (
            Words("ค่าใดค่าหนึ่งที่กำหนดไว้", "one of the given values"),
            Words(f"{guess.th}เลือกจาก {listed}", f"{guess.en}Choose from {listed}"),
        )
    if fault.detail in {"id", "pattern"}:
        return _NAME
    named = ("string",) if "string" in fault.options else fault.options
    kinds = [_TYPES[name] for name in named if name in _TYPES]
    thai = " หรือ ".join(kind.th for kind in kinds) or "ค่าอีกชนิดหนึ่ง"
    english = " or ".join(kind.en for kind in kinds) or "another kind of value"
    return (
        Words(thai, english),
        Words(
            f"เขียนใหม่เป็น{thai} ดูตัวอย่างด้วยคำสั่ง itagen explain {RULE.code}",
            f"write it as {english}; itagen explain {RULE.code} shows examples",
        ),
    )
