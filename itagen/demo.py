"""Complete, plainly fictitious, valid content for any edition: for tests, benchmarks, a look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from itagen.demand import Coverage, Element, Stream
from itagen.demo_records import (
    PICTURE,
    demo_address,
    demo_day,
    demo_records,
    demo_spans,
    said_period,
)
from itagen.edition import Edition, Item
from itagen.period import (
    ERA,
    long_day_th,
)
from itagen.shipped import shipped_folder
from itagen.site import Kind
from itagen.yaml_tree import dump_yaml

Data = dict[str, Any]

_DOCUMENT, _TABLE = "document.pdf", "table.csv"


def demo_files(edition: Edition, kind: Kind) -> dict[str, bytes]:
    """Every file of a demo project by its path; writing them is another's work."""
    folder = f"content/{edition.be}"
    files: dict[str, bytes] = {
        "content/agency.yaml": _text(_agency(edition, kind)),
        f"{folder}/year.yaml": _text(_year(edition, kind)),
        "content/agency/map.png": _shipped(PICTURE),
    }
    for item in edition.items:
        entry = demo_entry(edition, item, kind)
        if entry is not None:
            files[f"{folder}/{item.stem}.yaml"] = _text(entry)
            for name in sorted(_named(entry)):
                files[f"{folder}/{item.stem}/{name}"] = _shipped(name)
        if item.stream:
            files |= dict(_posts(edition, item, item.stream))
    return files


def _text(data: Data) -> bytes:
    return dump_yaml(data).encode("utf-8")


def _shipped(name: str) -> bytes:
    return (shipped_folder() / "schema" / "demo" / name).read_bytes()


def _named(value: object) -> set[str]:
    """The shipped files that an entry names."""
    if isinstance(value, dict):
        return {name for inner in value.values() for name in _named(inner)}
    if isinstance(value, list):
        return {name for inner in value for name in _named(inner)}
    return {value} & {PICTURE, _DOCUMENT, _TABLE} if isinstance(value, str) else set()


def _agency(edition: Edition, kind: Kind) -> Data:
    return {
        "name": f"หน่วยงานตัวอย่าง ({kind.name})",
        "name_en": "Example Agency",
        "short": "หน่วยงานตัวอย่าง",
        "kind": kind.id,
        "address": "99 หมู่ 9 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง 00000",
        "phones": ["0 2000 0000"],
        "fax": "0 2000 0001",
        "email": "saraban@example.go.th",
        "map": {"image": "map.png", "alt": "แผนที่ตั้งสำนักงานหน่วยงานตัวอย่าง ริมถนนตัวอย่าง"},
        "social": [{"title": "Facebook", "link": "https://www.facebook.com/example.agency"}],
        "site_url": "https://www.example.go.th",
        "current": edition.be,
    }


def _year(edition: Edition, kind: Kind) -> Data:
    unit = kind.units[0] if kind.units else "สำนักงาน"
    owner = {"unit": unit, "position": "เจ้าหน้าที่ตัวอย่าง", "items": [i.code for i in edition.items]}
    due = date(edition.be - ERA, 4, 20)
    return {
        "edition": edition.id,
        "state": "open",
        "due": long_day_th(due),
        "owners": {"office": owner},
    }


def demo_entry(edition: Edition, item: Item, kind: Kind) -> Data | None:
    """The entry of one item as plain data; None where none is needed."""
    if not item.needs_file:
        return None
    entry: Data = {}
    if item.coverage and item.coverage.relation != "done_in":
        entry["covers"] = said_period(edition, item.coverage)
    entry["elements"] = {
        element.id: _answer(edition, item, element, kind)
        for element in item.elements
        if not element.from_
    }
    return entry


def _answer(edition: Edition, item: Item, element: Element, kind: Kind) -> Any:
    sides: tuple[str | None, ...] = element.sides.get(kind.id) or (None,)
    if element.each:
        return list(demo_records(edition, item, element, kind))
    parts: list[Any] = []
    coverage = item.coverage_of(element)
    for number, side in enumerate(sides * element.at_least, 1):
        for covers in demo_spans(edition, item, element):
            part = _evidence(item, element, number)
            if side:
                part["side"] = side
            if covers:
                part["covers"] = covers
            if coverage and coverage.relation == "done_in":
                part["date"] = demo_day(edition, coverage, number)
            parts.append(part | _signature(edition, element, kind))
    if len(parts) > 1 or element.documents:
        return parts
    only = parts[0]
    return only["text"] if set(only) == {"text"} else only


def _evidence(item: Item, element: Element, number: int) -> Data:
    form = next(iter(element.accepts), "text")
    title = f"{element.title} (ตัวอย่างที่ {number})"
    if element.documents:
        return {"title": title, "link": demo_address(item, element.id, number)}
    if element.signed_by and "pages" in element.accepts:
        return {"file": _DOCUMENT, "pages": 1}
    forms: dict[str, Data] = {
        "text": {"text": f"ข้อมูลตัวอย่างของ{element.title} เขียนขึ้นเพื่อทดสอบเท่านั้น"},
        "image": {"image": PICTURE, "alt": title},
        "pages": {"file": _DOCUMENT, "pages": 1},
        "table": {"table": _TABLE},
        "link": {"title": title, "link": demo_address(item, element.id, number)},
    }
    return forms[form]


def _signature(edition: Edition, element: Element, kind: Kind) -> Data:
    rule = element.signed_by
    if rule is None:
        return {}
    where = edition.by_slug[rule.where.item]
    people = where.element(rule.where.element)
    assert people is not None
    signer = next(
        row for row in demo_records(edition, where, people, kind) if row[rule.field] == rule.value
    )
    day = date(edition.be - ERA - 1, 12, 9)
    return {"signed": long_day_th(day), "by": signer[people.each[0].id]}


def _posts(edition: Edition, item: Item, stream: Stream) -> Iterator[tuple[str, bytes]]:
    kinds: tuple[str | None, ...] = stream.kinds or (None,)
    count = max(stream.at_least, len(kinds))
    coverage = item.coverage or Coverage("done_in")
    for number in range(1, count + 1):
        kind = kinds[(number - 1) % len(kinds)]
        head: Data = {
            "title": f"{item.label} ตัวอย่างที่ {number}",
            "date": demo_day(edition, coverage, number),
        }
        if kind:
            head["kind"] = kind
        body = f"---\n{dump_yaml(head)}---\nข้อความตัวอย่าง เขียนขึ้นเพื่อทดสอบเท่านั้น\n"
        yield f"content/{stream.of}/{edition.be}-{item.stem}-{number}.md", body.encode("utf-8")
