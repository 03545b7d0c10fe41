"""What stands around every page, and the pages that only lead to others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from itagen.answers import ItemAnswer
from itagen.frame_view import FrameView
from itagen.head_view import shown_picture
from itagen.items_table import ITEMS
from itagen.open_data import SCHEMA, SITE
from itagen.part_views import Link, MenuView
from itagen.plan_document import file_address
from itagen.plan_feeds import all_feeds, changes_feed
from itagen.plan_questions import all_questions_link
from itagen.plan_search import filed_overview, search_ways
from itagen.plan_ways import Ways, has_page
from itagen.site import Year
from itagen.text import arabic
from itagen.views import Page, SitemapPage, Told, YearWays

_EXTENSION = re.compile(r"ต่อ|ext\.?|#")
_DIGIT = re.compile(r"[0-9+]")


def frame(ways: Ways) -> FrameView:
    """The band on top of the pages of one language, and their foot."""
    agency, current = ways.site.agency, ways.site.current
    names = agency.words("name"), agency.words("name_en")
    name, other = names if ways.language == "th" or not names[1] else (names[1], names[0])
    asked = all_questions_link(ways)
    lists: tuple[Link, ...] = ()
    if current:
        lists = (ways.of_year(current),)
    phones = (fact.text.text for fact in agency.facts.get("phones", ()) if fact.text)
    email = agency.words("email")
    emblem = file_address(ways.site, "agency", agency.emblem.image) if agency.emblem else ""
    return FrameView(
        ways.home.href, name, other,
        main_site=ways.main_site,
        ways=(ways.home, *lists, *ways.streams),
        foot=(*((asked,) if asked else ()), ways.sitemap, ways.accessibility, *ways.years),
        address=agency.words("address"),
        phones=tuple(Link(phone, f"tel:{_dialled(phone)}", outside=True) for phone in phones),
        search=search_ways(ways),
        emblem=emblem,
        fax=agency.words("fax"),
        hours=agency.hours,
        email=Link(email, f"mailto:{email}", outside=True) if email else None,
        picture=shown_picture(emblem),
        feed=changes_feed(ways),
    )  # fmt: skip


def sitemap_page(ways: Ways) -> Page:
    """The way to every page, for people."""
    years = tuple(
        YearWays(ways.year(year), _by_group(ways, year))
        for year in reversed(ways.site.years)
        if year.edition
    )
    view = SitemapPage((*frame(ways).ways, ways.accessibility), years, tuple(_data(ways)))
    return Page(ways.sitemap.href, "sitemap.html", ways.sitemap.title, view, (ways.home,))


def _data(ways: Ways) -> Iterator[Link]:
    """All of the site as data, and the feeds."""
    yield Link(ways.say("ทุกข้อของทุกปี", "Every item of every year"), SITE, "JSON")
    yield Link(ways.say("ตารางทุกข้อ เปิดด้วย Excel ได้", "Table of all items"), ITEMS, "CSV")
    yield Link(ways.say("คำอธิบายไฟล์ JSON", "Schema of the JSON file"), SCHEMA, "JSON Schema")
    for feed in all_feeds(ways):
        yield Link(feed.title, feed.atom, "Atom")
        yield Link(feed.title, feed.json, "JSON Feed")


def accessibility_page(ways: Ways) -> Page:
    """The statement on accessibility, in the theme's own words."""
    link = ways.accessibility
    filed = filed_overview(link.title)
    return Page(link.href, "accessibility.html", link.title, Told(), (ways.home,), filed=filed)


def lost_page() -> Page:
    """What a host shows for an address that does not exist."""
    return Page("404.html", "lost.html", "ไม่พบหน้านี้", Told(), anywhere=True, unlisted=True)


def _by_group(ways: Ways, year: Year) -> tuple[MenuView, ...]:
    """Every item of a year that has a page, by group."""
    answers = [answer for answer in ways.of(year) if has_page(answer)]
    groups = year.edition.groups if year.edition else {}
    return tuple(
        MenuView(group.title, links)
        for name, group in groups.items()
        if (links := tuple(_coded(ways, a) for a in answers if a.item.group == name))
    )


def _coded(ways: Ways, answer: ItemAnswer) -> Link:
    return Link(ways.title(answer.item), ways.item(answer).href, answer.item.code)


def _dialled(phone: str) -> str:
    """The first number as a telephone wants it: `0 2000 0100 ต่อ 12` → `020000100;ext=12`."""
    first, *more = _EXTENSION.split(arabic(phone).partition(",")[0], maxsplit=1)
    number, inner = ("".join(_DIGIT.findall(part)) for part in (first, *more, "")[:2])
    return f"{number};ext={inner}" if inner else number
