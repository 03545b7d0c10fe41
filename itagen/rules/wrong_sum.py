"""Numbers of a row that must add up do not."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Record
from itagen.rules.rule import Case, Rule
from itagen.text import number

RULE = Rule("ITA208", "wrong-sum", Severity.ERROR, "one of the numbers is missing or no number")


def check(case: Case) -> Iterator[Diagnostic]:
    """Whole numbers, in Thai or Arabic digits."""
    for answer, element in case.elements():
        total = element.element.sum
        for record in element.records if total else ():
            assert total is not None
            whole, parts = _value(record, total.total), [_value(record, n) for n in total.terms]
            counted = [part for part in parts if part is not None]
            if whole is None or len(counted) < len(parts) or whole == sum(counted):
                continue
            titles = {field.id: field.title for field in element.element.each}
            terms = " + ".join(str(part) for part in counted)
            said = record.words(total.total)
            message = Words(
                f"{answer.item.code} “{titles.get(total.total, total.total)}” เขียนว่า {whole} "
                f"แต่ผลรวมคือ {terms} = {sum(counted)}",
                f"{answer.item.code}: {total.total} is {whole}, but {terms} = {sum(counted)}",
            )
            names = ", ".join(titles.get(n, n) for n in total.terms)
            hint = Words(
                f"ตรวจตัวเลขของ {names} แล้วแก้ให้รวมกันได้ตรง",
                f"check {', '.join(total.terms)} and {total.total}",
            )
            yield RULE.finds_in(answer, said.at if said else record.at, message, hint, element)


def _value(record: Record, name: str) -> int | None:
    said = record.words(name)
    return number(said.text) if said else None
