"""Files named as they are found from the folder in which a command was typed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from itagen.diagnostics import Diagnostic, Words

_OF_PROJECT = ("content/", "schema/", "themes/")
_NAMED = re.compile(rf"(?<![\w/.:“-])(?=(?:{'|'.join(_OF_PROJECT)})\w)")


def from_here(found: Iterable[Diagnostic], root: Path) -> list[Diagnostic]:
    """The same findings: files, which rules name as seen from the project, as seen from here.

    A page of the site is no file of the project, and keeps its name.
    """
    way = _way(root)
    return list(found) if way == "." else [_named(each, f"{way}/") for each in found]


def _named(found: Diagnostic, way: str) -> Diagnostic:
    """The place of a finding, and the files that its words tell of."""

    def said(words: Words) -> Words:
        return Words(*(_NAMED.sub(lambda _: way, text) for text in (words.th, words.en)))

    is_file = found.at.path.startswith(_OF_PROJECT)
    at = replace(found.at, path=f"{way}{found.at.path}") if is_file else found.at
    return replace(found, at=at, message=said(found.message), hint=said(found.hint))


def _way(root: Path) -> str:
    """From here to the project: down to it, or up out of it; else its full path."""
    try:
        here = Path.cwd().resolve()
    except OSError:  # it was taken away meanwhile
        return root.as_posix()
    if root.is_relative_to(here) or here.is_relative_to(root):
        return Path(os.path.relpath(root, here)).as_posix()
    return root.as_posix()
