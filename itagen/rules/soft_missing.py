"""A server says that all is well, but its page says that there is nothing."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.links.signs import is_closed_form, leads_home
from itagen.rules.rule import Asked, Rule

RULE = Rule("ITA456", "soft-missing", Severity.WARNING)

_HINT = Words(
    "เปิดดูเอง ถ้าไม่พบเนื้อหาที่ต้องการ ให้หาที่อยู่ใหม่มาแทน หรือวางไฟล์ไว้ในเว็บไซต์นี้เอง",
    "look at it; if what is meant is not there, find its new address or keep the file here",
)


def judge(asked: Asked) -> Diagnostic | None:
    """Judged by the words of the page, or by where one is sent."""
    words = _words(asked) if asked.reply.is_good else None
    if words is None:
        return None
    message = Words(f"“{asked.address}” {words.th}", f"“{asked.address}” {words.en}")
    return RULE.finds_use(asked.use, message, _HINT)


def _words(asked: Asked) -> Words | None:
    reply = asked.reply
    if is_closed_form(reply.end):
        return Words("เป็นแบบฟอร์มที่ปิดรับคำตอบแล้ว", "is a form that takes no more answers")
    if reply.says == "missing":
        return Words("เปิดได้ แต่หน้าเว็บบอกว่าไม่พบข้อมูล", "opens, but the page says that it is not found")
    if leads_home(asked.address, reply.end):
        return Words(f"พาไปหน้าแรก {reply.end} แทนหน้าที่ต้องการ", f"leads to the home page {reply.end}")
    return None
