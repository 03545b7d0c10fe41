"""An element names pages that its PDF does not have."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.page_spans import page_numbers
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA415", "pages-beyond-end", Severity.ERROR, "the PDF cannot be opened")


def check(case: Case) -> Iterator[Diagnostic]:
    """Pages are the PDF's own numbers: its first one is 1, whatever is printed on it."""
    told: set[Location] = set()
    for one in case.cited:
        pages, most = one.pages, one.facts.pages or 0
        if pages is None or pages.at in told:
            continue
        wrong = [n for n in page_numbers(pages.text, most) if not 1 <= n <= most]
        if not wrong:
            continue
        told.add(pages.at)
        code = one.answer.item.code
        of = one.element.element.title if one.element else ""
        message = Words(
            f"{code} “{of}”: อ้างถึงหน้า {pages.text} แต่ “{one.said.text}” มีเพียง {most} หน้า",
            f"{code} “{of}”: pages {pages.text} of “{one.said.text}”, which has {most}",
        )
        hint = Words(
            f"เปิดไฟล์ดู แล้วเขียนลำดับหน้าของ PDF (1–{most}) ไม่ใช่เลขที่พิมพ์บนกระดาษ หรือดูว่าวางไฟล์ถูกฉบับ",
            f"write the numbers that the PDF viewer shows (1–{most}), not those printed on paper",
        )
        yield RULE.finds_in(one.answer, pages.at, message, hint, one.element)
