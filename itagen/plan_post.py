"""The page of one post, and links to posts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from itagen.address import safe_name
from itagen.entry import Post
from itagen.period import long_day_th
from itagen.period_text import Refusal, parse_date
from itagen.plan_parts import document_part, file_address
from itagen.site import Site
from itagen.views import Link, Page, PostPage


def newest_first(posts: Iterable[Post]) -> list[Post]:
    """By day, then by file name."""
    return sorted(posts, key=_newest, reverse=True)


def _newest(post: Post) -> tuple[str, str]:
    day = parse_date(post.date.text) if post.date else Refusal("no-year")
    return ("" if isinstance(day, Refusal) else day.isoformat(), post.stem)


def post_link(post: Post) -> Link:
    """A link to a post, with its day."""
    day = parse_date(post.date.text) if post.date else Refusal("no-year")
    note = "" if isinstance(day, Refusal) else long_day_th(day)
    title = post.title.text if post.title else post.stem
    return Link(title, f"{safe_name(post.stream)}/{safe_name(post.stem)}/", note)


def post_page(site: Site, post: Post, crumbs: Sequence[Link]) -> Page:
    """Everything that the public sees of a post."""
    link = post_link(post)
    folder = f"{post.stream}/{post.stem}"
    image = file_address(site, folder, post.image)
    documents = tuple(document_part(document, folder, site) for document in post.documents)
    day = _newest(post)[0]
    view = PostPage(
        link.note, day, post.body.text if post.body else "", image,
        post.alt.text if post.alt else "", documents, crumbs[-1],
    )  # fmt: skip
    return Page(link.href, "post.html", link.title, view, tuple(crumbs))
