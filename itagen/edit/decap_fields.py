"""An entry as fields of Decap CMS.

A field of Decap has one shape, a value of an entry may have several: each element is offered in the
shape that its file has now, or where nothing is written in the plainest that the edition accepts.
What has another shape is not offered; Decap leaves it in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from itagen.answers import ItemAnswer
from itagen.demand import Element, Field
from itagen.edit.inputs import LABELS
from itagen.edit.kinds import DOCUMENT_KEYS, EXTRAS, OWN_KEYS, is_lines
from itagen.edit.post_desk import POST_LABELS
from itagen.edit.posted import Values
from itagen.edit.read_form import ENTRY_LABELS
from itagen.edit.texts import Texts

Config = dict[str, Any]

_FILES = frozenset(["file", "table", "image"])
_LONG = frozenset(["text", "none", "pending", "body"])
_DAY = "วัน เดือน ปี พ.ศ. เช่น 15 พฤศจิกายน 2565"
_HINTS = {"date": _DAY, "signed": _DAY, "until": _DAY, "pages": "เช่น 13 หรือ 5-18"}


def item_file(answer: ItemAnswer, path: str, values: Values) -> Config:
    """One item of a year as a file of a collection."""
    item, folder = answer.item, f"{answer.year.folder}/{answer.item.stem}"
    held = values.get("elements")
    given = held if isinstance(held, dict) else {}
    elements = [f for e in item.elements if (f := _element(e, given.get(e.id)))]
    none = ["none"] if item.none or "none" in values else []
    fields = [
        *(_line(key, ENTRY_LABELS) for key in ("covers", "date") if _is_asked(answer, key, values)),
        *_documents(values.get("documents")),
        *([_object("elements", "องค์ประกอบ", elements)] if elements else []),
        *(_line(key, ENTRY_LABELS) for key in ("pending", "until", *none)),
    ]
    return {
        "name": item.stem,
        "label": f"{item.code} {item.title}",
        "file": path,
        "media_folder": f"/content/{folder}",
        "public_folder": folder,
        "fields": fields,
    }


def stream_collection(name: str, label: str, kinds: Sequence[str]) -> Config:
    """The posts of a stream; what a post says of documents stays, and is edited elsewhere."""
    kind = [_choice("kind", POST_LABELS["kind"], kinds)] if kinds else []
    return {
        "name": name,
        "label": label,
        "folder": f"content/{name}",
        "create": True,
        "extension": "md",
        "format": "yaml-frontmatter",
        "slug": "{{year}}-{{month}}-{{day}}-{{hour}}{{minute}}",
        "media_folder": f"/content/{name}/{{{{slug}}}}",
        "public_folder": f"{name}/{{{{slug}}}}",
        "fields": [
            {**_line("title", POST_LABELS), "required": True},
            {**_line("date", POST_LABELS), "required": True},
            *kind,
            _line("image", POST_LABELS),
            _line("alt", POST_LABELS),
            _line("body", POST_LABELS),
        ],
    }


def _is_asked(answer: ItemAnswer, key: str, values: Values) -> bool:
    asked = (answer.item.coverage_of(e) for e in answer.item.elements)
    days = {c.relation == "done_in" for c in asked if c}
    return key in values or (key == "date") in days


def _line(key: str, labels: dict[str, str]) -> Config:
    """A field for a single value, by what its key means."""
    widget = "file" if key in _FILES else "text" if key in _LONG else "string"
    hint = {"hint": _HINTS[key]} if key in _HINTS else {}
    return {"name": key, "label": labels[key], "widget": widget, "required": False, **hint}


def _choice(name: str, label: str, options: Sequence[str]) -> Config:
    chosen = {"widget": "select", "options": list(options), "required": False}
    return {"name": name, "label": label, **chosen}


def _object(name: str, label: str, fields: list[Config]) -> Config:
    return {"name": name, "label": label, "widget": "object", "required": False, "fields": fields}


def _list(name: str, label: str, **of: object) -> Config:
    return {"name": name, "label": label, "widget": "list", "required": False, **of}


def _documents(value: Texts | None) -> list[Config]:
    """The documents, where all of them are written alike."""
    rows = value if isinstance(value, list) else []
    label = ENTRY_LABELS["documents"]
    if rows and all(isinstance(row, str) for row in rows):
        return [_list("documents", label, field=_line("file", LABELS))]
    if all(_is_flat(row) for row in rows):
        keys = [key for key in DOCUMENT_KEYS if key != "side"]
        return [_list("documents", label, fields=[_line(key, LABELS) for key in keys])]
    return []


def _element(element: Element, value: Texts | None) -> Config | None:
    title = element.title
    if element.each:
        return _records(element, value)
    if value is None:
        return _object(element.id, title, _evidence(element, ()))
    if isinstance(value, str):
        return {"name": element.id, "label": title, "widget": "text", "required": False}
    if is_lines(value):
        return _list(element.id, title, field=_line("text", LABELS))
    if isinstance(value, dict) and _is_flat(value):
        return _object(element.id, title, _evidence(element, value))
    if isinstance(value, list) and all(map(_is_flat, value)):
        keys = {key for part in value if isinstance(part, dict) for key in part}
        return _list(element.id, title, fields=_evidence(element, keys))
    return None


def _evidence(element: Element, held: Iterable[str]) -> list[Config]:
    """The fields of a piece of evidence: what the edition accepts, and what is there."""
    kinds = [k for k in OWN_KEYS if k != "none" and (not element.accepts or k in element.accepts)]
    keys = [key for kind in (*kinds, "pending") for key in OWN_KEYS[kind]]
    wanted = dict.fromkeys([*keys, *EXTRAS, *held])
    return [_line(key, LABELS) for key in wanted if key in LABELS and key not in {"login", "side"}]


def _records(element: Element, value: Texts | None) -> Config | None:
    """Rows, where all of them are rows; a column that is not the same in all is not offered."""
    rows = [] if value is None else value if isinstance(value, list) else [value]
    records = [row for row in rows if isinstance(row, dict)]
    ids = {field.id for field in element.each}
    if len(records) != len(rows) or not all(ids & row.keys() for row in records):
        return None
    columns = [
        c for f in element.each if (c := _column(f, [r[f.id] for r in records if f.id in r]))
    ]
    keys = {key for row in records for key in row} - ids
    more = [_line(key, LABELS) for key in ("date", "covers", "title") if key in keys]
    return _list(element.id, element.title, fields=[*columns, *more])


def _column(field: Field, values: Sequence[Texts]) -> Config | None:
    if all(isinstance(value, str) for value in values):
        if field.choices:
            return _choice(field.id, field.title, field.choices)
        widget = "file" if field.type == "image" else "text"
        return {"name": field.id, "label": field.title, "widget": widget, "required": False}
    if all(map(is_lines, values)):
        return _list(field.id, field.title, field=_line("text", LABELS))
    return None


def _is_flat(value: Texts) -> bool:
    """Whether a value is a mapping of nothing but texts."""
    return isinstance(value, dict) and all(isinstance(held, str) for held in value.values())
