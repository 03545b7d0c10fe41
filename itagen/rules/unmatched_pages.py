"""The pages that an element names do not speak of it (with --deep)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from itagen.cited import Cited
from itagen.demand import Element
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.page_spans import page_numbers
from itagen.rules.rule import Case, Rule
from itagen.text import key
from itagen.thai_words import words_in

RULE = Rule(
    "ITA420", "unmatched-pages", Severity.WARNING,
    "without --deep, of scans, and where the pages do not exist (ITA415)",
)  # fmt: skip

_SHORTEST = 4
_THAI = re.compile("[ก-ฮ]")


def check(case: Case) -> Iterator[Diagnostic]:
    """Judged by words: none of the words of the element's title stands on those pages."""
    for one in case.cited:
        element, pages = one.element, one.pages
        if element is None or pages is None or one.in_row or one.facts.is_scan:
            continue
        text = _text(one, pages.text)
        if not text or _speaks_of(element.element, text):
            continue
        message = Words(
            f"{one.answer.item.code}: หน้า {pages.text} ของ “{one.said.text}” "
            f"ไม่มีคำใดตรงกับ “{element.element.title}”",
            f"{one.answer.item.code} {element.element.id}: no word of its title stands on "
            f"pages {pages.text} of “{one.said.text}”",
        )
        hint = Words(
            "เปิดหน้านั้นดู ถ้าเลขหน้าผิดให้แก้ (นับตามลำดับหน้าของ PDF) ถ้าถูกแล้ว "
            f"รับรองด้วย accept: [{{rule: {RULE.code}, reason: เหตุผล, by: ผู้รับรอง}}]",
            "look at those pages: mend their numbers, as the PDF viewer counts, or accept this",
        )
        yield RULE.finds_in(one.answer, pages.at, message, hint, element)


def _text(one: Cited, pages: str) -> str:
    """The squashed text of the named pages; empty where one is a picture, unread or not Thai."""
    texts = one.facts.texts
    numbers = page_numbers(pages, one.facts.pages or 0)
    if any(not 1 <= n <= len(texts) or n in one.facts.scans for n in numbers):
        return ""
    text = key("\n".join(texts[n - 1] for n in numbers))
    return text if _THAI.search(text) else ""


def _speaks_of(element: Element, text: str) -> bool:
    names = (element.title, *element.also)
    words = (key(word) for word in words_in(names) if len(word) >= _SHORTEST)
    return any(key(name) in text for name in names) or any(w in text for w in words if w)
