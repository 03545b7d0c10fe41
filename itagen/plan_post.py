"""The page of one post, and links to posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from itagen.address import safe_name
from itagen.again import once
from itagen.entry import Post
from itagen.excerpt import excerpt
from itagen.head_view import HeadView, moment, shown_picture
from itagen.months import MONTHS_TH
from itagen.part_views import Link
from itagen.period import ERA
from itagen.period_text import parse_date
from itagen.plan_day import day_of, newest
from itagen.plan_document import document_part, file_address, file_of, linked_text
from itagen.plan_search import filed_overview, filed_post
from itagen.site import Site
from itagen.structured import Article
from itagen.views import Page, PostPage, StreamPage

PAGE_SIZE = 20


def newest_first(posts: Iterable[Post]) -> list[Post]:
    """By day, then by file name."""
    return sorted(posts, key=_newest, reverse=True)


def _newest(post: Post) -> tuple[str, str]:
    day = day_of(post.date)
    return (day.iso if day else "", post.stem)


def post_link(post: Post) -> Link:
    """A link to a post, with its day."""
    day = day_of(post.date)
    title = post.title.text if post.title else post.stem
    return Link(title, post_address(post), day=day)


def post_address(post: Post) -> str:
    """Where a post stands on the site."""
    return f"{safe_name(post.stream)}/{safe_name(post.stem)}/"


def post_page(site: Site, post: Post, crumbs: Sequence[Link]) -> Page:
    """Everything that the public sees of a post."""
    link = post_link(post)
    folder = f"{post.stream}/{post.stem}"
    image = file_address(site, folder, post.image)
    documents = tuple(document_part(document, folder, site) for document in post.documents)
    files = (file_of(site, folder, document.file) for document in post.documents)
    view = PostPage(
        link.day, linked_text(site, folder, post.body), image,
        post.alt.text if post.alt else "", documents, crumbs[-1],
    )  # fmt: skip
    return Page(
        link.href, "post.html", link.title, view, tuple(crumbs), updated=link.day,
        summary=_summary(post.body.text) if post.body else "", head=_head(view, link),
        filed=filed_post(link, crumbs[-1], files),
    )  # fmt: skip


@once
def _summary(body: str) -> str:
    return excerpt(body)


def _head(view: PostPage, link: Link) -> HeadView:
    day = link.day.iso if link.day else ""
    article = Article(link.title, day, view.image)
    return HeadView(shown_picture(view.image), view.alt, moment(day), subject=article)


def stream_pages(title: str, address: str, posts: Sequence[Post], home: Link) -> Iterator[Page]:
    """The pages of a stream, and one for each month, newest first."""
    count = max(1, -(-len(posts) // PAGE_SIZE))
    addresses = [address, *(f"{address}page/{number}/" for number in range(2, count + 1))]
    pages = tuple(Link(str(n), href) for n, href in enumerate(addresses, 1)) if count > 1 else ()
    months = _months(address, posts)
    links = tuple(months)
    for number, href in enumerate(addresses):
        shown = posts[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
        view = StreamPage(tuple(map(post_link, shown)), pages, links)
        updated = newest(link.day for link in view.posts)
        name = title if not number else f"{title} หน้า {number + 1}"
        crumbs = (home,) if not number else (home, Link(title, address))
        filed = () if number else filed_overview(title)
        yield Page(href, "stream.html", name, view, crumbs, updated=updated, filed=filed)
    for link, of_month in months.items():
        view = StreamPage(tuple(map(post_link, of_month)))
        updated = newest(link.day for link in view.posts)
        crumbs = (home, Link(title, address))
        name = f"{title} {link.title}"
        yield Page(link.href, "stream.html", name, view, crumbs, updated=updated)


def _months(address: str, posts: Sequence[Post]) -> dict[Link, list[Post]]:
    """The posts of each month; one that cannot be dated is in none."""
    found: dict[Link, list[Post]] = {}
    for post in posts:
        day = parse_date(post.date.text) if post.date else None
        if isinstance(day, date):
            be = day.year + ERA
            name = f"{MONTHS_TH[day.month - 1]} {be}"
            found.setdefault(Link(name, f"{address}{be}-{day.month:02}/"), []).append(post)
    return found
