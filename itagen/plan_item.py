"""The page of one item: element by element, where it is met."""

from __future__ import annotations

from collections.abc import Mapping

from itagen.answers import ElementAnswer, ItemAnswer, ItemState, State
from itagen.coverage import asks_for_day, window
from itagen.demand import Demand
from itagen.period import after_th
from itagen.plan_parts import Parts, document_part
from itagen.plan_post import newest_first, post_link
from itagen.site import Site
from itagen.views import ElementView, ItemPage, Link, Page

STATES: Mapping[ItemState, str] = {
    "complete": "ครบ",
    "incomplete": "ยังไม่ครบ",
    "pending": "อยู่ระหว่างดำเนินการ",
    "none": "ประกาศว่าไม่มี",
    "missing": "ยังไม่มีข้อมูล",
}
_ELEMENT_STATES: Mapping[State, str] = {
    "met": "มีแล้ว",
    "missing": "ยังไม่มี",
    "hollow": "ยังไม่มี",
    "pending": "อยู่ระหว่างดำเนินการ",
    "none": "ประกาศว่าไม่มี",
    "broken": "ยังอ่านไม่ได้",
}
_STRENGTHS: Mapping[Demand, str] = {
    "required": "",
    "example": "ตัวอย่างที่แบบตรวจยกไว้",
    "if_any": "ถ้ามี",
}


def item_page(site: Site, answer: ItemAnswer, crumbs: tuple[Link, ...]) -> Page:
    """Everything that the public sees of an item."""
    item, entry, year = answer.item, answer.entry, answer.year
    owner = year.owner_of(item.code)
    group = answer.edition.groups.get(item.group)
    folder = entry.folder if entry else ""
    view = ItemPage(
        code=item.code,
        title=item.title,
        group=group.title if group else "",
        period=_period(answer),
        none=entry.none.text if entry and entry.none else "",
        pending=entry.pending.text if entry and entry.pending else "",
        elements=tuple(_element(site, answer, element) for element in _shown(answer)),
        documents=tuple(document_part(d, folder, site) for d in (entry.documents if entry else ())),
        posts=tuple(post_link(post) for post in newest_first(answer.posts)),
        owner=" ".join((owner.unit, owner.position)).strip() if owner else "",
        back=crumbs[-1],
    )
    address = f"{year.folder}/{item.stem}/"
    return Page(address, "item.html", f"{item.code} {item.title}", view, crumbs)


def _shown(answer: ItemAnswer) -> tuple[ElementAnswer, ...]:
    """What is demanded, and of the rest what there is."""
    return tuple(a for a in answer.elements if a.element.demand == "required" or a.parts)


def _period(answer: ItemAnswer) -> str:
    coverage = answer.item.coverage
    if coverage is None:
        return ""
    asked = after_th(window(coverage, answer.edition))
    if asks_for_day(coverage):
        return f"เรื่องที่ดำเนินการใน{asked}"
    words = {"in_force": "ที่ใช้บังคับใน", "report_of": "ของ", "half_of": "ของ", "made_for": "สำหรับ"}
    return f"ข้อมูล{words[coverage.relation]}{asked}"


def _state_words(element: ElementAnswer) -> str:
    """How far an element is, with what is still to come."""
    state = _ELEMENT_STATES[element.state]
    if element.pending is None:
        return state
    if not element.parts:
        return f"{state}: {element.pending.text}"
    return f"{state} ส่วนที่เหลืออยู่ระหว่างดำเนินการ: {element.pending.text}"


def _element(site: Site, answer: ItemAnswer, element: ElementAnswer) -> ElementView:
    parts = Parts(site, answer)
    shown = tuple(parts.part(element, part) for part in element.evidence)
    wanted = element.element
    return ElementView(
        wanted.id, wanted.title, _STRENGTHS[wanted.demand],
        _state_words(element),
        shown, parts.rows(element),
    )  # fmt: skip
