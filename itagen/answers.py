"""Whether each element is met, and by what: one judgement for rules, reports and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from itagen.demand import Coverage, Element
from itagen.diagnostics import Location, Subject
from itagen.edition import Edition, Item
from itagen.entry import (
    Answer,
    Document,
    Entry,
    Evidence,
    Part,
    Post,
    Record,
    Said,
    content_path,
)
from itagen.later import joined
from itagen.site import Year

State = Literal["met", "missing", "hollow", "pending", "none", "broken"]
ItemState = Literal["complete", "incomplete", "pending", "none", "missing"]


@dataclass(frozen=True, slots=True)
class ElementAnswer:
    """One element of one item, with what was given for it.

    Attributes:
        coverage: what its evidence must cover, None where no year is asked.
        parts: rows and evidence that count, without hollow ones.
        pending: why it is still to come, where an entry says so.
    """

    element: Element
    coverage: Coverage | None
    state: State
    at: Location
    answer: Answer | None = None
    parts: tuple[Part, ...] = ()
    pending: Said | None = None

    @property
    def inline(self) -> tuple[Record, ...]:
        """Its rows that are written in the entry itself."""
        return tuple(part for part in self.parts if isinstance(part, Record))

    @property
    def records(self) -> Sequence[Record]:
        """All its rows: those written inline, and those that were read in tables."""
        return joined([p.rows if isinstance(p, Evidence) else (p,) for p in self.parts])

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its parts that are not rows."""
        return tuple(part for part in self.parts if isinstance(part, Evidence))

    @property
    def all_read(self) -> bool:
        """Whether all its rows are known: no part may hold some that could not be read."""
        return all(part.tables for part in self.evidence)


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """One item of one year, with the entry and posts that answer it."""

    year: Year
    edition: Edition
    item: Item
    entry: Entry | None
    elements: tuple[ElementAnswer, ...]
    posts: tuple[Post, ...] = ()

    @property
    def subject(self) -> Subject:
        """What a finding on this item is about."""
        return Subject(self.year.folder, self.edition.be, self.edition.id, self.item.code)

    def about(self, element: Element) -> Subject:
        """What a finding on one of its elements is about."""
        own = self.subject
        return Subject(own.folder, own.be, own.edition, own.item, element.id)

    @property
    def at(self) -> Location:
        """Where the item is answered, or should be."""
        if self.entry:
            return self.entry.at
        return Location(f"content/{self.year.folder}/{self.item.stem}.yaml")

    @property
    def state(self) -> ItemState:
        """How far the item is, by its elements alone."""
        asked = [a for a in self.elements if a.element.demand == "required"]
        if self.entry and self.entry.pending:
            return "pending"
        if self.entry and self.entry.none and self.item.none:
            return "none"
        if any(a.state == "pending" for a in asked):
            return "pending"
        if all(a.state in {"met", "none"} for a in asked):
            return "complete"
        return "missing" if self.entry is None and not self.posts else "incomplete"

    def find(self, element: str) -> ElementAnswer | None:
        """The answer of one element."""
        return next((a for a in self.elements if a.element.id == element), None)

    def document_of(self, evidence: Evidence) -> Document | None:
        """The line of `documents` that evidence points at; the only one for bare `pages`."""
        if self.entry is None:
            return None
        name = evidence.file or evidence.table or evidence.image
        if name:
            folder, wanted = self.entry.folder, content_path(self.entry.folder, name.text)
            named = (d for d in self.entry.documents if d.file)
            return next(
                (d for d in named if d.file and content_path(folder, d.file.text) == wanted), None
            )
        if evidence.pages and len(self.entry.documents) == 1:
            return self.entry.documents[0]
        return None
