"""A file that content names has nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.text import clean

RULE = Rule("ITA402", "empty-file", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Zero bytes, mostly a copy that did not finish."""
    passed: set[str] = set()
    for use in case.uses:
        found = case.site.files.get(clean(use.path)) if use.path else None
        if found is None or found.size or found.path in passed:
            continue
        passed.add(found.path)
        message = Words(
            f"ไฟล์ “{use.said.text}” ว่างเปล่า (0 ไบต์)", f"the file “{use.said.text}” is empty"
        )
        hint = Words(
            "คัดลอกไฟล์ต้นฉบับมาวางใหม่ให้ครบ", "copy the original again, and wait until it is whole"
        )
        yield RULE.finds_use(use, message, hint)
