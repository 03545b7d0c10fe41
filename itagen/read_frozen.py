"""The records of submitted years, and the files they speak of as they are now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from itagen.frozen import FOLDER, Frozen, parse_frozen
from itagen.project import Project
from itagen.site import Site


def with_frozen(site: Site, project: Project) -> Site:
    """The same site with its records; nothing is opened where no year was frozen."""
    records = dict(_records(site, project))
    if not records:
        return site
    wanted = {path for record in records.values() if record for path in record.files}
    digests = {path: digest(project.content / path) for path in wanted if path in site.files}
    return replace(site, frozen=records, digests=digests)


def digest(path: Path) -> str:
    """The sha256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _records(site: Site, project: Project) -> Iterator[tuple[str, Frozen | None]]:
    for file in site.files.values():
        folder, _, name = file.path.rpartition("/")
        if folder == FOLDER and name.endswith(".json"):
            text = (project.content / file.path).read_bytes().decode("utf-8", "replace")
            yield name.removesuffix(".json"), parse_frozen(text)
