"""An address is of another agency's domain than the own sites."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.links.signs import agency_domain
from itagen.rules.rule import Asked, Rule

RULE = Rule("ITA455", "other-agency", Severity.NOTE, "agency.yaml says no site_url: or main_site:")


def judge(asked: Asked) -> Diagnostic | None:
    """Good to know: laws stand elsewhere, but the own plan copied from a neighbour should not."""
    domain = agency_domain(asked.address)
    if not asked.own or not domain or domain in asked.own:
        return None
    message = Words(
        f"“{asked.address}” เป็นเว็บไซต์ของหน่วยงานอื่น ({domain})",
        f"“{asked.address}” is of another agency ({domain})",
    )
    hint = Words(
        "ถ้าตั้งใจ เช่น กฎหมายของส่วนกลาง ไม่ต้องทำอะไร ถ้าเป็นข้อมูลของเราเอง ให้แก้ที่อยู่หรือวางไฟล์ในเว็บไซต์นี้",
        "fine if meant so, as for laws; what is the agency's own should stand on its own site",
    )
    return RULE.finds_use(asked.use, message, hint)
