"""A hidden file, a key or another program's own file is named as if it were to be published."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.project import is_private
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA604", "secret-file", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Such files are not even read; naming one is a mistake, each once."""
    passed: set[str] = set()
    for use in case.uses:
        if use.path is None or use.path in passed or not is_private(use.path):
            continue
        passed.add(use.path)
        message = Words(
            f"ไฟล์ “{use.said.text}” เป็นไฟล์ซ่อน ไฟล์ลับ หรือไฟล์ชั่วคราวของโปรแกรม จึงไม่เผยแพร่",
            f"“{use.said.text}” is a hidden, secret or temporary file, so it is not published",
        )
        hint = Words(
            "ลบชื่อนี้ออก ถ้าเป็นเอกสารที่จะเผยแพร่จริง ให้ตั้งชื่อใหม่ที่ไม่ขึ้นต้นด้วยจุด",
            "take the name out; a document that is meant for the public needs another name",
        )
        yield RULE.finds_use(use, message, hint)
