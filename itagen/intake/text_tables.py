"""Tables in plain text: rows between pipes, or cells parted by tabs; tags of HTML are dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from itagen.diagnostics import Words
from itagen.intake.paper import Line, Row, Table

_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
_PIPE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"</?(?:br|p|li|ul|ol|div)\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
_LINK = re.compile(r"\[([^\]]*)\]\((https?://[^)\s]+)\)")
_FEWEST_TABS = 2


def text_parts(lines: Sequence[str]) -> Iterator[Table | Line]:
    """The tables of a text and the lines between them, in order."""
    rows: list[Row] = []
    for number, width, text in _joined(lines):
        if _RULE.fullmatch(text.strip()):
            continue
        where = Words(f"บรรทัด {number}", f"line {number}")
        if cells := _cells(text, width):
            rows.append(Row(where, cells))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        if text.strip():
            yield Line(where, _plain(text))
    if rows:
        yield Table(tuple(rows))


def _joined(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Lines, those of one row between tabs as one: a row goes on until it has all its tabs."""
    width, start, held = 0, 0, ""
    for number, line in enumerate(lines, 1):
        tabs = line.count("\t")
        if held:
            held = f"{held}\n{line}"
            if held.count("\t") >= width and not _goes_on(lines, number):
                yield start, width, held
                held = ""
        elif 0 < tabs < width:
            start, held = number, line
        else:
            width = tabs if tabs >= _FEWEST_TABS else width if line.strip() or not width else 0
            yield number, width if tabs else 0, line
    if held:
        yield start, width, held


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether the line after this one still belongs to its last cell."""
    following = next((line for line in lines[number:] if line.strip()), "")
    return following.lstrip().startswith("<p>") and "\t" not in following


def _cells(text: str, width: int) -> tuple[str, ...]:
    stripped = text.strip()
    if stripped.startswith("|"):
        inner = stripped.removeprefix("|").removesuffix("|")
        return tuple(_plain(cell.replace(r"\|", "|")) for cell in _PIPE.split(inner))
    return tuple(_plain(cell) for cell in text.split("\t")) if width else ()


def _plain(text: str) -> str:
    """A cell without tags; what a tag broke into lines keeps its lines."""
    text = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1 \2", text))
    text = _TAG.sub("", _BREAK.sub("\n", text))
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
