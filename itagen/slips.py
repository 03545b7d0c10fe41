"""The usual slips in hand-written YAML, told apart by the words around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from itagen.tree import Node, Scalar

_SPECIAL_START = re.compile(r"(?:^|:\s+|-\s+)([*&!@`%|>\[{\"-])")
NO_SPACE = re.compile(r"\s*(?:- )?[A-Za-z_]+:[^\s/]")
BAD_DASH = re.compile(r"\s*(?:-[^\s-]|[–—•·*]\s)")


def rejoin(
    pairs: list[tuple[Node, Node]], report: Callable[[Scalar, str], None]
) -> Iterator[tuple[Node, Node]]:
    """Put together again what a comma cuts inside braces: `{budget: 1,200,000}` is three keys."""
    kept: list[tuple[Node, Node]] = []
    cut: dict[int, Scalar] = {}
    for key, value in pairs:
        last = kept[-1][1] if kept else None
        if _is_tail(key, value) and isinstance(last, Scalar) and isinstance(key, Scalar):
            number = re.match(r"\d{3}", key.text) and re.fullmatch(r"[\d,]+", last.text)
            joined = Scalar(f"{last.text}{',' if number else ', '}{key.text}", last.at)
            kept[-1] = (kept[-1][0], joined)
            cut[len(kept) - 1] = joined
        else:
            kept.append((key, value))
    for value in cut.values():
        report(value, value.text)
    yield from kept


def _is_tail(key: Node, value: Node) -> bool:
    """Whether a key is the rest of the value before it: a comma and no colon."""
    bare = isinstance(key, Scalar) and key.plain
    return bare and isinstance(value, Scalar) and value.plain and not value.text


def syntax_detail(problem: str, line: str, column: int) -> str:
    """Which of the usual slips a parser's complaint comes from."""
    if BAD_DASH.match(line):
        return "dash"
    if NO_SPACE.match(line):
        return "no-space"
    if "\t" in line[: max(column, len(line) - len(line.lstrip()))]:
        return "tab"
    if "mapping values are not allowed" in problem:
        return "colon"
    if "unexpected end of stream" in problem or "unexpected end of the document" in problem:
        return "open-quote"
    if "escape" in problem:
        return "backslash"
    if "could not find expected ':'" in problem:
        return "no-colon"
    special = _SPECIAL_START.search(line)
    closed = special and special.group(1) in "[{" and not re.search(r"[\]}]\s*\S", line)
    if special and not closed:
        return "special-start"
    if "expected ',' or" in problem:
        return "open-bracket"
    return "indent"
