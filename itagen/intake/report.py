"""What an import tells: row by row what it took, what it left and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from itagen.diagnostics import Language, Words
from itagen.intake.paper import Line


@dataclass(slots=True)
class RowTold:
    """One row of the table.

    Attributes:
        name: the item or measure that it is about, else its own words.
        placed: whether it was understood at all.
    """

    where: Words
    name: str
    placed: bool = True
    took: list[Words] = field(default_factory=list)
    left: list[Words] = field(default_factory=list)


@dataclass(slots=True)
class Told:
    """All that an import tells.

    Attributes:
        outside: lines outside the rows: titles, sections, sums, and what OCR made of stains.
        about: what is about the project rather than one row.
    """

    rows: list[RowTold] = field(default_factory=list)
    measures: list[RowTold] = field(default_factory=list)
    outside: tuple[Line, ...] = ()
    about: list[Words] = field(default_factory=list)
    asked: int = 0

    @property
    def unplaced(self) -> tuple[RowTold, ...]:
        """The rows that were not understood."""
        return tuple(row for row in (*self.rows, *self.measures) if not row.placed)


def lines_of(told: Told, files: Iterable[str], language: Language) -> Iterator[str]:
    """The report as text, a row after the other, the sum at its end."""
    say = _English() if language == "en" else _Thai()
    for row in (*told.rows, *told.measures):
        yield f"{row.where.say(language)}: {row.name}"
        if not row.placed:
            yield f"    {say.unplaced}"
        yield from (f"    {say.took} {words.say(language)}" for words in row.took)
        yield from (f"    {say.left} {words.say(language)}" for words in row.left)
    for line in told.outside:
        yield f"{line.where.say(language)}: {say.outside} “{line.text[:80]}”"
    yield from (words.say(language) for words in told.about)
    yield ""
    items = len({row.name for row in told.rows if row.placed})
    measures = sum(row.placed for row in told.measures)
    yield say.sum.format(items=items, asked=told.asked, measures=measures, lost=len(told.unplaced))
    yield from (f"{say.writes} {name}" for name in files)


class _Thai:
    took, left, writes = "รับแล้ว:", "ไม่ได้รับ:", "เขียน"
    unplaced = "วางไม่ได้: ไม่รู้ว่าเป็นข้อใดในแบบตรวจ ให้ใส่เลขข้อหรือชื่อข้อให้ตรงแบบตรวจ แล้วนำเข้าอีกครั้ง"
    outside = "อยู่นอกแถวของตาราง ไม่ได้รับ:"
    sum = "รับ {items} ข้อ จาก {asked} ข้อในแบบตรวจ มาตรการ {measures} มาตรการ แถวที่วางไม่ได้ {lost} แถว"


class _English:
    took, left, writes = "took:", "left:", "writes"
    unplaced = "not placed: no item of the list is meant; give its number or its official title"
    outside = "outside the rows of the table, left:"
    sum = "{items} of {asked} items, {measures} measures, {lost} rows that could not be placed"
