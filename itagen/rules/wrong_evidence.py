"""Evidence of a kind that the element does not accept."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.demand import FORMS, Element
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Evidence
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA206", "wrong-evidence", Severity.ERROR)

_LISTED = ("table", "pages", "link", "image")


def check(case: Case) -> Iterator[Diagnostic]:
    """Rows written inline are a table; a list of rows is not met by plain text."""
    for answer, element in case.elements():
        wanted = element.element.accepts or (_LISTED if element.element.each else ())
        for evidence in element.evidence:
            wrong = _wrong(evidence, wanted)
            if not wrong or element.element.from_:
                continue
            thai = " หรือ ".join(FORMS[name].th for name in wanted)
            english = " or ".join(FORMS[name].en for name in wanted)
            message = Words(
                f"{answer.item.code} “{element.element.title}”: พบ{FORMS[wrong].th} ต้องเป็น{thai}",
                f"{answer.item.code} {element.element.id}: {FORMS[wrong].en} found, "
                f"{english} wanted",
            )
            hint = _cure(wanted, element.element, answer.item.code)
            yield RULE.finds_in(answer, evidence.at, message, hint, element)


def _wrong(evidence: Evidence, wanted: tuple[str, ...]) -> str | None:
    """The kind that was found, where none of what was found is accepted."""
    kinds = evidence.kinds
    if not wanted or not kinds or set(kinds) & set(wanted) or not evidence.sound:
        return None
    return kinds[0]


_WRITTEN = {
    "text": Words("ข้อความ", "text"),
    "table": Words("{table: ไฟล์.xlsx}", "{table: file.xlsx}"),
    "pages": Words("{file: เอกสาร.pdf, pages: 3-5}", "{file: document.pdf, pages: 3-5}"),
    "link": Words("{link: 'https://…'}", "{link: 'https://…'}"),
    "image": Words("{image: รูป.png}", "{image: picture.png}"),
}


def _cure(wanted: tuple[str, ...], element: Element, code: str) -> Words:
    thai = " หรือ ".join(_WRITTEN[name].th for name in wanted)
    english = " or ".join(_WRITTEN[name].en for name in wanted)
    if not element.each:
        return Words(f"เขียนเป็น {thai}", f"write {english}")
    row = ", ".join(f"{field.id}: …" for field in element.each[:2])
    return Words(
        f"เขียนรายการละบรรทัดว่า - {{{row}}} (ช่องทั้งหมดดูด้วย itagen explain {code}) หรือ {thai}",
        f"write a line a row as - {{{row}}} (itagen explain {code} names all fields) or {english}",
    )
