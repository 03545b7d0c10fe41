"""The years that titles and texts name, and those that may be named for a period."""

from __future__ import annotations

import re

from itagen.months import MONTHS_TH, SHORT_TH
from itagen.period import ERA, Period, numbers
from itagen.text import arabic

_YEAR = re.compile(r"(?<!\d)(2[45]\d\d)(?!\d)")
_LAW = re.compile(r"(พระราชบัญญัติ|พ\.?ร\.?บ\.?|ระเบียบ|กฎหมาย).*?(2[45]\d\d)")
_LAW_IN_TEXT = re.compile(
    r"(?:พระราชบัญญัติ|พระราชกฤษฎีกา|พ\.? ?ร\.? ?บ\.?|ระเบียบ|กฎหมาย|กฎกระทรวง|รัฐธรรมนูญ)"
    r".{0,120}?(2[45]\d\d)(?: และที่แก้ไขเพิ่มเติม.{0,60}?2[45]\d\d)?"
)
_MONTH = "|".join(re.escape(name) for name in (*MONTHS_TH, *SHORT_TH))
_BE = r"(?:พ ?\. ?ศ ?\. ?)?"
_DATE = re.compile(rf"(?:{_MONTH}) ?{_BE}2[45]\d\d|\d[/.]\d{{1,2}}[/.]2[45]\d\d")
_NAMED = re.compile(
    rf"(?:ปีงบประมาณ|ปีการศึกษา|ปี|พ ?\. ?ศ ?\.) ?{_BE}(2[45]\d\d)(?: ?(?:-|–|ถึง) ?{_BE}(2[45]\d\d))?"
)


def years_in(title: str) -> set[int]:
    """The Buddhist years that stand in a title, those of laws left out."""
    text = _LAW.sub("", arabic(title.rpartition("/")[2]))
    return {int(found) for found in _YEAR.findall(text)}


def years_named(text: str) -> tuple[set[int], set[int]]:
    """The years that a page calls a year, and all of them; not those of laws and of days."""
    line = " ".join(arabic(text).split())
    line = _DATE.sub("", _LAW_IN_TEXT.sub("", line))
    named: set[int] = set()
    for first, last in _NAMED.findall(line):
        named |= set(range(int(first), int(last or first) + 1))
    return named, named | {int(found) for found in _YEAR.findall(line)}


def years_called(period: Period) -> set[int]:
    """The years that a title may name for a period; a whole year has one name."""
    if called := numbers(period):
        return set(called)
    last = min(period.end().year, period.first.year + 60)
    fiscal = {
        day.year + ERA + (day.month >= 10)
        for day in (period.first, period.end())
        if day.year < last + 1
    }
    return set(range(period.first.year + ERA, last + ERA + 1)) | fiscal
