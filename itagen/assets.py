"""A theme's static files: stylesheets made one, the search made one, names by content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

_URL = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
STYLESHEET = "site.css"
WORKER = "search-worker.js"


@dataclass(frozen=True)
class Assets:
    """Everything that a theme publishes beside its pages.

    Attributes:
        files: published name below static/ → content.
        names: the name that templates and stylesheets use → published name.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def address(self, name: str) -> str:
        """Where a file stands on the site.

        Raises:
            KeyError: the theme has no such file.
        """
        return f"static/{self.names[name]}"


def read_assets(folders: Sequence[Path], colours: Mapping[str, str]) -> Assets:
    """Static files and the stylesheet of a theme; the first folder that has a file wins.

    Args:
        folders: of the theme, in the order in which a file is looked for.
        colours: custom properties of the agency, such as `--brand`.
    """
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for name, path in _found(folders, "static").items():
        data = path.read_bytes()
        names[name] = fingerprinted(name, data)
        files[names[name]] = data
    made = {STYLESHEET: _sheet(folders, colours, names), WORKER: _worker(folders)}
    for name, text in made.items():
        data = text.encode("utf-8")
        names[name] = fingerprinted(name, data)
        files[names[name]] = data
    return Assets(files, names)


def fingerprinted(name: str, data: bytes) -> str:
    """`site.css` → `site.1f2e3d4c.css`: a name that may be kept by browsers for ever."""
    path = PurePosixPath(name)
    mark = hashlib.sha256(data).hexdigest()[:8]
    return str(path.with_name(f"{path.stem}.{mark}{path.suffix}"))


def _found(folders: Sequence[Path], below: str) -> dict[str, Path]:
    """Files below a folder of the theme by name."""
    found: dict[str, Path] = {}
    for folder in folders:
        top = folder / below
        for path in sorted(top.rglob("*")):
            if path.is_file() and not path.is_symlink():
                found.setdefault(path.relative_to(top).as_posix(), path)
    return dict(sorted(found.items()))


def _sheet(folders: Sequence[Path], colours: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Tokens, the agency's colours, the rest of styles/, every component, and paper at the end."""
    styles = _found(folders, "styles")
    components = [
        path for name, path in _found(folders, "components").items() if name.endswith(".css")
    ]
    first, last = styles.pop("tokens.css", None), styles.pop("print.css", None)
    own = "".join(f"{name}: {value}; " for name, value in colours.items())
    parts = [_text(first), f":root {{ {own}}}\n" if own else ""]
    parts += [_text(path) for path in (*styles.values(), *components, last)]

    def renamed(found: re.Match[str]) -> str:
        return f'url("{names.get(found.group(2), found.group(2))}")'

    return _URL.sub(renamed, _COMMENT.sub("", "".join(parts)))


def _worker(folders: Sequence[Path]) -> str:
    """The search as one script, strict, with nothing but its parts one behind the other."""
    parts = (_COMMENT.sub("", _text(path)) for path in _found(folders, "search").values())
    return "".join(('"use strict";\n', *parts))


def _text(path: Path | None) -> str:
    return path.read_text("utf-8") if path else ""
