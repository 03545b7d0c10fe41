"""A year that is over: it keeps the agency's facts of its time, and is archived."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.project import Project
from itagen.site import Year
from itagen.source import read_source
from itagen.tree import Mapping, Plain, plain
from itagen.yaml_edit import read_whole, with_value, write_whole
from itagen.yaml_tree import dump_yaml

_FACTS = (
    "name", "name_en", "short", "province", "address", "phones", "fax", "email", "hours", "map",
    "social",
)  # fmt: skip
_HEAD = "# ข้อมูลของหน่วยงานเมื่อปิดปี แก้ agency.yaml ภายหลังแล้วปีนี้ไม่เปลี่ยน"


def closed_text(project: Project, year: Year) -> str:
    """The text of year.yaml with the facts of today that it does not have yet, archived."""
    path = project.root / year.path
    now = read_source(project.root, project.content / "agency.yaml").root
    own = read_source(project.root, path).root
    text = read_whole(path)
    if now and own:
        text = _with_facts(text, own, dict(_missing(now, own)))
    return with_value(text, "state", "archived", "edition")


def write_closed(project: Project, year: Year) -> bool:
    """Close a year; whether anything had to be written."""
    path, text = project.root / year.path, closed_text(project, year)
    if text == read_whole(path):
        return False
    write_whole(path, text)
    return True


def _missing(now: Mapping, own: Mapping) -> Iterator[tuple[str, Plain]]:
    """Facts of agency.yaml that year.yaml does not tell otherwise."""
    told = own.values.get("agency")
    known = told.values if isinstance(told, Mapping) else {}
    for name in _FACTS:
        if name in now.values and name not in known:
            yield name, plain(now.values[name])


def _with_facts(text: str, own: Mapping, facts: dict[str, Plain]) -> str:
    """The facts in the block `agency:`, behind those that stand there, or in one at the end."""
    if not facts:
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.rstrip().replace("\r\n", "\n").split("\n")
    key, told = own.key("agency"), own.values.get("agency")
    if key is None or key.at.line is None:
        return end.join([*lines, "", _HEAD, "agency:", *_block(facts, 2), ""])
    last = _last_line(lines, own, key.at.line)
    if not isinstance(told, Mapping) or told.at.line == key.at.line:
        whole = {**(plain(told) if isinstance(told, Mapping) else {}), **facts}  # type: ignore
        return end.join(
            [*lines[: key.at.line - 1], "agency:", *_block(whole, 2), *lines[last:], ""]
        )
    margin = (told.at.column or 3) - 1
    return end.join([*lines[:last], *_block(facts, margin), *lines[last:], ""])


def _block(facts: dict[str, Plain], margin: int) -> list[str]:
    return [f"{' ' * margin}{line}" for line in dump_yaml(facts).splitlines()]


def _last_line(lines: list[str], own: Mapping, start: int) -> int:
    """The last line of the block that a top-level key on line `start` opens, from 1."""
    below = (key.at.line for key, _ in own.pairs if key.at.line and key.at.line > start)
    last = min(below, default=len(lines) + 1) - 1
    while last > start and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    return last
