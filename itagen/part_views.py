"""What pages hold many of, as templates are given it: days, links, evidence, tables, cards."""

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
    """A picture or drawing with its size in pixels, such as the first page of a document."""

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


class ColumnView(NamedTuple):
    """The head of a column; whether numbers stand below it, and whether it names the rows."""

    text: str
    is_number: bool = False
    names_row: bool = False


Words = tuple[str, ...]


class LinesView(NamedTuple):
    """Rows of a table below words that stand for all of them, or none."""

    title: str
    rows: tuple[tuple[Words, ...], ...]


class TableView(NamedTuple):
    """A sheet as it was read; a cell is a line of words or several.

    Attributes:
        caption: what it is, from the lines above its heads.
        total: the cells of its sum; `notes`: what stands below it.
        shown: how many of its `number` rows are on the page.
        none: by which words it says that there was nothing.
        downloads: of its files, where they hold this table alone.
    """

    caption: str
    heads: tuple[ColumnView, ...]
    lines: tuple[LinesView, ...]
    total: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    number: int = 0
    shown: int = 0
    none: str = ""
    downloads: tuple[Link, ...] = ()


class DataView(NamedTuple):
    """All rows of an element as files, how many they are, and what the edition's numbers sum to."""

    number: int
    sums: tuple[tuple[str, str], ...]
    downloads: tuple[Link, ...]


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
    tables: tuple[TableView, ...] = ()


class RowsView(NamedTuple):
    """Records as a table: heads, and cells that hold pieces of evidence; which names a row."""

    heads: tuple[ColumnView, ...]
    rows: tuple[tuple[tuple[PartView, ...], ...], ...]


class ChartView(NamedTuple):
    """A drawing of rows: its address, its numbers in words, its size; the same for phones."""

    address: str
    alt: str
    width: int
    height: int
    narrow: PagePicture


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


class QuestionView(NamedTuple):
    """A question and its answer; `id`: its place on the page; `answer`: Markdown."""

    id: str
    question: str
    asked: Day | None
    answer: str
    answered: Day | None
    by: str
    channel: str
