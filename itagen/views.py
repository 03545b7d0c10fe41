"""What templates are given: finished values, no arithmetic, no rule, no code of an item."""

from __future__ import annotations

from dataclasses import dataclass

from itagen.diagnostics import Language


@dataclass(frozen=True, slots=True)
class Day:
    """A day for machines (2023-01-15) and for people."""

    iso: str
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """A title and where it leads: an address of the site, or a full one elsewhere."""

    title: str
    href: str
    note: str = ""
    outside: bool = False
    slug: str = ""
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class StateView:
    """How far something is: in words, and in a tone: `good`, `wait`, `lack` or none."""

    words: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class FrameView:
    """What stands around every page of one language.

    Attributes:
        home: the address of its home page.
        other_name: the agency's name in the other language.
        ways: the main ways, on top of the page; `foot`: those at its foot.
    """

    home: str
    name: str
    other_name: str
    ways: tuple[Link, ...]
    foot: tuple[Link, ...]
    emblem: str = ""
    address: str = ""
    phones: tuple[Link, ...] = ()
    email: Link | None = None
    fax: str = ""
    main_site: Link | None = None
    hours: str = ""


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
    state: StateView
    note: str
    parts: tuple[PartView, ...]
    rows: RowsView | None = None


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item in a list of the year."""

    code: str
    title: str
    link: Link | None
    demands: tuple[Link, ...]
    state: StateView
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
    year: Link
    parts: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class StreamView:
    """The newest posts of a stream, with the way to all of them."""

    link: Link
    posts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The front page of a section beside a main site: the current year and the newest posts."""

    groups: tuple[GroupView, ...]
    years: tuple[Link, ...]
    year: Link
    parts: tuple[Link, ...]
    streams: tuple[StreamView, ...]


@dataclass(frozen=True, slots=True)
class YearList:
    """The list of a year; `count` is 0 where it is not counted: in a closed or partial list."""

    groups: tuple[GroupView, ...]
    years: tuple[Link, ...]
    parts: tuple[Link, ...] = ()
    states: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    done: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class ItemPage:
    """The page of one item."""

    code: str
    title: str
    state: StateView
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
class Told:
    """A page whose words are the theme's own: the page for lost addresses, a statement."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearWays:
    """Every page of a year, by group."""

    link: Link
    groups: tuple[MenuView, ...]


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """The way to every page, for people."""

    ways: tuple[Link, ...]
    years: tuple[YearWays, ...]


@dataclass(frozen=True, slots=True)
class PostPage:
    """One post."""

    day: Day | None
    body: str
    image: str
    alt: str
    documents: tuple[PartView, ...]
    back: Link


View = Home | Section | YearList | ItemPage | StreamPage | PostPage | Moved | Told | SitemapPage


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its address below the site, its template, its finished values.

    Attributes:
        anywhere: it may be shown at any address, so that its links start at the site's root.
        name: what the page is called at the end of the crumbs, if shorter than its title.
        unlisted: search engines need not find it.
        other: the same page in the other language.
        updated: the newest day that its content tells.
    """

    address: str
    template: str
    title: str
    view: View
    crumbs: tuple[Link, ...] = ()
    anywhere: bool = False
    name: str = ""
    language: Language = "th"
    unlisted: bool = False
    other: str | None = None
    updated: Day | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to be published as it is: its path below content/ and its address."""

    source: str
    address: str
