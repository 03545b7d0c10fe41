"""A server did not answer, refused to, or had a fault of its own."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.links.reply import Trouble
from itagen.rules.rule import Asked, Rule

RULE = Rule("ITA451", "no-answer", Severity.WARNING, "the address is certainly dead (ITA450)")

FOR_NOW: dict[Trouble, Words] = {
    "unresolved": Words("หาเครื่องของเว็บไซต์นี้ไม่พบในขณะนี้", "its host cannot be looked up now"),
    "refused": Words("เครื่องปลายทางไม่รับการติดต่อ", "its server takes no connection"),
    "timeout": Words("รอ 20 วินาทีแล้วไม่ตอบ", "no answer within 20 seconds"),
    "broken": Words("คำตอบขาดหรือผิดรูป", "its answer breaks off or is no web page"),
}
"""Why no answer came, which may be otherwise tomorrow."""
_LATER = Words(
    "สั่ง itagen links อีกครั้งวันหลัง ถ้ายังเป็นเช่นนี้ ให้แจ้งเจ้าของเว็บไซต์ หรือวางไฟล์ไว้ในเว็บไซต์นี้เอง",
    "run itagen links again another day; if it stays so, tell its owner or keep the file here",
)
_BY_HAND = Words(
    "เว็บไซต์นี้อาจไม่ตอบโปรแกรม ให้เปิดเองในหน้าต่างส่วนตัว (ไม่ได้เข้าสู่ระบบ) ถ้าเห็นเนื้อหาก็ใช้ได้",
    "it may only refuse programs: open it in a private window; if you see it, all is well",
)


def judge(asked: Asked) -> Diagnostic | None:
    """Judged: it may be otherwise tomorrow, or for people."""
    reply, address = asked.reply, asked.address
    words = FOR_NOW.get(reply.trouble)
    expected = asked.login and reply.status in {401, 403}
    if words is None and (reply.status < 400 or expected):
        return None
    is_refusal = 400 <= reply.status < 500
    verb = Words("ไม่ยอมให้ดู", "refuses") if is_refusal else Words("ตอบว่าขัดข้อง", "has a fault")
    said = words or Words(
        f"เครื่องปลายทาง{verb.th} ({reply.status})", f"its server {verb.en} ({reply.status})"
    )
    message = Words(f"“{address}” {said.th}", f"“{address}”: {said.en}")
    return RULE.finds_use(asked.use, message, _BY_HAND if is_refusal else _LATER)
