"""What templates are given: finished values, no arithmetic, no rule, no code of an item."""

from __future__ import annotations

from dataclasses import dataclass

from itagen.part_views import CardGroup, Day, FormView, QuestionView
from itagen.part_views import Link as Link
from itagen.part_views import PartView as PartView
from itagen.part_views import RowsView as RowsView


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
class ElementView:
    """One element of an item, and where it is met.

    Attributes:
        cards: its rows as cards, where they have a picture.
    """

    id: str
    title: str
    strength: str
    state: str
    parts: tuple[PartView, ...]
    rows: RowsView | None = None
    cards: tuple[CardGroup, ...] = ()


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
    questions: Link | None = None


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
    """The page of one item.

    Attributes:
        related: the same topic in other years.
        questions: the newest questions, with `more` to all; only where the topic shows them.
    """

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
    related: tuple[Link, ...] = ()
    questions: tuple[Link, ...] = ()
    more: Link | None = None
    form: FormView | None = None


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """All questions and answers, newest first."""

    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """The page that says that a form was sent."""

    home: Link


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
    posted: Day | None = None


View = Home | YearList | ItemPage | StreamPage | PostPage | QuestionsPage | Sent | Moved | Lost


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its address below the site, its template, its finished values.

    Attributes:
        anywhere: it may be shown at any address, so that its links start at the site's root.
        updated: the newest day that the content of the page tells.
        unlisted: not for search engines, and nothing need lead to it.
    """

    address: str
    template: str
    title: str
    view: View
    crumbs: tuple[Link, ...] = ()
    anywhere: bool = False
    updated: Day | None = None
    unlisted: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to be published as it is: its path below content/ and its address."""

    source: str
    address: str
