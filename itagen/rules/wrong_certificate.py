"""The certificate of a site is not valid, so that browsers warn of it."""

from __future__ import annotations

from dataclasses import replace

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.links.reply import Trouble
from itagen.links.signs import host_of
from itagen.rules.rule import Asked, Rule

RULE = Rule("ITA457", "wrong-certificate", Severity.ERROR)

_FAULTS: dict[Trouble, Words] = {
    "expired": Words("หมดอายุหรือยังไม่เริ่มใช้", "has expired, or is not valid yet"),
    "other-name": Words("ออกให้เว็บไซต์ชื่ออื่น", "is of another host"),
    "untrusted": Words("ไม่มีผู้รับรองที่เชื่อถือได้", "is signed by nobody whom browsers trust"),
    "unproved": Words(
        "ส่งมาไม่ครบ จึงพิสูจน์ไม่ได้", "cannot be proved, as a link of its chain is missing"
    ),
}
_HINT = Words(
    "แจ้งผู้ดูแลเว็บไซต์นั้นให้ต่ออายุหรือติดตั้งใบรับรองใหม่ ระหว่างนี้วางไฟล์ไว้ในเว็บไซต์นี้เอง",
    "ask its keeper for a new certificate; meanwhile keep the file on this site",
)


def judge(asked: Asked) -> Diagnostic | None:
    """Certain, but for a chain that browsers may mend by themselves."""
    fault = _FAULTS.get(asked.reply.trouble)
    if fault is None:
        return None
    unproved = asked.reply.trouble == "unproved"
    may = "อาจ" if unproved else "จะ"
    host = host_of(asked.reply.end or asked.address)
    message = Words(
        f"“{asked.address}” เบราว์เซอร์{may}เตือนว่าไม่ปลอดภัย ใบรับรองของ {host} {fault.th}",
        f"“{asked.address}”: the certificate of {host} {fault.en}",
    )
    finding = RULE.finds_use(asked.use, message, _HINT)
    return replace(finding, severity=Severity.WARNING) if unproved else finding
