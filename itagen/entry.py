"""What one file gives for one item, or one post: values as staff wrote them, with their places.

Nothing here is judged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from itagen.diagnostics import Location
from itagen.edition import Item
from itagen.evidence.table import Sums, Table, TableFault

QUESTIONS = "questions"
_UNSAFE = re.compile(r'^[/~]|^[A-Za-z]:|[\\]|(^|/)[.][.]?(/|$)|//|[\x00-\x1f:*?"<>|]')


@dataclass(frozen=True, slots=True)
class Said:
    """Words that staff wrote, and where."""

    text: str
    at: Location


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit or position of an organisation, who holds it, and what stands below it."""

    name: Said
    who: Said | None = None
    below: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What meets an element: one flat object, most of it empty (design §4).

    Attributes:
        sound: False where its shape was at fault, which has been reported.
        tables: what was read in the file of `table`; `rows`: as records, where they are asked for;
            `spans`: the months and days that stand inside; `faults`: what is wrong with it; `sums`.
        given: a hash of all that these five were made of, for what is made of them in turn.
    """

    at: Location
    text: Said | None = None
    file: Said | None = None
    pages: Said | None = None
    table: Said | None = None
    sheet: Said | None = None
    link: Said | None = None
    image: Said | None = None
    alt: Said | None = None
    tree: tuple[Branch, ...] = ()
    title: Said | None = None
    side: Said | None = None
    covers: Said | None = None
    date: Said | None = None
    by: Said | None = None
    signed: Said | None = None
    login: Said | None = None
    none: Said | None = None
    pending: Said | None = None
    until: Said | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    sound: bool = True
    tables: tuple[Table, ...] = ()
    rows: Sequence[Record] = ()
    spans: tuple[Said, ...] = ()
    faults: tuple[TableFault, ...] = ()
    sums: Sums = ()
    given: bytes = b""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Which kinds of evidence it is, in the edition's words; empty where it holds none."""
        found = {
            "text": self.text or self.tree,
            "table": self.table,
            "pages": self.pages or self.file,
            "link": self.link,
            "image": self.image or self.tree,
        }
        return tuple(name for name, value in found.items() if value)

    @property
    def holds_documents(self) -> bool:
        """Whether records, months and dates may stand in a file that is not opened."""
        return bool(self.table or self.pages or self.file or self.image or self.link)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of an element with `each`: values by field id.

    Attributes:
        broken: fields whose shape was at fault, which has been reported.
        keys: what fields are called in the file, where that is not their id.
    """

    at: Location
    fields: Mapping[str, tuple[Evidence, ...]]
    side: Said | None = None
    covers: Said | None = None
    date: Said | None = None
    broken: frozenset[str] = frozenset()
    keys: Mapping[str, str] = field(default_factory=dict)

    def words(self, name: str) -> Said | None:
        """The text of a field."""
        values = self.fields.get(name, ())
        return next((value.text for value in values if value.text), None)


Part = Evidence | Record


@dataclass(frozen=True, slots=True)
class Answer:
    """What an entry gives for one element."""

    element: str
    at: Location
    parts: tuple[Part, ...]
    sound: bool = True

    @property
    def records(self) -> tuple[Record, ...]:
        """Its rows written inline."""
        return tuple(part for part in self.parts if isinstance(part, Record))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its parts that are not rows."""
        return tuple(part for part in self.parts if isinstance(part, Evidence))


@dataclass(frozen=True, slots=True)
class Document:
    """A file or a link with what is known of it."""

    at: Location
    file: Said | None = None
    link: Said | None = None
    title: Said | None = None
    side: Said | None = None
    covers: Said | None = None
    date: Said | None = None
    by: Said | None = None
    signed: Said | None = None


@dataclass(frozen=True, slots=True)
class Accept:
    """A warning that staff looked at and accept: which rule, why, who says so."""

    at: Location
    rule: Said
    reason: Said
    by: Said


@dataclass(frozen=True)
class Entry:
    """One item of one year, as one file gives it.

    Attributes:
        folder: its own files' folder, relative to content/ (`2566/o13`).
        blank: nothing is written in the file.
        broken: top-level keys whose shape was at fault, and `*` where nothing can be judged.
    """

    item: Item
    path: str
    folder: str
    at: Location
    answers: Mapping[str, Answer] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    elements_at: Location | None = None
    said_item: Said | None = None
    covers: Said | None = None
    date: Said | None = None
    none: Said | None = None
    pending: Said | None = None
    until: Said | None = None
    formerly: tuple[Said, ...] = ()
    accepts: tuple[Accept, ...] = ()
    blank: bool = False
    broken: frozenset[str] = frozenset()

    @property
    def sound(self) -> bool:
        """Whether the file could be read at all."""
        return "*" not in self.broken


@dataclass(frozen=True)
class Post:
    """One post of a stream: content/<stream>/<stem>.md."""

    stream: str
    stem: str
    path: str
    at: Location
    title: Said | None = None
    date: Said | None = None
    kind: Said | None = None
    image: Said | None = None
    alt: Said | None = None
    body: Said | None = None
    documents: tuple[Document, ...] = ()
    accepts: tuple[Accept, ...] = ()
    formerly: tuple[Said, ...] = ()
    broken: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Question:
    """A question that was asked, and its answer: content/questions/<stem>.md."""

    stem: str
    path: str
    at: Location
    title: Said | None = None
    date: Said | None = None
    answered: Said | None = None
    by: Said | None = None
    channel: Said | None = None
    body: Said | None = None
    accepts: tuple[Accept, ...] = ()
    formerly: tuple[Said, ...] = ()
    broken: frozenset[str] = frozenset()

    @property
    def folder(self) -> str:
        """Its own files' folder, relative to content/."""
        return f"{QUESTIONS}/{self.stem}"


def content_path(folder: str, name: str) -> str:
    """A file's path below content/: a bare name lies in the entry's own folder."""
    return name if "/" in name else f"{folder}/{name}"


def is_safe(name: str) -> bool:
    """Whether a name can only mean a file below content/ on every system."""
    return not _UNSAFE.search(name)
