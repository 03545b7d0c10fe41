"""A page of the built site has no main heading, or more than one."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.rules.rule import Rule

RULE = Rule("ITA803", "wrong-heading", Severity.ERROR)


def misheaded(page: str, count: int) -> Diagnostic:
    """Found on what was rendered, in audit.py."""
    message = Words(
        f"หน้า {page} มีหัวเรื่องหลัก (h1) {count} หัวเรื่อง ต้องมีหนึ่งเดียว",
        f"the page {page} has {count} main headings (h1), one is wanted",
    )
    hint = Words(
        "ถ้าใช้ธีมของหน่วยงานเอง ให้แก้แม่แบบของหน้านี้ให้มี h1 เดียว",
        "mend the template of this page in the site's own theme",
    )
    return RULE.finds(Location(page), message, hint)
