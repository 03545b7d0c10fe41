"""A file or a code that belongs to no item of the list."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.edition import Edition
from itagen.entry import Said
from itagen.rules.rule import Case, Rule
from itagen.site import Year

RULE = Rule("ITA102", "unknown-item", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """File names, and codes in year.yaml."""
    for year in case.site.years:
        if year.edition:
            for said in (*year.strays, *year.unknown_codes):
                yield _unknown(year, year.edition, said)


def _unknown(year: Year, edition: Edition, said: Said) -> Diagnostic:
    first, last = edition.items[0].code, edition.items[-1].code
    message = Words(
        f"“{said.text}” ไม่ใช่ข้อใดในแบบตรวจ {edition.id} ซึ่งมี {first} ถึง {last}",
        f"“{said.text}” is no item of {edition.id}, which has {first} to {last}",
    )
    if said.at.line is not None:
        hint = Words(
            f"แก้เป็นรหัสข้อที่มีในแบบตรวจ เช่น {first}", f"write a code of the list, such as {first}"
        )
    else:
        hint = Words(
            f"แก้ชื่อไฟล์เป็นรหัสข้อ เช่น {edition.items[0].stem}.yaml "
            f"ถ้าเป็นสำเนาหรือไฟล์อื่น ให้ลบหรือย้ายออกจาก content/{year.folder}/",
            f"name it by a code, such as {edition.items[0].stem}.yaml, or move it elsewhere",
        )
    return RULE.finds(said.at, message, hint, year.subject())
