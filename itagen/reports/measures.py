"""The measures of a year as offices report on them, with the columns that something is in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from itagen.entry import Record
from itagen.site import STATES, Year
from itagen.workbook import Cell, Column, Sheet

_NARROWEST, _WIDEST = 7, 190  # characters: a column, and all of them


def measures_sheet(year: Year) -> Sheet:
    """Every measure: the point, what is done by whom until when, and what became of it."""
    name = year.agency.words("name")
    title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสและผลการดำเนินการ ปี พ.ศ. {year.folder} {name}"
    told = [
        (column, [cell(measure) for measure in year.measures]) for column, cell in _COLUMNS.items()
    ]
    kept = [(column, cells) for column, cells in told if any(cells)]
    number = Column("ลำดับที่", _NARROWEST, "number")
    wide = sum(column.width or 0 for column, _ in kept)
    columns = [_narrowed(column, min(1, _WIDEST / wide)) for column, _ in kept]
    rows: list[tuple[Cell, ...]] = [
        (at + 1, *(cells[at] or None for _, cells in kept)) for at in range(len(year.measures))
    ]
    return Sheet("มาตรการ", title, (number, *columns), rows)


def _narrowed(column: Column, share: float) -> Column:
    """A column of a table that would be too small to read on one sheet of paper."""
    return replace(column, width=max(_NARROWEST, round((column.width or 0) * share)))


def words_of(measure: Record, *names: str) -> str:
    """What a measure has under these keys, a line each; several steps are numbered."""
    parts = (part for name in names for part in measure.fields.get(name, ()))
    texts = [part.text.text.strip() for part in parts if part.text]
    if len(names) == 1 and len(texts) > 1:
        return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
    return "\n".join(texts)


def _of(*names: str) -> Callable[[Record], str]:
    return lambda measure: words_of(measure, *names)


def _result(state: str) -> Callable[[Record], str]:
    """The result, in the column of its state; a state without words is ticked."""

    def cell(measure: Record) -> str:
        if words_of(measure, "state") != state:
            return ""
        return words_of(measure, "result") or "✓"

    return cell


def _stateless(measure: Record) -> str:
    return "" if words_of(measure, "state") in STATES else words_of(measure, "result")


_COLUMNS: dict[Column, Callable[[Record], str]] = {
    Column("ประเด็นที่ต้องปรับปรุงแก้ไข/ประเด็นที่ต้องพัฒนา", 28): _of("indicator", "question", "improve"),
    Column("เครื่องมือ", 8): _of("tool"),
    Column("มาตรการ/แนวทาง", 24): _of("measure"),
    Column("ขั้นตอนหรือวิธีการดำเนินการ", 36): _of("steps"),
    Column("ผู้รับผิดชอบ", 18): _of("owner"),
    Column("ระยะเวลาดำเนินการ", 15): _of("window"),
    Column("การรายงานผลและการกำกับติดตาม กำหนดเวลาแล้วเสร็จ", 28): _of("follow_up", "deadline"),
    Column("ดำเนินการแล้ว", 32): _result(STATES[0]),
    Column("อยู่ระหว่างดำเนินการ", 28): _result(STATES[1]),
    Column("ยังไม่ได้ดำเนินการ", 14): _result(STATES[2]),
    Column("สรุปผลการดำเนินการ", 28): _stateless,
    Column("วันที่รายงาน", 16): lambda measure: measure.date.text if measure.date else "",
    Column("ผลลัพธ์/ความสำเร็จ", 24): _of("outcome"),
    Column("คะแนนก่อน", 8): _of("score_before"),
    Column("คะแนนหลัง", 8): _of("score_after"),
    Column("ข้อเสนอแนะ", 28): _of("recommendation"),
    Column("หมายเหตุ", 14): _of("remark"),
}
