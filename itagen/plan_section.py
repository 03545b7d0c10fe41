"""The front page of a section: what an agency publishes beside a main site kept elsewhere."""

from __future__ import annotations

from itagen.part_views import Link
from itagen.plan_day import newest_of_items
from itagen.plan_list import groups_of
from itagen.plan_organization import organization_head
from itagen.plan_post import newest_first, post_link
from itagen.plan_ways import Ways
from itagen.views import Page, Section, StreamView

_NEWEST = 5


def front_page(ways: Ways) -> Page:
    """The current year by groups, the newest posts, and every year."""
    current, agency = ways.site.current, ways.site.agency
    view = Section(
        groups=groups_of(ways, current) if current else (),
        years=ways.years,
        year=Link(current.folder, ways.year(current).href) if current else Link("", ""),
        parts=ways.subs(current) if current else (),
        streams=tuple(_newest(ways, stream) for stream in ways.stream_names),
    )
    name = ways.say(agency.words("name"), agency.words("name_en") or agency.words("name"))
    title = ways.say(f"ข้อมูลสาธารณะ {name}", f"Public disclosure of {name}")
    return Page(ways.home.href, "section.html", title, view,
                updated=newest_of_items(ways.of(current)) if current else None,
                head=organization_head(ways))  # fmt: skip


def _newest(ways: Ways, stream: str) -> StreamView:
    posts = newest_first(ways.site.stream(stream))[:_NEWEST]
    return StreamView(ways.stream(stream), tuple(map(post_link, posts)))
