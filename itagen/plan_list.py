"""The list of a year, and of each of its sub-indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.part_views import Link
from itagen.plan_day import newest_of_items
from itagen.plan_reports import report_links
from itagen.plan_search import filed_overview
from itagen.plan_ways import Ways, has_page
from itagen.search_views import Filed
from itagen.site import Year
from itagen.views import GroupView, ItemLine, Page, YearList


def list_pages(ways: Ways, year: Year) -> Iterator[Page]:
    """Every item of a year by group, and a page for each sub-indicator, with its groups."""
    groups = groups_of(ways, year)
    yield _list_page(ways, year, groups)
    subs = [group.sub_indicator for group in year.edition.groups.values()] if year.edition else []
    for number in dict.fromkeys(filter(None, subs)):
        own = tuple(group for group, sub in zip(groups, subs, strict=True) if sub == number)
        yield _sub_page(ways, year, number, own)


def _list_page(ways: Ways, year: Year, groups: tuple[GroupView, ...]) -> Page:
    answers = ways.of(year)
    view = YearList(
        groups, ways.years, ways.subs(year), _states(groups), _owners(groups),
        done=sum(answer.state in {"complete", "none"} for answer in answers),
        counted=len(answers) if year.is_open else 0,
        reports=report_links(ways, year),
    )  # fmt: skip
    link = ways.list_of(year)
    title = ways.say(f"รายการข้อมูลสาธารณะ ปี {year.folder}", f"Public disclosure {year.folder}")
    return Page(link.href, "list.html", title, view, (ways.home,), name=link.title,
                updated=newest_of_items(answers), filed=_filed(title, year))  # fmt: skip


def _sub_page(ways: Ways, year: Year, number: str, groups: tuple[GroupView, ...]) -> Page:
    view = YearList(groups, (), states=_states(groups), owners=_owners(groups))
    link = ways.sub(year, number)
    crumbs = (ways.home, ways.list_of(year))
    updated = newest_of_items(_shown(ways, year, number))
    return Page(link.href, "list.html", link.title, view, crumbs, name=number, updated=updated,
                filed=_filed(link.title.removeprefix(number).strip(), year, number))  # fmt: skip


def _filed(title: str, year: Year, number: str = "") -> tuple[Filed, ...]:
    return filed_overview(title, year.edition.be if year.edition else 0, number)


def groups_of(ways: Ways, year: Year) -> tuple[GroupView, ...]:
    """The groups of a year, with their items."""
    answers, groups = ways.of(year), year.edition.groups if year.edition else {}
    return tuple(
        GroupView(group.title, tuple(_line(ways, a) for a in answers if a.item.group == name))
        for name, group in groups.items()
    )


def _shown(ways: Ways, year: Year, number: str) -> list[ItemAnswer]:
    """The items of a sub-indicator."""
    groups = year.edition.groups if year.edition else {}
    return [a for a in ways.of(year) if groups[a.item.group].sub_indicator == number]


def _line(ways: Ways, answer: ItemAnswer) -> ItemLine:
    owner = answer.year.owner_of(answer.item.code)
    return ItemLine(
        answer.item.code,
        ways.title(answer.item),
        ways.item(answer) if has_page(answer) else None,
        tuple(_evidence(ways, answer, element) for element in answer.elements),
        ways.state(answer.state),
        owner.unit if owner else "",
    )


def _evidence(ways: Ways, answer: ItemAnswer, element: ElementAnswer) -> Link:
    """One click to what meets an element: its file or address, else its place on the page."""
    title = element.element.title
    parts = ways.parts(answer)
    found = (parts.part(element, part).link for part in element.evidence)
    link = next((link for link in found if link and link.href), None)
    if link:
        return Link(title, link.href, outside=link.outside)
    shown = has_page(answer) and (element.element.demand == "required" or element.parts)
    return Link(title, f"{ways.item(answer).href}#{element.element.id}" if shown else "")


def _states(groups: Iterable[GroupView]) -> tuple[str, ...]:
    """The states that occur, in the order of the list."""
    return tuple(dict.fromkeys(item.state.words for group in groups for item in group.items))


def _owners(groups: Iterable[GroupView]) -> tuple[str, ...]:
    """The owners that occur, in the order of the list."""
    owners = (item.owner for group in groups for item in group.items)
    return tuple(dict.fromkeys(owner for owner in owners if owner))
