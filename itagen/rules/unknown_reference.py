"""A row refers to something that the plan it reports on does not have."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.demand import Field
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, meant
from itagen.text import key, nearest

RULE = Rule(
    "ITA207", "unknown-reference", Severity.ERROR,
    "the plan itself has a finding, is pending, or its rows stand in a file that cannot be read",
)  # fmt: skip


def check(case: Case) -> Iterator[Diagnostic]:
    """A row's words must be those of a row of the plan."""
    for answer, element in case.elements():
        for field in element.element.each:
            if field.to:
                yield from _field(case, answer, element, field)


def _field(
    case: Case, answer: ItemAnswer, element: ElementAnswer, field: Field
) -> Iterator[Diagnostic]:
    known = _known(case, answer, field)
    if known is None:
        return
    keys = {key(word) for word in known}
    for record in element.records:
        said = record.words(field.id)
        if said is None or field.id in record.broken or key(said.text) in keys:
            continue
        target = answer.edition.by_slug[field.to.item] if field.to else answer.item
        guess = meant(nearest(said.text, known) or "")
        message = Words(
            f"{answer.item.code} อ้างถึง “{said.text}” ซึ่งไม่มีใน {target.code} {target.title}",
            f"{answer.item.code} refers to “{said.text}”, which {target.code} does not have",
        )
        hint = Words(
            f"{guess.th}เขียนชื่อให้ตรงกับที่เขียนไว้ใน {target.code} หรือเพิ่มรายการนี้ใน {target.code}",
            f"{guess.en}Use the words of {target.code}, or add it there",
        )
        yield RULE.finds_in(answer, said.at, message, hint, element)


def _known(case: Case, answer: ItemAnswer, field: Field) -> list[str] | None:
    """The words of the plan's rows, None where they cannot be known."""
    if field.to is None or field.to.field is None:
        return None
    plan = case.answer(answer.year.folder, field.to.item)
    rows = plan.find(field.to.element) if plan else None
    if plan is None or rows is None or rows.state != "met" or not rows.all_read:
        return None
    if not case.is_clean(plan, field.to.element):
        return None
    return [said.text for row in rows.records if (said := row.words(field.to.field))]
