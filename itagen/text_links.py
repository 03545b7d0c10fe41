"""The files and addresses that a Markdown text names in its links and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

INSIDE = "site:"
_NAMED = r"((?<=<)[^>\n]+|[^)\s<>]+)"
_LINKS = rf"`[^`\n]*`|\]\(\s*<?{_NAMED}"
_TARGET = re.compile(_LINKS)  # begins with one of two signs: found four times as fast
_TARGET_OR_REFERENCE = re.compile(rf"{_LINKS}|^ {{0,3}}\[[^\]\n]+\]:\s*<?{_NAMED}", re.MULTILINE)
_OUTSIDE = re.compile(
    r"`[^`\n]*`|\]\(\s*<?(https?://(?:[^()\s<>]|\([^()\s<>]*\))+)|<(https?://[^>\s]+)>"
    r"|^ {0,3}\[[^\]\n]+\]:\s*<?(https?://[^\s<>]+)",
    re.MULTILINE | re.IGNORECASE,
)
_UNNAMED = re.compile(rf"`[^`\n]*`|!\[\s*\]\(\s*<?{_NAMED}")
_NAME = re.compile(r"[^:#?]+\.[A-Za-z0-9]{1,5}")


def file_names(text: str) -> Iterator[tuple[str, int, int]]:
    """Names of files, each with its line in the text and its column, counted from 0."""
    for found in _pattern(text).finditer(text):
        if found.lastindex is None:  # code: its words are shown as they are
            continue
        name = found[found.lastindex].partition("#")[0]
        if _NAME.fullmatch(name) and not name.startswith("/"):
            before = text[: found.start(found.lastindex)]
            yield name, before.count("\n"), len(before) - before.rfind("\n") - 1


def outside_addresses(text: str) -> Iterator[tuple[str, int, int]]:
    """Addresses of the web, each with its line in the text and its column, counted from 0."""
    for found in _OUTSIDE.finditer(text):
        if found.lastindex is not None:
            before = text[: found.start(found.lastindex)]
            column = len(before) - before.rfind("\n") - 1
            yield found[found.lastindex], before.count("\n"), column


def unnamed_pictures(text: str) -> frozenset[tuple[int, int]]:
    """Where `file_names` finds the pictures that have no words for those who cannot see them."""
    found = set()
    for picture in _UNNAMED.finditer(text) if "![" in text else ():
        if picture.lastindex is not None:
            before = text[: picture.start(picture.lastindex)]
            found.add((before.count("\n"), len(before) - before.rfind("\n") - 1))
    return frozenset(found)


def with_addresses(text: str, address: Callable[[str], str]) -> str:
    """The text with each name of a file that has an address marked as a link within the site.

    Args:
        text: Markdown.
        address: where a name leads to; empty where there is no such file.
    """

    def marked(found: re.Match[str]) -> str:
        if found.lastindex is None:
            return found[0]
        target = found[found.lastindex]
        name, mark, fragment = target.partition("#")
        known = address(name) if _NAME.fullmatch(name) else ""
        opening = found[0].removesuffix(target)
        return f"{opening}{INSIDE}{known}{mark}{fragment}" if known else found[0]

    return _pattern(text).sub(marked, text)


def _pattern(text: str) -> re.Pattern[str]:
    return _TARGET_OR_REFERENCE if "]:" in text else _TARGET
