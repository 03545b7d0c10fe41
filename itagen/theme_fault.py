"""What is wrong with a site's own theme, as a value that can cross processes."""

from __future__ import annotations

import os.path
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal[
    "syntax", "encoding", "undefined", "missing", "filter", "forbidden", "circle", "outside",
    "failed", "words",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ThemeFault:
    """One fault of a theme; two pages that meet it have the same.

    Attributes:
        path: the file, below the project.
        line: None where no one line is at fault; `text` is what stands on it.
        said: what was found, as Jinja says it.
    """

    path: str
    line: int | None
    kind: Kind
    said: str
    text: str = ""


def links_out(own: Path) -> Iterator[ThemeFault]:
    """Links of a theme that lead out of it: what lies there is none of the site's."""
    root = own.parent.parent
    inside, project = _real(own), _real(root)
    if not inside.is_relative_to(project):
        yield ThemeFault(own.relative_to(root).as_posix(), None, "outside", own.name)
    for path in sorted(own.rglob("*")):
        if path.is_symlink() and not _real(path).is_relative_to(inside):
            yield ThemeFault(path.relative_to(root).as_posix(), None, "outside", path.name)


def _real(path: Path) -> Path:
    """Where a path really leads; unlike `resolve` it stands a link to itself."""
    return Path(os.path.realpath(path))
