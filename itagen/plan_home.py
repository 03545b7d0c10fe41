"""The home page: menus, slots, the parts of the current year."""

from __future__ import annotations

from itagen.part_views import Link, MenuView
from itagen.places import Menu, Spot, menus, spots
from itagen.plan_day import newest_of_items
from itagen.plan_organization import organization_head
from itagen.plan_parts import targets_of
from itagen.plan_post import newest_first, post_link
from itagen.plan_ways import Ways, has_page
from itagen.views import Home, Page, SpotView

NEWEST = 5


def home_page(ways: Ways) -> Page:
    """What the current year's edition places on the home page, and the way to every year."""
    site = ways.site
    current = site.current
    answers = ways.of(current) if current else ()
    view = Home(
        menus=tuple(_menu(ways, menu) for menu in menus(site, answers)),
        spots=tuple(_spot(ways, spot) for spot in spots(site, answers) if has_page(spot.answer)),
        years=ways.years,
        year=Link(current.folder, ways.year(current).href) if current else Link("", ""),
        parts=ways.subs(current) if current else (),
    )
    name = site.agency.words("name")
    return Page(ways.home.href, "home.html", ways.say(name, site.agency.words("name_en") or name),
                view, updated=newest_of_items(answers), head=organization_head(ways))  # fmt: skip


def _menu(ways: Ways, menu: Menu) -> MenuView:
    links = tuple(ways.item(answer) for answer in menu.items if has_page(answer))
    return MenuView(menu.name, links, tuple(_menu(ways, inner) for inner in menu.menus))


def _spot(ways: Ways, spot: Spot) -> SpotView:
    answer = spot.answer
    posts = tuple(map(post_link, newest_first(answer.posts)[:NEWEST]))
    stream = answer.item.stream
    more = ways.stream(stream.of) if stream and posts else None
    return SpotView(
        answer.item.slug, spot.slot, spot.shape, ways.item(answer), targets_of(ways.parts(answer)),
        posts,
        Link(ways.say("ทั้งหมด", "All"), more.href) if more else None,
    )  # fmt: skip
