"""A row lacks something that the list asks of every row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.cited_tables import CitedTable
from itagen.demand import Field
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Evidence, Record
from itagen.rules.rule import Case, Rule
from itagen.text import is_hollow

RULE = Rule(
    "ITA203", "incomplete-record", Severity.ERROR, "a name of the row is not known (ITA006)"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """One finding a row, naming all that is missing; of examples alone it is a warning.

    Of a table that was read it is one finding a column, naming the first cells.
    """
    for cited in case.table_faults("blank-cells"):
        finding = _blank(cited)
        is_example = cited.fault.detail == "example"
        yield replace(finding, severity=Severity.WARNING) if is_example else finding
    for answer, element in case.elements():
        for number, record in enumerate(element.inline, 1):
            if "?" in record.broken:
                continue
            absent = [f for f in element.element.each if not _has(record, f)]
            asked = [f for f in absent if f.demand == "required"]
            if wanted := asked or [f for f in absent if f.demand == "example"]:
                found = _incomplete(answer, element, record, number, wanted)
                yield found if asked else replace(found, severity=Severity.WARNING)


def _blank(found: CitedTable) -> Diagnostic:
    fault = found.fault
    message = Words(
        f"{found.cells.th}: ช่อง “{fault.title}” ว่าง {fault.count} แถว",
        f"{found.cells.en}: {fault.field} is blank in {fault.count} rows",
    )
    hint = Words(
        "เติมข้อมูลในเซลล์ที่ว่าง หรือลบแถวที่ไม่ใช่รายการออก",
        "fill the blank cells, or delete rows that are no records",
    )
    return RULE.finds_in(found.answer, found.at, message, hint, found.element)


def _has(record: Record, field: Field) -> bool:
    if field.id in record.broken:
        return True
    return any(_says(evidence) for evidence in record.fields.get(field.id, ()))


def _says(evidence: Evidence) -> bool:
    if evidence.kinds == ("text",) and evidence.text:
        return not is_hollow(evidence.text.text)
    return bool(evidence.kinds or evidence.none or evidence.pending)


def _incomplete(
    answer: ItemAnswer, element: ElementAnswer, record: Record, number: int, wanted: list[Field]
) -> Diagnostic:
    titles = ", ".join(f"“{field.title}”" for field in wanted)
    first = next((record.words(f.id) for f in element.element.each if record.words(f.id)), None)
    name = f" ({first.text.strip()[:40]})" if first else ""
    message = Words(
        f"{answer.item.code} {element.element.title} รายการที่ {number}{name}: ขาด {titles}",
        f"{answer.item.code} {element.element.id}, row {number}{name}: {titles} missing",
    )
    ids = ", ".join(f"{record.keys.get(field.id, field.id)}:" for field in wanted)
    hint = Words(f"เติมข้อมูลของ {ids} ในรายการนี้", f"give {ids} in this row")
    return RULE.finds_in(answer, record.at, message, hint, element)
