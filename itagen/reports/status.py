"""How far the work of a year is: each item with its desk, its day and its findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from itagen.answers import ItemAnswer
from itagen.diagnostics import Diagnostic, Severity
from itagen.entry import Said
from itagen.period_text import parse_date
from itagen.site import Year

Progress = Literal["done", "pending", "faulty", "lacking"]

_DONE = frozenset(["complete", "none"])


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """One item.

    Attributes:
        progress: done; pending: a gap that staff declared; faulty: with errors; lacking: without
            what is demanded, though nothing of it is an error (a closed year, an unsure list).
        owner: the desk that brings it, empty where none does.
        due: the day by which it must be done, as words; `day` where they name one.
    """

    code: str
    title: str
    group: str
    progress: Progress
    owner: str
    due: str
    day: date | None
    errors: int
    warnings: int
    pending: str = ""
    remark: str = ""

    def days_left(self, today: date | None) -> int | None:
        """Days until it is due, below zero where it is late; None where it is done or undated."""
        if self.progress == "done" or self.day is None or today is None:
            return None
        return (self.day - today).days


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items are how far."""

    items: int
    done: int
    pending: int
    faulty: int
    lacking: int
    late: int = 0


@dataclass(frozen=True, slots=True)
class YearStatus:
    """One year.

    Attributes:
        agency: its name.
        loose: errors that belong to no item, such as a broken agency.yaml.
    """

    agency: str
    folder: str
    edition: str
    items: tuple[ItemStatus, ...]
    loose: int = 0


def year_status(
    answers: Iterable[ItemAnswer],
    found: Collection[Diagnostic],
    year: Year,
    codes: Collection[str] | None = None,
) -> YearStatus:
    """How far the items of a year are.

    Args:
        answers: of the site; only those of the year count.
        found: what check found.
        year: whose edition is known.
        codes: the items wanted, all where None.
    """
    errors = _count(found, year, Severity.ERROR)
    warnings = _count(found, year, Severity.WARNING)
    wanted = [a for a in answers if a.year is year and (codes is None or a.item.code in codes)]
    items = tuple(_item(a, errors[a.item.code], warnings[a.item.code]) for a in wanted)
    loose = sum(f.severity is Severity.ERROR and not f.subject.item for f in found)
    edition = year.edition.id if year.edition else ""
    return YearStatus(year.agency.words("name"), year.folder, edition, items, loose)


def tally(items: Iterable[ItemStatus], today: date | None = None) -> Tally:
    """The items counted; late are those whose day is before `today`."""
    listed = tuple(items)
    of = Counter(item.progress for item in listed)
    left = (item.days_left(today) for item in listed)
    late = sum(days is not None and days < 0 for days in left)
    return Tally(len(listed), of["done"], of["pending"], of["faulty"], of["lacking"], late)


def grouped(
    items: Iterable[ItemStatus], by: Callable[[ItemStatus], str]
) -> dict[str, tuple[ItemStatus, ...]]:
    """Items by what they have in common, in the order in which it first occurs."""
    found: dict[str, list[ItemStatus]] = {}
    for item in items:
        found.setdefault(by(item), []).append(item)
    return {name: tuple(listed) for name, listed in found.items()}


def _count(found: Iterable[Diagnostic], year: Year, severity: Severity) -> Counter[str]:
    return Counter(
        f.subject.item or "" for f in found
        if f.severity is severity and f.subject.folder == year.folder
    )  # fmt: skip


def _item(answer: ItemAnswer, errors: int, warnings: int) -> ItemStatus:
    item, year, entry = answer.item, answer.year, answer.entry
    group, owner = answer.edition.groups.get(item.group), year.owner_of(item.code)
    due = (entry.until if entry else None) or year.due_of(item.code)
    pending = (entry.pending if entry else None) or next(
        (element.pending for element in answer.elements if element.pending), None
    )
    work = year.work.get(item.code)
    remark = work.remark if work else None
    return ItemStatus(
        item.code, item.title, group.title if group else "", _progress(answer, errors),
        owner.name if owner else "", due.text.strip() if due else "", _day(due), errors, warnings,
        pending.text.strip() if pending else "", remark.text.strip() if remark else "",
    )  # fmt: skip


def _progress(answer: ItemAnswer, errors: int) -> Progress:
    if errors:
        return "faulty"
    if answer.state in _DONE:
        return "done"
    return "pending" if answer.state == "pending" else "lacking"


def _day(said: Said | None) -> date | None:
    day = parse_date(said.text) if said else None
    return day if isinstance(day, date) else None
