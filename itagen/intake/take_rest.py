"""Places and social pages into agency.yaml, measures into measures.yaml, redirects into theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from itagen.demand import Usual
from itagen.diagnostics import Words
from itagen.edition import Item
from itagen.intake.place_words import Told
from itagen.intake.report import RowTold
from itagen.intake.rows import MeasureRow, Work, titled
from itagen.intake.yaml_text import dump_round, flow, load_round
from itagen.site import Site, Year
from itagen.text import key

_MEASURES = "# มาตรการของปีนี้ ข้อที่แสดงมาตรการและข้อที่รายงานผลใช้ข้อมูลจากไฟล์นี้\n"
_REDIRECTS = "# ที่อยู่เดิมของเว็บไซต์: หน้าที่ใช้แทน\n"


def take_agency(
    text: str,
    site: Site,
    year: Year,
    rows: Sequence[tuple[Work, RowTold]],
    social: Sequence[Mapping[str, str]],
) -> str:
    """The text of agency.yaml with the places that differ from the list's usual ones."""
    wanted = dict(_places(site, year, rows))
    if not wanted and not social:
        return text
    data = load_round(text)
    if wanted:
        held = data.get("places") or {}
        data["places"] = held
        held.update(wanted)
    tops = _new_tops(
        site, year, (work.told for work, _ in rows if work.item and work.item.slug in wanted)
    )
    if tops:
        data["menus"] = [*(data.get("menus") or ()), *tops]
    if social:
        data["social"] = [flow(dict(link)) for link in social]
    return dump_round(data, text)


def _places(
    site: Site, year: Year, rows: Sequence[tuple[Work, RowTold]]
) -> Iterator[tuple[str, object]]:
    for work, told in rows:
        item = work.item
        if item and _is_new_place(site, year, work, item, told):
            yield item.slug, _place(work.told)


def _new_tops(site: Site, year: Year, places: Iterable[Told]) -> list[str]:
    """Top menus that neither the kind of agency nor the list has: agency.yaml must name them."""
    items = year.edition.items if year.edition else ()
    usual = (item.placement.usual for item in items)
    named = [*site.agency.menus, *(site.kind.menus if site.kind else ())]
    named += [place.menu[0] for place in usual if place and place.menu]
    known = {key(name) for name in named}
    tops = dict.fromkeys(place.menu[0] for place in places if place.menu)
    return [name for name in tops if key(name) not in known]


def _is_new_place(site: Site, year: Year, work: Work, item: Item, told: RowTold) -> bool:
    """Whether a row puts an item where neither the list nor the agency has it."""
    place, held = work.told, site.agency.places.get(item.slug)
    words = " > ".join(("หน้าแรก", *place.menu)) if place.menu else str(place.slot)
    if not place.menu and not place.slot:
        if work.place_words:
            told.left.append(_unreadable(work.place_words[:80]))
        return False
    if year.folder != site.agency.words("current"):
        told.left.append(Words(
            f"ตำแหน่ง {words} เพราะ agency.yaml บอกตำแหน่งของปีปัจจุบันเท่านั้น",
            f"place {words}, as agency.yaml tells the places of the current year alone",
        ))  # fmt: skip
        return False
    if held:
        if not _is_usual(place, Usual(held.menu, place.slot if held.slot == place.slot else None)):
            told.left.append(Words(
                f"ตำแหน่ง {words} เพราะ agency.yaml บอกตำแหน่งของข้อนี้แล้ว",
                f"place {words}, as agency.yaml already has one",
            ))  # fmt: skip
        return False
    usual = _is_usual(place, item.placement.usual)
    told.took.append(
        Words(f"ตำแหน่ง {words} (ตรงกับแบบตรวจ)", f"place {words} (the usual one)")
        if usual
        else Words(f"ตำแหน่ง {words}", f"place {words}")
    )
    return not usual


def _unreadable(words: str) -> Words:
    return Words(
        f"ตำแหน่ง “{words}” เพราะอ่านไม่ออกว่าอยู่ใต้เมนูใด ให้เขียนเป็น หน้าแรก > เมนู > เมนูย่อย",
        f"place “{words}”: no way of menus can be read in it",
    )


def _is_usual(place: Told, usual: Usual | None) -> bool:
    if usual is None:
        return False
    return place.slot == usual.slot and [key(n) for n in place.menu] == [key(n) for n in usual.menu]


def _place(place: Told) -> object:
    if place.slot:
        return flow({"slot": place.slot, "as": "banner"})
    return flow({"menu": flow(list(place.menu))})


def take_measures(text: str, rows: Sequence[tuple[MeasureRow, RowTold]]) -> str:
    """The text of measures.yaml with the measures that it does not have."""
    before = text or _MEASURES
    data = load_round(before)
    held = data.get("measures") or []
    known = {_name(measure) for measure in held}
    new = []
    for row, told in rows:
        if _name(row.values) in known:
            told.left.append(Words("มาตรการนี้ เพราะมีใน measures.yaml แล้ว", "it is in measures.yaml"))
            continue
        known.add(_name(row.values))
        new.append(row.values)
        keys = ", ".join(row.values)
        told.took.append(Words(f"มาตรการ ({titled(row.values)})", f"the measure ({keys})"))
    if not new:
        return text
    data["measures"] = held
    held.extend(new)
    return dump_round(data, before)


def _name(measure: Mapping[str, object]) -> str:
    return key(str(measure.get("measure") or measure.get("improve") or ""))


def take_old(text: str, found: Mapping[str, str]) -> str:
    """The text of redirects.yaml with more old addresses."""
    if not found:
        return text
    before = text or _REDIRECTS
    data = load_round(before)
    data.update({f"/{old}": f"/{new}" for old, new in found.items()})
    return dump_round(data, before)
