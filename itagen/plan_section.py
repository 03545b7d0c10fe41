"""The front page of a section: what an agency publishes beside a main site kept elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from itagen.address import safe_name
from itagen.plan_post import newest_first, post_link
from itagen.site import Site
from itagen.views import GroupView, Link, Page, Section, StreamView

_NEWEST = 5


def front_page(
    site: Site,
    groups: tuple[GroupView, ...],
    parts: tuple[Link, ...],
    years: tuple[Link, ...],
    streams: Mapping[str, str],
) -> Page:
    """The current year by groups, the newest posts, and every year.

    Args:
        site: whose section it is.
        groups: of the current year, with their items.
        parts: the sub-indicators of the current year.
        years: the list of each year, newest first.
        streams: every stream that has posts, and what it is called.
    """
    view = Section(
        main_site=main_site(site),
        groups=groups,
        years=years,
        parts=parts,
        streams=tuple(_newest(site, stream, title) for stream, title in streams.items()),
    )
    return Page("", "section.html", f"ข้อมูลสาธารณะ {site.agency.words('name')}", view)


def main_site(site: Site) -> Link | None:
    """The way from a section back to the main site of the agency."""
    address = site.agency.words("main_site").strip()
    if not site.agency.is_section or not address:
        return None
    return Link("เว็บไซต์หลัก", address, outside=True)


def _newest(site: Site, stream: str, title: str) -> StreamView:
    posts = newest_first(site.stream(stream))[:_NEWEST]
    return StreamView(Link(title, f"{safe_name(stream)}/"), tuple(map(post_link, posts)))
