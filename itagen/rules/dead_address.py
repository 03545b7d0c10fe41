"""An address of another site leads nowhere: no such page, no such host, or round in a circle."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.links.signs import host_of
from itagen.rules.rule import Asked, Rule
from itagen.text import arabic, has_thai_digits

RULE = Rule("ITA450", "dead-address", Severity.ERROR)

_GONE = {404: "ไม่มีหน้านี้ (404)", 410: "หน้านี้ถูกลบแล้ว (410)"}


def judge(asked: Asked) -> Diagnostic | None:
    """Certain: the server, or the register of names, says so."""
    reply, address = asked.reply, asked.address
    if reply.trouble == "unknown-name":
        host = host_of(address)
        message = Words(
            f"“{address}” เปิดไม่ได้ ไม่มีเว็บไซต์ชื่อ {host}", f"“{address}”: there is no host {host}"
        )
    elif reply.trouble == "too-many":
        message = Words(
            f"“{address}” ส่งต่อวนไปมาไม่รู้จบ (เกิน 10 ครั้ง)",
            f"“{address}” redirects more than 10 times",
        )
    elif reply.status in _GONE:
        message = Words(
            f"“{address}” เปิดแล้วพบว่า{_GONE[reply.status]}", f"“{address}” is gone ({reply.status})"
        )
    else:
        return None
    return RULE.finds_use(asked.use, message, _hint(address))


def _hint(address: str) -> Words:
    if has_thai_digits(address):
        return Words(
            f"ที่อยู่มีเลขไทย ลองเปิด {arabic(address)} ถ้าเปิดได้ให้ใช้ที่อยู่นี้แทน",
            f"it has Thai digits; try {arabic(address)} and write that if it opens",
        )
    return Words(
        "ค้นหาหน้านั้นในเว็บไซต์ปลายทาง คัดลอกที่อยู่ใหม่มาแทน ถ้าไม่มีแล้วให้วางไฟล์ไว้ในเว็บไซต์นี้เอง",
        "find the page on that site and copy its new address, or keep the file on this site",
    )
