"""What templates are given: finished values, no arithmetic, no rule, no code of an item."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A title and where it leads: an address of the site, or a full one elsewhere."""

    title: str
    href: str
    note: str = ""
    outside: bool = False
    slug: str = ""


@dataclass(frozen=True, slots=True)
class MenuView:
    """A menu of the home page."""

    name: str
    links: tuple[Link, ...]
    menus: tuple[MenuView, ...] = ()


@dataclass(frozen=True, slots=True)
class SpotView:
    """What stands in a slot: a banner, a QR code or a list of posts."""

    slug: str
    slot: str
    shape: str
    link: Link
    targets: tuple[Link, ...] = ()
    posts: tuple[Link, ...] = ()
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class PartView:
    """One piece of evidence.

    Attributes:
        text: Markdown as staff wrote it.
        image: the address of a picture, with `alt`.
        period: what it covers or when it was done, in words.
    """

    text: str = ""
    link: Link | None = None
    image: str = ""
    alt: str = ""
    side: str = ""
    period: str = ""
    none: str = ""
    pending: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class RowsView:
    """Records as a table: heads, and cells that hold pieces of evidence."""

    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[PartView, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class ElementView:
    """One element of an item, and where it is met."""

    id: str
    title: str
    strength: str
    state: str
    parts: tuple[PartView, ...]
    rows: RowsView | None = None


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item in a list of the year."""

    code: str
    title: str
    link: Link | None
    demands: tuple[str, ...]
    state: str
    owner: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """A heading of the list and its items."""

    title: str
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The home page."""

    menus: tuple[MenuView, ...]
    spots: tuple[SpotView, ...]
    years: tuple[Link, ...]
    parts: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class StreamView:
    """The newest posts of a stream, with the way to all of them."""

    link: Link
    posts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The front page of a section: the current year, and the way back to the main site."""

    main_site: Link | None
    groups: tuple[GroupView, ...]
    years: tuple[Link, ...]
    parts: tuple[Link, ...]
    streams: tuple[StreamView, ...]


@dataclass(frozen=True, slots=True)
class YearList:
    """The list of a year; `count` is 0 where it is not counted: in a closed or partial list."""

    groups: tuple[GroupView, ...]
    years: tuple[Link, ...]
    parts: tuple[Link, ...] = ()
    done: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class ItemPage:
    """The page of one item."""

    code: str
    title: str
    group: str
    period: str
    none: str
    pending: str
    elements: tuple[ElementView, ...]
    documents: tuple[PartView, ...]
    posts: tuple[Link, ...]
    owner: str
    back: Link


@dataclass(frozen=True, slots=True)
class StreamPage:
    """Some posts of a stream, newest first, with the way to the others."""

    posts: tuple[Link, ...]
    pages: tuple[Link, ...] = ()
    months: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """An old address that leads on to the new one."""

    link: Link


@dataclass(frozen=True, slots=True)
class Lost:
    """The page for addresses that do not exist."""

    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PostPage:
    """One post."""

    date: str
    day: str
    body: str
    image: str
    alt: str
    documents: tuple[PartView, ...]
    back: Link


View = Home | Section | YearList | ItemPage | StreamPage | PostPage | Moved | Lost


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its address below the site, its template, its finished values.

    Attributes:
        anywhere: it may be shown at any address, so that its links start at the site's root.
    """

    address: str
    template: str
    title: str
    view: View
    crumbs: tuple[Link, ...] = ()
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to be published as it is: its path below content/ and its address."""

    source: str
    address: str
