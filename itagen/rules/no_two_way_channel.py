"""Of the values of which one must occur, such as a two-way channel, none does."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, shown
from itagen.text import key

RULE = Rule(
    "ITA216", "no-two-way-channel", Severity.ERROR,
    "the element has another finding, or rows may stand in a file",
)  # fmt: skip


def check(case: Case) -> Iterator[Diagnostic]:
    """The edition lists them as `some`."""
    for answer, element in case.rows_alone():
        name = element.element.id
        for field in element.element.each:
            if not field.some:
                continue
            said = [words for r in element.records if (words := r.words(field.id))]
            wanted = {key(value) for value in field.some}
            if wanted & {key(words.text) for words in said}:
                continue
            found, listed = shown([words.text for words in said]), shown(field.some)
            message = Words(
                f"{answer.item.code} “{element.element.title}”: พบแต่ {found} "
                "ต้องมีช่องทางที่โต้ตอบกันได้สองทางอย่างน้อยหนึ่งช่องทาง",
                f"{answer.item.code} {name}: only {found}; a two-way channel is asked for",
            )
            hint = Words(
                f"เพิ่มรายการที่มี {field.id}: เป็นค่าใดค่าหนึ่งของ {listed}",
                f"add a row with {field.id}: one of {listed}",
            )
            yield RULE.finds_in(answer, element.at, message, hint, element)
