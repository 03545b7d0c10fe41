"""An item that must be seen on the site is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA502", "hidden-item", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """What the official text demands cannot be taken away."""
    current = case.site.current
    for answer in case.answers:
        place = case.site.agency.places.get(answer.item.slug)
        must = answer.item.placement.must
        if place is None or not place.hidden or must is None or answer.year is not current:
            continue
        where = {
            "on-site": Words("ต้องแสดงบนเว็บไซต์", "must be shown on the site"),
            "reachable-from-home": Words("ต้องเข้าถึงได้จากหน้าแรก", "must be reachable from home"),
        }[must]
        message = Words(
            f"{answer.item.code} {answer.item.title} ถูกซ่อนไว้ แต่{where.th}",
            f"{answer.item.code} is hidden, but it {where.en}",
        )
        hint = Words(
            f"ลบ {place.slug}: hidden ออกจาก places: หรือระบุเมนูหรือตำแหน่งอื่นแทน",
            f"delete {place.slug}: hidden from places:, or name a menu or a slot",
        )
        yield RULE.finds_in(answer, place.at, message, hint)
