"""An address that only opens inside the office, or of a site for trying things out."""

from __future__ import annotations

from dataclasses import replace

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.links.signs import host_of, is_trial
from itagen.rules.rule import Asked, Rule

RULE = Rule("ITA454", "staging-address", Severity.ERROR)

_HINT = Words(
    "เปลี่ยนเป็นที่อยู่จริงของเว็บไซต์ ลองเปิดจากโทรศัพท์ที่ไม่ได้ต่อ Wi-Fi ของสำนักงาน",
    "write the public address; try it from a phone that is not on the office's network",
)


def judge(asked: Asked) -> Diagnostic | None:
    """Certain where the host is of the own network, judged where only its name says so."""
    host = host_of(asked.address)
    if asked.reply.trouble == "inside":
        inside = asked.address if not asked.reply.end else f"{asked.address} → {asked.reply.end}"
        message = Words(
            f"“{inside}” อยู่ในเครือข่ายภายใน ประชาชนเปิดไม่ได้",
            f"“{inside}” is inside the own network; citizens cannot open it",
        )
        return RULE.finds_use(asked.use, message, _HINT)
    if not is_trial(asked.address):
        return None
    message = Words(
        f"“{asked.address}” น่าจะเป็นเว็บไซต์ทดสอบหรือชั่วคราว ({host})",
        f"“{asked.address}” looks like a site for trying things out ({host})",
    )
    return replace(RULE.finds_use(asked.use, message, _HINT), severity=Severity.WARNING)
