"""Columns of text to columns of values: numbers, days, or text where any is something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from itagen.evidence.table_numbers import (
    parse_amount,
    parse_count,
    parse_percentage,
    plain_number,
)
from itagen.period_text import Refusal, parse_date
from itagen.text import arabic

Value = str | int | Decimal | None
DataType = Literal["string", "integer", "number", "date"]

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_DIGITS = 15
_BLANK = " -–—."


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: its English name, what it is called in Thai, and what its values are."""

    name: str
    title: str
    type: DataType


def typed_column(
    name: str, title: str, values: Sequence[str], kind: str = ""
) -> tuple[DataColumn, list[Value]]:
    """A column whose values are all of one type, text where any is of another."""
    for type_, read in _READ.get(kind, _GUESSED if not kind else ()):
        found = [read(value) if value.strip(_BLANK) else None for value in values]
        left = sum(1 for value in values if value.strip(_BLANK))
        if left and left == sum(1 for value in found if value is not None):
            return DataColumn(name, title, type_), found
    return DataColumn(name, title, "string"), [value or None for value in values]


def _as_day(value: str) -> str | None:
    if _ISO.fullmatch(value):
        return value
    day = parse_date(value)
    return None if isinstance(day, Refusal) else day.isoformat()


def _as_whole(value: str) -> int | None:
    """A plain number; what begins with a zero, or is longer than Excel keeps, is a code."""
    plain = arabic(value).replace(",", "")
    is_code = (plain.startswith("0") and plain != "0") or len(plain) > _MOST_DIGITS
    return int(plain) if plain.isascii() and plain.isdigit() and not is_code else None


def _as_number(value: str) -> Decimal | None:
    return None if arabic(value).startswith("0") and "." not in value else _as_money(value)


def _as_money(value: str) -> Decimal | None:
    amount = parse_amount(value)
    return None if amount is None else Decimal(plain_number(amount))


def _as_percentage(value: str) -> Decimal | None:
    percentage = parse_percentage(value)
    return None if percentage is None else Decimal(plain_number(percentage))


_Reader = tuple[DataType, Callable[[str], Value]]
_DAY: _Reader = ("date", _as_day)
_GUESSED: tuple[_Reader, ...] = (("integer", _as_whole), ("number", _as_number))
_READ: Mapping[str, tuple[_Reader, ...]] = {
    "money": (("number", _as_money),),
    "count": (("integer", parse_count),),
    "percent": (("number", _as_percentage),),
    "date": (_DAY,),
}
