"""A menu or slot of `places`, or an item of `places` or `forms`, that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.demand import SLOTS
from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.rules.rule import Case, Rule, meant, shown
from itagen.text import key, nearest

RULE = Rule("ITA501", "unknown-place", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Menus are those of the kind of agency, of the editions, and `menus` of agency.yaml."""
    agency = case.site.agency
    slugs = {item.slug for edition in case.site.editions for item in edition.items}
    menus = menus_of(case)
    for place in agency.places.values():
        if slugs and place.slug not in slugs:
            yield _unknown(place.at, "ข้อ", "topic", place.slug, tuple(sorted(slugs)))
        if place.slot and place.slot not in SLOTS:
            yield _unknown(place.at, "ตำแหน่ง", "slot", place.slot, SLOTS)
        if place.menu and key(place.menu[0]) not in {key(menu) for menu in menus}:
            yield _unknown(place.at, "เมนู", "menu", place.menu[0], menus)
    for form in agency.forms.values():
        if slugs and form.slug not in slugs:
            yield _unknown(form.at, "ข้อ", "topic", form.slug, tuple(sorted(slugs)), "forms")


def menus_of(case: Case) -> tuple[str, ...]:
    """Every top menu that may be named."""
    kind, agency = case.site.kind, case.site.agency
    named = [*agency.menus, *(kind.menus if kind else ())]
    usual = (i.placement.usual for e in case.site.editions for i in e.items)
    named.extend(place.menu[0] for place in usual if place and place.menu)
    return tuple(dict.fromkeys(named))


def _unknown(
    at: Location, thai: str, english: str, found: str, known: tuple[str, ...], key_: str = "places"
) -> Diagnostic:
    guess = meant(nearest(found, known) or "")
    message = Words(f"{key_}: ไม่มี{thai}ชื่อ “{found}”", f"{key_}: there is no {english} “{found}”")
    more = " เมนูใหม่ให้เพิ่มชื่อไว้ใน menus: ของ agency.yaml" if english == "menu" else ""
    hint = Words(
        f"{guess.th}เลือกจาก {shown(known, 12)}{more}",
        f"{guess.en}Choose from {shown(known, 12)}",
    )
    return RULE.finds(at, message, hint)
