"""Owners, windows, methods and states of a table into year.yaml; what stands there stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from itagen.diagnostics import Words
from itagen.intake.report import RowTold
from itagen.intake.rows import Work
from itagen.intake.yaml_text import dump_round, flow, load_round
from itagen.site import Year
from itagen.text import key

if TYPE_CHECKING:
    from ruamel.yaml.comments import CommentedMap

_KEYS = {
    "window": Words("ระยะเวลา", "window"),
    "method": Words("วิธีดำเนินการ", "method"),
    "state": Words("สถานะ", "state"),
    "done": Words("ผลที่ดำเนินการแล้ว", "what is done"),
    "in_progress": Words("สิ่งที่อยู่ระหว่างดำเนินการ", "what is going on"),
    "remark": Words("หมายเหตุ", "remark"),
}


def take_year(text: str, year: Year, agency: str, rows: Sequence[tuple[Work, RowTold]]) -> str:
    """The text of year.yaml with what the rows say and it does not.

    Args:
        text: as it stands.
        year: as it was read from that text.
        rows: what the table says, each with what is told of it.
        agency: the name that stands for the unit of an owner who has none.
    """
    data = load_round(text)
    for work, told in rows:
        if work.item is not None:
            _owner(data, year, agency, work, told)
            _work(data, work, told)
    return dump_round(data, text) if any(told.took for _, told in rows) else text


def _part(data: CommentedMap, name: str) -> Any:
    """A mapping below a key, made if it is not there or blank."""
    from ruamel.yaml.comments import CommentedMap

    if not isinstance(data.get(name), CommentedMap):
        data[name] = CommentedMap()
    return data[name]


def _owner(data: CommentedMap, year: Year, agency: str, work: Work, told: RowTold) -> None:
    if not (work.unit or work.position) or work.item is None:
        return
    words = f"{work.unit} {work.position}".strip()
    unit = work.unit or agency
    had = year.owner_of(work.item.code)
    if had:
        if key(f"{had.unit}{had.position}") not in {key(words), key(unit + work.position)}:
            kept = f"{had.unit} {had.position}".strip()
            told.left.append(Words(
                f"ผู้รับผิดชอบ “{words}” เพราะ year.yaml บอกไว้แล้วว่าเป็น “{kept}”",
                f"owner “{words}”, as year.yaml already says “{kept}”",
            ))  # fmt: skip
        return
    owners = _part(data, "owners")
    owner = next((o for o in owners.values() if _same(o, unit, work.position)), None)
    if owner is None:
        owner = _new_owner(unit, work.position)
        owners[_free_id(owners)] = owner
    owner.setdefault("items", flow([])).append(work.item.code)
    told.took.append(Words(f"ผู้รับผิดชอบ {words}", f"owner {words}"))


def _same(owner: Any, unit: str, position: str) -> bool:
    held = f"{owner.get('unit', '')}{owner.get('position', '')}"
    return key(held) == key(f"{unit}{position}")


def _new_owner(unit: str, position: str) -> Any:
    from ruamel.yaml.comments import CommentedMap

    owner = CommentedMap({"unit": unit})
    if position:
        owner["position"] = position
    owner["items"] = flow([])
    return owner


def _free_id(owners: CommentedMap) -> str:
    number = len(owners) + 1
    while f"desk-{number}" in owners:
        number += 1
    return f"desk-{number}"


def _work(data: CommentedMap, work: Work, told: RowTold) -> None:
    given = {name: value for name in _KEYS if (value := str(getattr(work, name)))}
    if not given or work.item is None:
        return
    held = _part(_part(data, "items"), work.item.code)
    for name, value in given.items():
        title = _KEYS[name]
        if not held.get(name):
            held[name] = value
            told.took.append(Words(f"{title.th} {value[:60]}", f"{title.en} {value[:60]}"))
        elif key(str(held[name])) != key(value):
            told.left.append(Words(
                f"{title.th} “{value[:60]}” เพราะ year.yaml เขียนไว้แล้วว่า “{held[name]}”",
                f"{title.en} “{value[:60]}”, as year.yaml already says “{held[name]}”",
            ))  # fmt: skip
