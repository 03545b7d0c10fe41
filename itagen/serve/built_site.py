"""The last good site: the files that its manifest names, and nothing else of its folder."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

from itagen.headers import policy
from itagen.publish import MARKER, published

_SAID = re.compile(r"^  Content-Security-Policy: (.*?)(?:; frame-ancestors .*)?$", re.MULTILINE)


class BuiltSite:
    """A site that was built, as it lies in its folder; it may be exchanged at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[int, int] | None = None
        self._names: Collection[str] = ()
        self.policy = policy()

    def file(self, path: str) -> Path | None:
        """The file for a path as it is sent; None where the site has none.

        What is decoded once must be a name that the manifest knows: no `..`, no second encoding, no
        sign of another system can lead anywhere else.
        """
        self._look()
        try:
            name = unquote(path, errors="strict").removeprefix("/")
        except UnicodeDecodeError:
            return None
        if not name or name.endswith("/"):
            name = f"{name}index.html"
        if name not in self._names or name.startswith(("_", ".")) or "/." in name:
            return None
        found = self._folder / name
        is_inside = found.resolve().is_relative_to(self._folder.resolve())
        return found if is_inside and not found.is_symlink() and found.is_file() else None

    @property
    def is_there(self) -> bool:
        """Whether there has been a good site at all."""
        self._look()
        return bool(self._names)

    def _look(self) -> None:
        """Read the manifest anew after it was exchanged."""
        try:
            told = (self._folder / MARKER).stat()
        except OSError:
            self._seen, self._names = None, ()
            return
        if self._seen != (seen := (told.st_ino, told.st_mtime_ns)):
            self._seen, self._names = seen, published(self._folder)
            self.policy = self._said_policy()

    def _said_policy(self) -> str:
        """What the site tells its host to send."""
        try:
            said = _SAID.search((self._folder / "_headers").read_text("utf-8"))
        except OSError:
            said = None
        return said.group(1) if said else policy()
