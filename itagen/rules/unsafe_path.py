"""A file name that leads out of content/, or to something that is no plain file."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.entry import is_safe
from itagen.project import is_private
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA404", "unsafe-path", Severity.ERROR, "the file is a secret one (ITA604)")


def check(case: Case) -> Iterator[Diagnostic]:
    """No `..`, no drive, no link to somewhere else."""
    yield from _linked(case)
    linked = set(case.site.linked)
    passed = {use.path for use in case.uses if use.path and is_private(use.path)}
    for use in case.uses:
        if (
            use.path is None
            or use.path in passed
            or (is_safe(use.said.text) and use.path not in linked)
        ):
            continue
        passed.add(use.path)
        message = Words(
            f"ใช้ชื่อไฟล์ “{use.said.text}” ไม่ได้: มี .. หรือเครื่องหมายที่ใช้ในชื่อไฟล์ไม่ได้ หรือไม่ใช่ไฟล์จริง",
            f"“{use.said.text}” cannot be used: it has .. or a forbidden sign, or is no plain file",
        )
        hint = _cure(use.said.text)
        yield RULE.finds_use(use, message, hint)


def _linked(case: Case) -> Iterator[Diagnostic]:
    """Links in content that nothing names: perhaps a whole item, left unread."""
    named = {use.path for use in case.uses}
    for name in case.site.linked:
        if name in named:
            continue
        message = Words(
            f"content/{name} เป็นทางลัด (symbolic link) จึงไม่อ่านและไม่เผยแพร่",
            f"content/{name} is a link, so it is neither read nor published",
        )
        hint = Words("คัดลอกไฟล์จริงมาวางแทน หรือลบทิ้ง", "put the file itself there, or delete it")
        yield RULE.finds(Location(f"content/{name}"), message, hint)


def _cure(name: str) -> Words:
    if "://" in name or name.startswith("www."):
        return Words(
            f"ถ้าเป็นเว็บไซต์ ให้เขียน {{link: '{name}', title: ชื่อเอกสาร}}",
            f"write {{link: '{name}', title: its title}} for an address",
        )
    return Words(
        "คัดลอกไฟล์มาไว้ในโฟลเดอร์ของข้อ แล้วเขียนเพียงชื่อไฟล์ (ไฟล์ของข้ออื่นเขียนเต็ม: ปี/ข้อ/ชื่อไฟล์)",
        "copy the file into the item's folder and write its name alone",
    )
