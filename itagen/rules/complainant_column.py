"""A table about complaints has a column for a person's name or address."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Location, Severity, Subject, Words
from itagen.evidence.complaints import complainant_heads, head_rows
from itagen.passages import entry_passages
from itagen.rules.rule import Case, Rule, shown

RULE = Rule("ITA603", "complainant-column", Severity.WARNING)


def check(case: Case) -> Iterator[Diagnostic]:
    """Only where the list says of an item that it is about complaints."""
    for heads, at, subject in _tables(case):
        wrong = complainant_heads(heads)
        if not wrong:
            continue
        message = Words(
            f"ตารางเรื่องร้องเรียนมีช่อง “{shown(wrong)}” ซึ่งบอกตัวบุคคล",
            f"a table about complaints has columns that tell of persons: {shown(wrong)}",
        )
        hint = Words(
            "ตัดช่องนั้นออก แสดงเพียงจำนวนเรื่อง ประเภท และผล เพื่อคุ้มครองผู้ร้องและผู้ถูกร้อง",
            "leave these columns out: counts, kinds and results are enough",
        )
        column = at.text.find(wrong[0])
        yield RULE.finds(_at_column(at, column, len(wrong[0])), message, hint, subject)


def _tables(case: Case) -> Iterator[tuple[tuple[str, ...], Location, Subject]]:
    """The heads of every table of these items: in texts, and of files as entries tell them."""
    for year in case.site.years:
        for entry in year.entries.values():
            if entry.item.about != "complaints":
                continue
            for passage in entry_passages(year, entry):
                for start, heads in head_rows(passage.text):
                    yield heads, passage.place(start, start), passage.subject
            for answer in entry.answers.values():
                subject = year.subject(entry.item.code)
                for part in answer.evidence:
                    yield tuple(part.columns.values()), part.at, subject


def _at_column(at: Location, column: int, width: int) -> Location:
    if at.line is None or column < 0:
        return at
    return Location(at.path, at.line, column + 1, width, at.text)
