"""An answer is dated before its question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.period import day_en, day_th
from itagen.period_text import parse_date
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA315", "answer-before-question", Severity.WARNING, "either day cannot be read (ITA307)"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Mostly a slip in a month or year."""
    for question in case.site.questions:
        if question.date is None or question.answered is None:
            continue
        asked, answered = parse_date(question.date.text), parse_date(question.answered.text)
        if not (isinstance(asked, date) and isinstance(answered, date)) or asked <= answered:
            continue
        message = Words(
            f"วันที่ตอบ {day_th(answered)} มาก่อนวันที่ถาม {day_th(asked)}",
            f"answered {day_en(answered)}, before it was asked {day_en(asked)}",
        )
        hint = Words(
            "ตรวจวัน เดือน และปีของ date: (วันที่ถาม) และ answered: (วันที่ตอบ)",
            "look at the day, month and year of date: (asked) and answered:",
        )
        yield RULE.finds(question.answered.at, message, hint)
