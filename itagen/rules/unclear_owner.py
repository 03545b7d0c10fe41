"""An item stands under two desks in year.yaml, so that nobody knows who brings it."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.site import Owner

RULE = Rule("ITA110", "unclear-owner", Severity.WARNING)


def check(case: Case) -> Iterator[Diagnostic]:
    """Each item that a second desk names, at that place."""
    for year in case.site.years:
        first: dict[str, Owner] = {}
        for owner in year.owners:
            for said in owner.items:
                before = first.setdefault(said.text, owner)
                if before is owner:
                    continue
                one, other = before.name, owner.name
                message = Words(
                    f"{said.text} มีผู้รับผิดชอบสองแห่ง: {one} และ {other} (โปรแกรมใช้ {one})",
                    f"{said.text} stands under {one} and {other} ({one} is taken)",
                )
                hint = Words(
                    f"ให้ {said.text} อยู่ใน items: ของผู้รับผิดชอบเพียงแห่งเดียว",
                    f"name {said.text} in items: of one desk alone",
                )
                yield RULE.finds(said.at, message, hint, year.subject(said.text))
