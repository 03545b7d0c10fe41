"""A document names neither the agency nor the year that it is meant to be of (with --deep)."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.cited import Cited
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.named_years import years_called
from itagen.rules.rule import Case, Rule
from itagen.text import arabic, key

RULE = Rule(
    "ITA419", "foreign-document", Severity.WARNING,
    "without --deep, of scans, and where its year has a finding (ITA310, ITA418)",
)  # fmt: skip

_NAMES = ("name", "short", "name_en")
_TOO_SHORT = 100


def check(case: Case) -> Iterator[Diagnostic]:
    """Judged by words: the agency's name in full, in short or in English; any year that fits."""
    reported = {f.at for f in case.found if f.name in {"year-in-title", "year-in-document"}}
    told: set[tuple[str, str, str]] = set()
    for one in case.cited:
        text = "\n".join(one.facts.texts)
        place = (one.answer.year.folder, one.answer.item.code, one.file.path)
        if one.facts.is_scan or len(text) < _TOO_SHORT or place in told:
            continue
        if (one.facts.pages or 0) > len(one.facts.texts):
            continue
        lacking = [] if _names_agency(one, text) else [Words("ชื่อหน่วยงาน", "the agency")]
        if one.said.at not in reported and not _names_year(one, text):
            lacking.append(Words("ปีที่แจ้งไว้", "the year that is claimed"))
        if not lacking:
            continue
        told.add(place)
        message = Words(
            f"{one.answer.item.code}: ไม่พบ{'และ'.join(w.th for w in lacking)}"
            f"ในเอกสาร “{one.said.text}”",
            f"{one.answer.item.code}: “{one.said.text}” does not name "
            f"{' nor '.join(w.en for w in lacking)}",
        )
        hint = Words(
            "เปิดเอกสารดูว่าเป็นของหน่วยงานและของปีนี้หรือไม่ ถ้าใช่ ให้เพิ่มชื่อหน่วยงานและปีในหน้าแรก "
            f"หรือรับรองด้วย accept: [{{rule: {RULE.code}, reason: เหตุผล, by: ผู้รับรอง}}]",
            "see whether it is the agency's own and of that year; if so, name both on page one",
        )
        yield RULE.finds_in(one.answer, one.said.at, message, hint, one.element)


def _names_agency(one: Cited, text: str) -> bool:
    squashed = key(text)
    names = [key(one.answer.year.agency.words(name)) for name in _NAMES]
    known = [name for name in names if name]
    return not known or any(name in squashed for name in known)


def _names_year(one: Cited, text: str) -> bool:
    period = one.period
    if period is None:
        return True
    digits = arabic(text)
    return any(str(year) in digits for year in years_called(period))
