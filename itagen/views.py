"""What templates are given: finished values, no arithmetic, no rule, no code of an item."""

from __future__ import annotations

from typing import NamedTuple

from itagen.diagnostics import Language
from itagen.form_views import FormView
from itagen.head_view import PLAIN_HEAD, HeadView
from itagen.part_views import (
    CardGroup,
    ChartView,
    ColumnView,
    DataView,
    Day,
    Link,
    MenuView,
    PartView,
    QuestionView,
    RowsView,
    StateView,
)
from itagen.search_views import Filed, SearchPage
from itagen.workbook import Sheet


class SpotView(NamedTuple):
    """What stands in a slot: a banner, a QR code or a list of posts."""

    slug: str
    slot: str
    shape: str
    link: Link
    targets: tuple[Link, ...] = ()
    posts: tuple[Link, ...] = ()
    more: Link | None = None


class ElementView(NamedTuple):
    """One element of an item, and where it is met.

    Attributes:
        cards: its rows as cards, where they have a picture.
        chart: the numbers of its rows as a drawing; `data`: its rows as files to take along.
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
    data: DataView | None = None


class ItemLine(NamedTuple):
    """One item in a list of the year."""

    code: str
    title: str
    link: Link | None
    demands: tuple[Link, ...]
    state: StateView
    owner: str


class GroupView(NamedTuple):
    """A heading of the list and its items."""

    title: str
    items: tuple[ItemLine, ...]


class Home(NamedTuple):
    """The home page."""

    menus: tuple[MenuView, ...]
    spots: tuple[SpotView, ...]
    years: tuple[Link, ...]
    year: Link
    parts: tuple[Link, ...] = ()


class StreamView(NamedTuple):
    """The newest posts of a stream, with the way to all of them."""

    link: Link
    posts: tuple[Link, ...]


class Section(NamedTuple):
    """The front page of a section beside a main site: the current year and the newest posts."""

    groups: tuple[GroupView, ...]
    years: tuple[Link, ...]
    year: Link
    parts: tuple[Link, ...]
    streams: tuple[StreamView, ...]


class YearList(NamedTuple):
    """The list of a year; `counted` is 0 where nothing is counted: in a closed or partial list."""

    groups: tuple[GroupView, ...]
    years: tuple[Link, ...]
    parts: tuple[Link, ...] = ()
    states: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    done: int = 0
    counted: int = 0
    reports: tuple[Link, ...] = ()


class ReportPage(NamedTuple):
    """A report as a page: its table, and of a summary the counts in words and titled drawings."""

    sheet: Sheet
    heads: tuple[ColumnView, ...]
    back: Link
    line: str = ""
    charts: tuple[tuple[str, ChartView], ...] = ()


class ItemPage(NamedTuple):
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


class QuestionsPage(NamedTuple):
    """All questions and answers, newest first."""

    questions: tuple[QuestionView, ...]


class StreamPage(NamedTuple):
    """Some posts of a stream, newest first, with the way to the others."""

    posts: tuple[Link, ...]
    pages: tuple[Link, ...] = ()
    months: tuple[Link, ...] = ()


class Moved(NamedTuple):
    """An old address that leads on to the new one."""

    link: Link


class Told(NamedTuple):
    """A page whose words are the theme's own: for lost addresses, a statement, after a form."""

    names: tuple[str, ...] = ()


class YearWays(NamedTuple):
    """Every page of a year, by group."""

    link: Link
    groups: tuple[MenuView, ...]


class SitemapPage(NamedTuple):
    """The way to every page, for people; `data`: all of it as data, and the feeds."""

    ways: tuple[Link, ...]
    years: tuple[YearWays, ...]
    data: tuple[Link, ...] = ()


class PostPage(NamedTuple):
    """One post."""

    day: Day | None
    body: str
    image: str
    alt: str
    documents: tuple[PartView, ...]
    back: Link


View = (
    Home | Section | YearList | ItemPage | StreamPage | PostPage | QuestionsPage | SitemapPage
    | Moved | Told | SearchPage | ReportPage
)  # fmt: skip


class Page(NamedTuple):
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


class Copy(NamedTuple):
    """A file to be published as it is: its path below content/ and its address."""

    source: str
    address: str
