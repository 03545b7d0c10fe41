"""Words that stand in tables and are no data: that there was nothing, who signs, remarks."""

from __future__ import annotations

import re

from itagen.months import ANY_MONTH

_YEAR = r"(?:\s*(?:พ\.?\s?ศ\.?\s*)?\d{2,4})?"
_LEAD = rf"(?:(?:ใน|สำหรับ|ช่วง|ประจำ|รอบ|\s)*(?:เดือนนี้|(?:เดือน\s*)?{ANY_MONTH}{_YEAR})[\s:–-]*)?"
# That nobody bid is told of a purchase; it does not tell that there was none.
_BIDS = (
    r"\s*(?:ผู้(?:ประกอบการ)?|การ|ราย(?:ใด|อื่น))?\s*(?:ใด)?(?:มา|เข้า)?\s*(?:ยื่น|เสนอ|ซื้อซอง|รับเอกสาร)"
)
_NONE = re.compile(
    rf"{_LEAD}ไม่มี(?!{_BIDS})"
    r"(?:$|[\s.,(]|การ|จัดซื้อ|จัดจ้าง|ราย|ข้อมูล|เรื่อง|โครงการ|กิจกรรม|ผู้)"
)
_SIGNS = r"\s*=_~•\"'“”–—\-"
_AROUND = re.compile(rf"^[{_SIGNS}.]+|(?:[{_SIGNS}]|\.\.+)+$")
_SIGNATURE = re.compile(r"[(\s]*(?:ลงชื่อ|ผู้รายงาน|ผู้จัดทำ|ผู้ตรวจสอบ|\.{4,}|…{2,}|_{4,})")
_REMARK = re.compile(r"[(\s]*(?:หมายเหตุ|ตำแหน่ง\s)")
_OF_MONTH = re.compile(rf"(?<!\d)(?<!\d\s)เดือน\s*{ANY_MONTH}")
_RUNNING = re.compile(r"\(?\d+(?:\.\d+)*[.)]*")


def said_none(cell: str) -> str:
    """The words, without signs around them, by which a cell says that there was nothing."""
    if "ไม่มี" not in cell:
        return ""
    words = _AROUND.sub("", cell)
    if words.startswith("(") and words.endswith(")"):
        words = _AROUND.sub("", words[1:-1])
    return words if _NONE.match(words) else ""


def names_month(words: str) -> bool:
    """Whether a month is named, with its year or without."""
    return re.search(ANY_MONTH, words) is not None


def heads_month(words: str) -> bool:
    """Whether a line stands over the rows of a month; a day on which somebody signs does not."""
    return "วันที่" not in words and _OF_MONTH.search(words) is not None


def is_signature(cell: str) -> bool:
    """Whether somebody signs there."""
    return _SIGNATURE.match(cell) is not None


def is_remark(cell: str) -> bool:
    """Whether it says of itself that it is a remark, or the position of who signs."""
    return _REMARK.match(cell) is not None


def is_running(cell: str) -> bool:
    """Whether it is the running number of a row: `1`, `๑.`, `1.2`, `(3)`."""
    return _RUNNING.fullmatch(cell) is not None
