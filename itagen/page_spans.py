"""Pages of a document as staff write them: `3, 5-8`, in any digits."""

from __future__ import annotations

import re

_SPAN = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_FORM = re.compile(r"\d+(\s*[-–,]\s*\d+)*")
_LONGEST = 30  # Python reads no number of thousands of digits


def page_numbers(pages: str, most: int) -> tuple[int, ...]:
    """The pages that `3, 5-8` names, in order; of a span at most one beyond the last there is."""
    found: dict[int, None] = {}
    for first, last in _SPAN.findall(pages):
        end = min(int(last), most + 1) if last else int(first)
        found |= dict.fromkeys(range(int(first), end + 1))
    return tuple(found)


def first_page(pages: str) -> str:
    """The number that it begins with, as addresses have it; empty where it begins with none."""
    first = _SPAN.match(pages)
    return str(int(first[1])) if first else ""


def can_be(pages: str) -> bool:
    """Whether a document may have these pages: from 1 on, spans from low to high.

    What has not even the form of page numbers is judged by its pattern in the shape.
    """
    return not _FORM.fullmatch(pages) or all(map(_can_be, pages.split(",")))


def turned(pages: str) -> str:
    """The same with every span that runs backwards turned around."""
    return _SPAN.sub(_turned, pages) if _FORM.fullmatch(pages) else pages


def _can_be(span: str) -> bool:
    ends = _SPAN.fullmatch(span.strip())
    if ends is None or len(span) > _LONGEST:
        return False
    first, last = int(ends[1]), int(ends[2] or ends[1])
    return 1 <= first <= last


def _turned(span: re.Match[str]) -> str:
    first, last = span.groups()
    if last is None or len(span[0]) > _LONGEST or int(first) <= int(last):
        return span[0]
    return f"{last}{span[0][len(first) : -len(last)]}{first}"
