"""A new post of a stream, a new question: files that staff fill in; no day is of the clock."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from itagen.demand import Stream
from itagen.edition import Edition
from itagen.yaml_tree import dump_yaml

_WORD = re.compile(r"[a-z][a-z0-9]*")
_MOST = 40


def streams_of(editions: Iterable[Edition]) -> dict[str, tuple[str, ...]]:
    """The streams that lists know, each with the kinds that its posts may be of."""
    found: dict[str, dict[str, None]] = {}
    for stream in _streams(editions):
        found.setdefault(stream.of, {}).update(dict.fromkeys(stream.kinds))
    return {name: tuple(kinds) for name, kinds in found.items()}


def post_stem(title: str, day: date | None, taken: Collection[str], usual: str = "post") -> str:
    """A name for its file that is not taken: the day in the Buddhist Era, the title's ASCII words.

    Addresses are made of it, so that it holds no Thai; the usual one where nothing else is known.
    """
    said = [f"{day.year + 543}-{day:%m-%d}"] if day else []
    words = "-".join(_WORD.findall(title.lower()))[:_MOST].strip("-")
    stem = "-".join([*said, words] if words else said) or usual
    if stem not in taken and (day or words):
        return stem
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}-{n}") not in taken)


def new_post(title: str, day: str, kind: str, kinds: Collection[str]) -> str:
    """The file of a post; what is not yet known stays empty, and check asks for it."""
    said = _head(title, day, "วันที่ลงข่าว")
    if kind:
        said += dump_yaml({"kind": kind})
    elif kinds:
        said += f"# kind:   # เลือกจาก {', '.join(kinds)}\n"
    return (
        f"---\n{said}# image: photo.jpg   # วางรูปในโฟลเดอร์ชื่อเดียวกับไฟล์นี้\n"
        "# alt: รูปแสดงอะไร\n# documents: [file.pdf]\n---\nเนื้อหาข่าวเขียนที่นี่\n"
    )


def new_question(title: str, day: str) -> str:
    """The file of a question, without an answer until staff write one."""
    return (
        f"---\n{_head(title, day, 'วันที่ถาม')}answered:   # วันที่ตอบ\n"
        "by:   # หน่วยงานที่ตอบ เช่น กองช่าง\n# channel: โทรศัพท์\n---\n"
    )


def _head(title: str, day: str, asked: str) -> str:
    said = dump_yaml({"title": title})
    return said + (dump_yaml({"date": day}) if day else f"date:   # {asked} เช่น 15 พฤศจิกายน 2565\n")


def _streams(editions: Iterable[Edition]) -> Iterator[Stream]:
    for edition in editions:
        yield from (item.stream for item in edition.items if item.stream)
