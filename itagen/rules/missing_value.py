"""Of the values that must each occur in some row, one does not."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.text import key

RULE = Rule(
    "ITA215", "missing-value", Severity.ERROR,
    "the element has another finding, or rows may stand in a file that cannot be read",
)  # fmt: skip


def check(case: Case) -> Iterator[Diagnostic]:
    """Such as the top executive and a deputy."""
    for answer, element in case.rows_alone():
        name = element.element.id
        for field in element.element.each:
            if not (field.every or field.some):
                continue
            said = {key(words.text) for r in element.records if (words := r.words(field.id))}
            for value in field.every:
                if key(value) in said:
                    continue
                message = Words(
                    f"{answer.item.code} “{element.element.title}”: "
                    f"ไม่มีรายการใดที่ {field.title} เป็น {value}",
                    f"{answer.item.code} {name}: no row has {field.id}: {value}",
                )
                hint = Words(
                    f"เพิ่มรายการที่มี {field.id}: {value}", f"add a row with {field.id}: {value}"
                )
                yield RULE.finds_in(answer, element.at, message, hint, element)
