"""An edition says what cannot be: two codes of one number, a word of the program as id."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.edition import Edition
from itagen.read_values import EVIDENCE_KEYS
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA903", "edition-value", Severity.ERROR)

_WORDS = frozenset((*EVIDENCE_KEYS, "tree", "columns", "item", "elements", "documents", "accept"))


def check(case: Case) -> Iterator[Diagnostic]:
    """Doubled topics and codes, reserved ids, a file named otherwise than its edition."""
    for edition in case.site.editions:
        for at, found, thai, english in _wrong(edition):
            message = Words(
                f"แบบตรวจ {edition.id}: “{found}” {thai}",
                f"the edition {edition.id}: “{found}” {english}",
            )
            hint = Words(
                "เปลี่ยนเป็นชื่ออื่น ดูวิธีเขียนใน schema/README.md",
                "choose another; see schema/README.md",
            )
            yield RULE.finds(at, message, hint)


def _wrong(edition: Edition) -> Iterator[tuple[Location, str, str, str]]:
    stem = edition.path.rpartition("/")[2].removesuffix(".yaml")
    if stem != edition.id:
        yield Location(edition.path), edition.id, "ไม่ตรงกับชื่อไฟล์", "is not the file's name"
    slugs: set[str] = set()
    stems: set[str] = set()
    for item in edition.items:
        if item.slug in slugs:
            yield item.at, item.slug, "ใช้ซ้ำกับข้ออื่น", "is used by another item too"
        if item.stem in stems:
            yield item.at, item.code, "เป็นเลขเดียวกับข้ออื่น", "is the number of another item too"
        slugs.add(item.slug)
        stems.add(item.stem)
        for element in item.elements:
            for name in (element.id, *(field.id for field in element.each)):
                if name in _WORDS:
                    yield element.at, name, "เป็นคำของโปรแกรม", "is a word of the program"
