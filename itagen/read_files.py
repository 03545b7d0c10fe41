"""What is in the files that content uses: each is opened once a content, others never."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from itagen.answering import answer_site
from itagen.apart import Limits, apart
from itagen.evidence.container import VERSION as CONTAINER
from itagen.evidence.container import ContainerFacts, read_container
from itagen.evidence.kind import HEAD, TAIL, FileKind, file_kind
from itagen.evidence.pdf import PdfFacts, read_pdf, version
from itagen.evidence.table_book import is_table, recall_book
from itagen.evidence.table_book import version as book_version
from itagen.evidence.table_facts import VERSION, TableFacts, table_facts
from itagen.processes import StoppedError
from itagen.project import Project
from itagen.site import ContentFile, Site
from itagen.store import Store, digest
from itagen.text import clean
from itagen.uses import uses

_OURS = (".yaml", ".md")
_ENDED = (b"%PDF-", b"PK\x03\x04", b"\x89PNG")
_READ_WHOLE = (".svg", ".xml", ".kml")
_MOST_READ = 16_000_000
# A few hundred bytes of a PDF may unpack to thousands of millions.
_FOR_A_PDF = Limits(memory=1 << 30, seconds=60)
_CONTAINERS = frozenset(["docx", "xlsx", "pptx", "odt", "ods", "odp", "zip", "ole"])


def with_files(site: Site, project: Project) -> Site:
    """The same site, every file in use with what it is."""
    if all(name.endswith(_OURS) for name in site.files):
        return site
    store = Store(project.store)
    with apart(read_pdf, _FOR_A_PDF) as read:
        opened = {name: _opened(store, project, site.files[name], read) for name in _used(site)}
    return replace(site, files={**site.files, **opened}) if opened else site


def _used(site: Site) -> Iterator[str]:
    named = (clean(use.path) for use in uses(site, answer_site(site)) if use.path)
    return (name for name in dict.fromkeys(named) if name in site.files)


ReadPdf = Callable[[Path], PdfFacts | None]


def _opened(store: Store, project: Project, file: ContentFile, read: ReadPdf) -> ContentFile:
    """A file that cannot be opened stays unknown: the build tells that when it copies it."""
    path = project.content / file.path
    try:
        kind = _kind(path, file.size)
        if kind.name == "pdf" and not kind.fault:
            return replace(file, kind=kind, pdf=_pdf(store, path, read))
        if kind.name in _CONTAINERS and (not kind.fault or kind.name == "ole"):
            facts = _container(store, path)
            file = replace(file, kind=_kind_within(kind, facts), container=facts)
        else:
            file = replace(file, kind=kind)
        return file if file.kind and file.kind.fault else _with_table(store, path, file)
    except OSError:
        return file


def _kind_within(kind: FileKind, facts: ContainerFacts) -> FileKind:
    """What a file is, now that is known what lies in it."""
    match facts.trouble:
        case "macros":
            return FileKind("macros", "refused")
        case "programs":
            return FileKind("archive", "refused", facts.inside)
        case "locked" | "damaged":
            return FileKind(kind.name, facts.trouble)
    return kind


def _kind(path: Path, size: int) -> FileKind:
    whole = path.suffix.lower() in _READ_WHOLE
    if whole and size > _MOST_READ:
        return FileKind("long", "refused")
    with path.open("rb") as stream:
        head = stream.read(_MOST_READ if whole else HEAD)
        tail = b""
        if any(sign in head[:1024] for sign in _ENDED):
            stream.seek(max(0, size - TAIL))
            tail = stream.read()
    return file_kind(head, tail, path.name)


class _DownError(Exception):
    """The reader did not come back."""


def _pdf(store: Store, path: Path, read: ReadPdf) -> PdfFacts:
    """One that brings its reader down is damaged, but not for ever: the reader may get better."""
    whole = digest(path)

    def make() -> bytes:
        facts = read(path)
        if facts is None:
            raise _DownError
        if digest(path) != whole:
            raise OSError(path)
        return facts.to_json()

    try:
        return PdfFacts.from_json(store.recall("pdf", version(), whole, make))
    except (_DownError, StoppedError):
        return PdfFacts(None, whole=False)


def _container(store: Store, path: Path) -> ContainerFacts:
    facts = store.recall(
        "container", CONTAINER, digest(path), lambda: read_container(path).to_json()
    )
    return ContainerFacts.from_json(facts)


def _with_table(store: Store, path: Path, file: ContentFile) -> ContentFile:
    if not is_table(path.name):
        return file

    whole = digest(path)

    def make() -> bytes:
        return table_facts(recall_book(store, path, whole)).to_json()

    of = f"{VERSION} {book_version()}"
    facts = store.recall("table-facts", of, whole + path.suffix.encode(), make)
    return replace(file, table=TableFacts.from_json(facts))
