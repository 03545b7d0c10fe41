"""What an item says, as canonical JSON and its hash: two spellings of the same facts give the same.

Quotes, the order of keys, comments and line breaks of the file make no difference, nor do the
edition's own words, the theme, or the bytes of attachments: those have hashes of their own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from itagen.again import once
from itagen.answers import ElementAnswer, ItemAnswer
from itagen.entry import Evidence, Part, Post, Record, Said, content_path
from itagen.evidence.table import Line
from itagen.later import Later
from itagen.site import Site
from itagen.store import Store
from itagen.table_rows import OWN, Cells
from itagen.text import clean
from itagen.uses import item_uses
from itagen.written_json import Written, json_bytes, quoted

Data = dict[str, Any]

_VERSION = "1"
_FILES = frozenset(["file", "table", "image"])
_OF_READING = frozenset(["at", "sound", "broken", "given", "sums"])


def item_content(answer: ItemAnswer) -> Data:
    """The facts and evidence of an item; of a stream, without its posts."""
    entry = answer.entry
    folder = entry.folder if entry else ""
    said: dict[str, object] = {} if entry is None else {
        "covers": entry.covers, "date": entry.date, "none": entry.none, "pending": entry.pending,
        "documents": entry.documents,
    }  # fmt: skip
    elements = ((e.element.id, _element(e, folder)) for e in answer.elements)
    found = {name: value for name, value in elements if value is not None}
    return dict(_kept(said.items(), folder)) | ({"elements": found} if found else {})


@once
def post_content(post: Post) -> Data:
    """What one post says."""
    names = ("title", "date", "kind", "body", "image", "alt", "documents")
    return dict(_kept(((n, getattr(post, n)) for n in names), f"{post.stream}/{post.stem}"))


def content_hash(content: Data) -> str:
    """The sha256 of content as canonical JSON: keys sorted, UTF-8, no spaces between."""
    data = json_bytes(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(data).hexdigest()


def item_hash(answer: ItemAnswer) -> str:
    """The hash of an item's facts and evidence, the same whatever posts come to its stream."""
    return content_hash(item_content(answer))


def post_hash(post: Post) -> str:
    """The hash of one post."""
    return content_hash(post_content(post))


def page_hash(answer: ItemAnswer, store: Store | None = None) -> str:
    """The hash of all that the page of an item shows of content, its posts with it.

    A store keeps it where tables were read, by all else and by what these were read from.
    """
    answered = [element.answer for element in answer.elements if element.answer]
    given = [part.given for each in answered for part in each.evidence if part.given]
    if store is None or not given:
        return content_hash(_page_content(answer))
    known = b"".join((content_hash(_page_content(_without_tables(answer))).encode(), *given))
    kept = store.recall("page-hash", _VERSION, known, lambda: page_hash(answer).encode())
    return kept.decode()


def _page_content(answer: ItemAnswer) -> Data:
    posts = {f"{post.stream}/{post.stem}": post_content(post) for post in answer.posts}
    return {**item_content(answer), **({"posts": posts} if posts else {})}


def _without_tables(answer: ItemAnswer) -> ItemAnswer:
    """The same item without what was read in its tables."""
    elements = (
        replace(e, answer=replace(e.answer, parts=tuple(map(_bare, e.answer.parts))))
        if e.answer
        else e
        for e in answer.elements
    )
    return replace(answer, elements=tuple(elements))


def _bare(part: Part) -> Part:
    if isinstance(part, Evidence) and part.given:
        return replace(part, tables=(), rows=(), spans=(), faults=())
    return part


def attachments(site: Site, answer: ItemAnswer) -> tuple[str, ...]:
    """The files of an item that are there, by their paths below content/, each once."""
    named = (clean(use.path) for use in item_uses(site, answer) if use.path)
    return tuple(dict.fromkeys(name for name in named if name in site.files))


def _element(element: ElementAnswer, folder: str) -> Any:
    """What was given for an element; of the agency's facts those that count."""
    if element.answer:
        return _plain(element.answer.parts, folder)
    return _plain(element.parts, "agency") if element.element.from_ else None


def _plain(value: Any, folder: str) -> Any:
    """A value without places and without what is empty, for JSON; None where nothing is left."""
    if isinstance(value, Said):
        return value.text.strip() or None
    if isinstance(value, Line):
        return _line(value)
    if isinstance(value, (tuple, Later)):
        if value and isinstance(value[0], Record) and isinstance(value[0].fields, Cells):
            rows = ",".join(_rows(value))
            return Written(f"[{rows}]".encode()) if rows else None
        return [found for each in value if (found := _plain(each, folder)) is not None] or None
    if isinstance(value, Mapping):
        return dict(_kept(value.items(), folder)) or None
    kind: Any = type(value)
    if names := _names(kind):
        return dict(_kept(((name, getattr(value, name)) for name in names), folder)) or None
    return value


def _line(line: Line) -> Data:
    """A row as it stands in its sheet, quickly: there may be thousands."""
    told = (
        ("number", line.number), ("cells", line.cells), ("more", line.more), ("under", line.under),
        ("none", line.none),
    )  # fmt: skip
    return {name: value for name, value in told if value}


def _rows(records: Iterable[Record]) -> Iterator[str]:
    """Rows of tables as they were read, as canonical JSON: quickly, for the same cause."""
    read = [(r, r.fields.plain) for r in records if isinstance(r.fields, Cells)]
    names = sorted({name for _, told in read for name in told} - OWN)
    begun = [(name, f'{quoted(name)}:[{{"text":') for name in names]
    for record, told in read:
        texts = ((begin, told.get(name, "").strip()) for name, begin in begun)
        cells = [f"{begin}{quoted(text)}}}]" for begin, text in texts if text]
        when = (("covers", record.covers), ("date", record.date), ("side", record.side))
        parts = [
            f'"{name}":{quoted(text)}'
            for name, said in when
            if said and (text := said.text.strip())
        ]
        parts += [f'"fields":{{{",".join(cells)}}}'] if cells else []
        if parts:
            yield f"{{{','.join(sorted(parts))}}}"


def _kept(pairs: Iterable[tuple[str, object]], folder: str) -> Iterator[tuple[str, Any]]:
    """What is left of each; a file's name as its path below content/, however it was written."""
    for name, value in pairs:
        if value and (found := _plain(value, folder)) is not None:
            if name in _FILES and isinstance(found, str):
                found = clean(content_path(folder, found))
            yield name, found


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass that tell what was said; none of any other type."""
    told = fields(kind) if is_dataclass(kind) else ()
    return tuple(field.name for field in told if field.name not in _OF_READING)
