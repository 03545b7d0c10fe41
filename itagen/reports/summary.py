"""The year on one page for the executive: how many, by heading and desk, and what blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from itagen.evidence.charts import Bars, Series
from itagen.reports.status import ItemStatus, YearStatus, grouped, tally
from itagen.reports.status_sheets import PROGRESS, status_line, status_sheet
from itagen.workbook import Cell, Column, Sheet

NOBODY = "(ไม่มีผู้รับผิดชอบ)"
_COLUMNS = (Column("ผู้รับผิดชอบ", 34), Column("ข้อ", 40), Column("สิ่งที่ยังขาด", 70))


@dataclass(frozen=True, slots=True)
class Summary:
    """What an executive asks.

    Attributes:
        line: `38 จาก 43 ครบ, 3 รอข้อมูล`.
        charts: title and bars: by heading of the list, and by desk.
        blocks: what is not done, by desk and reason.
    """

    title: str
    line: str
    charts: tuple[tuple[str, Bars], ...]
    blocks: Sheet


def summary_of(status: YearStatus) -> Summary:
    """The summary of a year's status."""
    title = f"สรุปความคืบหน้าการเปิดเผยข้อมูลสาธารณะ ปี พ.ศ. {status.folder} {status.agency}"
    line = status_line(status, "th")
    charts = (
        ("ร้อยละที่ครบ ตามหัวข้อ", _bars(status, lambda item: item.group)),
        ("ร้อยละที่ครบ ตามผู้รับผิดชอบ", _bars(status, lambda item: item.owner or NOBODY)),
    )
    blocks = Sheet("สิ่งที่ยังขาด", f"{title}: {line}", _COLUMNS, _blocks(status))
    return Summary(title, line, charts, blocks)


def summary_sheets(status: YearStatus) -> list[Sheet]:
    """The summary for a workbook: by heading, by desk, what blocks."""
    by_group, by_owner = (status_sheet(status, by, "th") for by in ("group", "owner"))
    return [by_group, by_owner, summary_of(status).blocks]


def _bars(status: YearStatus, by: Callable[[ItemStatus], str]) -> Bars:
    """How many in a hundred are done; the counts stand in the label."""
    groups = {name: tally(items) for name, items in grouped(status.items, by).items()}
    labels = tuple(f"{name} ({of.done} จาก {of.items})" for name, of in groups.items())
    done = tuple(round(of.done * 100 / of.items, 1) for of in groups.values())
    return Bars(labels, (Series("ร้อยละที่ครบ", done),))


def _blocks(status: YearStatus) -> list[tuple[Cell, ...]]:
    """Open items with the same desk and reason in one row."""
    found: dict[tuple[str, str], list[str]] = {}
    for item in status.items:
        if item.progress != "done":
            found.setdefault((item.owner or NOBODY, _reason(item)), []).append(item.code)
    return [(owner, " ".join(codes), reason) for (owner, reason), codes in found.items()]


def _reason(item: ItemStatus) -> str:
    if item.pending:
        return f"{PROGRESS['pending'].th}: {item.pending}"
    if item.errors:
        return f"{PROGRESS['faulty'].th} ดูด้วย itagen check --item {item.code}"
    return PROGRESS[item.progress].th
