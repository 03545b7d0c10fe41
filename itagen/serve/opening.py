"""Opening a file of the content on this machine, as a click on it would."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from itagen.project import Project

# What is looked at or written in; a program among the documents is never started.
_TEXTS = (".yaml", ".md", ".csv", ".txt")
_DOCUMENTS = (".pdf", ".xlsx", ".xls", ".docx", ".doc", ".odt", ".ods")
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
_KINDS = frozenset([*_TEXTS, *_DOCUMENTS, *_PICTURES])
_FOLDER = "content/"


def opens(project: Project, name: str) -> Path | None:
    """The file that would be opened for a path below the project; None if none may be."""
    if not name.startswith(_FOLDER) or Path(name).suffix.lower() not in _KINDS:
        return None
    path = (project.root / name).resolve()
    is_inside = path.is_relative_to(project.content.resolve())
    return path if is_inside and path.is_file() else None


def open_file(path: Path, line: int, environment: Mapping[str, str] = os.environ) -> bool:
    """Open a file in the program that the system has for it; in VS Code if it started us.

    Args:
        path: of the file.
        line: from 1, for an editor that can go there.
        environment: tells where we were started.
    """
    import click

    target = str(path)
    if environment.get("TERM_PROGRAM") == "vscode":
        target = f"vscode://file/{quote(path.as_posix().lstrip('/'))}:{line}"
    return click.launch(target) == 0
