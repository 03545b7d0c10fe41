"""What stands around every page, as templates are given it."""

from __future__ import annotations

from typing import NamedTuple

from itagen.head_view import FeedView
from itagen.part_views import Link
from itagen.search_views import SearchWays


class FrameView(NamedTuple):
    """The band on top of the pages of one language, and their foot.

    Attributes:
        home: the address of its home page.
        other_name: the agency's name in the other language.
        ways: the main ways, on top of the page; `foot`: those at its foot.
        search: the way to the search; none where a page stands alone.
        emblem: the address of the agency's emblem, which stands beside its name.
        picture: what stands for the site where a page has no picture of its own.
        feed: what tells of all that changed.
    """

    home: str
    name: str
    other_name: str
    ways: tuple[Link, ...]
    foot: tuple[Link, ...]
    emblem: str = ""
    search: SearchWays | None = None
    address: str = ""
    phones: tuple[Link, ...] = ()
    email: Link | None = None
    fax: str = ""
    main_site: Link | None = None
    hours: str = ""
    picture: str = ""
    feed: FeedView | None = None
