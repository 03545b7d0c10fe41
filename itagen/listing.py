"""What sitemaps and feeds tell of a page, kept when the page itself is made and gone."""

from __future__ import annotations

from typing import Literal, NamedTuple

from itagen.diagnostics import Language
from itagen.views import ItemPage, Moved, Page, PostPage

PageKind = Literal["item", "post", "other"]


class Listed(NamedTuple):
    """A page that may be found.

    Attributes:
        day: the newest that its content tells, as `2022-10-01`; empty where it tells none.
        other: the address of the same page in the other language.
    """

    address: str
    title: str
    summary: str
    kind: PageKind
    day: str
    language: Language
    other: str | None


def listed(page: Page) -> Listed | None:
    """What is told of a page; nothing of one that leads on, or that asks not to be found."""
    view = page.view
    if page.unlisted or isinstance(view, Moved):
        return None
    kind: PageKind = (
        "post" if isinstance(view, PostPage) else "item" if isinstance(view, ItemPage) else "other"
    )
    day = page.updated.iso if page.updated else ""
    return Listed(page.address, page.title, page.summary, kind, day, page.language, page.other)
