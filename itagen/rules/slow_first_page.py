"""The first page of a PDF takes so much to draw that a phone would give up."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.rules.rule import Rule

RULE = Rule("ITA422", "slow-first-page", Severity.WARNING)

_PRINT_AGAIN = Words(
    "เปิดไฟล์นี้ด้วยโปรแกรมอ่าน PDF แล้วสั่งพิมพ์เป็น PDF ใหม่ (Microsoft Print to PDF) "
    "ถ้าเป็นแผนที่หรือแบบแปลน ให้ส่งออกใหม่โดยไม่มีลายแรเงาถี่",
    "open it in a reader of PDFs and print it to a new PDF; export a map or a plan again without "
    "dense hatching",
)


def undrawn(path: str) -> Diagnostic:
    """The finding of a build, which shows a blank page in its place: by the path in content/."""
    name = path.rpartition("/")[2]
    message = Words(
        f"วาดหน้าแรกของ “{name}” ไม่เสร็จ เพราะลวดลายในหน้าซ้ำมากเกินไป "
        "โทรศัพท์ของประชาชนจะค้างเช่นกัน ภาพตัวอย่างจึงเป็นหน้าว่าง",
        f"the first page of “{name}” could not be drawn: what is on it is repeated too often, and "
        "phones will hang as well; the picture of it is blank",
    )
    return RULE.finds(Location(f"content/{path}"), message, _PRINT_AGAIN)
