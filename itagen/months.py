"""How the months are written: their names, and all that offices make of them."""

from __future__ import annotations

MONTHS_TH = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_TH = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
_MISSPELT = {"กรกฎาคม": "กรกฏาคม"}


def _shortened(name: str) -> str:
    """`ธ.ค.` also as `ธค` or `ธ. ค`; the dots at its end are another matter."""
    first, last, _ = name.split(".")
    return rf"{first}(?:[.]\s?)?{last}"


SHORT_FORMS = tuple(map(_shortened, SHORT_TH))
"""A pattern for the short name of each month, without the dot at its end."""
LONG_FORMS = tuple("|".join(filter(None, (name, _MISSPELT.get(name)))) for name in MONTHS_TH)
"""A pattern for the whole name of each month."""
_BEFORE_SHORT = "(?:(?<![ก-๙])|(?<=เดือน)|(?<=ประจำ)|(?<=ใน)|(?<=ถึง))"
# `ก.พ.ร.` is an office, `พ.ย.พ.ศ.` a month and what stands before its year.
_AFTER_SHORT = r"(?:[.]+(?![ก-ฮ][.](?!\s?ศ))|(?![ก-๙.]))"
ANY_MONTH = rf"(?:{'|'.join(LONG_FORMS)}|{_BEFORE_SHORT}(?:{'|'.join(SHORT_FORMS)}){_AFTER_SHORT})"
"""A pattern for a month among other words: a short name is no part of a longer word."""
