"""Pages are given, and it is not clear of which document."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA406", "which-document", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """`pages` without `file` means the only document of the entry."""
    for answer, element in case.elements():
        entry = answer.entry
        fields = [e for r in element.inline for v in r.fields.values() for e in v]
        for evidence in (*element.evidence, *fields):
            named = evidence.file or evidence.link or evidence.table
            if not evidence.pages or named or entry is None:
                continue
            count = len(entry.documents)
            if count == 1 or "documents" in entry.broken:
                continue
            message = Words(
                f"{answer.item.code} “{element.element.title}”: "
                f"หน้า {evidence.pages.text} ของเอกสารใด "
                f"(documents: มี {count} ฉบับ)",
                f"{answer.item.code} {element.element.id}: pages {evidence.pages.text} of which "
                f"document? documents: has {count}",
            )
            hint = Words(
                f"เขียนชื่อไฟล์ด้วย เช่น {{file: ชื่อไฟล์.pdf, pages: {evidence.pages.text}}}",
                f"name it: {{file: name.pdf, pages: {evidence.pages.text}}}",
            )
            yield RULE.finds_in(answer, evidence.pages.at, message, hint, element)
