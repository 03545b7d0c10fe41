"""The items that a person means: by their codes, or by the desk that brings them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from itagen.desks import BadDeskError, parse_items
from itagen.diagnostics import Diagnostic, Words
from itagen.site import Owner, Year
from itagen.text import key

_OF_YEAR = re.compile(r"content/(\d{4}[^/]*)(?:/.+)?")


class UnknownChoiceError(Exception):
    """No desk of the year has this name; `known` are those that there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


def chosen_codes(year: Year, items: Iterable[str], owners: Iterable[str]) -> frozenset[str] | None:
    """The codes that are meant, of a year whose edition is known; None where nothing is chosen.

    Raises:
        BadDeskError: a code is not on the list.
        UnknownChoiceError: a desk is not in year.yaml.
    """
    named, desks = tuple(items), tuple(owners)
    if not named and not desks:
        return None
    found = {code for typed in named for code in _codes(year, typed)}
    for desk in desks:
        found |= {said.text for owner in _owners(year, desk) for said in owner.items}
    return frozenset(found)


def of_items(
    found: Iterable[Diagnostic], year: Year, codes: frozenset[str] | None
) -> tuple[list[Diagnostic], int]:
    """The findings on a year and on none, of items those alone; how many others are left out.

    What is said of no year is of the one in whose folder the file lies.
    """
    listed = list(found)
    kept = [
        f for f in listed
        if (f.subject.folder or _folder_of(f.at.path) or year.folder) == year.folder
        and (codes is None or not f.subject.item or f.subject.item in codes)
    ]  # fmt: skip
    return kept, len(listed) - len(kept)


def _folder_of(path: str) -> str:
    """The folder of a year in which a file lies; empty where it lies in none."""
    named = _OF_YEAR.fullmatch(path)
    return named[1] if named else ""


def _codes(year: Year, typed: str) -> tuple[str, ...]:
    """One code in any spelling, such as `O 13`, or several: `O1, O3-O6`."""
    edition = year.edition
    assert edition is not None
    item = edition.understand(typed)
    codes = (item.code,) if item else parse_items(typed, edition)
    if not codes:
        raise BadDeskError(Words(f"“{typed}” ไม่ได้บอกว่าข้อใด", f"“{typed}” names no item"))
    return codes


def _owners(year: Year, typed: str) -> tuple[Owner, ...]:
    """The desks that a word means: its id, unit, position or all of its name; else a part of it."""
    wanted = key(typed)
    for named in (
        [
            o
            for o in year.owners
            if wanted in {key(o.id), key(o.unit), key(o.position), key(o.name)}
        ],
        [o for o in year.owners if wanted and wanted in key(o.name)],
    ):
        if named:
            return tuple(named)
    raise UnknownChoiceError(typed, [f"{owner.id} ({owner.name})" for owner in year.owners])
