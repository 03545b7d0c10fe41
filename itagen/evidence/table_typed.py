"""Cells to values of the types that an edition asks for: text in the form of inline records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from itagen.demand import Field
from itagen.evidence.table import Line, Table, TableFault
from itagen.evidence.table_grid import cell_name
from itagen.evidence.table_numbers import (
    is_blank,
    parse_amount,
    parse_count,
    parse_percentage,
    plain_number,
)
from itagen.period import long_day_th
from itagen.period_text import Refusal, parse_date, parse_period
from itagen.text import arabic, key

SHOWN = 5
_CODE = "item"


@dataclass(frozen=True, slots=True)
class Typed:
    """The rows of one table by the ids of their fields, without blank and wrong cells."""

    rows: tuple[Mapping[str, str], ...]
    faults: tuple[TableFault, ...]


def typed(table: Table, fields: Sequence[Field]) -> Typed:
    """Every row of a table that is no declaration of none, in the order of its lines."""
    places = {
        field.id: tuple(n for n, column in enumerate(table.columns) if column.field == field.id)
        for field in fields
    }
    own = ("covers", "date", "side")
    rows: list[dict[str, str]] = []
    wrong: dict[str, list[tuple[Line, str]]] = {}
    blank: dict[str, list[Line]] = {}
    lines = [line for line in table.lines if not line.none]
    for line in lines:
        row = {c.field: line.cells[n] for n, c in enumerate(table.columns) if c.field in own}
        for field in fields:
            said = _said(line, places[field.id])
            value = _READ.get(field.type, _as_text)(said, field) if said else ""
            if value:
                row[field.id] = value
            elif said:
                wrong.setdefault(field.id, []).append((line, said))
            elif places[field.id]:
                blank.setdefault(field.id, []).append(line)
        rows.append(row)
    return Typed(tuple(rows), tuple(_faults(table, fields, places, wrong, blank)))


def _faults(
    table: Table, fields: Sequence[Field], places: Mapping[str, tuple[int, ...]],
    wrong: Mapping[str, list[tuple[Line, str]]], blank: Mapping[str, list[Line]],
) -> Iterator[TableFault]:  # fmt: skip
    for field in fields:
        at = table.columns[places[field.id][0]].index if places[field.id] else 0
        if field.id in wrong:
            cells = tuple(cell_name(line.number - 1, at) for line, _ in wrong[field.id])
            yield TableFault(
                "wrong-cell", table.sheet, cells[:SHOWN], len(cells), field.id, field.title,
                wrong[field.id][0][1][:60], field.type, field.choices,
            )  # fmt: skip
        if field.id in blank and field.demand != "if_any":
            cells = tuple(cell_name(line.number - 1, at) for line in blank[field.id])
            yield TableFault(
                "blank-cells", table.sheet, cells[:SHOWN], len(cells), field.id, field.title,
                detail=field.demand,
            )  # fmt: skip


def _said(line: Line, places: tuple[int, ...]) -> str:
    """What a row has in the columns of a field: side by side, then row below row."""
    if len(places) == 1 and not line.more:
        cell = line.cells[places[0]]
        return "" if is_blank(cell) else cell
    said = (joined([cells[n] for n in places]) for cells in (line.cells, *line.more))
    return "\n".join(part for part in said if part)


def joined(cells: Sequence[str]) -> str:
    """The cells of one field as one text: a number behind words is a price, a day that of signing.

    `["ร้านตัวอย่าง", "125400"]` is `ร้านตัวอย่าง 125,400 บาท`.
    """
    told = [cell for cell in cells if not is_blank(cell)]
    if len(told) < 2:
        return "".join(told)
    return " ".join([told[0], *map(_behind, told[1:])])


def _behind(cell: str) -> str:
    amount = parse_amount(cell)
    if amount is not None:
        whole = amount == amount.to_integral_value()
        return f"{amount:,.0f} บาท" if whole else f"{amount:,.2f} บาท"
    if cell[:1].isdigit() and not isinstance(parse_date(cell), Refusal):
        return f"ลงวันที่ {cell}"
    return cell


def _as_text(said: str, field: Field) -> str:
    if field.choices:
        return next((c for c in field.choices if key(c) == key(said)), "")
    return said


def _as_money(said: str, _: Field) -> str:
    amount = parse_amount(said)
    if amount is None:
        return said if said.startswith("ไม่") else ""
    return plain_number(amount)


def _as_count(said: str, _: Field) -> str:
    count = parse_count(said)
    return "" if count is None else str(count)


def _as_percentage(said: str, _: Field) -> str:
    percentage = parse_percentage(said)
    fits = percentage is not None and percentage <= Decimal(1000)
    return plain_number(percentage) if percentage is not None and fits else ""


def _as_day(said: str, _: Field) -> str:
    day = parse_date(said)
    return "" if isinstance(day, Refusal) else long_day_th(day)


def _as_period(said: str, _: Field) -> str:
    return "" if isinstance(parse_period(said, "calendar"), Refusal) else said


def _as_code(said: str, _: Field) -> str:
    """`O12`, `๐๑๒`, `ข้อ 12`: whether the list has it is for the rules to say."""
    plain = arabic(said).replace(" ", "").removeprefix("ข้อ").upper()
    letters = plain.rstrip("0123456789")
    return plain if len(letters) <= 5 and plain[len(letters) :] else ""


_READ: Mapping[str, Callable[[str, Field], str]] = {
    "money": _as_money,
    "count": _as_count,
    "percent": _as_percentage,
    "date": _as_day,
    "month": _as_period,
    "period": _as_period,
    _CODE: _as_code,
}
