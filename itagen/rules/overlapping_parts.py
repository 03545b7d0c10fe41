"""Two parts of the same element cover the same month."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from itagen.claims import basis_of, entry_period, read_said
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Evidence, Said
from itagen.period import Period, month_en, month_th, months_in
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA305", "overlapping-parts", Severity.WARNING, "the period cannot be read (ITA307)")


def check(case: Case) -> Iterator[Diagnostic]:
    """Judged, since a summary may stand beside its months."""
    for answer, element in case.elements():
        coverage = element.coverage
        if coverage is None or coverage.relation != "half_of":
            continue
        basis, within = basis_of(answer, coverage), entry_period(answer, coverage)
        parts: list[tuple[Said, Period]] = []
        for part in element.evidence:
            found = _own(part) and read_said(
                _own(part) or Said("", part.at), coverage, basis, within
            )
            if isinstance(found, Period) and found.last and part.covers:
                parts.append((part.covers, found))
        for (first, one), (second, other) in combinations(parts, 2):
            if not one.overlaps(other):
                continue
            shared = [m for m in months_in(one) if m.overlaps(other)]
            thai = ", ".join(month_th(month) for month in shared)
            english = ", ".join(month_en(month) for month in shared)
            message = Words(
                f"{answer.item.code} “{element.element.title}”: {thai} มีอยู่ทั้งใน "
                f"“{first.text}” และ “{second.text}”",
                f"{answer.item.code} {element.element.id}: {english} stands in "
                f"“{first.text}” and in “{second.text}”",
            )
            hint = Words("ตรวจว่าไม่ได้ใส่ข้อมูลเดือนเดียวกันซ้ำ", "see that no month is given twice")
            yield RULE.finds_in(answer, second.at, message, hint, element)


def _own(part: Evidence) -> Said | None:
    return part.covers
