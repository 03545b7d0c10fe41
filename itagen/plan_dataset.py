"""The data on the page of an item, as its head tells of it: what it covers, its files."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ItemAnswer
from itagen.claims import claims
from itagen.head_view import HeadView
from itagen.part_views import Link
from itagen.plan_document import data_type
from itagen.structured import Dataset, Download
from itagen.views import ElementView, ItemPage, Page


def dataset_head(answer: ItemAnswer, page: Page, view: ItemPage) -> HeadView:
    """The head of the page of an item; it tells of data where there are rows or files of data."""
    found = {link.href: link for link in _links(view) if data_type(link.href)}
    downloads = tuple(Download(link.title, href, data_type(href)) for href, link in found.items())
    if not downloads and not any(element.rows and not element.cards for element in view.elements):
        return page.head
    data = Dataset(
        page.title,
        page.summary,
        _span(answer),
        page.updated.iso if page.updated else "",
        downloads,
    )
    return HeadView(subject=data)


def _links(view: ItemPage) -> Iterator[Link]:
    """Where the parts of the page lead."""
    for element in view.elements:
        yield from _links_of(element)
    yield from (part.link for part in view.documents if part.link)


def _links_of(element: ElementView) -> Iterator[Link]:
    yield from (part.link for part in element.parts if part.link)
    for row in element.rows.rows if element.rows else ():
        yield from (part.link for cell in row for part in cell if part.link)


def _span(answer: ItemAnswer) -> str:
    """From the first day to the last that the evidence says it covers, as ISO 8601 has it."""
    said = [claim.period for element in answer.elements for claim in claims(answer, element)]
    if not said:
        return ""
    first = min(period.first for period in said)
    ends = [period.last for period in said if period.last]
    return f"{first.isoformat()}/{max(ends).isoformat() if len(ends) == len(said) else '..'}"
