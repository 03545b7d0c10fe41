"""Files named as they are found from the folder in which a command was typed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from itagen.diagnostics import Diagnostic

_OF_PROJECT = ("content/", "schema/", "themes/")


def from_here(found: Iterable[Diagnostic], root: Path) -> list[Diagnostic]:
    """The same findings: their files, which rules name as seen from the project, as seen from here.

    A page of the site is no file of the project, and keeps its name.
    """
    way = _way(root)
    if way == ".":
        return list(found)
    return [
        replace(each, at=replace(each.at, path=f"{way}/{each.at.path}"))
        if each.at.path.startswith(_OF_PROJECT)
        else each
        for each in found
    ]


def _way(root: Path) -> str:
    """From here to the project: down to it, or up out of it; else its full path."""
    try:
        here = Path.cwd().resolve()
    except OSError:  # it was taken away meanwhile
        return root.as_posix()
    if root.is_relative_to(here) or here.is_relative_to(root):
        return Path(os.path.relpath(root, here)).as_posix()
    return root.as_posix()
