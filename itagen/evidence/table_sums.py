"""Whether the sums at the foot of a table are the sums of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from itagen.evidence.table import Line, Table, TableFault
from itagen.evidence.table_grid import cell_name
from itagen.evidence.table_numbers import is_blank, parse_amount, plain_number

_NO_SUM = re.compile(r"ร้อยละ|%|เฉลี่ย|อัตรา|ต่อหน่วย|คะแนน|ลำดับ|ปี\s*(?:พ|งบ)|เลขที่|percent|average", re.I)
_NEAR = Decimal("0.01")


def wrong_totals(table: Table) -> Iterator[TableFault]:
    """Each total that is neither the sum of all rows above it nor of those since the last one."""
    if table.total is None:
        return
    since = 0
    for total in (*table.subtotals, table.total):
        above = [line for line in table.lines if since < line.number < total.number]
        all_above = [line for line in table.lines if line.number < total.number]
        for position, column in enumerate(table.columns):
            said = parse_amount(total.cells[position])
            if said is None or column.field == "number" or _NO_SUM.search(column.head):
                continue
            sums = [_sum(lines, position) for lines in (above, all_above)]
            if None in sums or any(s is not None and abs(s - said) <= _NEAR for s in sums):
                continue
            yield TableFault(
                "wrong-total", table.sheet, (cell_name(total.number - 1, column.index),), 1,
                column.field, column.head, plain_number(said), plain_number(sums[1] or Decimal(0)),
            )  # fmt: skip
        since = total.number


def _sum(lines: Sequence[Line], position: int) -> Decimal | None:
    """The sum of a column; None where a cell is no number."""
    found = Decimal(0)
    for line in lines:
        for cells in (line.cells, *line.more):
            cell = cells[position]
            amount = parse_amount(cell)
            if amount is None and not is_blank(cell) and not line.none and cell != "ไม่มี":
                return None
            found += amount or 0
    return found
