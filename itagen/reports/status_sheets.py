"""The status of a year as tables and as one line: by item, by desk, by heading of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, get_args

from itagen.diagnostics import Language, Words
from itagen.reports.status import ItemStatus, Progress, Tally, YearStatus, grouped, tally
from itagen.workbook import Cell, Column, Sheet

By = Literal["item", "owner", "group"]

BYS: tuple[By, ...] = get_args(By)
PROGRESS: dict[Progress, Words] = {
    "done": Words("ครบ", "complete"),
    "pending": Words("รอข้อมูล", "pending"),
    "faulty": Words("มีข้อผิดพลาด", "with errors"),
    "lacking": Words("ยังไม่ครบ", "incomplete"),
}
LATE = Words("เลยกำหนด", "late")
_NOBODY = Words("(ไม่มีผู้รับผิดชอบ)", "(no desk)")
_NAMES: dict[By, Words] = {
    "item": Words("รายข้อ", "By item"),
    "owner": Words("ตามผู้รับผิดชอบ", "By desk"),
    "group": Words("ตามหัวข้อ", "By heading"),
}


def status_line(status: YearStatus, language: Language, today: date | None = None) -> str:
    """`38 จาก 43 ครบ, 3 รอข้อมูล, 2 มีข้อผิดพลาด`: what there is none of is not named."""
    of = tally(status.items, today)
    counts = {
        PROGRESS["pending"]: of.pending, PROGRESS["faulty"]: of.faulty,
        PROGRESS["lacking"]: of.lacking, LATE: of.late,
    }  # fmt: skip
    done = Words(f"{of.done} จาก {of.items} ครบ", f"{of.done} of {of.items} complete")
    rest = (f"{count} {words.say(language)}" for words, count in counts.items() if count)
    return ", ".join((done.say(language), *rest))


def status_sheet(
    status: YearStatus, by: By, language: Language, today: date | None = None
) -> Sheet:
    """The table of one view."""
    line = status_line(status, language, today)
    title = Words(
        f"ความคืบหน้า ปี {status.folder} {status.agency}: {line}",
        f"Progress of {status.folder}, {status.agency}: {line}",
    ).say(language)
    name = _NAMES[by].say(language)
    if by == "item":
        return _items(name, title, status.items, language, today)
    head = Words("ผู้รับผิดชอบ", "Desk") if by == "owner" else Words("หัวข้อ", "Heading")
    key: Callable[[ItemStatus], str] = _owner(language) if by == "owner" else _group
    return _tallies(name, title, head, grouped(status.items, key), language, today)


def _owner(language: Language) -> Callable[[ItemStatus], str]:
    return lambda item: item.owner or _NOBODY.say(language)


def _group(item: ItemStatus) -> str:
    return item.group


def _items(
    name: str, title: str, items: Iterable[ItemStatus], language: Language, today: date | None
) -> Sheet:
    heads = [
        Column(Words("ข้อ", "Item").say(language), 7),
        Column(Words("สถานะ", "State").say(language), 14),
        Column(Words("กำหนด", "Due").say(language), 18),
        *([Column(Words("เวลาที่เหลือ", "Time left").say(language), 16)] if today else []),
        Column(Words("ผู้รับผิดชอบ", "Desk").say(language)),
        Column(Words("ข้อมูล", "Data").say(language)),
        Column(Words("ข้อผิดพลาด", "Errors").say(language), 12, "number"),
        Column(Words("คำเตือน", "Warnings").say(language), 10, "number"),
        Column(Words("หมายเหตุ", "Remark").say(language)),
    ]
    rows: list[tuple[Cell, ...]] = [
        (item.code, PROGRESS[item.progress].say(language), item.due or None,
         *([_left(item, today, language)] if today else []), item.owner or None, item.title,
         item.errors or None, item.warnings or None,
         "; ".join(filter(None, (item.pending, item.remark))) or None)
        for item in items
    ]  # fmt: skip
    return Sheet(name, title, tuple(heads), rows)


def _left(item: ItemStatus, today: date | None, language: Language) -> str | None:
    days = item.days_left(today)
    if days is None:
        return None
    if days < 0:
        return Words(f"เลยกำหนด {-days} วัน", f"{-days} days late").say(language)
    return Words(f"เหลือ {days} วัน", f"{days} days left").say(language)


def _tallies(
    name: str, title: str, head: Words, groups: dict[str, tuple[ItemStatus, ...]],
    language: Language, today: date | None,
) -> Sheet:  # fmt: skip
    counted: list[tuple[Words, Callable[[Tally], int]]] = [
        (Words("ทั้งหมด", "All"), lambda of: of.items),
        (PROGRESS["done"], lambda of: of.done),
        (PROGRESS["pending"], lambda of: of.pending),
        (PROGRESS["faulty"], lambda of: of.faulty),
        (PROGRESS["lacking"], lambda of: of.lacking),
        *([(LATE, lambda of: of.late)] if today else []),
    ]
    heads = (
        Column(head.say(language)),
        *(Column(words.say(language), 12, "number") for words, _ in counted),
        Column(Words("ข้อที่ยังไม่เสร็จ", "Not yet done").say(language)),
    )
    rows: list[tuple[Cell, ...]] = []
    for words, items in groups.items():
        of = tally(items, today)
        open_codes = " ".join(item.code for item in items if item.progress != "done")
        rows.append((words, *(count(of) for _, count in counted), open_codes or None))
    return Sheet(name, title, heads, rows)
