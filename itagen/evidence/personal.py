"""Numbers that belong to one person, found in any text: citizen IDs, bank accounts, mobiles.

Only what the text itself shows is judged here; whether a number may stand where it stands is for
the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from itagen.text import HYPHENS, SPACES, arabic

if TYPE_CHECKING:
    from itagen.evidence.personal_signs import Kind


_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_DIGIT = "0-9\u0e50-\u0e59\uff10-\uff19"
_MAYBE = re.compile(f"[{_DIGIT}](?:[{_UNSEEN}{HYPHENS}{SPACES}.()]{{0,8}}[{_DIGIT}]){{9}}")
_INVISIBLE = re.compile(f"[{_UNSEEN}]+")

_SHOWN: dict[Kind, tuple[int, int]] = {
    "citizen": (3, 1),
    "thirteen": (3, 1),
    "account": (2, 1),
    "mobile": (2, 2),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A number of a person in a text.

    Attributes:
        kind: `citizen`: 13 digits whose checksum fits; `thirteen`: the same where a machine names
            things by numbers as long (in an address, a picture named by its time); `account` after
            words of banking; `mobile`.
        start: where it begins in the text; `end`: where it ends.
        masked: how a message may show it.
        digits: all of it, 0-9 alone, to be compared and never shown.
    """

    kind: Kind
    start: int
    end: int
    masked: str
    digits: str


def may_hold_personal(text: str) -> bool:
    """Whether a text, or any of its lines, has digits enough for such a number: quickly told."""
    return bool(_MAYBE.search(text))


def personal_in(text: str) -> Iterator[Found]:
    """Every number of a person in a text, in their order."""
    if not may_hold_personal(text):
        return
    from itagen.evidence.personal_signs import digits_of, spans

    flat, place = _flat(text)
    found: list[Found] = []
    for kind, start, end in spans(flat):
        digits = digits_of(flat[start:end])
        masked = _masked(kind, digits)
        found.append(Found(kind, place(start), place(end - 1) + 1, masked, digits))
    yield from sorted(found, key=lambda each: each.start)


def hidden(text: str) -> str:
    """The text, as long as before, with the digits of every such number crossed out."""
    signs = list(text)
    for found in personal_in(text):
        spots = [n for n in range(found.start, found.end) if arabic(text[n]) in "0123456789"]
        first, last = _SHOWN[found.kind]
        for spot in spots[first:-last]:
            signs[spot] = "x"
    return "".join(signs)


def _flat(text: str) -> tuple[str, Callable[[int], int]]:
    """The text with Arabic digits and without what cannot be seen, and where each sign was."""
    if not _INVISIBLE.search(text):
        return arabic(text), lambda spot: spot
    kept = [n for n, sign in enumerate(text) if not _INVISIBLE.match(sign)]
    return arabic("".join(text[n] for n in kept)), lambda spot: kept[spot]


def _masked(kind: Kind, digits: str) -> str:
    if kind in {"citizen", "thirteen"}:
        return f"{digits[0]}-{digits[1:3]}xx-xxxxx-xx-{digits[-1]}"
    if kind == "mobile":
        return f"{digits[:2]}x-xxx-xx{digits[-2:]}"
    return f"{digits[:2]}{'x' * (len(digits) - 3)}{digits[-1]}"
