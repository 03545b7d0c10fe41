"""Schemas for editors such as VS Code: the shape that `check` uses, in Thai, and what is demanded.

An editor offers and explains what may be written, and marks a wrong name and an element that is
missing. Years and meaning are for `check` alone.
"""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from posixpath import relpath
from typing import Any

from itagen.demand import Element, Field
from itagen.edition import Edition, Item, is_asked
from itagen.schema import Schema, entry_shape, shape
from itagen.site import Kind

FOLDER = "schema/editor"
_LINE = b"# yaml-language-server: $schema="
_LINES = re.compile(rb"^# yaml-language-server: \$schema=.*\n", re.MULTILINE)
_OF_FILES = ("agency", "year", "measures", "post", "question", "redirects")
_STRENGTHS = {"required": "ต้องมี", "example": "ตัวอย่าง ควรมี", "if_any": "ถ้ามี"}
_WAYS = "เขียนข้อความ หรือชี้ว่าอยู่ที่ใด"
_RECORDS = "เขียนทีละรายการ ขึ้นต้นด้วย -"
_TYPED: Mapping[str, list[object]] = {
    "money": ["1,200,000", "350000.50"],
    "count": ["12", "ไม่มี"],
    "date": ["15 พฤศจิกายน 2565"],
}
_POINTED: list[object] = [{"pages": "3-12"}, {"table": "table.xlsx"}]


def editor_schemas(edition: Edition, kind: Kind) -> dict[str, bytes]:
    """The schemas of a project's files, by path below the folder of schemas.

    Args:
        edition: whose items are written.
        kind: of the agency, which some elements depend on.
    """
    schemas = {name: _described(shape(name)) for name in _OF_FILES}
    for item in edition.items:
        schemas[f"{edition.id}/{item.stem}"] = entry_schema(item, kind)
    return {f"{name}.json": _bytes(schema) for name, schema in schemas.items()}


def for_editors(
    files: Mapping[str, bytes], edition: Edition, kind: Kind, year: str = ""
) -> dict[str, bytes]:
    """New files of a project, with the schemas of an edition and the lines that name them.

    Args:
        files: by path below the project folder; a line that came from an older list goes.
        edition: whose items are written.
        kind: of the agency.
        year: the folder below content/, where it is not the edition's year alone.
    """
    names = schema_names(edition, year)
    fresh = {path: _LINES.sub(b"", data) if path in names else data for path, data in files.items()}
    schemas = editor_schemas(edition, kind)
    placed = {f"{FOLDER}/{name}": data for name, data in schemas.items()}
    return {**with_lines(fresh, names), **placed}


def entry_schema(item: Item, kind: Kind) -> Schema:
    """The schema of one item's entry, in draft-07."""
    made: Schema = _described(entry_shape(item, kind.id))
    elements = made["properties"]["elements"]
    for element in item.elements:
        elements["properties"][element.id] |= _words_of(element)
        _describe_fields(elements["properties"][element.id], element)
    needed = [e.id for e in item.elements if is_asked(e) and not e.from_]
    if needed and item.needs_file:
        elements["required"] = needed
        waits = [{"required": ["pending"]}, {"required": ["none"]}]
        made |= {"if": {"anyOf": waits}, "then": {}, "else": {"required": ["elements"]}}
    return made


def schema_names(edition: Edition, year: str = "") -> dict[str, str]:
    """The name of the schema of each file of a project, by path below the project folder."""
    folder = f"content/{year or edition.be}"
    names = {f"{folder}/{item.stem}.yaml": f"{edition.id}/{item.stem}" for item in edition.items}
    of_year = {f"{folder}/{name}.yaml": name for name in ("year", "measures")}
    of_site = {f"content/{name}.yaml": name for name in ("agency", "redirects")}
    return {**of_site, **of_year, **names}


def with_lines(
    files: Mapping[str, bytes], names: Mapping[str, str], folder: str = FOLDER
) -> dict[str, bytes]:
    """The same files of a project, each with the line that tells an editor its schema.

    Args:
        files: by path below the project folder; those that have such a line stay as they are.
        names: of their schemas; files without one stay as they are.
        folder: where the schemas lie, seen from the project folder.
    """
    return {
        path: _with_line(data, relpath(f"{folder}/{names[path]}.json", path.rpartition("/")[0]))
        if path in names
        else data
        for path, data in files.items()
    }


def _with_line(data: bytes, schema: str) -> bytes:
    if _LINE in data:
        return data
    end = b"\r\n" if b"\r\n" in data else b"\n"
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    return mark + _LINE + schema.encode() + end + data.removeprefix(mark)


def _words_of(element: Element) -> Schema:
    how = _RECORDS if element.each else _WAYS
    strength = _STRENGTHS[element.demand]
    words: Schema = {"description": f"{element.title} ({strength}) {how}"}
    return words if element.each else {**words, "examples": _POINTED}


def _describe_fields(schema: Schema, element: Element) -> None:
    for place in (schema, schema.get("items", {})) if element.each else ():
        for field in element.each:
            place["properties"][field.id] |= _words_of_field(field)


def _words_of_field(field: Field) -> Schema:
    words: Schema = {"description": f"{field.title} ({_STRENGTHS[field.demand]})"}
    examples = _TYPED.get(field.type)
    return {**words, "examples": examples} if examples else words


def _described(schema: Any) -> Any:
    """A copy in which every key that has no words of its own has the usual ones."""
    if isinstance(schema, list):
        return [_described(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _described(part) for key, part in schema.items() if key != "properties"}
    if "properties" in schema:
        made["properties"] = dict(_properties(schema["properties"]))
    return made


def _properties(properties: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    usual = shape("words")
    for name, part in properties.items():
        words = usual.get(name, {})
        told = {"allOf": [part]} if "$ref" in part else _described(part)  # beside $ref none counts
        yield name, {**words, **told}


def _bytes(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")
