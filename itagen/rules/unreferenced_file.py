"""A file lies in content and nothing names it, so that it is not published."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.text import clean

RULE = Rule(
    "ITA403", "unreferenced-file", Severity.WARNING,
    "its item's file cannot be read or lacks something (ITA2), or its year names no list",
)  # fmt: skip

_OURS = (".yaml", ".yml", ".md")


def check(case: Case) -> Iterator[Diagnostic]:
    """Perhaps a file of last year, perhaps one that somebody forgot to mention."""
    named = {clean(use.path) for use in case.uses if use.path}
    years = case.site.years
    unread = {e.folder for y in years for e in y.entries.values() if not e.sound}
    unknown = {year.folder for year in years if year.edition is None}
    for name, file in case.site.files.items():
        folder = name.rpartition("/")[0]
        lost = folder in unread or folder.partition("/")[0] in unknown
        if name in named or lost or _is_source(name) or case.lacking(folder):
            continue
        message = Words(
            f"ไฟล์ content/{file.path} ไม่มีข้อใดกล่าวถึง จึงไม่ถูกเผยแพร่",
            f"nothing names content/{file.path}, so it is not published",
        )
        hint = Words(
            "ถ้าต้องเผยแพร่ ให้เขียนชื่อไฟล์ใน documents: หรือ elements: ของข้อนั้น ถ้าไม่ใช้ให้ลบ",
            "name it in documents: or elements: of its item, or delete it",
        )
        yield RULE.finds(Location(f"content/{file.path}"), message, hint)


def _is_source(name: str) -> bool:
    """Whether it is a file that itagen itself reads, at one of the places where they stand."""
    return name.endswith(_OURS) and name.count("/") <= 1
