"""Which feeds there are, and what stands in them; a site that does not know its address has none.

Readers of feeds see them away from the site, so that every address in them must be a full one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from itagen.address import full_address
from itagen.feeds import Feed, FeedEntry
from itagen.head_view import FeedView, moment
from itagen.listing import Listed
from itagen.plan_day import day_of, newest_of_item
from itagen.plan_ways import Ways, has_page

MOST = 30


def changes_feed(ways: Ways) -> FeedView | None:
    """The feed of all that changed, where something tells its day."""
    days = (day_of(post.date) for post in ways.site.posts)
    if not any(days) and not any(newest_of_item(a) for a in ways.answers if has_page(a)):
        return None
    return _view(ways, ways.say("ข้อมูลที่เปลี่ยนล่าสุด", "Latest changes"), "")


def stream_feed(ways: Ways, stream: str) -> FeedView | None:
    """The feed of a stream, where one of its posts tells its day."""
    if not any(day_of(post.date) for post in ways.site.stream(stream)):
        return None
    link = ways.stream(stream)
    return _view(ways, link.title, link.href)


def all_feeds(ways: Ways) -> tuple[FeedView, ...]:
    """Every feed, that of all changes first."""
    found = (changes_feed(ways), *(stream_feed(ways, name) for name in ways.stream_names))
    return tuple(feed for feed in found if feed)


def _view(ways: Ways, title: str, folder: str) -> FeedView | None:
    agency = ways.site.agency
    url = agency.words("site_url")
    if not url:
        return None
    name = ways.say(agency.words("name"), agency.words("name_en") or agency.words("name"))
    atom, json = f"{folder}feed.xml", f"{folder}feed.json"
    return FeedView(
        f"{title} – {name}", atom, json, full_address(url, atom), full_address(url, json)
    )


def feeds(ways: Ways, pages: Sequence[Listed]) -> Iterator[tuple[FeedView, Feed]]:
    """Every feed with what stands in it, out of the pages in the order in which they were planned.

    Pages in English say the same again, and are in none.
    """
    dated = [page for page in pages if page.day and page.kind != "other" and page.language == "th"]
    for view in all_feeds(ways):
        folder = view.atom.removesuffix("feed.xml")
        own = [page for page in dated if page.kind == "post"] if folder else dated
        found = (page for page in own if page.address.startswith(folder))
        yield view, _feed(ways, view, folder, found)


def _feed(ways: Ways, view: FeedView, folder: str, pages: Iterable[Listed]) -> Feed:
    agency = ways.site.agency
    url = agency.words("site_url")
    newest = sorted(pages, key=lambda page: page.day, reverse=True)[:MOST]
    return Feed(
        view.title, full_address(url, folder), view.full_atom, view.full_json,
        (agency.words("name"), full_address(url, "")),
        tuple(_entry(url, page) for page in newest),
    )  # fmt: skip


def _entry(url: str, page: Listed) -> FeedEntry:
    return FeedEntry(
        full_address(url, page.address), page.title, page.summary or page.title,
        moment(page.day), published=page.kind == "post",
    )  # fmt: skip
