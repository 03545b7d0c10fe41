"""The shape of files: JSON Schemas (draft-07), shipped or, for entries, made from the edition.

The schema owns shape alone: which keys, which kinds of value. Presence, years and meaning belong to
the rules. A shape that does not fit becomes a Fault at the value's own place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import jsonschema_rs

from itagen.again import once
from itagen.demand import Element, Field
from itagen.edition import Item
from itagen.page_spans import can_be
from itagen.shipped import shipped_folder
from itagen.text import nearest
from itagen.tree import Fault, Mapping, Node, Path, Scalar, Sequence, find, locate, plain

Schema = dict[str, Any]

PATTERNS = {
    "money": (
        r"^\s*(([0-9๐-๙]+|[0-9๐-๙]{1,3}(,[0-9๐-๙]{3})+)([.][0-9๐-๙]{1,2}|[.]-)?\s*(บาท)?"
        r"|ไม่.+)\s*$"
    ),
    "percent": r"^\s*(ร้อยละ\s*)?[0-9๐-๙]{1,3}([.][0-9๐-๙]+)?\s*%?\s*$",
    "item": r"^\s*(ข้อ)?\s*[A-Za-z]{0,5}\s*[0-9๐-๙]{1,3}\s*$",
    "count": r"^\s*([0-9๐-๙][0-9๐-๙,]*\s*(เรื่อง|ราย|คน|ครั้ง)?|ไม่มี)\s*$",
}


@cache
def shape(name: str) -> Schema:
    """A shipped schema by name: agency, year, post, entry, edition, kind or redirects."""
    loaded: Schema = json.loads(shape_file(name))
    return loaded


def shape_file(name: str) -> bytes:
    """A shipped schema as it stands in its file."""
    return (shipped_folder() / "schema" / "shapes" / f"{name}.json").read_bytes()


def entry_shape(item: Item, kind: str) -> Schema:
    """The schema of one item's entry for an agency of this kind."""
    base = shape("entry")
    sides = {e.id: e.sides.get(kind, ()) for e in item.elements}
    elements = {e.id: _element_shape(e, sides[e.id], base) for e in item.elements}
    properties = {
        **base["properties"],
        "elements": {"type": "object", "properties": elements, "additionalProperties": False},
    }
    return {**base, "title": f"{item.code} {item.title}", "properties": properties}


def _element_shape(element: Element, sides: tuple[str, ...], base: Schema) -> Schema:
    evidence: Schema = base["definitions"]["evidence"]
    keys = dict(evidence["properties"])
    if sides:
        keys["side"] = {"enum": list(sides), "$comment": "choice"}
    if not element.each:
        return {**evidence, "properties": keys, "title": element.title}
    fields = {field.id: _field_shape(field, base) for field in element.each}
    record = {"type": "object", "properties": {**fields, **keys}, "additionalProperties": False}
    return {**record, "type": ["array", "object"], "items": record, "title": element.title}


def _field_shape(field: Field, base: Schema) -> Schema:
    if field.choices:
        return {"enum": list(field.choices), "title": field.title, "$comment": "choice"}
    if field.type in PATTERNS:
        return {
            "type": ["string", "integer"],
            "pattern": PATTERNS[field.type],
            "title": field.title,
            "$comment": field.type,
        }
    return {**base["definitions"]["evidence"], "title": field.title}


class Shape:
    """A schema made ready to check many files."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._validator = _validator(json.dumps(schema))

    def faults(self, root: Mapping) -> Iterator[Fault]:
        """Every place of a file that does not have the shape."""
        for error in self._validator.iter_errors(plain(root)):
            path: Path = tuple(error.instance_path)
            match error.kind.name:
                case "additionalProperties":
                    for name in error.kind.value:
                        yield self._unknown(root, path, str(name))
                case "required":
                    yield self._missing(root, path, str(error.kind.value))
                case _:
                    yield self._wrong(root, path, error.kind.name, error.kind.value)

    def _missing(self, root: Mapping, path: Path, name: str) -> Fault:
        parent = find(root, path)
        key = parent.key(name) if isinstance(parent, Mapping) else None
        at = key.at if key else locate(root, path)
        return Fault("missing-key", at, "blank" if key else "", name, path=path)

    def _unknown(self, root: Mapping, path: Path, name: str) -> Fault:
        properties = self._at(path).get("properties", {})
        known = tuple(properties)
        titles = {str(s["title"]): n for n, s in properties.items() if "title" in s}
        parent = find(root, path)
        key = parent.key(name) if isinstance(parent, Mapping) else None
        at = key.at if key else locate(root, path)
        meant = nearest(name, (*known, *titles))
        meant = titles.get(meant or "", meant)
        return Fault("unknown-key", at, meant or "", name, path=(*path, name), options=known)

    def _wrong(self, root: Mapping, path: Path, kind: str, value: Any) -> Fault:
        schema = self._at(path)
        found = _shown(find(root, path))
        detail = schema.get("$comment") or ("choice" if kind == "enum" else kind)
        options = tuple(map(str, value)) if isinstance(value, list) else ()
        at = locate(root, path)
        if kind == "propertyNames":
            detail = "id"
        return Fault("wrong-type", at, str(detail), found[:80], path=path, options=options)

    def _at(self, path: Path) -> Schema:
        """The part of the schema that speaks of a path."""
        schema = self._resolve(self.schema)
        for step in path:
            if isinstance(step, int):
                schema = self._resolve(schema.get("items", {}))
            elif step in schema.get("properties", {}):
                schema = self._resolve(schema["properties"][step])
            else:
                extra = schema.get("additionalProperties")
                schema = self._resolve(extra if isinstance(extra, dict) else {})
        return schema

    def _resolve(self, schema: Schema) -> Schema:
        reference = schema.get("$ref")
        if not reference:
            return schema
        target: Schema = self.schema["definitions"][reference.rsplit("/", 1)[1]]
        return target


def _shown(node: Node | None) -> str:
    """A value as a message quotes it."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return f"รายการ {len(node.items)} รายการ"
        case Mapping():
            return ", ".join(f"{name}:" for name in list(node.values)[:3])
        case _:
            return ""


@lru_cache(maxsize=256)
def _validator(schema: str) -> jsonschema_rs.Draft7Validator:
    """A schema made ready, which takes long: once for all readings of a process."""
    return jsonschema_rs.Draft7Validator(
        json.loads(schema), formats={"pages": can_be}, validate_formats=True
    )


@once
def item_shape(item: Item, kind: str) -> Shape:
    """The schema of one item's entry for an agency of this kind, made ready."""
    return Shape(entry_shape(item, kind))


@cache
def fixed_shape(name: str) -> Shape:
    """A shipped schema made ready."""
    return Shape(shape(name))
