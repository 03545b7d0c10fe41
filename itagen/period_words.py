"""The words that written periods are made of; a word that is none of them refuses the whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from itagen.months import LONG_FORMS, SHORT_FORMS
from itagen.period_parts import RefusedError

_MONTH_FORMS = [
    (f"{long}|{short}[.]*", number)
    for number, (long, short) in enumerate(zip(LONG_FORMS, SHORT_FORMS, strict=True), 1)
]
_ANY_MONTH = "|".join(form for form, _ in _MONTH_FORMS)
_NAMED_YEAR = r"งบ|ปฏิทิน|การศึกษา|\d|พ"
_COUNT = r"(?P<span>\d{1,2})"
_WORDS: tuple[tuple[str, str], ...] = (
    ("skip", r"วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)\s*(?:ที่)?"),
    ("skip", r"ระหว่าง|ห้วง|ช่วง|ของ|ตลอด(?=\s*ปี)|ประจำ(?=\s*(?:ปี|เดือน))"),
    ("skip", r"(?:ประกาศ\s*)?ณ(?=\s*วันที่)"),
    ("skip", r"(?:ลง|เมื่อ)?วันที่|พ[.]?\s*ศ[.]?|พุทธศักราช|[()]"),
    ("ce", r"ค[.]?\s*ศ[.]?"),
    ("half", r"ครึ่งปี\s*(?P<half>แรก|หลัง)"),
    ("round", r"รอบ\s*ที่\s*(?P<round>\d)(?!\d)"),
    ("span", rf"(?:รอบ\s*)?{_COUNT}\s*เดือน(?!\s*(?:{_ANY_MONTH}))\s*(?P<which>แรก|หลัง)?"),
    ("quarters", r"ไตรมาส\s*(?:ที่)?\s*(?P<q1>\d)\s*(?:[-–—~]|ถึง|และ)\s*(?P<q2>\d)(?!\d)"),
    ("quarter", r"(?:ไตรมาส\s*(?:ที่)?\s*|q\s*)(?P<quarter>\d(?!\d)|แรก|สุดท้าย)"),
    ("length", rf"(?:แผน|ระยะ(?:เวลา)?)?\s*(?P<length>\d{{1,2}})\s*ปี(?!\s*(?:{_NAMED_YEAR}))"),
    ("skip", r"รอบ(?=\s*ปี)"),
    ("fiscal", r"ปี\s*งบ(?:\s*ประมาณ)?"),
    ("calendar", r"ปี\s*ปฏิทิน"),
    ("academic", r"ปี\s*การศึกษา"),
    ("year", r"ปี"),
    ("since", r"ตั้งแต่"),
    ("onward", r"เป็นต้นไป"),
    ("now", r"ปัจจุบัน"),
    ("by", r"ภายใน|ก่อน|ไม่เกิน"),
    *(("month", f"(?P<m{number}>{form})") for form, number in _MONTH_FORMS),
    ("skip", r"เดือน"),
    ("iso", r"(?P<iy>\d{4})-(?P<im>\d{1,2})-(?P<id>\d{1,2})(?!\d)"),
    ("dmy", r"(?P<dd>\d{1,2})(?P<sep>[/.\-])(?P<dm>\d{1,2})(?P=sep)(?P<dy>\d{4}|\d{2})(?!\d)"),
    ("ym", r"(?P<yy>\d{4})-(?P<ym>\d{1,2})(?!\d)"),
    ("my", r"(?P<mm>\d{1,2})/(?P<my>\d{4})(?!\d)"),
    ("number", r"\d{1,4}(?!\d)"),
    ("to", r"[-–—~]|จนถึง|ถึง"),
    ("and", r"และ|,"),
    ("slash", r"/"),
)  # fmt: skip
_FORMS = tuple((name, re.compile(rf"\s*(?:{form})\s*")) for name, form in _WORDS)


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word: its kind, its digits or the groups it matched."""

    kind: str
    text: str
    groups: dict[str, str]


def cut_words(text: str) -> list[Word]:
    """Cut a text into its words; those that say nothing of the period are dropped.

    Raises:
        RefusedError: something else stands there.
    """
    words: list[Word] = []
    position = 0
    while position < len(text):
        for kind, form in _FORMS:
            matched = form.match(text, position)
            if matched:
                groups = {k: v for k, v in matched.groupdict().items() if v is not None}
                if kind != "skip":
                    words.append(Word(kind, matched.group().strip(), groups))
                position = matched.end()
                break
        else:
            raise RefusedError("not-a-period")
    return words
