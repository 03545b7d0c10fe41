"""The page of one item: element by element, where it is met."""

from __future__ import annotations

from collections.abc import Mapping

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.coverage import asks_for_day, window
from itagen.demand import Demand
from itagen.part_views import PartView
from itagen.period import after_th, name_en
from itagen.plan_cards import card_groups
from itagen.plan_charts import chart_of
from itagen.plan_dataset import dataset_head
from itagen.plan_day import keeps_questions, newest_on_page
from itagen.plan_document import document_part
from itagen.plan_form import form_view
from itagen.plan_post import newest_first, post_link
from itagen.plan_questions import all_questions_link, newest_questions
from itagen.plan_search import filed_item
from itagen.plan_tables import data_view, with_tables
from itagen.plan_ways import Ways
from itagen.views import ElementView, ItemPage, Page

_STRENGTHS: Mapping[Demand, tuple[str, str]] = {
    "required": ("", ""),
    "example": ("ตัวอย่างที่แบบตรวจยกไว้", "an example given by the list"),
    "if_any": ("ถ้ามี", "if any"),
}
_SUMMARY = 200
_RELATIONS = {"in_force": "ที่ใช้บังคับใน", "report_of": "ของ", "half_of": "ของ", "made_for": "สำหรับ"}


def item_page(ways: Ways, answer: ItemAnswer, content: str) -> Page:
    """Everything that the public sees of an item, with the hash of its content."""
    site, item, entry, year = ways.site, answer.item, answer.entry, answer.year
    owner = year.owner_of(item.code)
    group = answer.edition.groups.get(item.group)
    folder = entry.folder if entry else ""
    title, back = ways.title(item), ways.list_of(year)
    view = ItemPage(
        code=item.code,
        title=title,
        state=ways.state(answer.state),
        group=group.title if group else "",
        period=_period(ways, answer),
        none=entry.none.text if entry and entry.none else "",
        pending=entry.pending.text if entry and entry.pending else "",
        elements=tuple(_element(ways, answer, element) for element in _shown(answer)),
        documents=tuple(document_part(d, folder, site) for d in (entry.documents if entry else ())),
        posts=tuple(post_link(post) for post in newest_first(answer.posts)),
        owner=owner.name if owner else "",
        back=back,
        related=ways.related(answer),
        questions=newest_questions(site) if keeps_questions(site, answer) else (),
        more=all_questions_link(ways) if item.shows == "questions" else None,
        form=form_view(ways, year, item),
    )
    page = Page(
        ways.item(answer).href, "item.html", f"{item.code} {title}", view, (ways.home, back),
        name=item.code, updated=newest_on_page(site, answer), summary=_summary(title, answer),
        filed=filed_item(ways, answer),
    )  # fmt: skip
    head = dataset_head(answer, page, view)._replace(content=content)
    return page._replace(head=head)


def _summary(title: str, answer: ItemAnswer) -> str:
    """The title and what the item is made of, as long as search engines show it."""
    names = ", ".join(element.element.title for element in _shown(answer))
    return f"{title}: {names}"[:_SUMMARY]


def _shown(answer: ItemAnswer) -> tuple[ElementAnswer, ...]:
    """What is demanded, and of the rest what there is."""
    return tuple(a for a in answer.elements if a.element.demand == "required" or a.parts)


def _period(ways: Ways, answer: ItemAnswer) -> str:
    """What the item must cover, in words."""
    coverage = answer.item.coverage
    if coverage is None:
        return ""
    asked = window(coverage, answer.edition)
    if ways.language == "en":
        return f"{name_en(asked)} B.E."
    if asks_for_day(coverage):
        return f"เรื่องที่ดำเนินการใน{after_th(asked)}"
    return f"ข้อมูล{_RELATIONS[coverage.relation]}{after_th(asked)}"


def _element(ways: Ways, answer: ItemAnswer, element: ElementAnswer) -> ElementView:
    parts = ways.parts(answer)
    wanted = element.element
    shown = tuple(parts.part(element, part) for part in element.evidence)
    return ElementView(
        wanted.id,
        wanted.title,
        ways.say(*_STRENGTHS[wanted.demand]),
        ways.state(element.state),
        element.pending.text if element.pending else "",
        with_tables(parts, element, _with_logins(element, shown)),
        parts.rows(element),
        card_groups(parts, element),
        chart.view if (chart := chart_of(parts, element)) else None,
        data_view(parts, element),
    )


def _with_logins(element: ElementAnswer, shown: tuple[PartView, ...]) -> tuple[PartView, ...]:
    """Links with whether they ask for a login, where all are links and one says it."""
    said = [part.login for part in element.evidence]
    if not any(said) or not all(part.link for part in element.evidence):
        return shown
    logins = (login is not None and login.text == "true" for login in said)
    return tuple(part._replace(login=login) for part, login in zip(shown, logins, strict=True))
