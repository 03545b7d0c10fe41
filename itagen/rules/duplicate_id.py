"""An id stands twice on a page of the built site, so that a link to it is in doubt."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.rules.rule import Rule

RULE = Rule("ITA804", "duplicate-id", Severity.ERROR)


def doubled(page: str, name: str) -> Diagnostic:
    """Found on what was rendered, in audit.py."""
    message = Words(
        f"หน้า {page} ใช้ id “{name}” ซ้ำกัน ลิงก์ไปยังตำแหน่งนี้จึงไม่แน่นอน",
        f"the page {page} has the id “{name}” twice",
    )
    hint = Words(
        "ถ้าใช้ธีมของหน่วยงานเอง ให้แก้แม่แบบให้ id แต่ละชื่อมีที่เดียวในหน้า",
        "mend the template so that an id stands once on a page",
    )
    return RULE.finds(Location(page), message, hint)
