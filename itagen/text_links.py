"""The files that a Markdown text names in its links and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

INSIDE = "site:"
_TARGET = re.compile(
    r"`[^`\n]*`|(\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?)((?<=<)[^>\n]+|[^)\s<>]+)", re.MULTILINE
)
_NAME = re.compile(r"[^:#?]+\.[A-Za-z0-9]{1,5}")


def file_names(text: str) -> Iterator[tuple[str, int, int]]:
    """Names of files, each with its line in the text and its column, counted from 0."""
    if "](" not in text and "]:" not in text:
        return
    for found in _TARGET.finditer(text):
        if found.group(2) is None:  # code: its words are shown as they are
            continue
        name = found.group(2).partition("#")[0]
        if _NAME.fullmatch(name) and not name.startswith("/"):
            before = text[: found.start(2)]
            yield name, before.count("\n"), len(before) - before.rfind("\n") - 1


def with_addresses(text: str, address: Callable[[str], str]) -> str:
    """The text with each name of a file that has an address marked as a link within the site.

    Args:
        text: Markdown.
        address: where a name leads to; empty where there is no such file.
    """

    def marked(found: re.Match[str]) -> str:
        if found.group(2) is None:
            return found.group(0)
        name, mark, fragment = found.group(2).partition("#")
        known = address(name) if _NAME.fullmatch(name) else ""
        return f"{found.group(1)}{INSIDE}{known}{mark}{fragment}" if known else found.group(0)

    return _TARGET.sub(marked, text) if "](" in text or "]:" in text else text
