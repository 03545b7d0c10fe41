"""What the search is given: under what it finds a page, and what its own page shows."""

from __future__ import annotations

from typing import NamedTuple

from itagen.part_views import Link, MenuView


class Filed(NamedTuple):
    """What the search knows of a page, or of one place on it, apart from its words.

    Attributes:
        group: what it belongs to, in Thai and in English.
        title_en: its English title, where the page exists in English too.
        year: in the Buddhist Era; 0 where it is of none.
        place: the id of the place on the page; empty for the whole page.
        has_text: whether its words are its own: a list only repeats those of other pages.
        beside: the words of the documents that it names, a line each.
    """

    title: str
    group: tuple[str, str]
    title_en: str = ""
    code: str = ""
    year: int = 0
    place: str = ""
    has_text: bool = True
    beside: tuple[str, ...] = ()


class CodeList(NamedTuple):
    """The items of a year by their codes."""

    link: Link
    items: tuple[Link, ...]


class SearchPage(NamedTuple):
    """The search, and for those without script every topic by its first letter and its code."""

    letters: tuple[MenuView, ...]
    codes: tuple[CodeList, ...]
    streams: tuple[Link, ...]


class SearchWays(NamedTuple):
    """The way to the search: its page, and the files that it reads."""

    link: Link
    pages: str
    texts: str
