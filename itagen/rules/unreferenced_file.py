"""A file lies in content and nothing names it, so that it is not published."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import NOTHING, Diagnostic, Location, Severity, Subject, Words
from itagen.frozen import record_of
from itagen.rules.rule import Case, Rule
from itagen.text import clean

RULE = Rule(
    "ITA403", "unreferenced-file", Severity.WARNING,
    "its item's file cannot be read or lacks something (ITA2), or its year names no list",
)  # fmt: skip


def check(case: Case) -> Iterator[Diagnostic]:
    """Perhaps a file of last year, perhaps one that somebody forgot to mention."""
    named = {clean(use.path) for use in case.uses if use.path}
    years = case.site.years
    unread = {e.folder for y in years for e in y.entries.values() if not e.sound}
    sources = set(_sources(case))
    unknown = {year.folder for year in years if year.edition is None}
    unknown |= {fault.found for fault in case.faults("missing-project-file")}
    if "*" in case.site.agency.broken:
        unknown.add("agency")
    if unknown:
        unknown |= {name.partition("/")[0] for name in case.site.files if name.endswith(".md")}
    for name, file in case.site.files.items():
        folder = name.rpartition("/")[0]
        lost = folder in unread or folder.partition("/")[0] in unknown
        own = name.partition(".")[0].lower()
        if name in named or lost or name in sources:
            continue
        if case.lacking(folder) or case.lacking(own):
            continue
        message = Words(
            f"ไฟล์ content/{file.path} ไม่มีข้อใดกล่าวถึง จึงไม่ถูกเผยแพร่",
            f"nothing names content/{file.path}, so it is not published",
        )
        hint = Words(
            "ถ้าต้องเผยแพร่ ให้เขียนชื่อไฟล์ใน documents: หรือ elements: ของข้อนั้น ถ้าไม่ใช้ให้ลบ",
            "name it in documents: or elements: of its item, or delete it",
        )
        at = Location(f"content/{file.path}")
        yield RULE.finds(at, message, hint, _subject(case, folder))


def _sources(case: Case) -> Iterator[str]:
    """The files that itagen itself reads, at the places where they stand."""
    yield from ("agency.yaml", "redirects.yaml", *map(record_of, case.site.frozen))
    for year in case.site.years:
        yield from (f"{year.folder}/year.yaml", f"{year.folder}/measures.yaml")
        for entry in (*year.entries.values(), *(other for _, other in year.doubled)):
            yield clean(entry.path).removeprefix("content/")
        for stray in year.strays:
            yield clean(stray.at.path).removeprefix("content/")
    for question in case.site.questions:
        yield clean(question.path).removeprefix("content/")
    for post in case.site.posts:
        yield clean(post.path).removeprefix("content/")


def _subject(case: Case, folder: str) -> Subject:
    """The item in whose folder the file lies."""
    for answer in case.answers:
        if answer.entry and answer.entry.folder == folder:
            return answer.subject
    return NOTHING
