"""Where the heads of a table stand in its sheet, and which field each of them is called for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from itagen.evidence.table import Column
from itagen.evidence.table_grid import Grid
from itagen.evidence.table_numbers import parse_amount
from itagen.text import key

MOST_ABOVE = 60
OWN: Mapping[str, tuple[str, ...]] = {
    "number": ("ลำดับ", "ลำดับที่", "ลําดับ", "ที่", "ข้อ", "ข้อที่", "no", "no."),
    "covers": (
        "เดือน", "ประจำเดือน", "รอบเดือน", "เดือน/ปี", "เดือน พ.ศ.", "ช่วงเวลา", "ช่วงเดือน", "ไตรมาส",
        "ไตรมาสที่",
    ),
    "date": (
        "วันที่", "วัน เดือน ปี", "วัน/เดือน/ปี", "ว/ด/ป", "ว.ด.ป.", "วันที่ดำเนินการ", "วันที่จัด",
        "วันที่จัดกิจกรรม", "วัน เดือน ปี ที่ดำเนินการ", "วันเดือนปีที่จัด",
    ),
    "side": ("ฝ่าย",),
}  # fmt: skip
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CLOSE, _SHORTEST, _PART = 0.74, 5, 0.4


@dataclass(frozen=True, slots=True)
class Wanted:
    """A field that a column is looked for; `said`: the office's own heading, told by the entry."""

    id: str
    names: tuple[str, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class Heads:
    """The rows of the heads, from 0, and the columns below them."""

    first: int
    last: int
    columns: tuple[Column, ...]


class Names:
    """What the fields are called, made ready to be compared."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        self.wanted = wanted
        self.least = min(2, len(wanted))
        self._exact: dict[str, str] = {}
        for own, called in OWN.items():
            self._exact |= {key(name): own for name in called}
        for field in wanted:
            names = (field.said,) if field.said else field.names
            self._exact |= {key(name): field.id for name in reversed(names) if key(name)}

    def field(self, head: str) -> str:
        """The field that is called just so, perhaps with a unit in brackets; empty for none."""
        found = self._exact.get(key(head)) or self._exact.get(key(_IN_BRACKETS.sub("", head)))
        return found or ""

    def counted(self, columns: Sequence[Column]) -> int:
        """How many fields of the edition have a column."""
        ids = {field.id for field in self.wanted}
        return len({column.field for column in columns} & ids)

    def guessed(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """The same, those left over given to the fields left over where their names are close."""
        taken = {column.field for column in columns}
        left = [field for field in self.wanted if field.id not in taken and not field.said]
        pairs = [
            (closeness(column.head, field.names), number, field.id)
            for number, column in enumerate(columns)
            for field in left
            if not column.field and column.head
        ]
        done = list(columns)
        for close, number, name in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
            if close >= _CLOSE and not done[number].field and name not in taken:
                taken.add(name)
                done[number] = replace(done[number], field=name, guessed=True)
        return tuple(done)


def closeness(head: str, names: Sequence[str]) -> float:
    """How near a head is to one of the names of a field, from 0 to 1."""
    found = key(_IN_BRACKETS.sub("", head)) or key(head)
    return max((_near(found, key(name)) for name in names), default=0.0)


def _near(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST and short in long and len(short) / len(long) >= _PART:
        return 0.75 + len(short) / len(long) / 4
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def find_heads(grid: Grid, names: Names) -> Heads | None:
    """The heads under which most fields are found, of one row or two; None where there are none.

    Without any wanted field it is the first row that looks like heads: words alone, over the width
    of the table.
    """
    if not names.wanted:
        return _plain_heads(grid, names)
    best: tuple[int, int, Heads] | None = None
    for heads in _candidates(grid, names):
        if best and best[0] == len(names.wanted) and heads.first > best[2].first:
            break
        matched = sum(1 for column in heads.columns if column.field)
        counted = names.counted(heads.columns)
        if counted >= names.least and (best is None or (counted, matched) > best[:2]):
            best = (counted, matched, heads)
    if best:
        return replace(best[2], columns=names.guessed(best[2].columns))
    return _guessed_heads(grid, names)


def _guessed_heads(grid: Grid, names: Names) -> Heads | None:
    best: tuple[int, Heads] | None = None
    for heads in _candidates(grid, names):
        columns = names.guessed(heads.columns)
        counted = names.counted(columns)
        if counted >= names.least and (best is None or counted > best[0]):
            best = (counted, replace(heads, columns=columns))
    return best[1] if best else None


def _candidates(grid: Grid, names: Names) -> Iterator[Heads]:
    """One row, and it with the next where these are heads in two rows."""
    for row in range(min(len(grid.rows), MOST_ABOVE)):
        if sum(1 for cell in grid.rows[row] if cell) >= min(2, names.least):
            yield _heads(grid, names, row, row)
            if _is_second(grid, row):
                yield _heads(grid, names, row, row + 1)


def _is_second(grid: Grid, row: int) -> bool:
    """Whether the next row parts what stands in this one: words below it and below blanks."""
    if row + 1 >= len(grid.rows):
        return False
    below = [(column, cell) for column, cell in enumerate(grid.rows[row + 1]) if cell]
    if not below or any(parse_amount(cell) is not None for _, cell in below):
        return False
    return any(not grid.text(row, column) for column, _ in below)


def _heads(grid: Grid, names: Names, first: int, last: int) -> Heads:
    columns, group = [], ""
    for index in range(grid.width):
        top = grid.whole(first, index) if first < last else grid.text(first, index)
        own = grid.text(last, index) if first < last else ""
        if first < last and not top and own and not grid.merged:
            top = group
        group = top
        head, field = _named(names, top, own)
        columns.append(Column(index, head, field))
    return Heads(first, last, tuple(columns))


def _named(names: Names, top: str, own: str) -> tuple[str, str]:
    """The head of a column, and its field: by both rows, by the lower, by the upper one."""
    top, own = (" ".join(words.split()) for words in (top, own))
    both = f"{top} {own}".strip() if own != top else own
    field = names.field(both) or (names.field(own) if own else "") or names.field(top)
    return both, field


def _plain_heads(grid: Grid, names: Names) -> Heads | None:
    filled = [sum(1 for cell in row if cell) for row in grid.rows]
    wide = max(filled, default=0)
    for row, count in enumerate(filled[:MOST_ABOVE]):
        words = not any(parse_amount(cell) is not None for cell in grid.rows[row] if cell)
        if count >= 2 and count >= 0.6 * wide and words and any(filled[row + 1 :]):
            second = _is_second(grid, row) and bool(grid.merged)
            return _heads(grid, names, row, row + 1 if second else row)
    return None
