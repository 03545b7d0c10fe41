"""The page of one item: element by element, where it is met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from itagen.answers import ElementAnswer, ItemAnswer, ItemState, State
from itagen.coverage import asks_for_day, window
from itagen.demand import Demand
from itagen.part_views import PartView
from itagen.period import after_th
from itagen.plan_around import Around
from itagen.plan_cards import card_groups
from itagen.plan_day import newest, newest_of_item, newest_of_questions
from itagen.plan_document import document_part
from itagen.plan_form import form_view
from itagen.plan_parts import Parts
from itagen.plan_post import newest_first, post_link
from itagen.plan_questions import all_questions_link, newest_questions
from itagen.site import Site
from itagen.views import ElementView, ItemPage, Page

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


def item_page(site: Site, answer: ItemAnswer, around: Around) -> Page:
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
        back=around.crumbs[-1],
        related=around.related,
        form=form_view(site, year, item, around.privacy),
    )
    page = Page(
        f"{year.folder}/{item.stem}/", "item.html", f"{item.code} {item.title}", view,
        around.crumbs, updated=newest_of_item(answer),
    )  # fmt: skip
    return _with_questions(site, answer, page, view) if item.shows == "questions" else page


def _with_questions(site: Site, answer: ItemAnswer, page: Page, view: ItemPage) -> Page:
    """The newest questions on a page that is still kept up; on an older one the way to all."""
    more = all_questions_link(site)
    if not answer.year.is_open and answer.year is not site.current:
        return replace(page, view=replace(view, more=more))
    shown = replace(view, questions=newest_questions(site), more=more)
    return replace(
        page, view=shown, updated=newest((page.updated, newest_of_questions(site.questions)))
    )


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
    shown = _with_logins(element, tuple(parts.part(element, p) for p in element.evidence))
    wanted = element.element
    return ElementView(
        wanted.id, wanted.title, _STRENGTHS[wanted.demand],
        _state_words(element),
        shown, parts.rows(element), card_groups(parts, element),
    )  # fmt: skip


def _with_logins(element: ElementAnswer, shown: tuple[PartView, ...]) -> tuple[PartView, ...]:
    """Links with whether they ask for a login, where all are links and one says it."""
    said = [part.login for part in element.evidence]
    if not any(said) or not all(part.link for part in element.evidence):
        return shown
    logins = (login is not None and login.text == "true" for login in said)
    return tuple(replace(part, login=login) for part, login in zip(shown, logins, strict=True))
