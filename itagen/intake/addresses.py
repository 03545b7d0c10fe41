"""Addresses of the web out of a cell, those that a scan broke into pieces joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from itagen.text import arabic

_ADDRESS = re.compile(r"https?://|(?<![/\w.])www\.", re.IGNORECASE)
_PIECE = re.compile(r"[!-~๐-๙]+")
_NUMBERED = re.compile(r"(?:^|\s)[0-9๐-๙]{1,2}\s*\.\s*$")
_GOES_ON = re.compile(r"[/\-_.=&?]$")
_REST = re.compile(r"[a-z0-9][!-~]*")
_LEFT_NUMBERS = re.compile(r"(?:(?<=\s)|^)[0-9๐-๙]{1,2}\s*\.(?=\s*(?:[0-9๐-๙]{1,2}\s*\.|$))")
_PLAIN_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*/?")
_END = ".,;:)]>\"'"


@dataclass(frozen=True, slots=True)
class Addresses:
    """What a cell holds: its addresses, the words around them, whether pieces were joined."""

    found: tuple[str, ...] = ()
    words: str = ""
    joined: bool = False


def addresses_in(text: str, *, noisy: bool) -> Addresses:
    """Every address of a cell in its order, with Thai digits as 0-9.

    Args:
        text: the cell.
        noisy: whether the text was scanned, so that a space may stand within an address.
    """
    found: list[str] = []
    words: list[str] = []
    starts = [match.start() for match in _ADDRESS.finditer(text)]
    joined = False
    end = 0
    for start, following in pairwise([*starts, len(text)]):
        if start < end:
            continue
        words.append(_NUMBERED.sub("", text[end:start]))
        address, end, broken = _address(text, start, following, noisy=noisy)
        joined |= broken
        if address not in found:
            found.append(address)
    words.append(text[end:])
    left = _LEFT_NUMBERS.sub("", " ".join(word.strip() for word in words))
    return Addresses(tuple(found), " ".join(left.split()), joined)


def _address(text: str, start: int, following: int, *, noisy: bool) -> tuple[str, int, bool]:
    """The address that begins at a place, where it ends, and whether pieces were joined."""
    first = _PIECE.match(text, start)
    end = min(first.end() if first else start, following)
    address, joined = arabic(text[start:end]), False
    while noisy:
        gap = re.compile(r"\s+").match(text, end)
        piece = _PIECE.match(text, gap.end()) if gap else None
        if piece is None or piece.start() >= following:
            break
        rest = arabic(piece.group())
        if _is_number(text, piece) or not (_GOES_ON.search(address) or _REST.fullmatch(rest)):
            break
        address, end, joined = address + rest, piece.end(), True
    return address.rstrip(_END), end, joined


def _is_number(text: str, piece: re.Match[str]) -> bool:
    """Whether a piece is the number before the next line of a list: `2.`, `๒ .`."""
    return bool(re.match(r"[0-9๐-๙]{1,2}\s*\.(?:\s|$)", text[piece.start() :]))


def host_of(address: str) -> str:
    """The host of an address, in lower case, without www."""
    full = address if "://" in address else f"http://{address}"
    try:
        return (urlsplit(full).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def path_of(address: str) -> str | None:
    """The path of an address where a redirect can stand; None of a start page or a query."""
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
    except ValueError:
        return None
    path = parts.path.lstrip("/")
    plain = _PLAIN_PATH.fullmatch(path) and ".." not in path
    return path if plain and not parts.query and not parts.fragment else None
