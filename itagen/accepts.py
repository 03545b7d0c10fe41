"""What staff accept: every `accept:` of a site, and whether it says why and who."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.entry import Accept
from itagen.site import Site
from itagen.text import is_hollow


def accepts(site: Site) -> Iterator[tuple[str, tuple[Accept, ...]]]:
    """Those of each file that can have some, by its path."""
    yield site.agency.path, site.agency.accepts
    for year in site.years:
        for entry in year.entries.values():
            yield entry.path, entry.accepts
    for post in site.posts:
        yield post.path, post.accepts
    for question in site.questions:
        yield question.path, question.accepts


def is_explained(accept: Accept) -> bool:
    """Whether it says why, and who says so: else it accepts nothing."""
    return not (is_hollow(accept.reason.text) or is_hollow(accept.by.text))
