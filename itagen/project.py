"""Where a project's files lie, and which shipped ones stand behind them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from itagen.shipped import shipped_folder

_OF_PROGRAMS = frozenset(["thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx", "node_modules"])
_OF_KEYS = (
    "id_rsa",
    "id_dsa",
    "id_ecdsa",
    "id_ed25519",
    "credentials.json",
    "service-account.json",
)
_KEY_ENDINGS = (".pem", ".key", ".ppk", ".p12", ".pfx", ".jks", ".kdbx", ".env")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds content/, and perhaps a schema/ and themes/ of its own."""

    root: Path

    @property
    def content(self) -> Path:
        """What staff write."""
        return self.root / "content"

    @property
    def store(self) -> Path:
        """Where results are kept from one build to the next."""
        return self.root / ".itagen" / "store"

    def editions(self) -> dict[str, tuple[Path, Path]]:
        """Editions by id: their root (for messages) and file; the project's own win."""
        return self._yaml("schema/editions")

    def kinds(self) -> dict[str, tuple[Path, Path]]:
        """Kinds of agency by id, likewise."""
        return self._yaml("schema/agencies")

    def themes(self) -> tuple[str, ...]:
        """The names of the themes that there are, the project's own among them."""
        above = (shipped_folder(), self.root)
        found = {path.name for root in above for path in (root / "themes").glob("*/")}
        return tuple(sorted(found))

    def _yaml(self, folder: str) -> dict[str, tuple[Path, Path]]:
        found: dict[str, tuple[Path, Path]] = {}
        for root in (shipped_folder(), self.root):
            for path in sorted((root / folder).glob("*.yaml")):
                found[path.stem] = (root, path)
        return found

    def files(self) -> Iterator[tuple[str, int | None]]:
        """Every file below content/ but private ones: its path there and bytes, None for a link."""
        if self.content.is_dir():
            yield from _files(str(self.content), "")


def is_private(path: str) -> bool:
    """Whether a path leads to or through what is never published: hidden, a key, a leftover."""
    for name in path.lower().replace("\\", "/").split("/"):
        if name.startswith((".", "~$")) and name.strip("."):
            return True
        if name in _OF_PROGRAMS or name in _OF_KEYS or name.endswith(_KEY_ENDINGS):
            return True
    return False


def _files(folder: str, above: str) -> Iterator[tuple[str, int | None]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if is_private(entry.name):
            continue
        name = f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{name}/")
        else:
            regular = entry.is_file(follow_symlinks=False)
            yield name, entry.stat().st_size if regular else None
