"""What was rendered, looked at again: links, headings, ids, places, the way from home."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from itagen.diagnostics import Diagnostic
from itagen.places import Expected
from itagen.rules.dead_link import dead
from itagen.rules.duplicate_id import doubled
from itagen.rules.missing_place import displaced
from itagen.rules.unreachable_page import unreachable
from itagen.rules.wrong_heading import misheaded

HOME = "index.html"
MOST_CLICKS = 3


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page of the built site holds.

    Attributes:
        path: its file below the site.
        links: the values of href and src that stay within the site.
        ids: the places on it that a link can name; `doubled`: those that stand twice.
        headings: how many h1 it has.
        places: the values of data-place: topic, region, form, as the theme wrote them.
        moved: it only leads on to another page.
    """

    path: str
    links: tuple[str, ...]
    ids: frozenset[str]
    doubled: tuple[str, ...] = ()
    headings: int = 1
    places: frozenset[str] = frozenset()
    moved: bool = False


def read_facts(path: str, html: bytes) -> PageFacts:
    """Parse a page as a browser would."""
    tree = LexborHTMLParser(html.decode("utf-8"))
    links = [
        value
        for node in tree.css("[href], [src]")
        for name in ("href", "src")
        if (value := node.attributes.get(name)) is not None and _is_inside(value)
    ]
    ids = Counter(value for node in tree.css("[id]") if (value := node.attributes.get("id")))
    places = frozenset(
        value for node in tree.css("[data-place]") if (value := node.attributes.get("data-place"))
    )
    return PageFacts(
        path,
        tuple(links),
        frozenset(ids),
        tuple(name for name, count in ids.items() if count > 1),
        len(tree.css("h1")),
        places,
        bool(tree.css("meta[http-equiv=refresh]")),
    )


def _is_inside(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc


def audit(
    facts: Iterable[PageFacts], files: Set[str], expected: Iterable[Expected], base: str = "/"
) -> Iterator[Diagnostic]:
    """Everything that must hold of the pages as they were rendered.

    Args:
        facts: of every page.
        files: every file of the site.
        expected: where items of the current year must stand on the home page.
        base: the path under which the site is served, for links that begin with a slash.
    """
    pages = {page.path: page for page in facts}
    for page in pages.values():
        yield from _links(page, pages, files, base)
        if page.headings != 1:
            yield misheaded(page.path, page.headings)
        for name in page.doubled:
            yield doubled(page.path, name)
    yield from _reached(pages, base)
    if HOME in pages:
        yield from (displaced(e) for e in expected if e.mark not in pages[HOME].places)


def _links(
    page: PageFacts, pages: Mapping[str, PageFacts], files: Set[str], base: str
) -> Iterator[Diagnostic]:
    for link in dict.fromkeys(page.links):
        path, fragment = _target(page.path, link, base)
        target = pages.get(path)
        if path not in files or (target and fragment and fragment not in target.ids):
            yield dead(page.path, link)


def _reached(pages: Mapping[str, PageFacts], base: str) -> Iterator[Diagnostic]:
    """Every page but those for old and wrong addresses, within three clicks of home."""
    clicks = {HOME: 0}
    waiting = [HOME] if HOME in pages else []
    while waiting:
        path = waiting.pop(0)
        for link in pages[path].links:
            target = _target(path, link, base)[0]
            if target in pages and target not in clicks:
                clicks[target] = clicks[path] + 1
                waiting.append(target)
    for path, page in pages.items():
        if page.moved or path == "404.html":
            continue
        is_page = path.count("/") == 2 and path[:4].isdigit()
        if path not in clicks or (is_page and clicks[path] > MOST_CLICKS):
            yield unreachable(path, clicks.get(path))


def _target(page: str, link: str, base: str) -> tuple[str, str]:
    parts = urlsplit(link)
    path = unquote(parts.path)
    if path.startswith("/"):
        joined = posixpath.normpath(path.removeprefix(base).lstrip("/"))
    else:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if path.endswith("/") or joined == ".":
        joined = HOME if joined == "." else f"{joined}/{HOME}"
    return joined, unquote(parts.fragment)
