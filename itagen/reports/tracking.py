"""The table by which an office follows its own list: place, desk, window, method and state."""

from __future__ import annotations

from collections.abc import Iterable

from itagen.address import full_address
from itagen.answers import ItemAnswer
from itagen.demand import Slot
from itagen.places import Place, place_of
from itagen.site import STATES, Site, Year
from itagen.workbook import Cell, Column, Sheet

_SLOTS: dict[Slot, str] = {
    "home-top": "หน้าแรก ด้านบน", "home-right": "หน้าแรก ด้านขวา", "home-bottom": "หน้าแรก ด้านล่าง",
}  # fmt: skip
_COLUMNS = (
    Column("ตัวชี้วัดที่", 9), Column("ข้อมูล", 20), Column("รายละเอียด/องค์ประกอบ", 34),
    Column("ตำแหน่งข้อมูลบนเว็บไซต์", 32), Column("ผู้รับผิดชอบ", 18), Column("ระยะเวลาดำเนินการ", 15),
    Column("วิธีดำเนินการ", 26), Column("ดำเนินการแล้ว", 20), Column("อยู่ระหว่างดำเนินการ", 18),
    Column("หมายเหตุ", 14),
)  # fmt: skip
_TICK = "✓"


def tracking_sheet(site: Site, answers: Iterable[ItemAnswer], year: Year) -> Sheet:
    """Every item of a year in the columns of the table that offices make of it by hand.

    Where year.yaml does not say how far an item is, what the content gives tells it.

    Args:
        site: whose year it is.
        answers: of the site; only those of the year count.
        year: whose edition is known.
    """
    name = year.agency.words("name")
    title = f"ตารางกำกับติดตามการเปิดเผยข้อมูลสาธารณะ ปี พ.ศ. {year.folder} {name}"
    rows = [_row(site, answer) for answer in answers if answer.year is year]
    return Sheet("กำกับติดตาม", title, _COLUMNS, rows)


def _row(site: Site, answer: ItemAnswer) -> tuple[Cell, ...]:
    item, year = answer.item, answer.year
    work, due = year.work.get(item.code), year.due_of(item.code)
    window = (work.window if work else None) or due
    done, in_progress = _progress(answer)
    demands = [element.element.title for element in answer.elements]
    return (
        item.code,
        item.title,
        "\n".join(f"- {demand}" for demand in demands),
        f"{_place(place_of(site, answer))}\n{_address(site, answer)}",
        desk_of(year, item.code) or None,
        window.text if window else None,
        work.method.text if work and work.method else None,
        done or None,
        in_progress or None,
        work.remark.text if work and work.remark else None,
    )


def desk_of(year: Year, code: str) -> str:
    """Who brings an item: unit and position; a unit that is the agency itself is not named."""
    owner = year.owner_of(code)
    if owner is None:
        return ""
    if owner.position and owner.unit == year.agency.words("name"):
        return owner.position
    return owner.name


def _place(place: Place) -> str:
    """A way of menus, or the part of the home page."""
    if place.menu:
        return " > ".join(("หน้าแรก", *place.menu))
    return _SLOTS[place.slot] if place.slot else "หน้ารายการของปี"


def _address(site: Site, answer: ItemAnswer) -> str:
    path = f"{answer.year.folder}/{answer.item.stem}/"
    url = site.agency.words("site_url").strip()
    return full_address(url, path) if url else f"/{path}"


def _progress(answer: ItemAnswer) -> tuple[str, str]:
    """What is done and what goes on: as year.yaml says, else as far as the item is."""
    work = answer.year.work.get(answer.item.code)
    done = work.done.text if work and work.done else ""
    going_on = work.in_progress.text if work and work.in_progress else ""
    state = work.state.text if work and work.state else ""
    if done or going_on or state:
        return (
            done or (_TICK if state == STATES[0] else ""),
            going_on or (_TICK if state == STATES[1] else state if state == STATES[2] else ""),
        )
    if answer.state in {"complete", "none"}:
        return "ครบตามแบบตรวจ", ""
    pending = answer.entry.pending if answer.entry else None
    return "", pending.text if pending and pending.text else "ยังไม่ครบตามแบบตรวจ"
