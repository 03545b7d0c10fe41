"""An address is of plain http, which anybody on the way can read and change."""

from __future__ import annotations

from dataclasses import replace

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Asked, Rule

RULE = Rule("ITA458", "plain-http", Severity.WARNING)


def judge(asked: Asked) -> Diagnostic | None:
    """A warning where https opens too, a note where the other site has none."""
    address, secure = asked.address, asked.reply.secure
    if secure is None or not asked.reply.is_good:
        return None
    message = Words(f"“{address}” เป็น http ที่ไม่เข้ารหัส", f"“{address}” is plain http")
    if secure:
        hint = Words("แก้ http:// เป็น https:// ลองแล้วเปิดได้", "write https://, which opens as well")
        return RULE.finds_use(asked.use, message, hint)
    hint = Words(
        "เว็บไซต์นี้ยังเปิดด้วย https ไม่ได้ แจ้งผู้ดูแลเว็บไซต์นั้น หรือวางไฟล์ไว้ในเว็บไซต์นี้เอง",
        "the site has no https; tell its keeper, or keep the file on this site",
    )
    return replace(RULE.finds_use(asked.use, message, hint), severity=Severity.NOTE)
