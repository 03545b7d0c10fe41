"""The months in a table are not those that are said of it."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.claims import contradicts, said_for, spans_read, stated_period
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Evidence
from itagen.period import after_th, name_en, name_th
from itagen.rules.rule import Case, Rule, shown

RULE = Rule("ITA437", "contradicting-months", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """What is said in `covers`, or by the title of a sheet against its name."""
    for found in case.table_faults(RULE.name):
        (thai, *english), title = found.fault.options, found.fault.found
        message = Words(
            f"{found.named.th}: ชื่อแผ่นงานคือ {thai} แต่หัวเรื่องในแผ่นงานเขียนว่า {title}",
            f"{found.named.en}: the sheet is named {english[1]}, its title says {english[0]}",
        )
        hint = Words(
            "ดูว่าข้อมูลเป็นของเดือนใด แล้วแก้ชื่อแผ่นงานหรือหัวเรื่องให้ตรงกัน",
            "see of which month the rows are, and mend the name or the title",
        )
        yield RULE.finds_in(found.answer, found.at, message, hint, found.element)
    for answer, element in case.elements():
        for part in element.evidence:
            if part.spans and contradicts(answer, element, part):
                yield _contradicting(answer, element, part)


def _contradicting(answer: ItemAnswer, element: ElementAnswer, part: Evidence) -> Diagnostic:
    said, stated = said_for(answer, element, part), stated_period(answer, element, part)
    assert said is not None and stated is not None and part.table is not None
    read = [claim.period for claim in spans_read(answer, element, part)]
    thai, english = [name_th(p) for p in read], [name_en(p) for p in read]
    message = Words(
        f"{answer.item.code}: แจ้งว่าเป็นข้อมูลของ{after_th(stated)} "
        f"แต่ในตาราง “{part.table.text}” เป็น {shown(thai)}",
        f"{answer.item.code}: said is {name_en(stated)}, “{part.table.text}” has {shown(english)}",
    )
    hint = Words(
        "เปิดตารางดูว่าเป็นของเดือนใด แล้วแก้บรรทัด covers: หรือ sheet: ให้ตรง หรือแก้เดือนในตาราง",
        "see of which months the table is, and mend covers: or sheet:, or the table",
    )
    return RULE.finds_in(answer, said.at, message, hint, element)
