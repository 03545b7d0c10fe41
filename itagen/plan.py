"""The model to pages: every address and every value on a page is decided here. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from itagen.address import safe_name, safe_path
from itagen.answering import answer_site
from itagen.answers import ItemAnswer
from itagen.edition import Edition
from itagen.places import Expected, Menu, expected_places, menus, spots
from itagen.plan_around import Topics, has_page, item_link
from itagen.plan_day import newest_of_items
from itagen.plan_form import sent_page
from itagen.plan_item import STATES, item_page
from itagen.plan_parts import Parts
from itagen.plan_post import newest_first, post_link, post_page, stream_pages
from itagen.plan_questions import all_questions_link, questions_page
from itagen.redirects import redirects
from itagen.site import Site, Year
from itagen.uses import uses
from itagen.views import (
    Copy,
    GroupView,
    Home,
    ItemLine,
    Link,
    Lost,
    MenuView,
    Moved,
    Page,
    SpotView,
    YearList,
)

HOME = Link("หน้าแรก", "")


@dataclass
class Plan:
    """All pages and copied files of a site."""

    site: Site

    @cached_property
    def answers(self) -> tuple[ItemAnswer, ...]:
        """Every item of every year."""
        return answer_site(self.site)

    def expected(self) -> tuple[Expected, ...]:
        """Where items must stand on the home page; an item without a page need not."""
        current = self.site.current
        answers = tuple(a for a in self._of(current) if has_page(a)) if current else ()
        return tuple(expected_places(self.site, answers))

    def copies(self) -> Iterator[Copy]:
        """The files that content names, each once."""
        seen: set[str] = set()
        for use in uses(self.site, self.answers):
            if use.path and use.path in self.site.files and use.path not in seen:
                seen.add(use.path)
                yield Copy(self.site.files[use.path].path, safe_path(use.path))

    def redirects(self) -> tuple[tuple[str, str], ...]:
        """Old addresses and new ones."""
        return tuple(redirects(self.site, self.answers))

    def size(self) -> int:
        """About how many pages there are."""
        return len(self.answers) + len(self.site.posts)

    def pages(self) -> Iterator[Page]:
        """Every page, home first."""
        yield self._home()
        for year in self.site.years:
            if year.edition:
                yield self._list(year)
                yield from self._sub_indicators(year)
        for answer in self.answers:
            if has_page(answer):
                yield item_page(self.site, answer, self._topics.around(answer, HOME))
        for stream in sorted({post.stream for post in self.site.posts}):
            yield from self._stream(stream)
        for page in (questions_page(self.site, HOME), sent_page(self.site, HOME)):
            if page:
                yield page
        yield Page("404.html", "lost.html", "ไม่พบหน้านี้", Lost(self._years()), anywhere=True)
        for old, new in self.redirects():
            if "." in old.rpartition("/")[2]:
                continue
            yield Page(
                f"{old.rstrip('/')}/", "moved.html", "ย้ายแล้ว", Moved(Link("ไปยังที่อยู่ใหม่", new))
            )

    @cached_property
    def _topics(self) -> Topics:
        return Topics(self.answers)

    def _of(self, year: Year) -> tuple[ItemAnswer, ...]:
        return tuple(answer for answer in self.answers if answer.year is year)

    def _years(self) -> tuple[Link, ...]:
        return tuple(
            Link(f"ปี {year.folder}", f"{year.folder}/")
            for year in reversed(self.site.years)
            if year.edition
        )

    def _home(self) -> Page:
        current = self.site.current
        answers = self._of(current) if current else ()
        view = Home(
            menus=tuple(_menu(menu) for menu in menus(self.site, answers)),
            spots=tuple(self._spot(spot.answer, spot.slot, spot.shape)
                        for spot in spots(self.site, answers) if has_page(spot.answer)),
            years=self._years(),
            parts=_sub_links(current) if current else (),
            questions=all_questions_link(self.site),
        )  # fmt: skip
        updated = newest_of_items(answers)
        return Page("", "home.html", self.site.agency.words("name"), view, updated=updated)

    def _spot(self, answer: ItemAnswer, slot: str, shape: str) -> SpotView:
        of = answer.item.placement.of
        parts = [
            part
            for element in answer.elements
            if of is None or element.element.id == of
            for part in Parts(self.site, answer).of(element)
        ]
        targets = tuple(part.link for part in parts if part.link)
        newest = newest_first(answer.posts)[:5]
        stream = answer.item.stream
        more = Link("ทั้งหมด", f"{safe_name(stream.of)}/") if stream and answer.posts else None
        posts = tuple(map(post_link, newest))
        return SpotView(answer.item.slug, slot, shape, item_link(answer), targets, posts, more)

    def _list(self, year: Year) -> Page:
        edition = year.edition
        assert edition is not None
        answers = self._of(year)
        groups = tuple(
            GroupView(group.title, tuple(_line(a) for a in answers if a.item.group == name))
            for name, group in edition.groups.items()
        )
        title = f"รายการข้อมูลสาธารณะ ปี {year.folder}"
        done = sum(answer.state in {"complete", "none"} for answer in answers)
        count = len(answers) if year.is_open else 0
        view = YearList(groups, self._years(), _sub_links(year), done, count)
        updated = newest_of_items(answers)
        return Page(f"{year.folder}/", "list.html", title, view, (HOME,), updated=updated)

    def _sub_indicators(self, year: Year) -> Iterator[Page]:
        edition, answers = year.edition, self._of(year)
        for number in sub_indicators(edition) if edition else ():
            assert edition is not None
            groups = tuple(
                GroupView(group.title, tuple(_line(a) for a in answers if a.item.group == name))
                for name, group in edition.groups.items()
                if group.sub_indicator == number
            )
            link = sub_link(year, edition, number)
            crumbs = (HOME, Link(f"รายการปี {year.folder}", f"{year.folder}/"))
            own = [a for a in answers if edition.groups[a.item.group].sub_indicator == number]
            view, updated = YearList(groups, ()), newest_of_items(own)
            yield Page(link.href, "list.html", link.title, view, crumbs, updated=updated)

    def _stream(self, stream: str) -> Iterator[Page]:
        posts = newest_first(self.site.stream(stream))
        title = self._stream_title(stream)
        address = f"{safe_name(stream)}/"
        yield from stream_pages(title, address, posts, HOME)
        for post in posts:
            yield post_page(self.site, post, (HOME, Link(title, address)))

    def _stream_title(self, stream: str) -> str:
        """What the newest list calls the item that the stream answers."""
        items = [a.item for a in self.answers if a.item.stream and a.item.stream.of == stream]
        return items[-1].label if items else stream


def sub_indicators(edition: Edition) -> tuple[str, ...]:
    """The numbers of an edition's sub-indicators, in the order of its groups."""
    numbers = (group.sub_indicator for group in edition.groups.values())
    return tuple(dict.fromkeys(number for number in numbers if number))


def sub_link(year: Year, edition: Edition, number: str) -> Link:
    """A link to the page of a sub-indicator: `9.1 ข้อมูลพื้นฐาน` at `2566/9-1/`."""
    title = f"{number} {edition.sub_indicators.get(number, '')}".strip()
    return Link(title, f"{year.folder}/{number.replace('.', '-')}/")


def _sub_links(year: Year) -> tuple[Link, ...]:
    if year.edition is None:
        return ()
    edition = year.edition
    return tuple(sub_link(year, edition, number) for number in sub_indicators(edition))


def _menu(menu: Menu) -> MenuView:
    links = tuple(item_link(answer) for answer in menu.items if has_page(answer))
    return MenuView(menu.name, links, tuple(_menu(inner) for inner in menu.menus))


def _line(answer: ItemAnswer) -> ItemLine:
    owner = answer.year.owner_of(answer.item.code)
    demands = tuple(element.title for element in answer.item.elements)
    link = item_link(answer) if has_page(answer) else None
    state, name = STATES[answer.state], owner.unit if owner else ""
    return ItemLine(answer.item.code, answer.item.title, link, demands, state, name)
