"""The signer is not who must sign, in office on that day."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer, ItemAnswer
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
        unsaid = day is None and element.coverage is not None and element.coverage.signed
        if rule is None or name is None or unsaid:
            continue
        found = _rows(case, answer, rule)
        if found is None or any(_is(found[0], row, name, day) for row in found[1]):
            continue
        yield _wrong(answer, element, rule, name, found)


def _wrong(
    answer: ItemAnswer,
    element: ElementAnswer,
    rule: SignedBy,
    name: Said,
    found: tuple[Element, list[Record]],
) -> Diagnostic:
    names = [said.text for row in found[1] if (said := _name(found[0], row))]
    where = answer.edition.by_slug[rule.where.item]
    if any(key(own) == key(name.text) for own in names):
        message = Words(
            f"{answer.item.code}: “{name.text}” ไม่ได้ดำรงตำแหน่งในวันที่ลงนาม",
            f"{answer.item.code}: “{name.text}” was not in office on the day of signing",
        )
        hint = Words(
            f"ตรวจวันที่ลงนาม (signed:) กับช่วงที่ดำรงตำแหน่งใน {where.code}",
            f"check signed: against the time in office in {where.code}",
        )
        return RULE.finds_in(answer, name.at, message, hint, element)
    message = Words(
        f"{answer.item.code}: ผู้ลงนาม “{name.text}” ไม่ใช่{rule.value}ตามข้อมูลใน {where.code}",
        f"{answer.item.code}: the signer “{name.text}” is no {rule.value} in {where.code}",
    )
    hint = Words(
        f"เขียนชื่อให้ตรงกับ {where.code} คือ {shown(names)} หรือแก้ {where.code} ให้เป็นปัจจุบัน",
        f"write the name as in {where.code}: {shown(names)}, or mend {where.code}",
    )
    return RULE.finds_in(answer, name.at, message, hint, element)


def _rows(case: Case, answer: ItemAnswer, rule: SignedBy) -> tuple[Element, list[Record]] | None:
    where = case.answer(answer.year.folder, rule.where.item)
    found = where.find(rule.where.element) if where else None
    if where is None or found is None or found.state != "met" or not found.all_read:
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
