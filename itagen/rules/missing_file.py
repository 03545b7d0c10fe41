"""A file that content names does not exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import is_safe
from itagen.project import is_private
from itagen.rules.rule import Case, Rule, meant
from itagen.site import ContentFile
from itagen.text import clean, nearest

RULE = Rule(
    "ITA401", "missing-file", Severity.ERROR, "the path is unsafe (ITA404) or secret (ITA604)"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Once a file; suggest the one of its folder that was probably meant."""
    files = case.site.files
    passed = {None, *case.site.linked}
    cut = {(f.at.path, f.at.line) for f in case.found if f.name == "cut-value"}
    for use in case.uses:
        path = use.path
        if path is None or path in passed or clean(path) in files:
            continue
        if not is_safe(use.said.text) or is_private(path):
            continue
        if (use.said.at.path, use.said.at.line) in cut:
            continue
        passed.add(path)
        expected = path.removeprefix("content/")
        folder = expected.rpartition("/")[0]
        own = use.answer.entry.folder if use.answer and use.answer.entry else folder
        beside = [n.rpartition("/")[2] for n in files if n.rpartition("/")[0] == folder]
        guess = meant(nearest(use.said.text, beside) or "")
        code = f"{use.answer.item.code}: " if use.answer else ""
        message = Words(
            f"{code}ไม่พบไฟล์ “{use.said.text}” (ควรอยู่ที่ content/{expected})",
            f"{code}there is no file “{use.said.text}” (expected at content/{expected})",
        )
        if path != expected:
            guess, folder = Words("ตัดคำว่า content/ ข้างหน้าออก ", "Leave out content/. "), own
        elsewhere = _elsewhere(files, path)
        if elsewhere:
            guess = Words(f"พบไฟล์ชื่อนี้ที่ content/{elsewhere} ", f"There is content/{elsewhere}. ")
            folder = own
        hint = Words(
            f"{guess.th}วางไฟล์ไว้ใน content/{folder} แล้วเขียนเพียงชื่อไฟล์ หรือแก้ชื่อให้ตรง",
            f"{guess.en}Put the file into content/{folder}, or mend its name",
        )
        yield RULE.finds_use(use, message, hint)


def _elsewhere(files: Mapping[str, ContentFile], path: str) -> str | None:
    """The same file name in another folder."""
    name = clean(path.rpartition("/")[2])
    return next((file.path for n, file in files.items() if n.rpartition("/")[2] == name), None)
