"""The status of a year as plain values, for programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from itagen.reports.status import ItemStatus, YearStatus, grouped, tally

VERSION = 1


def status_data(status: YearStatus, today: date | None = None) -> dict[str, Any]:
    """Counts of all, by desk and by heading, and every item; days as ISO 8601 has them."""
    return {
        "version": VERSION,
        "agency": status.agency,
        "year": status.folder,
        "edition": status.edition,
        "today": today.isoformat() if today else None,
        "summary": _counts(status.items, today),
        "errors_of_no_item": status.loose,
        "owners": _tallies(grouped(status.items, lambda item: item.owner), today),
        "groups": _tallies(grouped(status.items, lambda item: item.group), today),
        "items": [_item(item, today) for item in status.items],
    }


def _counts(items: Iterable[ItemStatus], today: date | None) -> dict[str, Any]:
    counts = asdict(tally(items, today))
    return counts if today else {**counts, "late": None}


def _tallies(groups: dict[str, tuple[ItemStatus, ...]], today: date | None) -> list[dict[str, Any]]:
    return [{"name": name, **_counts(items, today)} for name, items in groups.items()]


def _item(item: ItemStatus, today: date | None) -> dict[str, Any]:
    told = asdict(item)
    told["due_day"] = item.day.isoformat() if item.day else None
    told["days_left"] = item.days_left(today)
    del told["day"]
    return {name: value if value != "" else None for name, value in told.items()}
