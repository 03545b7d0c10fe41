"""What was rendered, looked at again: links, headings, ids, places, the way from home."""

from __future__ import annotations

import posixpath
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from itagen.again import once
from itagen.diagnostics import Diagnostic
from itagen.places import Expected
from itagen.rules.dead_link import dead
from itagen.rules.duplicate_id import doubled
from itagen.rules.missing_place import displaced
from itagen.rules.unreachable_page import unreachable
from itagen.rules.wrong_heading import misheaded

HOME = "index.html"
MOST_CLICKS = 3
_TOLD = (
    "[href], [src], [srcset], [id], [data-place], [action], h1, meta[http-equiv], meta[name=robots]"
)


class PageFacts(NamedTuple):
    """What one page of the built site holds.

    Attributes:
        path: its file below the site.
        links: the values of href, src, srcset and action that stay within the site.
        ids: the places on it that a link can name; `doubled`: those that stand twice.
        headings: how many h1 it has.
        places: the values of data-place: topic, region, form, as the theme wrote them.
        moved: it only leads on to another page.
        unlisted: it asks not to be found, so that nothing need lead to it.
    """

    path: str
    links: tuple[str, ...]
    ids: frozenset[str]
    doubled: tuple[str, ...] = ()
    headings: int = 1
    places: frozenset[str] = frozenset()
    moved: bool = False
    unlisted: bool = False


def read_facts(path: str, page: LexborHTMLParser) -> PageFacts:
    """What one page holds, parsed as a browser would."""
    links: dict[str, None] = {}
    ids: Counter[str] = Counter()
    places = set()
    headings, moved, unlisted = 0, False, False
    for node in page.css(_TOLD):
        told = node.attributes
        headings += node.tag == "h1"
        moved = moved or told.get("http-equiv") == "refresh"
        if told.get("name") == "robots":
            unlisted = "noindex" in (told.get("content") or "")
        for name in ("href", "src", "action"):
            if (value := told.get(name)) is not None and _is_inside(value):
                links[value] = None
        for copy in (told.get("srcset") or "").split(","):
            if (address := copy.strip().partition(" ")[0]) and _is_inside(address):
                links[address] = None
        if identity := told.get("id"):
            ids[identity] += 1
        if place := told.get("data-place"):
            places.add(place)
    doubled = tuple(name for name, count in ids.items() if count > 1)
    return PageFacts(
        path, tuple(links), frozenset(ids), doubled, headings, frozenset(places), moved, unlisted
    )


def _is_inside(address: str) -> bool:
    if ":" not in address and not address.startswith("//"):
        return True
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
    ways: dict[str, list[str]] = {}
    for page in pages.values():
        targets = _targets(page, base)
        ways[page.path] = [path for _, path, _ in targets if path in pages]
        for link, path, fragment in targets:
            if path not in files or (fragment and _lacks(pages.get(path), fragment)):
                yield dead(page.path, link)
        if page.headings != 1:
            yield misheaded(page.path, page.headings)
        for name in page.doubled:
            yield doubled(page.path, name)
    yield from _unreached(pages, ways)
    if HOME in pages:
        yield from (displaced(e) for e in expected if e.mark not in pages[HOME].places)


def _lacks(page: PageFacts | None, fragment: str) -> bool:
    return page is not None and fragment not in page.ids


def _unreached(
    pages: Mapping[str, PageFacts], ways: Mapping[str, list[str]]
) -> Iterator[Diagnostic]:
    """Pages of items that are more than three clicks from home, others that nothing leads to."""
    clicks = {HOME: 0}
    waiting = deque([HOME] if HOME in pages else [])
    while waiting:
        path = waiting.popleft()
        for target in ways[path]:
            if target not in clicks:
                clicks[target] = clicks[path] + 1
                waiting.append(target)
    for path, page in pages.items():
        if page.moved or page.unlisted or path == "404.html":
            continue
        own = path.removeprefix("en/")
        is_page = own.count("/") == 2 and own[:4].isdigit()
        if path not in clicks or (is_page and clicks[path] > MOST_CLICKS):
            yield unreachable(path, clicks.get(path))


@once
def _targets(page: PageFacts, base: str) -> tuple[tuple[str, str, str], ...]:
    """Every link of a page with the file that it leads to, and the place on it."""
    return tuple((link, *_target(page.path, link, base)) for link in page.links)


def _target(page: str, link: str, base: str) -> tuple[str, str]:
    """The file that a link on a page leads to, and the place on it."""
    if link[:1] in {"", "#", "?"}:
        return page, unquote(link.partition("#")[2])
    folder = posixpath.dirname(page)
    if folder and link.startswith("../") and link[3:4] not in {"/", "%"}:
        return _seen_from(posixpath.dirname(folder), link[3:], base)
    return _target_from(folder, link, base)


def _target_from(folder: str, link: str, base: str) -> tuple[str, str]:
    """The same, seen from a folder."""
    address, _, fragment = link.partition("#")
    path = unquote(address.partition("?")[0])
    if path.startswith("/"):
        joined = posixpath.normpath(path.removeprefix(base).lstrip("/"))
    else:
        joined = posixpath.normpath(posixpath.join(folder, path))
    if path.endswith("/") or joined == "." or not path:
        joined = HOME if joined == "." else f"{joined}/{HOME}"
    return joined, unquote(fragment)


_seen_from = lru_cache(maxsize=8192)(_target_from)  # pages beside each other share most links
