"""What pages hold many of, as templates are given it: days, links, evidence, cards, forms."""

from __future__ import annotations

from typing import NamedTuple


class Day(NamedTuple):
    """A day for machines, `2022-10-01`, and for people, `1 ตุลาคม 2565`."""

    iso: str
    words: str


class Link(NamedTuple):
    """A title and where it leads: an address of the site, or a full one elsewhere."""

    title: str
    href: str
    note: str = ""
    outside: bool = False
    slug: str = ""
    day: Day | None = None


class MenuView(NamedTuple):
    """A named list of links, and the lists in it."""

    name: str
    links: tuple[Link, ...]
    menus: tuple[MenuView, ...] = ()


class StateView(NamedTuple):
    """How far something is: in words, and in a tone: `good`, `wait`, `lack` or none."""

    words: str
    tone: str = ""


class PagePicture(NamedTuple):
    """The first page of a document as a small picture, with its size in pixels."""

    address: str
    width: int
    height: int


class DocumentView(NamedTuple):
    """What is known of a file before it is opened, or of a link: its host.

    Attributes:
        kind: `PDF`, `Excel`, `รูปภาพ`; empty of a link.
        size: in words, `1.2 MB`.
        pages: of a PDF that could be read.
        scan: whether it is made of pictures of pages.
        picture: its first page, where it is to be shown.
    """

    kind: str = ""
    size: str = ""
    pages: int | None = None
    host: str = ""
    scan: bool = False
    picture: PagePicture | None = None


class BranchView(NamedTuple):
    """A box of a chart of organisation; `who` holds it; the boxes `below` it."""

    name: str
    who: str = ""
    below: tuple[BranchView, ...] = ()


class TreeView(NamedTuple):
    """A chart of organisation, with its title where it has one."""

    title: str
    branches: tuple[BranchView, ...]


class PictureView(NamedTuple):
    """What is known of a picture before it is loaded: its size, and smaller copies by width."""

    width: int
    height: int
    copies: tuple[tuple[str, int], ...] = ()


class PartView(NamedTuple):
    """One piece of evidence.

    Attributes:
        text: Markdown as staff wrote it.
        image: the address of a picture, with `alt`.
        period: what it covers or when it was done, in words.
        day: the day on which it was done or made, where one is said.
        document: of the file or link that `link` leads to.
        login: whether the link asks for a login; None where that is not to be shown.
        read: of a table whether `period` was read in it, or only stated; None where no period is.
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
    day: Day | None = None
    document: DocumentView | None = None
    login: bool | None = None
    tree: TreeView | None = None
    read: bool | None = None


class RowsView(NamedTuple):
    """Records as a table: heads, and cells that hold pieces of evidence."""

    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[PartView, ...], ...], ...]


class ChartView(NamedTuple):
    """A drawing of rows: its address, its numbers in words, its size."""

    address: str
    alt: str
    width: int
    height: int


class CardLine(NamedTuple):
    """A field of a card below its name."""

    head: str
    parts: tuple[PartView, ...]


class Card(NamedTuple):
    """A record that has a picture: a person, a place.

    Attributes:
        role: its second text, such as a position.
        contact: the fields of the type `contact`; `lines`: all others that are filled in.
    """

    name: str
    role: str
    image: str
    alt: str
    contact: tuple[PartView, ...] = ()
    lines: tuple[CardLine, ...] = ()


class CardGroup(NamedTuple):
    """The cards of one side; `side` is empty where there are no sides."""

    side: str
    cards: tuple[Card, ...]


class FormField(NamedTuple):
    """A field of a form; `kind`: line or text."""

    name: str
    label: str
    kind: str
    required: bool
    most: int
    autocomplete: str = "off"
    hint: str = ""


class FormView(NamedTuple):
    """A form that works without a script.

    Attributes:
        kind: question or complaint.
        name: which of the site's forms it is.
        action: where it sends to: a page of the site where `netlify` takes it.
        trap: the name of the field that only robots fill in.
        privacy: the page that says how personal data are used.
    """

    kind: str
    name: str
    action: Link
    netlify: bool
    fields: tuple[FormField, ...]
    trap: str
    privacy: Link | None = None


class QuestionView(NamedTuple):
    """A question and its answer; `id`: its place on the page; `answer`: Markdown."""

    id: str
    question: str
    asked: Day | None
    answer: str
    answered: Day | None
    by: str
    channel: str
