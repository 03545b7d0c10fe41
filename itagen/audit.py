"""What was rendered, looked at again: links that lead nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from itagen.diagnostics import Diagnostic
from itagen.rules.dead_link import dead


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page of the built site holds.

    Attributes:
        path: its file below the site.
        links: the values of href and src that stay within the site.
        ids: the places on it that a link can name.
    """

    path: str
    links: tuple[str, ...]
    ids: frozenset[str]


def read_facts(path: str, html: bytes) -> PageFacts:
    """Parse a page as a browser would."""
    tree = LexborHTMLParser(html.decode("utf-8"))
    links = [
        value
        for node in tree.css("[href], [src]")
        for name in ("href", "src")
        if (value := node.attributes.get(name)) and _is_inside(value)
    ]
    ids = frozenset(value for node in tree.css("[id]") if (value := node.attributes.get("id")))
    return PageFacts(path, tuple(links), ids)


def _is_inside(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def audit(facts: Iterable[PageFacts], files: Set[str]) -> Iterator[Diagnostic]:
    """Every link within the site must lead to a file, and to a place that the page has."""
    pages = {page.path: page for page in facts}
    for page in pages.values():
        for link in dict.fromkeys(page.links):
            path, fragment = _target(page.path, link)
            target = pages.get(path)
            if path not in files or (target and fragment and fragment not in target.ids):
                yield dead(page.path, link)


def _target(page: str, link: str) -> tuple[str, str]:
    parts = urlsplit(link)
    path = unquote(parts.path)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if path.endswith("/") or joined == ".":
        joined = "index.html" if joined == "." else f"{joined}/index.html"
    return joined, unquote(parts.fragment)
