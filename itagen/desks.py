"""Who brings which items, as people type it: `กองคลัง/นักวิชาการพัสดุ=1-4@10 เมษายน 2566`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from itagen.diagnostics import Words
from itagen.edition import Edition, Item
from itagen.period_text import Refusal, parse_date
from itagen.text import clean, key, nearest

_REST = frozenset(map(key, ["ที่เหลือ", "rest", "ทั้งหมด", "all"]))
_SPAN = re.compile(r"(.+?)\s*(?:-|–|ถึง)\s*(.+)")
_BETWEEN = re.compile(r"[,;\s]*[,;][,;\s]*|\s+(?=\S*\d)")
_AROUND_DASH = re.compile(r"\s*(-|–|ถึง)\s*")


@dataclass(frozen=True, slots=True)
class Desk:
    """A unit, perhaps a position in it, the codes of its items, and its own day in words."""

    unit: str
    position: str
    items: tuple[str, ...]
    due: str = ""


class BadDeskError(Exception):
    """What was typed is no desk; `words` tell why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def parse_desk(text: str, edition: Edition, taken: Collection[str] = ()) -> Desk:
    """A whole desk: unit, `/` position, `=` items, `@` day; all but the unit may be left out.

    Args:
        text: what was typed.
        edition: whose items are meant.
        taken: the codes that other desks have.

    Raises:
        BadDeskError: there is no unit, no such item, an item is taken, or the day is none.
    """
    head, _, tail = clean(text).partition("=")
    unit, _, position = head.partition("/")
    items, _, due = tail.partition("@")
    if not unit.strip():
        raise BadDeskError(Words("ขาดชื่อส่วนงาน", "the unit has no name"))
    codes = parse_items(items, edition, taken)
    return Desk(unit.strip(), position.strip(), codes, parse_due(due))


def parse_items(text: str, edition: Edition, taken: Collection[str] = ()) -> tuple[str, ...]:
    """Codes in the order of the list: `O1, O3-O6`, in any spelling; `ที่เหลือ` is all not taken.

    Raises:
        BadDeskError: an item is not on the list, or another desk has it.
    """
    typed = _AROUND_DASH.sub(r"\1", text.replace("ข้อ", "").strip())
    if key(typed) in _REST:
        return tuple(item.code for item in edition.items if item.code not in taken)
    found = {
        item.code for part in filter(None, _BETWEEN.split(typed)) for item in _span(part, edition)
    }
    if twice := sorted(found & set(taken), key=list(edition.by_code).index):
        listed = ", ".join(twice)
        raise BadDeskError(Words(f"{listed} มีผู้รับผิดชอบแล้ว", f"{listed}: taken by another desk"))
    return tuple(code for code in edition.by_code if code in found)


def parse_due(text: str) -> str:
    """A day in words as it was typed, or nothing.

    Raises:
        BadDeskError: the words name no day.
    """
    said = clean(text).strip()
    if said and isinstance(parse_date(said), Refusal):
        raise BadDeskError(
            Words(
                f"อ่านวันที่ “{said}” ไม่ได้ ให้เขียนเช่น 20 เมษายน 2566",
                f"“{said}” is no day; write one such as 20 เมษายน 2566",
            )
        )
    return said


def _span(part: str, edition: Edition) -> Iterator[Item]:
    ends = _SPAN.fullmatch(part)
    first, last = (_item(end, edition) for end in (ends.groups() if ends else (part, part)))
    at = [edition.items.index(item) for item in (first, last)]
    yield from edition.items[min(at) : max(at) + 1]


def _item(typed: str, edition: Edition) -> Item:
    item = edition.understand(typed.strip())
    if item is None:
        meant = nearest(typed, edition.by_code)
        guess = Words(f" น่าจะหมายถึง {meant}", f"; perhaps {meant}") if meant else Words("", "")
        raise BadDeskError(
            Words(
                f"แบบตรวจ {edition.id} ไม่มีข้อ “{typed}”{guess.th}",
                f"{edition.id} has no item “{typed}”{guess.en}",
            )
        )
    return item
