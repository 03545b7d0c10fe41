"""What the head of a page tells to machines beside its title, as templates are given it."""

from __future__ import annotations

from typing import NamedTuple

from itagen.structured import Subject


class FeedView(NamedTuple):
    """What a feed is called, and its addresses in two formats: below the site, and in full."""

    title: str
    atom: str
    json: str
    full_atom: str
    full_json: str


class HeadView(NamedTuple):
    """What the head of one page tells.

    Attributes:
        image: the address of a picture that stands for the page, with `alt`.
        published: when a post was published, as `moment` writes it.
        feed: what tells of new pages like this one.
        subject: what the page is about, in the words of schema.org.
        content: the hash of what an item says, so that the page can be known again.
    """

    image: str = ""
    alt: str = ""
    published: str = ""
    feed: FeedView | None = None
    subject: Subject | None = None
    content: str = ""


PLAIN_HEAD = HeadView()
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


def shown_picture(address: str) -> str:
    """The address of a picture where other sites can show it: they draw no SVG."""
    return address if address.lower().endswith(_PICTURES) else ""


def moment(iso: str) -> str:
    """The first moment of a day in Thailand, for formats that want one: content tells days."""
    return f"{iso}T00:00:00+07:00" if iso else ""
