"""An address names a file, and a web page comes instead."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.links.signs import file_ending
from itagen.rules.rule import Asked, Rule

RULE = Rule("ITA459", "page-for-file", Severity.ERROR, "the page is to sign in (ITA452)")


def judge(asked: Asked) -> Diagnostic | None:
    """Certain: the type and the first bytes say so."""
    ending, reply = file_ending(asked.address), asked.reply
    if not ending or not reply.is_good or reply.type != "text/html":
        return None
    message = Words(
        f"“{asked.address}” ควรเป็นไฟล์ {ending} แต่เปิดแล้วเป็นหน้าเว็บ",
        f"“{asked.address}” should be a {ending} file, but is a web page",
    )
    hint = Words(
        "เปิดหน้านั้น หาปุ่มดาวน์โหลด แล้วคัดลอกที่อยู่ของไฟล์จริง หรือดาวน์โหลดมาวางไว้ในเว็บไซต์นี้เอง",
        "open it, find the download and copy the address of the file itself, or keep it here",
    )
    return RULE.finds_use(asked.use, message, hint)
