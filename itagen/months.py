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
_LETTERS = tuple(tuple(name.split(".")[:2]) for name in SHORT_TH)

LONG_FORMS = tuple("|".join(filter(None, (name, _MISSPELT.get(name)))) for name in MONTHS_TH)
"""A pattern for the whole name of each month."""
SHORT_FORMS = tuple(rf"{first}(?:[.]\s?)?{last}" for first, last in _LETTERS)
"""A pattern for the short name of each month, also `ธค` or `ธ. ค`, without the dot at its end."""

_LONG, _SHORT = "|".join(LONG_FORMS), "|".join(SHORT_FORMS)
# `ก.พ.ร.` and `ก.พ.ร` are an office, `พ.ย.พ.ศ.` a month and what stands before its year.
_NO_OFFICE = r"(?:[.]+(?![ก-ฮ](?:[.]|(?![ก-๙]))(?!\s?ศ))|(?![ก-๙.]))"
_OF_MONTH = r"(?<!เงินเดือน)(?:(?<=เดือน)|(?<=เดือน\s))"
_BEFORE = "(?:(?<![ก-๙.])|(?<=ประจำ)|(?<=รอบ)|(?<=ช่วง)|(?<=ระหว่าง)|(?<=ตั้งแต่))"
SURE_MONTH = (
    rf"(?:{_LONG}|{_OF_MONTH}(?:{_SHORT})(?:[.]+|(?![ก-๙.]))|{_BEFORE}(?:{_SHORT}){_NO_OFFICE})"
)
"""A pattern for a month among other words: a short name is no part of a longer word."""
_DOTTED = "|".join(rf"{first}[.]\s?{last}[.]" for first, last in _LETTERS)
ANY_MONTH = f"(?:{_LONG}|{_DOTTED})"
"""A pattern for what may be a month: a short name with its dots, wherever it stands."""
