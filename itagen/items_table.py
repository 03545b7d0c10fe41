"""`data/items.csv`: every item of every year as one table that Excel opens."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.address import full_address
from itagen.answers import ItemAnswer
from itagen.edition import is_asked
from itagen.plan_day import newest_on_page
from itagen.plan_ways import Ways, has_page
from itagen.workbook import Column, Sheet, csv_bytes

ITEMS = "data/items.csv"
COLUMNS = (
    "year", "edition", "code", "slug", "title", "group", "state", "elements_met",
    "elements_required", "owner", "address", "updated",
)  # fmt: skip
_DONE = frozenset({"met", "none"})


def items_table(ways: Ways) -> bytes:
    """The table as Excel reads it."""
    rows = tuple(tuple(_row(ways, answer)) for answer in ways.answers)
    return csv_bytes(Sheet("items", "", tuple(map(Column, COLUMNS)), rows))


def _row(ways: Ways, answer: ItemAnswer) -> Iterator[str]:
    item, edition = answer.item, answer.edition
    group = edition.groups.get(item.group)
    asked = [element for element in answer.elements if is_asked(element.element)]
    owner = answer.year.owner_of(item.code)
    updated = newest_on_page(ways.site, answer)
    yield from (str(edition.be), edition.id, item.code, item.slug, item.title)
    yield group.title if group else ""
    yield answer.state
    yield from (str(sum(element.state in _DONE for element in asked)), str(len(asked)))
    yield owner.name if owner else ""
    yield _address(ways, answer)
    yield updated.iso if updated else ""


def _address(ways: Ways, answer: ItemAnswer) -> str:
    """Where the page of the item is: in full where the site knows its own address."""
    if not has_page(answer):
        return ""
    url, address = ways.site.agency.words("site_url"), ways.item(answer).href
    return full_address(url, address) if url else address
