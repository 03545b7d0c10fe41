"""A file name that leads out of content/, or to something that is no plain file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA404", "unsafe-path", Severity.ERROR)

_UNSAFE = re.compile(r"^[/~]|^[A-Za-z]:|\\\\|(^|/)\.\.?(/|$)|//|[\x00-\x1f:*?\"<>|]")


def is_safe(name: str) -> bool:
    """Whether a name can only mean a file below content/ on every system."""
    return not _UNSAFE.search(name)


def check(case: Case) -> Iterator[Diagnostic]:
    """No `..`, no drive, no link to somewhere else."""
    linked = set(case.site.linked)
    for use in case.uses:
        if use.path is None or (is_safe(use.said.text) and use.path not in linked):
            continue
        message = Words(
            f"ใช้ “{use.said.text}” ไม่ได้ เพราะชี้ออกนอกโฟลเดอร์ content หรือไม่ใช่ไฟล์จริง",
            f"“{use.said.text}” leads out of content/, or is no plain file",
        )
        hint = Words(
            "คัดลอกไฟล์มาไว้ในโฟลเดอร์ของข้อ แล้วเขียนเพียงชื่อไฟล์",
            "copy the file into the item's folder and write its name alone",
        )
        if use.answer:
            yield RULE.finds_in(use.answer, use.said.at, message, hint, use.element)
        else:
            yield RULE.finds(use.said.at, message, hint)
