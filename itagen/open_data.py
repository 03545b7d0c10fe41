"""`data/site.json`: all that the site discloses, for programs. docs/open-data.md describes it.

What stands here stands on a page too, but the kinds of posts, and the agency's kind, short name
and province.
"""

from __future__ import annotations

from typing import Any

from itagen.address import full_address
from itagen.agency import Agency
from itagen.answers import ItemAnswer
from itagen.coverage import window
from itagen.entry import Post
from itagen.open_evidence import document_data, element_data, period_data
from itagen.plan_day import newest_on_page
from itagen.plan_document import file_address, outside_link
from itagen.plan_post import newest_first, post_address, post_link
from itagen.plan_ways import Ways, has_page
from itagen.schema import shape_file
from itagen.site import Site, Year
from itagen.store import Store
from itagen.written_json import json_bytes

SITE = "data/site.json"
SCHEMA = "data/site.schema.json"
VERSION = 1

Data = dict[str, Any]


def site_file(ways: Ways, store: Store) -> bytes:
    """Everything as one JSON file, in the order of the lists; the store keeps rows of tables."""
    return json_bytes(site_data(ways, store)) + b"\n"


def schema_file() -> bytes:
    """Its shape, as JSON Schema has it."""
    return shape_file("open_data")


def site_data(ways: Ways, store: Store) -> Data:
    """Everything as plain values."""
    site = ways.site
    years = [year for year in site.years if year.edition]
    return {
        "$schema": SCHEMA.rpartition("/")[2],
        "version": VERSION,
        "editions": list(dict.fromkeys(year.edition.id for year in years if year.edition)),
        "agency": _agency(site),
        "current": site.current.folder if site.current else None,
        "years": [_year(ways, year, store) for year in years],
        "streams": [_stream(ways, name) for name in ways.stream_names],
    }


def _agency(site: Site) -> Data:
    agency = site.agency
    names = ("name", "name_en", "short", "kind", "province", "address", "fax", "email")
    emblem = file_address(site, "agency", agency.emblem.image) if agency.emblem else ""
    return {
        **{name: agency.words(name) or None for name in names},
        "hours": agency.hours or None,
        "phones": [fact.text.text for fact in agency.facts.get("phones", ()) if fact.text],
        "social": _social(agency),
        "emblem": emblem or None,
        "site_url": agency.words("site_url") or None,
        "main_site": agency.words("main_site") or None,
    }


def _social(agency: Agency) -> list[Data]:
    found = (
        outside_link(fact.link.text, fact.title.text if fact.title else "")
        for fact in agency.facts.get("social", ())
        if fact.link
    )
    return [{"title": link.title, "link": link.href} for link in found if link.href]


def _year(ways: Ways, year: Year, store: Store) -> Data:
    edition = year.edition
    return {
        "year": edition.be if edition else None,
        "edition": edition.id if edition else None,
        "state": year.state,
        **_at(ways.site, ways.year(year).href),
        "items": [_item(ways, answer, store) for answer in ways.of(year)],
    }


def _item(ways: Ways, answer: ItemAnswer, store: Store) -> Data:
    item, entry, edition = answer.item, answer.entry, answer.edition
    group = edition.groups.get(item.group)
    owner = answer.year.owner_of(item.code)
    updated = newest_on_page(ways.site, answer)
    parts = ways.parts(answer)
    documents, folder = (entry.documents, entry.folder) if entry else ((), "")
    return {
        "code": item.code,
        "slug": item.slug,
        "title": item.title,
        "title_en": item.title_en,
        "group": group.title if group else None,
        "indicator": group.indicator if group else None,
        "sub_indicator": group.sub_indicator if group else None,
        "state": answer.state,
        "owner": {"unit": owner.unit, "position": owner.position} if owner else None,
        "period": period_data(window(item.coverage, edition)) if item.coverage else None,
        "updated": updated.iso if updated else None,
        **(_at(ways.site, ways.item(answer).href) if has_page(answer) else {"path": None}),
        "none": entry.none.text if entry and entry.none else None,
        "pending": entry.pending.text if entry and entry.pending else None,
        "documents": [document_data(d, folder, ways.site, parts) for d in documents],
        "elements": [element_data(parts, element, store) for element in answer.elements],
        "posts": [post_address(post) for post in answer.posts],
    }


def _stream(ways: Ways, name: str) -> Data:
    link = ways.stream(name)
    return {
        "name": name,
        "title": link.title,
        **_at(ways.site, link.href),
        "posts": [_post(ways.site, post) for post in newest_first(ways.site.stream(name))],
    }


def _post(site: Site, post: Post) -> Data:
    link, folder = post_link(post), f"{post.stream}/{post.stem}"
    return {
        "title": link.title,
        "kind": post.kind.text if post.kind else None,
        "date": link.day.iso if link.day else None,
        **_at(site, link.href),
        "documents": [document_data(document, folder, site) for document in post.documents],
    }


def _at(site: Site, path: str) -> Data:
    """Where a page is: below the site, and in full where the site knows its own address."""
    url = site.agency.words("site_url")
    return {"path": path, "address": full_address(url, path)} if url else {"path": path}
