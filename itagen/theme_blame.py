"""Which line of a site's own theme an error in rendering speaks of."""

from __future__ import annotations

import re
import traceback
from contextlib import suppress
from pathlib import Path

import jinja2
import jinja2.exceptions

from itagen.theme_fault import Kind, ThemeFault

_MEMORY = re.compile(r" at 0x[0-9a-f]+")


def fault_of(error: Exception, own: Path) -> ThemeFault:
    """What an error says of a site's own theme.

    Args:
        error: raised while a page was rendered with the theme, and not without it.
        own: the folder of the theme, `themes/<name>` of the project.
    """
    path, line = _place(error, own)
    return ThemeFault(
        path.relative_to(own.parent.parent).as_posix(), line, _kind(error), _said(error),
        _line(path, line),
    )  # fmt: skip


def _place(error: Exception, own: Path) -> tuple[Path, int | None]:
    """The innermost line of the theme's own files, else the file it names, else the theme."""
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        path = Path(error.filename)
        if path.is_relative_to(own):
            return path, error.lineno
    frames = [
        (Path(frame.f_code.co_filename), line)
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    for path, line in reversed(frames):
        if path.is_relative_to(own):
            return path, line
    said = str(error)
    for path in sorted(own.rglob("*.html")):
        names = {path.relative_to(place).as_posix() for place in (own, own / "templates")
                 if path.is_relative_to(place)}  # fmt: skip
        if any(f"'{name}'" in said for name in names):
            return path, None
    return own, None


def _kind(error: Exception) -> Kind:
    said = str(error)
    match error:
        case jinja2.exceptions.SecurityError():
            return "forbidden"
        case jinja2.UndefinedError():
            return "undefined"
        case jinja2.TemplateNotFound():
            return "missing"
        case jinja2.TemplateAssertionError() | jinja2.TemplateRuntimeError():
            return "filter" if said.startswith("No ") else "syntax"
        case jinja2.TemplateSyntaxError():
            return "encoding" if error.message == "not UTF-8" else "syntax"
        case RecursionError():
            return "circle"
        case _:
            return "failed"


def _said(error: Exception) -> str:
    """The words of an error, the same on each run."""
    if isinstance(error, jinja2.TemplateError):
        return _MEMORY.sub("", error.message or type(error).__name__)
    return _MEMORY.sub("", f"{type(error).__name__}: {error}")


def _line(path: Path, line: int | None) -> str:
    if line is None:
        return ""
    with suppress(OSError, UnicodeDecodeError, IndexError):
        return path.read_text(encoding="utf-8").split("\n")[line - 1].rstrip("\r")
    return ""
