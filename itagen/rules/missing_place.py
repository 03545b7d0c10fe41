"""An item does not stand on the home page where it must."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.places import Expected
from itagen.rules.rule import Rule

RULE = Rule("ITA802", "missing-place", Severity.ERROR)


def displaced(expected: Expected) -> Diagnostic:
    """Found on what was rendered, in audit.py."""
    answer = expected.answer
    code, title = answer.item.code, answer.item.title
    message = Words(
        f"{code} {title} ไม่ได้อยู่ที่ตำแหน่ง “{expected.where}” ของหน้าแรก",
        f"{code} is not at its place “{expected.where}” on the home page",
    )
    hint = Words(
        "ถ้าใช้ธีมของหน่วยงานเอง ให้แม่แบบหน้าแรกแสดงเมนูและช่องครบทุกตำแหน่ง "
        "หรือกำหนดตำแหน่งอื่นใน places: ของ agency.yaml",
        "let the site's own theme show every menu and slot, or set places: in agency.yaml",
    )
    return RULE.finds(Location("index.html"), message, hint, answer.subject)
