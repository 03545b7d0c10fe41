"""Which items have a page, and what the page of one tells of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from itagen.answers import ItemAnswer
from itagen.part_views import Link
from itagen.site import Year


@dataclass(frozen=True, slots=True)
class Around:
    """What the page of an item tells of other pages.

    Attributes:
        related: the same topic in other years, newest first.
        privacy: the page that says how personal data are used.
    """

    crumbs: tuple[Link, ...]
    related: tuple[Link, ...] = ()
    privacy: Link | None = None


class Topics:
    """The items that have a page, by their topic."""

    def __init__(self, answers: Iterable[ItemAnswer]) -> None:
        self._by_slug: dict[str, list[ItemAnswer]] = defaultdict(list)
        self._privacy: list[ItemAnswer] = []
        for answer in reversed(tuple(filter(has_page, answers))):
            self._by_slug[answer.item.slug].append(answer)
            if answer.item.shows == "privacy":
                self._privacy.append(answer)

    def around(self, answer: ItemAnswer, home: Link) -> Around:
        """What stands around the page of an item."""
        year = answer.year.folder
        crumbs = (home, Link(f"รายการปี {year}", f"{year}/"))
        others = (a for a in self._by_slug[answer.item.slug] if a is not answer)
        return Around(crumbs, tuple(map(_year_link, others)), self._privacy_link(answer.year))

    def _privacy_link(self, year: Year) -> Link | None:
        """How personal data are used, as that year says it, else the newest that does."""
        own = [answer for answer in self._privacy if answer.year is year]
        found = own or self._privacy
        return item_link(found[0]) if found else None


def has_page(answer: ItemAnswer) -> bool:
    """In the open year every item; in others those with content."""
    from_agency = any(element.element.from_ and element.parts for element in answer.elements)
    return bool(answer.year.is_open or answer.entry or answer.posts or from_agency)


def item_link(answer: ItemAnswer) -> Link:
    """A link to the page of an item, by what the menu calls it."""
    href = f"{answer.year.folder}/{answer.item.stem}/"
    return Link(answer.item.label, href, slug=answer.item.slug)


def _year_link(answer: ItemAnswer) -> Link:
    """A link to an item's page by its year, with what the list of that year calls it."""
    item = answer.item
    return Link(f"ปี {answer.year.folder}", item_link(answer).href, f"{item.code} {item.label}")
