"""The first page of a PDF takes so much to draw that a phone may give up."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA422", "slow-first-page", Severity.WARNING)

_PRINT_AGAIN = Words(
    "เปิดไฟล์นี้ด้วยโปรแกรมอ่าน PDF แล้วสั่งพิมพ์เป็น PDF ใหม่ (Microsoft Print to PDF) "
    "ถ้าเป็นแผนที่หรือแบบแปลน ให้ส่งออกใหม่โดยไม่มีลายแรเงาถี่",
    "open it in a reader of PDFs and print it to a new PDF; export a map or a plan again without "
    "dense hatching",
)


def undrawn(case: Case, path: str) -> Diagnostic:
    """The finding of a build, which shows a blank page in its place.

    Args:
        case: what the build is of.
        path: of the PDF, in content/; something names it.
    """
    use = next(use for use, file in case.opened if file.path == path)
    name = use.said.text
    message = Words(
        f"วาดหน้าแรกของ “{name}” ไม่ได้ เพราะใช้เวลาหรือหน่วยความจำมากเกินไป "
        "โทรศัพท์ของประชาชนอาจค้างเช่นกัน ภาพตัวอย่างจึงเป็นหน้าว่าง",
        f"the first page of “{name}” takes too much time or memory to draw, and phones may hang as "
        "well; the picture of it is blank",
    )
    return RULE.finds_use(use, message, _PRINT_AGAIN)
