"""`data/items.csv`: every item of every year as one table that Excel opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from itagen.address import full_address
from itagen.answers import ItemAnswer
from itagen.edition import is_asked
from itagen.plan_day import newest_on_page
from itagen.plan_ways import Ways, has_page

ITEMS = "data/items.csv"
COLUMNS = (
    "year", "edition", "code", "slug", "title", "group", "state", "elements_met",
    "elements_required", "owner", "address", "updated",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DONE = frozenset({"met", "none"})


def items_table(ways: Ways) -> bytes:
    """The table as Excel reads Thai: UTF-8 with a mark at its start, lines that end in CR LF."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for answer in ways.answers:
        writer.writerow(map(guarded, _row(ways, answer)))
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that no program for tables takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


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
    yield " ".join((owner.unit, owner.position)).strip() if owner else ""
    yield _address(ways, answer)
    yield updated.iso if updated else ""


def _address(ways: Ways, answer: ItemAnswer) -> str:
    """Where the page of the item is: in full where the site knows its own address."""
    if not has_page(answer):
        return ""
    url, address = ways.site.agency.words("site_url"), ways.item(answer).href
    return full_address(url, address) if url else address
