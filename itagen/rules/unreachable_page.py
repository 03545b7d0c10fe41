"""A page of the built site cannot be reached from home, or only by many clicks."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.rules.rule import Rule

RULE = Rule("ITA805", "unreachable-page", Severity.ERROR)


def unreachable(page: str, clicks: int | None) -> Diagnostic:
    """Found on what was rendered, in audit.py; `clicks`: how far it is, None: there is no way."""
    far = "ไม่มีลิงก์จากหน้าแรกไปถึง" if clicks is None else f"ห่างจากหน้าแรก {clicks} คลิก"
    english = "no way leads" if clicks is None else f"{clicks} clicks lead"
    message = Words(f"หน้า {page}: {far}", f"{english} from home to the page {page}")
    hint = Words(
        "ถ้าใช้ธีมของหน่วยงานเอง ให้แม่แบบมีลิงก์ไปยังรายการของปีและหน้าของทุกข้อ ไม่เกินสามคลิก",
        "let the site's own theme link to the lists and the items, three clicks at most",
    )
    return RULE.finds(Location(page), message, hint)
