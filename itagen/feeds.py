"""Feeds: what is new, newest first, in Atom and in JSON Feed. No clock: days are of the content."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A page that is new or has changed; all addresses of feeds are full.

    Attributes:
        moment: when, as RFC 3339 has it.
        published: whether it appeared then, not only changed.
    """

    address: str
    title: str
    summary: str
    moment: str
    published: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """Entries, newest first, and there is one at least.

    Attributes:
        page: the address of the page that shows the same to people.
        agency: who publishes, and the address of its home page.
    """

    title: str
    page: str
    atom: str
    json: str
    agency: tuple[str, str]
    entries: tuple[FeedEntry, ...]


def atom_file(feed: Feed) -> bytes:
    """The feed as RFC 4287 has it."""
    name, home = map(escape, feed.agency)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="th">',
        f"<title>{escape(feed.title)}</title>",
        f"<id>{escape(feed.atom)}</id>",
        f'<link rel="self" type="application/atom+xml" href="{escape(feed.atom)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(feed.page)}"/>',
        f"<updated>{feed.entries[0].moment}</updated>",
        f"<author><name>{name}</name><uri>{home}</uri></author>",
        *map(_atom_entry, feed.entries),
        "</feed>",
        "",
    ]
    return "\n".join(lines).encode("utf-8")


def _atom_entry(entry: FeedEntry) -> str:
    address = escape(entry.address)
    lines = [
        "<entry>",
        f"<title>{escape(entry.title)}</title>",
        f"<id>{address}</id>",
        f'<link rel="alternate" type="text/html" href="{address}"/>',
        f"<updated>{entry.moment}</updated>",
        *([f"<published>{entry.moment}</published>"] if entry.published else []),
        f"<summary>{escape(entry.summary)}</summary>",
        "</entry>",
    ]
    return "\n".join(lines)


def json_file(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1 has it."""
    name, home = feed.agency
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.json,
        "language": "th",
        "authors": [{"name": name, "url": home}],
        "items": [_json_entry(entry) for entry in feed.entries],
    }
    return (json.dumps(data, ensure_ascii=False) + "\n").encode("utf-8")


def _json_entry(entry: FeedEntry) -> dict[str, str]:
    return {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published" if entry.published else "date_modified": entry.moment,
    }
