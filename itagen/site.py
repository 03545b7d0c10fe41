"""What an agency publishes: the model of a project's content, as it was written, read-only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from itagen.address import safe_name
from itagen.agency import Agency
from itagen.diagnostics import Location, Subject
from itagen.edition import Edition, EditionFile, file_stem
from itagen.entry import QUESTIONS, Entry, Post, Question, Record, Said
from itagen.evidence.container import ContainerFacts
from itagen.evidence.kind import FileKind
from itagen.evidence.pdf import PdfFacts
from itagen.evidence.pictures import PictureFacts
from itagen.evidence.table_facts import TableFacts
from itagen.frozen import Frozen
from itagen.text import clean
from itagen.tree import Fault

# The reports that a page can be made of, and the file that each is made of.
REPORTS = {"tracking": "year.yaml", "measures": "measures.yaml"}
STATES = ("ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ได้ดำเนินการ")


@dataclass(frozen=True, slots=True)
class Owner:
    """A desk and the items it brings."""

    id: str
    unit: str
    position: str
    items: tuple[Said, ...]
    due: Said | None = None

    @property
    def name(self) -> str:
        """What it is called: unit and position, else the word that year.yaml has for it."""
        return " ".join(part for part in (self.unit, self.position) if part) or self.id


@dataclass(frozen=True, slots=True)
class ItemWork:
    """What year.yaml says of the work on one item.

    Attributes:
        window: when it is worked on, in the office's own words.
        state: one of STATES; `done` and `in_progress`: in words, what is and what goes on.
    """

    code: Said
    due: Said | None = None
    window: Said | None = None
    method: Said | None = None
    state: Said | None = None
    done: Said | None = None
    in_progress: Said | None = None
    remark: Said | None = None


@dataclass(frozen=True)
class Kind:
    """A kind of agency: schema/agencies/*.yaml; `examples`: how names of such agencies begin."""

    id: str
    name: str
    menus: tuple[str, ...]
    sides: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    name_en: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Year:
    """One folder of content that answers one edition.

    Attributes:
        edition: None where year.yaml names none that is known.
        said_edition: what it names.
        strays: files that look like entries but belong to no item: their name and place.
        doubled: entries beside another of the same item.
        measures: those of measures.yaml, by its keys.
        publish: the reports of it that are pages of the site.
        agency: the agency's facts of that time (year.yaml over agency.yaml).
    """

    folder: str
    path: str
    at: Location
    edition: Edition | None
    said_edition: Said | None
    agency: Agency
    state: str = "open"
    due: Said | None = None
    owners: tuple[Owner, ...] = ()
    work: Mapping[str, ItemWork] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    measures: tuple[Record, ...] = ()
    publish: tuple[str, ...] = ()
    strays: tuple[Said, ...] = ()
    doubled: tuple[tuple[Entry, Entry], ...] = ()
    misspelled: tuple[tuple[Said, str], ...] = ()
    unknown_codes: tuple[Said, ...] = ()
    broken: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether the year is still worked on, so that completeness is asked."""
        return self.state == "open"

    def subject(self, item: str | None = None) -> Subject:
        """What a finding on this year, or one of its items, is about."""
        edition = self.edition
        if edition is None:
            return Subject(self.folder, item=item)
        return Subject(self.folder, edition.be, edition.id, item)

    def due_of(self, code: str) -> Said | None:
        """The day by which an item is due: its own, its owner's, the year's."""
        work = self.work.get(code)
        if work and work.due:
            return work.due
        owner = self.owner_of(code)
        return (owner.due if owner and owner.due else None) or self.due

    def owner_of(self, code: str) -> Owner | None:
        """The desk that brings an item."""
        if self.edition is None:
            return None
        return next((o for o in self.owners if code in {said.text for said in o.items}), None)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file as it lies on the disk, relative to content/, and its size in bytes.

    Attributes:
        kind: what it is by its bytes, where it was opened: only what content uses is.
        pdf: what is in it, of a PDF that is what its name says.
        container: what lies in it, of an archive or Office file.
        picture: what the header of a picture tells, where it was read.
        table: what stands in a workbook or a CSV file, where it could be read.
    """

    path: str
    size: int
    kind: FileKind | None = None
    pdf: PdfFacts | None = None
    container: ContainerFacts | None = None
    picture: PictureFacts | None = None
    table: TableFacts | None = None


@dataclass(frozen=True)
class Site:
    """All that a project holds.

    Attributes:
        files: every regular file below content/, by its cleaned path relative to it.
        linked: files below content/ that are links or otherwise not regular.
        faults: what could not be read as it was meant, of all files.
        edition_files: the edition files that were read, with their own faults.
        editions: those that are used; known_editions: the ids of all there are.
        frozen: what was submitted of a year, by its folder; None where that cannot be read.
        digests: the sha256 of the files that were submitted, as they are now.
    """

    agency: Agency
    kind: Kind | None
    years: tuple[Year, ...]
    posts: tuple[Post, ...]
    files: Mapping[str, ContentFile]
    linked: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    edition_files: tuple[EditionFile, ...] = ()
    editions: tuple[Edition, ...] = ()
    known_editions: tuple[str, ...] = ()
    known_kinds: tuple[str, ...] = ()
    known_themes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    redirects: Mapping[str, Said] = field(default_factory=dict)
    frozen: Mapping[str, Frozen | None] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def current(self) -> Year | None:
        """The year that the home page shows: agency.yaml's `current`."""
        name = self.agency.words("current")
        return next((year for year in self.years if year.folder == name), None)

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The pages that are made of a file: its cleaned path below content/, and the address."""
        posts = {
            post.path: f"{safe_name(post.stream)}/{safe_name(post.stem)}/" for post in self.posts
        }
        entries = {
            entry.path: f"{year.folder}/{file_stem(code)}/"
            for year in self.years
            for code, entry in year.entries.items()
        }
        asked = {question.path: question_address(question) for question in self.questions}
        reports = {
            f"content/{year.folder}/{REPORTS[name]}": report_address(year, name)
            for year in self.years
            for name in year.publish
            if name in REPORTS
        }
        found = posts | entries | asked | reports
        return {clean(p).removeprefix("content/"): a for p, a in found.items()}

    def stream(self, name: str) -> tuple[Post, ...]:
        """The posts of one stream."""
        return tuple(post for post in self.posts if post.stream == name)


def report_address(year: Year, name: str) -> str:
    """Where a report of a year stands on the site, if it is published."""
    return f"{year.folder}/{name}/"


def question_anchor(question: Question) -> str:
    """The place of a question on the page of all questions."""
    return f"q-{safe_name(question.stem)}"


def question_address(question: Question) -> str:
    """Where a question stands on the site."""
    return f"{QUESTIONS}/#{question_anchor(question)}"
