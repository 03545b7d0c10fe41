"""Records to what a project can hold: an item's work, or a measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from itagen.diagnostics import Words
from itagen.edition import Edition, Item
from itagen.intake.addresses import Addresses, addresses_in
from itagen.intake.match import Match, Named, match_items
from itagen.intake.place_words import Told, names_in, parse_place
from itagen.intake.records import Found
from itagen.site import STATES
from itagen.text import is_hollow, key

_TICKS = frozenset("✓✔√☑●•/xX*vV1")
_UNIT = re.compile(
    r"(?:ทุก\s*)?(?:สำนัก|กอง|ส่วน|ฝ่าย|งาน|ศูนย์|หน่วย|กลุ่ม|แผนก|โรงเรียน|สำนักงาน)[^\s]*(?=\s|$)"
)
_NUMBERED = re.compile(r"(?:^|\s)[0-9๐-๙]{1,2}\s*[.)]\s*(?=\D)")
_LONG = 40
_TITLES = {
    "improve": "ประเด็น", "measure": "ชื่อมาตรการ", "steps": "ขั้นตอน", "owner": "ผู้รับผิดชอบ",
    "window": "ระยะเวลา", "follow_up": "การกำกับติดตาม", "state": "สถานะ", "result": "ผล",
    "outcome": "ผลลัพธ์", "recommendation": "ข้อเสนอแนะ", "remark": "หมายเหตุ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """What a row says of the work on one item."""

    where: Words
    match: Match
    named: Named
    told: Told
    place_words: str
    addresses: Addresses
    unit: str = ""
    position: str = ""
    window: str = ""
    method: str = ""
    state: str = ""
    done: str = ""
    in_progress: str = ""
    remark: str = ""

    @property
    def item(self) -> Item | None:
        """The item of the list that it is about."""
        return self.match.item


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure by the keys of measures.yaml; `steps` may be several."""

    where: Words
    values: dict[str, str | list[str]]


def works_of(edition: Edition, found: Sequence[Found], *, noisy: bool) -> tuple[Work, ...]:
    """The work on the items of a list, in the order of the table."""
    rows = [record for record in found if not record.of_measures]
    named = [Named(row.get("number") or row.get("order"), row.get("title")) for row in rows]
    matches = match_items(edition, named)
    places = [addresses_in(row.get("place"), noisy=noisy) for row in rows]
    names = names_in(edition, (place.words for place in places))
    works = []
    for row, name, match, place in zip(rows, named, matches, places, strict=True):
        own = addresses_in(row.get("address"), noisy=noisy)
        both = Addresses(
            tuple(dict.fromkeys((*place.found, *own.found))),
            place.words,
            place.joined or own.joined,
        )
        told = parse_place(place.words, match.item, names, noisy=noisy) if match.item else Told()
        unit, position = _owner(row)
        state, done, in_progress = _state(row)
        works.append(
            Work(
                row.where, match, name, told, place.words, both, unit, position,
                _line(row.get("window")), _line(row.get("method")), state, done, in_progress,
                _line(row.get("remark")),
            )
        )  # fmt: skip
    return tuple(works)


def titled(names: Iterable[str]) -> str:
    """Keys of measures.yaml in words that staff use."""
    return ", ".join(_TITLES.get(name, name) for name in names)


def measures_of(found: Sequence[Found]) -> tuple[MeasureRow, ...]:
    """The measures of the tables of measures."""
    return tuple(_measure(row) for row in found if row.of_measures)


def _measure(row: Found) -> MeasureRow:
    state, done, in_progress = _state(row)
    state = state or (STATES[1] if in_progress else STATES[0] if done else "")
    steps = row.get("steps") or row.get("method")
    unit, position = row.get("owner") or row.get("unit"), row.get("position")
    values: dict[str, str | list[str]] = {
        "improve": _line(row.get("improve")),
        "measure": _line(row.get("measure")),
        "steps": _steps(steps),
        "owner": _line(f"{unit} {position}"),
        "window": _line(row.get("window")),
        "follow_up": _line(row.get("follow_up")),
        "state": state,
        "result": _line(row.get("result")) or done or in_progress,
        "outcome": _line(row.get("outcome")),
        "recommendation": _line(row.get("recommendation")),
        "remark": _line(row.get("remark")),
    }
    return MeasureRow(row.where, {name: value for name, value in values.items() if value})


def _steps(text: str) -> list[str] | str:
    """Numbered steps as a list, anything else as it stands."""
    words = _line(text)
    parts = [part.strip() for part in _NUMBERED.split(words)]
    return parts[1:] if len(parts) > 2 and not parts[0] else words


def _owner(row: Found) -> tuple[str, str]:
    """Unit and position; of one cell for both, the unit is what begins like one."""
    unit, position, both = (_line(row.get(name)) for name in ("unit", "position", "owner"))
    if unit or position:
        return unit, position or both
    own = _UNIT.match(both)
    return (own.group(), both[own.end() :].strip()) if own else ("", both)


def _state(row: Found) -> tuple[str, str, str]:
    """The state that is ticked or named, and the words on what is done and what is going on."""
    done, in_progress, not_yet = (_line(row.get(n)) for n in ("done", "in_progress", "not_yet"))
    words = _line(row.get("state"))
    if words:
        state = _named_state(words)
        if len(key(words)) <= _LONG and state:
            return state, "", ""
        return (state, "", words) if state == STATES[1] else (state, words, "")
    ticked = [
        s for s, cell in zip(STATES, (done, in_progress, not_yet), strict=True) if _ticks(cell)
    ]
    state = ticked[0] if ticked else STATES[2] if not_yet else ""
    return state, "" if _ticks(done) else done, "" if _ticks(in_progress) else in_progress


def _named_state(words: str) -> str:
    if "ยังไม่" in words:
        return STATES[2]
    if "ระหว่าง" in words or "กำลัง" in words:
        return STATES[1]
    return STATES[0] if re.search("แล้ว|เสร็จ|เรียบร้อย|ครบ", words) else ""


def _ticks(cell: str) -> bool:
    return bool(cell) and len(cell) <= 2 and set(cell) <= _TICKS


def _line(text: str) -> str:
    """A cell in one line; a dash alone says nothing."""
    words = " ".join(text.split())
    return "" if not key(words) and not _ticks(words) and is_hollow(words) else words
