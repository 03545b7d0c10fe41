"""Where a project's files lie, and which shipped ones stand behind them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from itagen.shipped import shipped_folder


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds content/, and perhaps a schema/ and themes/ of its own."""

    root: Path

    @property
    def content(self) -> Path:
        """What staff write."""
        return self.root / "content"

    def editions(self) -> dict[str, tuple[Path, Path]]:
        """Editions by id: their root (for messages) and file; the project's own win."""
        return self._yaml("schema/editions")

    def kinds(self) -> dict[str, tuple[Path, Path]]:
        """Kinds of agency by id, likewise."""
        return self._yaml("schema/agencies")

    def _yaml(self, folder: str) -> dict[str, tuple[Path, Path]]:
        found: dict[str, tuple[Path, Path]] = {}
        for root in (shipped_folder(), self.root):
            for path in sorted((root / folder).glob("*.yaml")):
                found[path.stem] = (root, path)
        return found

    def files(self) -> Iterator[tuple[str, Path, bool]]:
        """Every file below content/ but hidden ones: its path there, and whether it is regular."""
        for folder, names, files in os.walk(self.content):
            links = [name for name in names if (Path(folder) / name).is_symlink()]
            names[:] = sorted(n for n in names if not n.startswith(".") and n not in links)
            for name in sorted((*files, *links)):
                if name.startswith((".", "~$")) or name in {"Thumbs.db", "desktop.ini"}:
                    continue
                path = Path(folder) / name
                regular = path.is_file() and not path.is_symlink()
                yield path.relative_to(self.content).as_posix(), path, regular
