"""What templates are given: finished values, no arithmetic, no rule, no code of an item."""

from __future__ import annotations

from dataclasses import dataclass

from itagen.diagnostics import Language
from itagen.head_view import PLAIN_HEAD, HeadView
from itagen.part_views import (
    CardGroup,
    ChartView,
    Day,
    FormView,
    Link,
    MenuView,
    PartView,
    QuestionView,
    RowsView,
    StateView,
)
from itagen.search_views import Filed, SearchPage


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
class ElementView:
    """One element of an item, and where it is met.

    Attributes:
        cards: its rows as cards, where they have a picture.
        chart: the numbers of its rows as a drawing, where the edition wants one.
    """

    id: str
    title: str
    strength: str
    state: StateView
    note: str
    parts: tuple[PartView, ...]
    rows: RowsView | None = None
    cards: tuple[CardGroup, ...] = ()
    chart: ChartView | None = None


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
    """The page of one item.

    Attributes:
        related: the same topic in other years.
        questions: the newest questions, with `more` to all; only where the topic shows them.
    """

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
    related: tuple[Link, ...] = ()
    questions: tuple[Link, ...] = ()
    more: Link | None = None
    form: FormView | None = None


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """All questions and answers, newest first."""

    questions: tuple[QuestionView, ...]


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
    """A page whose words are the theme's own: for lost addresses, a statement, after a form."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearWays:
    """Every page of a year, by group."""

    link: Link
    groups: tuple[MenuView, ...]


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """The way to every page, for people; `data`: all of it as data, and the feeds."""

    ways: tuple[Link, ...]
    years: tuple[YearWays, ...]
    data: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class PostPage:
    """One post."""

    day: Day | None
    body: str
    image: str
    alt: str
    documents: tuple[PartView, ...]
    back: Link


View = (
    Home | Section | YearList | ItemPage | StreamPage | PostPage | QuestionsPage | SitemapPage
    | Moved | Told | SearchPage
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its address below the site, its template, its finished values.

    Attributes:
        anywhere: it may be shown at any address, so that its links start at the site's root.
        updated: the newest day that the content of the page tells.
        unlisted: not for search engines, and nothing need lead to it.
        name: what the page is called at the end of the crumbs, if shorter than its title.
        summary: a sentence for search engines; its title where there is none.
        filed: under what the search finds the page and places on it; nothing if it does not.
        other: the address of the same page in the other language.
        head: what its head tells to machines.
    """

    address: str
    template: str
    title: str
    view: View
    crumbs: tuple[Link, ...] = ()
    anywhere: bool = False
    updated: Day | None = None
    unlisted: bool = False
    name: str = ""
    language: Language = "th"
    other: str | None = None
    summary: str = ""
    head: HeadView = PLAIN_HEAD
    filed: tuple[Filed, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to be published as it is: its path below content/ and its address."""

    source: str
    address: str
