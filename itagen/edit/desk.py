"""What the handlers of the editor share, and the values that every page of it gets."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hmac import compare_digest
from pathlib import Path

from itagen.edit.commit import Person, commit
from itagen.edit.pages import rendered
from itagen.edit.seen import Seen
from itagen.edit.uploads import MOST_BYTES, Refused
from itagen.part_views import Link
from itagen.project import Project

_MOST_NOTES = 50


@dataclass(frozen=True, slots=True)
class Note:
    """What the page after a save tells, once it is opened."""

    words: str
    refused: tuple[Refused, ...] = ()
    git: str = ""


@dataclass
class Desk:
    """One running editor.

    Attributes:
        person: in whose name each save is committed; None: none is.
        token: what a form must send back, so that no other page can make one.
        pool: one thread, in which saves follow one another.
    """

    project: Project
    person: Person | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    notes: dict[str, Note] = field(default_factory=dict)

    def knows(self, token: str) -> bool:
        """Whether a form is one of ours."""
        return compare_digest(token.encode(), self.token.encode())

    def page(self, seen: Seen, template: str, **values: object) -> str:
        """A page with the frame that all of them have."""
        streams = [Link(t, f"/_edit/posts/{name}/") for name, t in seen.streams.items()]
        ways = [
            Link("รายการ", "/_edit/"),
            *streams,
            Link("ข้อมูลหน่วยงาน", "/_edit/text/agency.yaml"),
            Link("ดูเว็บไซต์", "/", outside=True),
        ]
        agency = seen.site.agency.words("name")
        most = MOST_BYTES // 1_000_000
        return rendered(template, token=self.token, ways=ways, agency=agency, most=most, **values)

    def after(self, paths: Sequence[Path], words: str, refused: tuple[Refused, ...]) -> str:
        """Commit what was saved, where that is wished; the number of the note on it."""
        git = ""
        if paths and self.person:
            git = commit(self.project.root, paths, words, self.person)
        told = "บันทึกแล้ว" if paths else "ไม่มีอะไรเปลี่ยน"
        number = secrets.token_hex(4)
        self.notes[number] = Note(told, refused, git)
        for old in list(self.notes)[:-_MOST_NOTES]:
            del self.notes[old]
        return number
