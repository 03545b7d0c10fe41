"""Months that stand in names of sheets, titles and heads, among other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from itagen.demand import Basis
from itagen.months import ANY_MONTH, SURE_MONTH
from itagen.period import Period
from itagen.period_text import Refusal, parse_period
from itagen.text import arabic

_YEAR = r"(?:\s*(?:พ\.?\s?ศ\.?\s*)?(?:25\d\d|\d\d)(?!\d))"
_SPAN = re.compile(
    rf"(?<!\d)(?<!\d\s){SURE_MONTH}{_YEAR}?"
    rf"(?:\s*(?:[-–—]|ถึง(?:เดือน)?)\s*(?:{SURE_MONTH}|{ANY_MONTH}){_YEAR}?)?"
)
_OTHER_MONTH = re.compile(rf"(?<!\d)(?<!\d\s){ANY_MONTH}")
_UNTIL = re.compile(r"(?:ถึง|ภายใน|ก่อน|ไม่เกิน)\s*(?:วันที่|สิ้น)?\s*(?:เดือน)?\s*$")
_OTHER = re.compile(
    r"(?:รอบ\s*)?(?:6|9|12)\s*เดือน(?:แรก|หลัง)?\s*(?:ของ)?\s*(?:ปีงบประมาณ|ปี)\s*(?:พ\.?\s?ศ\.?\s*)?25\d\d"
    r"|ไตรมาส\s*(?:ที่)?\s*[1-4]\s*(?:ของ)?\s*(?:ปีงบประมาณ|ปี|/)?\s*(?:พ\.?\s?ศ\.?\s*)?25\d\d"
)


_FORM = re.compile(r"(?:แบบ\s*)?สขร\.?\s*1")


def names_a_month(text: str) -> bool:
    """Whether a month stands in it, with or without its year, and not as part of a day."""
    return bool(_SPAN.search(_plain(text)))


@lru_cache(maxsize=4096)
def period_named(text: str, basis: Basis, within: Period | None = None) -> Period | None:
    """The month or span of months that a text names, if it names just one.

    Args:
        text: the name of a sheet, a title, a head, a cell.
        basis: how a bare year is meant.
        within: what lends its year to a month without one.
    """
    whole = parse_period(text, basis, within)
    if not isinstance(whole, Refusal):
        return None if whole.is_day else whole
    plain = _plain(text)
    said = (*_SPAN.finditer(plain), *_OTHER.finditer(plain))
    if any(_UNTIL.search(plain, 0, one.start()) for one in said) or _has_more(plain, said):
        return None
    read = {parse_period(one[0], basis, within) for one in said}
    found = read.pop() if len(read) == 1 else None
    return found if isinstance(found, Period) else None


def _has_more(plain: str, said: Sequence[re.Match[str]]) -> bool:
    """Whether a month stands beside those that are sure, written so close that it may be none."""
    starts = (month.start() for month in _OTHER_MONTH.finditer(plain))
    return any(not any(one.start() <= start < one.end() for one in said) for start in starts)


def _plain(text: str) -> str:
    """In Arabic digits, without the name of the form, whose number would pass for a day."""
    return _FORM.sub("", arabic(text))
