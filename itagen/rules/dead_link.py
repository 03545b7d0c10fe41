"""A link of the built site leads to a page, file or place on a page that does not exist."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.rules.rule import Rule

RULE = Rule("ITA801", "dead-link", Severity.ERROR)


def dead(page: str, address: str) -> Diagnostic:
    """Found on what was rendered, in audit.py; `page` is its path below the site."""
    message = Words(
        f"หน้า {page} มีลิงก์ไปที่ “{address}” ซึ่งไม่มีอยู่ในเว็บไซต์",
        f"the page {page} links to “{address}”, which the site does not have",
    )
    hint = Words("แก้ลิงก์ในเนื้อหาของหน้านั้น หรือเพิ่มไฟล์ที่ขาด", "mend the link, or add what is missing")
    return RULE.finds(Location(page), message, hint)
