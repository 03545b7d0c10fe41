"""The signer is not who must sign, in office on that day."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ItemAnswer
from itagen.demand import Element, SignedBy
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Record, Said
from itagen.period import Period
from itagen.period_text import Refusal, parse_date, parse_period
from itagen.rules.rule import Case, Rule, shown
from itagen.signatures import signatures
from itagen.text import key

RULE = Rule(
    "ITA314", "wrong-signer", Severity.ERROR,
    "day or name is missing, or the executives have a finding or stand in a file",
)  # fmt: skip


def check(case: Case) -> Iterator[Diagnostic]:
    """The name is looked up among the executives of the same year."""
    for answer, element, _, day, name in signatures(case.answers):
        rule = element.element.signed_by
        if rule is None or name is None:
            continue
        found = _rows(case, answer, rule)
        if found is None or any(_is(found[0], row, name, day) for row in found[1]):
            continue
        names = [said.text for row in found[1] if (said := _name(found[0], row))]
        message = Words(
            f"{answer.item.code}: ผู้ลงนาม “{name.text}” ไม่ใช่{rule.value}ที่ดำรงตำแหน่งในวันที่ลงนาม",
            f"{answer.item.code}: the signer “{name.text}” is not a {rule.value} on that day",
        )
        where = answer.edition.by_slug[rule.where.item]
        hint = Words(
            f"ตรวจชื่อและวันที่ลงนาม {rule.value}ตาม {where.code} คือ {shown(names)} "
            f"(ช่วงที่ดำรงตำแหน่งอยู่ใน {where.code})",
            f"check name and day; by {where.code} it is {shown(names)}",
        )
        yield RULE.finds_in(answer, name.at, message, hint, element)


def _rows(case: Case, answer: ItemAnswer, rule: SignedBy) -> tuple[Element, list[Record]] | None:
    where = case.answer(answer.year.folder, rule.where.item)
    found = where.find(rule.where.element) if where else None
    if where is None or found is None or found.state != "met" or found.evidence:
        return None
    if not case.is_clean(where, rule.where.element):
        return None
    wanted = key(rule.value)
    rows = [r for r in found.records if (w := r.words(rule.field)) and key(w.text) == wanted]
    return found.element, rows


def _name(element: Element, row: Record) -> Said | None:
    """The name is the first field of the record."""
    return row.words(element.each[0].id)


def _is(element: Element, row: Record, name: Said, day: Said | None) -> bool:
    own = _name(element, row)
    if own is None or key(own.text) != key(name.text):
        return False
    when = parse_date(day.text) if day else None
    if when is None or isinstance(when, Refusal):
        return True
    for field in element.each:
        said = row.words(field.id) if field.type == "period" else None
        span = parse_period(said.text, "calendar") if said else None
        if isinstance(span, Period) and not span.first <= when <= span.end():
            return False
    return True
