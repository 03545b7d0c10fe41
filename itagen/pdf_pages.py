"""How many pages the PDFs of a site have; one that cannot be read has no number."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from pathlib import Path

from itagen.project import Project
from itagen.site import ContentFile, Site
from itagen.store import Store


def with_pages(site: Site, project: Project) -> Site:
    """The same site, its PDFs with their numbers of pages."""
    store = Store(project.store)
    counted = {
        name: replace(file, pages=_pages(store, project.content / file.path))
        for name, file in site.files.items()
        if _is_pdf(file)
    }
    return replace(site, files={**site.files, **counted}) if counted else site


def _is_pdf(file: ContentFile) -> bool:
    return file.path.lower().endswith(".pdf")


def _pages(store: Store, path: Path) -> int | None:
    from importlib.metadata import version

    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").digest()
    kept = store.recall("pdf-pages", version("pypdfium2"), digest, partial(_counted, path))
    return int(kept) if kept else None


def _counted(path: Path) -> bytes:
    """The number in digits; nothing where the file is damaged or locked."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            return str(len(document)).encode("ascii")
    except pypdfium2.PdfiumError:
        return b""
