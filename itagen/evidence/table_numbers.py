"""Numbers as offices write them in cells: money, counts, percentages, in both sorts of digits."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from itagen.text import arabic, is_hollow

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_AMOUNT = re.compile(
    rf"(?:(?P<minus>[-\u2212\u2013])|(?P<open>\())?\s*[฿$]?\s*(?P<whole>{_DIGITS})(?:\.(?P<part>\d+)|\.-|\.|/-)?"
    r"\s*\)?\s*(?:บาท|฿)?(?:ถ้วน)?"
)
_PERCENT = re.compile(
    rf"(?:ร้อยละ\s*)?(?P<whole>{_DIGITS})(?:\.(?P<part>\d+))?\s*(?:%|\uff05|เปอร์เซ็นต์)?"
)
_COUNT = re.compile(
    rf"(?P<whole>{_DIGITS})(?:\.0+)?\s*"
    r"(?:เรื่อง|ราย|คน|ครั้ง|รายการ|โครงการ|แห่ง|ฉบับ|เล่ม|อัตรา|ตำแหน่ง|คำขอ|หน่วย)?"
)
_DIGIT = re.compile(r"\d")
_MOST_SIGNS = 60


@lru_cache(maxsize=16_384)
def parse_amount(text: str) -> Decimal | None:
    """A sum of money in baht: `1,234.50`, `๑,๒๓๔ บาท`, `(1,200)` for less than nothing; or None."""
    found = _AMOUNT.fullmatch(_plain(text))
    if not found or bool(found["open"]) != (")" in text):
        return None
    value = _decimal(found)
    return -value if found["minus"] or found["open"] else value


def parse_percentage(text: str) -> Decimal | None:
    """How many of a hundred: `93.62`, `93.62%`, `ร้อยละ ๙๓.๖๒`; or None."""
    found = _PERCENT.fullmatch(_plain(text))
    return _decimal(found) if found else None


def parse_count(text: str) -> int | None:
    """A whole number with or without what is counted: `1,234`, `๑๒ เรื่อง`, `ไม่มี`; or None."""
    plain = _plain(text)
    if plain == "ไม่มี":
        return 0
    found = _COUNT.fullmatch(plain)
    return int(found["whole"].replace(",", "")) if found else None


def plain_number(value: Decimal | int) -> str:
    """A number without separators and without zeros at its end: `1234.5`."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_blank(cell: str) -> bool:
    """Whether a cell says nothing: it is empty, a dash, or only points elsewhere."""
    return not cell or (len(cell) <= _MOST_SIGNS and is_hollow(cell))


def _plain(text: str) -> str:
    if len(text) > _MOST_SIGNS or not _DIGIT.search(text):
        return text.strip() if len(text) <= _MOST_SIGNS else ""
    return arabic(text).strip()


def _decimal(found: re.Match[str]) -> Decimal:
    return Decimal(f"{found['whole'].replace(',', '')}.{found['part'] or 0}")
