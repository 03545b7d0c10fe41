"""What is in the files that content uses: each is opened once a content, others never."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from itagen.answering import answer_site
from itagen.evidence.kind import HEAD, TAIL, FileKind, file_kind
from itagen.evidence.pdf import PdfFacts, first_page_picture, picture_version, read_pdf, version
from itagen.project import Project
from itagen.site import ContentFile, Site
from itagen.store import Store
from itagen.text import clean
from itagen.uses import uses

_OURS = (".yaml", ".md")
_ENDED = (b"%PDF-", b"PK\x03\x04", b"\x89PNG")
_MOST_SVG = 4_000_000


def with_files(site: Site, project: Project) -> Site:
    """The same site, every file in use with what it is."""
    if all(name.endswith(_OURS) for name in site.files):
        return site
    store = Store(project.store)
    opened = {name: _opened(store, project, site.files[name]) for name in _used(site)}
    return replace(site, files={**site.files, **opened}) if opened else site


def _used(site: Site) -> Iterator[str]:
    named = (clean(use.path) for use in uses(site, answer_site(site)) if use.path)
    return (name for name in dict.fromkeys(named) if name in site.files)


def _opened(store: Store, project: Project, file: ContentFile) -> ContentFile:
    """A file that cannot be opened stays unknown: the build tells that when it copies it."""
    path = project.content / file.path
    try:
        kind = _kind(path, file.size)
        is_pdf = kind.name == "pdf" and not kind.fault
        return replace(file, kind=kind, pdf=_pdf(store, path) if is_pdf else None)
    except OSError:
        return file


def _kind(path: Path, size: int) -> FileKind:
    with path.open("rb") as stream:
        head = stream.read(_MOST_SVG if path.suffix.lower() == ".svg" else HEAD)
        tail = b""
        if any(sign in head[:1024] for sign in _ENDED):
            stream.seek(max(0, size - TAIL))
            tail = stream.read()
    return file_kind(head, tail, path.name)


def _pdf(store: Store, path: Path) -> PdfFacts:
    facts = store.recall("pdf", _version(), _digest(path), lambda: read_pdf(path).to_json())
    return PdfFacts.from_json(facts)


def page_picture(project: Project, file: ContentFile) -> bytes:
    """The first page of a PDF as a small picture."""
    path = project.content / file.path
    make = partial(first_page_picture, path)
    return Store(project.store).recall("pdf-picture", picture_version(), _digest(path), make)


def _digest(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


_version = lru_cache(maxsize=1)(version)
