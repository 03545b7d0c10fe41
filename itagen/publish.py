"""Two trees in turn: the hidden one is patched, then exchanged for the published one.

A folder without our marker is never touched. A build that fails or is killed leaves the published
tree as it was: only the exchange, one step of the file system, makes the new one visible.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARKER = ".itagen"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class ForeignFolderError(Exception):
    """The place to publish holds something that itagen did not make."""


class Tree:
    """The hidden tree while it is made."""

    def __init__(self, hidden: Path, out: Path) -> None:
        self.hidden = hidden
        self.out = out
        self.known = _manifest(hidden)
        self.files: dict[str, str] = {}

    def write(self, name: str, data: bytes) -> None:
        """Write a file, if it differs from what the tree holds."""
        digest = hashlib.sha256(data).hexdigest()
        path = self._place(name, digest)
        if path is not None:
            path.write_bytes(data)

    def copy(self, name: str, source: Path) -> None:
        """Copy a file as a stream, if it differs from what the tree holds."""
        with source.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        path = self._place(name, digest)
        if path is not None:
            shutil.copyfile(source, path)

    def _place(self, name: str, digest: str) -> Path | None:
        self.files[name] = digest
        path = self.hidden / name
        if self.known.get(name) == digest and path.is_file():
            return None
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def publish(self) -> None:
        """Take away what is no longer part of the site, sign the tree, exchange it."""
        for path in sorted(self.hidden.rglob("*"), reverse=True):
            name = path.relative_to(self.hidden).as_posix()
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif name != MARKER and name not in self.files:
                path.unlink()
        _sign(self.hidden, self.files)
        _exchange(self.hidden, self.out)


@contextmanager
def staged(out: Path) -> Iterator[Tree]:
    """The hidden tree beside `out`, ready to be written.

    Raises:
        ForeignFolderError: `out` is not empty and was not made by itagen.
    """
    if out.exists() and not (out / MARKER).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise ForeignFolderError(str(out))
    hidden = out.parent / f".{out.name}.itagen"
    if hidden.exists() and not (hidden / MARKER).is_file():
        raise ForeignFolderError(str(hidden))
    hidden.mkdir(parents=True, exist_ok=True)
    tree = Tree(hidden, out)
    (hidden / MARKER).write_text('{"version": 1, "files": {}}\n', encoding="utf-8")
    yield tree


def _manifest(tree: Path) -> dict[str, str]:
    """What a finished tree holds; nothing where it was left half made."""
    try:
        data = json.loads((tree / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    files = data.get("files")
    return dict(files) if isinstance(files, dict) else {}


def _sign(tree: Path, files: dict[str, str]) -> None:
    data = {"version": 1, "files": dict(sorted(files.items()))}
    (tree / MARKER).write_text(json.dumps(data, indent=0) + "\n", encoding="utf-8")


def _exchange(hidden: Path, out: Path) -> None:
    """Put the hidden tree in the place of the published one; that becomes the hidden one."""
    if not out.exists():
        hidden.rename(out)
        return
    if not _rename_exchange(hidden, out):
        spare = out.parent / f".{out.name}.itagen-old"
        out.rename(spare)
        hidden.rename(out)
        spare.rename(hidden)


def _rename_exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can."""
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    done = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)
