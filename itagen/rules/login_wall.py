"""Who opens an address must sign in first, or ask for permission."""

from __future__ import annotations

from dataclasses import replace

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.links.signs import always_signed_in, is_drive, is_shy, own_sign_in, sign_in
from itagen.rules.rule import Asked, Rule

RULE = Rule("ITA452", "login-wall", Severity.ERROR, "the link says `login: true`")

_SHARE = Words(
    "เปิดไฟล์ใน Google กด แชร์ แล้วเลือก ทุกคนที่มีลิงก์ – ผู้มีสิทธิ์อ่าน หรือดาวน์โหลดมาวางไว้ในเว็บไซต์นี้เอง",
    "share it with anyone who has the link, as a viewer, or keep the file on this site",
)
_MOVE = Words(
    "ใช้ที่อยู่ที่เปิดได้โดยไม่ต้องเข้าสู่ระบบ ถ้าเป็นบริการที่ต้องเข้าสู่ระบบจริง ให้เขียน login: true ต่อจาก link:",
    "use an address that opens without signing in; for a service that needs it write login: true",
)
_LOOK = Words(
    "เปิดเองในหน้าต่างส่วนตัว (ไม่ได้เข้าสู่ระบบ) ถ้าเห็นเนื้อหาก็ใช้ได้ ถ้าไม่เห็น ให้ตั้งเพจเป็นสาธารณะ",
    "open it in a private window; if you see it, all is well, if not, make the page public",
)


def judge(asked: Asked) -> Diagnostic | None:
    """Certain where a sign-in page was seen; judged where a host only distrusts programs."""
    reply, address = asked.reply, asked.address
    service = sign_in(reply.end) or sign_in(address) or always_signed_in(address)
    drive = any(map(is_drive, asked.places))
    closed = reply.status in {401, 407} or (drive and _is_closed(asked))
    shy = is_shy(address) and (bool(service) or reply.status in {400, 401, 403, 429, 999})
    own = own_sign_in(reply.end) and not own_sign_in(address)
    if asked.login or not (service or closed or own or shy):
        return None
    if drive:
        return RULE.finds_use(asked.use, _closed_file(address), _SHARE)
    finding = RULE.finds_use(asked.use, _message(address, service), _LOOK if shy else _MOVE)
    certain = (service or closed) and not shy
    return finding if certain else replace(finding, severity=Severity.WARNING)


def _is_closed(asked: Asked) -> bool:
    return asked.reply.says == "closed" or asked.reply.status == 403


def _closed_file(address: str) -> Words:
    return Words(
        f"“{address}” ยังไม่ได้แชร์ให้ทุกคน ผู้อื่นเปิดแล้วพบหน้าเข้าสู่ระบบหรือขอสิทธิ์ของ Google",
        f"“{address}” is not shared with all: others must sign in to Google or ask",
    )


def _message(address: str, service: str) -> Words:
    of, by = (f"ของ {service}", f" to {service}") if service else ("", "")
    return Words(f"“{address}” เปิดแล้วพบหน้าเข้าสู่ระบบ{of}", f"“{address}” asks to sign in{by}")
