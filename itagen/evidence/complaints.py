"""Heads of tables that tell who complained, or about whom: names and addresses of persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from itagen.text import key

_WHO = (
    r"ผู้(?:ถูก)?ร้อง(?:เรียน|ทุกข์)?|ผู้แจ้ง(?:เบาะแส|เรื่อง|เหตุ)?|ผู้(?:ถูก)?กล่าวหา|ผู้ให้เบาะแส|ผู้เสียหาย|พยาน"
    r"|complainant|whistleblower|accused"
)
_WHAT = r"ชื่อ|นามสกุล|ที่อยู่|บ้านเลขที่|ภูมิลำเนา|โทร|เบอร์|อีเมล|เลขประจำตัว|เลขบัตร|name|address|phone|email"
_PERSON, _PERSONS = re.compile(_WHO), re.compile(rf"(?:{_WHO})+")
_TOLD = re.compile(_WHAT)
_PLAIN = re.compile(
    r"(?:ชื่อ(?:และ|ตัว)?(?:นาม)?(?:สกุล)?|ที่อยู่(?:ปัจจุบัน)?|(?:หมายเลข|เบอร์)?โทร(?:ศัพท์)?|(?:หมาย)?เลข(?:ประจำตัว|บัตร)ประชาชน)+"
)
_OF_OFFICE = re.compile(r"ตำแหน่ง|หน่วยงาน|ส่วนงาน|ช่องทาง|เจ้าหน้าที่|รับผิดชอบ|position|unit|channel")
_COUNTS = re.compile(r"จำนวน|ร้อยละ|ประเภท|ผลการ|แจ้งผล|number|count|kind")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def complainant_heads(heads: Sequence[str]) -> tuple[str, ...]:
    """Which heads of one table ask for a person's name or address.

    A bare 'ชื่อ-สกุล' does, unless the table tells of an office: where a head is a position or a
    channel, it names those who take complaints.
    """
    of_office = any(_OF_OFFICE.search(key(head)) for head in heads)
    return tuple(head for head in heads if _is_personal(key(head), of_office=of_office))


def _is_personal(head: str, *, of_office: bool) -> bool:
    if _COUNTS.search(head):
        return False
    if _PERSON.search(head):
        return bool(_TOLD.search(head) or _PERSONS.fullmatch(head))
    return not of_office and bool(_PLAIN.fullmatch(head))


def head_rows(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The heads of every table in a Markdown text, and where in the text its line begins."""
    start, lines = 0, text.split("\n")
    for line, below in pairwise(lines):
        if "|" in line and "|" in below and _RULE.fullmatch(below):
            yield start, tuple(cell.strip(" *_") for cell in line.strip().strip("|").split("|"))
        start += len(line) + 1
