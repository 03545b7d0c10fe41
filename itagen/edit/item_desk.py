"""The form of one item, opened and saved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from itagen.answers import ItemAnswer
from itagen.edit.findings import Placed, placed
from itagen.edit.form import ItemForm
from itagen.edit.inputs import LABELS, Files
from itagen.edit.part_form import PartForms
from itagen.edit.posted import ORDER, Values, entry_values, nested
from itagen.edit.read_form import ENTRY_LABELS, FormReader
from itagen.edit.save import mark, read_bytes, with_text, write_whole
from itagen.edit.seen import Seen
from itagen.edit.stale import Stale, differences, over, read_was
from itagen.edit.texts import texts
from itagen.edit.uploads import Refused, Upload, keep
from itagen.edit.yaml_lines import edited
from itagen.part_views import Link
from itagen.source import read_text

EDITOR = "/_edit/"
FILES = f"{EDITOR}file/"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An item as its form shows it.

    Attributes:
        base: what tells the state of the file that the form was made of.
        was: the values that it was made of, as JSON.
        findings: what was found, by the name of the input.
    """

    answer: ItemAnswer
    path: str
    form: ItemForm
    base: str
    was: str
    findings: Placed


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save wrote, relative to the project's root, and the uploads that it did not."""

    paths: tuple[Path, ...]
    refused: tuple[Refused, ...] = ()


def values_of(data: bytes | None) -> Values | None:
    """The values of a file; None where it cannot be read."""
    try:
        source = read_text("entry.yaml", (data or b"").decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None
    return None if source.root is None else cast(Values, texts(source.root))


def open_item(seen: Seen, answer: ItemAnswer) -> OpenItem | None:
    """The form of an item; None where its file is Markdown or cannot be read."""
    path = seen.path_of(answer)
    data = read_bytes(seen.project.root / path)
    values = values_of(data)
    if values is None or not path.endswith(".yaml"):
        return None
    form = form_of(seen, answer, values)
    source = read_text(path, (data or b"").decode("utf-8-sig"))
    found = placed(form, source.root, path, seen.about(answer))
    return OpenItem(answer, path, form, mark(data), json.dumps(values, ensure_ascii=False), found)


def form_of(seen: Seen, answer: ItemAnswer, values: Values) -> ItemForm:
    """The form of an item with these values in it."""
    year = answer.year.folder
    kind = seen.site.kind.id if seen.site.kind else ""
    folder = f"{year}/{answer.item.stem}"
    streams = {n: Link(title, f"{EDITOR}posts/{n}/") for n, title in seen.streams.items()}
    facts = Link("ข้อมูลหน่วยงาน", f"{EDITOR}text/agency.yaml")
    reader = FormReader(answer.edition, kind, facts, streams)
    files = Files(folder, seen.files_in(folder), FILES)
    return reader.form(answer.item, values, PartForms(answer.edition, kind, files))


def save_item(
    seen: Seen, answer: ItemAnswer, sent: Mapping[str, str], uploads: Iterable[Upload]
) -> Saved | Stale:
    """Write what a form was sent with, unless the file changed since it was opened."""
    root = seen.project.root
    path = root / seen.path_of(answer)
    folder = seen.project.content / answer.year.folder / answer.item.stem
    sent, kept, refused = with_uploads(sent, uploads, folder)
    was = read_was(sent.get("was", ""))
    values = entry_values(answer.item, nested(sent.items()), was)
    data = read_bytes(path)
    now = values_of(data)
    if now is None or mark(data) != sent.get("base", ""):
        differs = differences(now, values, titles_of(answer))
        return Stale(differs, tuple(sent.items()), mark(data), refused)
    if sent.get("choice") == "mine":
        values = over(now, was, values)
    old = (data or b"").decode("utf-8-sig").replace("\r\n", "\n")
    new = edited(old, values, ORDER)
    if new != old:
        write_whole(path, with_text(data, new))
    return Saved((*([path] if new != old else []), *kept), refused)


def with_uploads(
    sent: Mapping[str, str], uploads: Iterable[Upload], folder: Path
) -> tuple[dict[str, str], tuple[Path, ...], tuple[Refused, ...]]:
    """The uploads kept, and what was sent naming them; several may come as documents."""
    named, paths, refused = dict(sent), [], []
    for upload in uploads:
        name = keep(folder, upload)
        if isinstance(name, Refused):
            refused.append(name)
            continue
        paths.append(folder / name)
        field = upload.field
        if field == "documents":
            rows = [int(n.split(".")[1]) for n in named if n.startswith("documents.")]
            field = f"documents.{max(rows, default=-1) + 1}.file"
        named[field] = name
    return named, tuple(paths), tuple(refused)


def titles_of(answer: ItemAnswer) -> dict[str, str]:
    """What the keys of an item's file are called."""
    elements = answer.item.elements
    fields = {field.id: field.title for e in elements for field in e.each}
    return {**LABELS, **ENTRY_LABELS, **fields, **{f"elements.{e.id}": e.title for e in elements}}
