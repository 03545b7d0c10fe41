"""The files of a site that are for programs: search engines, readers of feeds, users of data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itagen.feeds import atom_file, json_file
from itagen.items_table import ITEMS, items_table
from itagen.listing import Listed
from itagen.open_data import SCHEMA, SITE, schema_file, site_file
from itagen.plan_feeds import feeds
from itagen.plan_ways import Ways
from itagen.sitemap_file import robots_file, sitemap_files
from itagen.store import Store


def machine_files(ways: Ways, pages: Sequence[Listed], store: Store) -> Iterator[tuple[str, bytes]]:
    """Each with its name; a sitemap and feeds only where the site knows its own address."""
    url = ways.site.agency.words("site_url")
    yield "robots.txt", robots_file(url)
    yield SITE, site_file(ways, store)
    yield SCHEMA, schema_file()
    yield ITEMS, items_table(ways)
    if url:
        yield from sitemap_files(url, pages)
    for view, feed in feeds(ways, pages):
        yield view.atom, atom_file(feed)
        yield view.json, json_file(feed)
