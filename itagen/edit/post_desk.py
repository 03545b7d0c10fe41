"""The form of one post of a stream, opened and saved."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from itagen.diagnostics import Diagnostic
from itagen.edit.form import Input, PartForm
from itagen.edit.inputs import LABELS, Files
from itagen.edit.item_desk import FILES, Saved, values_of, with_uploads
from itagen.edit.kinds import Posted, said
from itagen.edit.posted import Values, documents, nested
from itagen.edit.save import mark, read_bytes, with_text, write_whole
from itagen.edit.seen import Seen
from itagen.edit.stale import Stale, differences, over, read_was
from itagen.edit.uploads import Upload
from itagen.edit.yaml_lines import edited
from itagen.period import ERA
from itagen.period_text import Refusal, parse_date

ORDER = ("title", "date", "kind", "image", "alt", "documents", "accept", "formerly")
POST_LABELS = {
    "title": "เรื่อง", "date": "วันที่", "kind": "ชนิดประกาศ", "image": "รูปภาพ",
    "alt": "คำบรรยายภาพ", "documents": "เอกสาร", "body": "เนื้อหา",
}  # fmt: skip
_FRONT = re.compile(r"(\s*---[ \t]*\n)(.*?\n|)(---[ \t]*(?:\n|$))(.*)", re.S)


@dataclass(frozen=True, slots=True)
class OpenPost:
    """A post as its form shows it; `stem` is empty of one that is to be written."""

    stream: str
    title: str
    stem: str
    path: str
    inputs: tuple[Input, ...]
    documents: tuple[PartForm, ...]
    blank_document: PartForm
    base: str
    was: str
    found: tuple[Diagnostic, ...]


def open_post(seen: Seen, stream: str, stem: str) -> OpenPost | None:
    """The form of a post, blank for a new one; None where its file cannot be read."""
    path = f"content/{stream}/{stem}.md"
    data = read_bytes(seen.project.root / path) if stem else None
    values = _values(data)
    if values is None:
        return None
    files = seen.files_in(f"{stream}/{stem}") if stem else ()
    beside = Files(f"{stream}/{stem}", files, FILES)
    held = values.get("documents")
    rows = held if isinstance(held, list) else []
    return OpenPost(
        stream,
        seen.streams[stream],
        stem,
        path,
        tuple(_inputs(values, seen.kinds(stream), beside)),
        tuple(beside.document(index, row) for index, row in enumerate(rows)),
        beside.document(len(rows), None),
        mark(data),
        json.dumps(values, ensure_ascii=False),
        seen.at(path) if stem else (),
    )


def _inputs(values: Values, kinds: tuple[str, ...], files: Files) -> Iterator[Input]:
    given = {key: value for key, value in values.items() if isinstance(value, str)}

    def line(key: str, hint: str = "", *, asked: bool = False) -> Input:
        return Input(key, POST_LABELS[key], given.get(key, ""), hint=hint, asked=asked)

    yield line("title", asked=True)
    yield line("date", "วัน เดือน ปี พ.ศ. ที่ดำเนินการหรือประกาศจริง", asked=True)
    if kinds:
        yield Input("kind", POST_LABELS["kind"], given.get("kind", ""), "choice", kinds)
    yield replace(line("body", "เว้นบรรทัดหนึ่งเพื่อขึ้นย่อหน้าใหม่"), shape="area")
    yield files.choice("image", "image", given, POST_LABELS["image"])
    yield line("alt", "รูปแสดงอะไร สำหรับผู้ที่มองไม่เห็น")


def save_post(
    seen: Seen, stream: str, stem: str, sent: Mapping[str, str], uploads: Iterable[Upload]
) -> tuple[str, Saved | Stale]:
    """Write a post; a new one gets a name made of its day. The name, and what came of it."""
    folder = seen.project.content / stream
    name = stem or _new_stem(seen, stream, sent.get("date", ""))
    path = folder / f"{name}.md"
    named, kept, refused = with_uploads(sent, uploads, folder / name)
    was = read_was(sent.get("was", ""))
    values = _sent_values(nested(named.items()), was)
    data = read_bytes(path)
    now = _values(data)
    if now is None or mark(data) != sent.get("base", ""):
        differs = differences(now, values, {**LABELS, **POST_LABELS})
        return name, Stale(differs, tuple(named.items()), mark(data), refused)
    if sent.get("choice") == "mine":
        values = over(now, was, values)
    old = (data or b"").decode("utf-8-sig").replace("\r\n", "\n")
    new = _post_text(old, values)
    if new != old:
        write_whole(path, with_text(data, new))
    return name, Saved((*([path] if new != old else []), *kept), refused)


def _values(data: bytes | None) -> Values | None:
    """The values of a post's front matter, and its body; None where they cannot be read."""
    try:
        front, body = _split((data or b"").decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return None
    values = values_of(front.encode("utf-8"))
    if values is None:
        return None
    return {**values, **({"body": body.strip("\n")} if body.strip() else {})}


def _split(text: str) -> tuple[str, str]:
    found = _FRONT.fullmatch(text)
    return (found[2], found[4]) if found else ("", text)


def _sent_values(given: Posted, was: Values) -> Values:
    values = dict(was)
    for key in ("title", "date", "kind", "image", "alt", "body"):
        if key in given and (text := said(given, key)) != str(values.get(key, "")).strip():
            values[key] = text
            if not text:
                del values[key]
    rows = given.get("documents")
    listed = documents(rows if isinstance(rows, dict) else {}, was.get("documents"))
    if listed:
        values["documents"] = listed
    else:
        values.pop("documents", None)
    return values


def _post_text(old: str, values: Values) -> str:
    """The text of a post; where the body is the same, its every byte."""
    front, body = _split(old)
    wanted = {key: value for key, value in values.items() if key != "body"}
    made = edited(front, wanted, ORDER)
    text = str(values.get("body", ""))
    if text.strip("\n") != body.strip("\n"):
        body = f"{text}\n" if text else ""
    found = _FRONT.fullmatch(old)
    first, last = (found[1], found[3]) if found else ("---\n", "---\n")
    return f"{first}{made.rstrip(chr(10))}\n{last}{body}"


def _new_stem(seen: Seen, stream: str, day: str) -> str:
    """`2566-01-18`, with a number where it is taken; `post` where no day can be read."""
    found = parse_date(day)
    stem = "post" if isinstance(found, Refusal) else f"{found.year + ERA}-{found:%m-%d}"
    taken = {path.stem for path in (seen.project.content / stream).glob("*.md")}
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
