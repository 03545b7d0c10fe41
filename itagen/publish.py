"""Two trees in turn: the hidden one is patched, then exchanged for the published one.

A folder without our marker is never touched. A build that fails or is killed leaves the published
tree as it was: only the exchange, one step of the file system, makes the new one visible. Where
folders cannot be exchanged, the files are replaced one by one, pages last.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from itagen.lock import held

MARKER = ".itagen"
_DRAFT = ".itagen-new"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class ForeignFolderError(Exception):
    """The place to publish holds something that itagen did not make."""


class TakenError(Exception):
    """Two things want the same file of the site, or one wants a file outside it: our own bug."""


class NothingBeforeError(Exception):
    """There is no earlier site to go back to, or the system cannot exchange folders."""


class Tree:
    """The hidden tree while it is made; if it exists already, an older one is patched."""

    def __init__(self, hidden: Path, out: Path) -> None:
        self.hidden = hidden
        self.out = out
        hidden.mkdir(parents=True, exist_ok=True)
        self.known = _manifest(hidden)
        self._there = frozenset(_files(str(hidden), ""))
        self.files: dict[str, str] = {}

    def write(self, name: str, data: bytes) -> None:
        """Write a file, if it differs from what the tree holds."""
        path = self._place(name, hashlib.sha256(data).hexdigest())
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
        if name in self.files or ".." in name.split("/") or name.startswith("/"):
            raise TakenError(name)
        self.files[name] = digest
        if self.known.get(name) == digest and name in self._there:
            return None
        path = self.hidden / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def publish(self, *, in_place: bool = False) -> None:
        """Take away what is no longer part of the site, sign the tree, make it the site."""
        for name in self._there - self.files.keys() - {MARKER}:
            _take_away(self.hidden, name)
        _sign(self.hidden, self.files)
        exchanged = not (in_place and self.out.exists()) and _exchange(self.hidden, self.out)
        if not exchanged:
            _replace_files(self.hidden, self.out, self.files)


@contextmanager
def staged(out: Path) -> Iterator[Tree]:
    """The hidden tree beside `out`, ready to be written; no other build may write meanwhile.

    Raises:
        ForeignFolderError: `out` is not empty and was not made by itagen.
        HeldError: another build is at work.
    """
    hidden = _hidden(out)
    with held(out.parent / f".{out.name}.itagen.lock"):
        for folder in (out, hidden):
            if not _is_ours(folder):
                raise ForeignFolderError(str(folder))
        tree = Tree(hidden, out)
        (hidden / MARKER).write_text('{"version": 1}\n', encoding="utf-8")
        yield tree


def roll_back(out: Path) -> None:
    """Exchange the site for the one before it; twice is as it was.

    Raises:
        NothingBeforeError: there is none, or it was left half made.
        HeldError: a build is at work.
    """
    hidden = _hidden(out)
    with held(out.parent / f".{out.name}.itagen.lock"):
        before = _manifest(hidden)
        if not before or before == _manifest(out):
            raise NothingBeforeError(str(out))
        if not _exchange(hidden, out):
            raise NothingBeforeError(str(out))


def published(out: Path) -> Collection[str]:
    """The files of the site that stands in a folder; none where there is no finished one."""
    return _manifest(out).keys()


def _hidden(out: Path) -> Path:
    return out.parent / f".{out.name}.itagen"


def _is_ours(folder: Path) -> bool:
    if not folder.exists() or (folder / MARKER).is_file():
        return True
    return folder.is_dir() and not any(folder.iterdir())


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


def _files(folder: str, above: str) -> Iterator[str]:
    """The files and links below a folder."""
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        name = f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{name}/")
        else:
            yield name


def _take_away(tree: Path, name: str) -> None:
    """Take away a file that is no part of the site any more, and folders left empty."""
    path = tree / name
    path.unlink()
    while path.parent != tree and not any(path.parent.iterdir()):
        path = path.parent
        path.rmdir()


def _exchange(hidden: Path, out: Path) -> bool:
    """Put the hidden tree in the place of the published one, if the system can in one step."""
    if not out.exists():
        hidden.rename(out)
        return True
    return _rename_exchange(hidden, out)


def _rename_exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    done = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)


def _replace_files(hidden: Path, out: Path, files: dict[str, str]) -> None:
    """Each file whole in its place: assets first, pages last, the home page at the very end.

    While it lasts the marker names what may lie there, so that a build after a kill mends it.
    """
    out.mkdir(parents=True, exist_ok=True)
    before = _manifest(out)
    left = set(before) | set(_unfinished(out))
    marker = {"version": 1, "unfinished": sorted(left | set(files))}
    (out / MARKER).write_text(json.dumps(marker) + "\n", encoding="utf-8")
    for name in sorted(files, key=lambda n: (n.endswith(".html"), n == "index.html", n)):
        if before.get(name) == files[name] and (out / name).is_file():
            continue
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f"{target.name}{_DRAFT}")
        shutil.copyfile(hidden / name, draft)
        draft.replace(target)
    _prune_known(out, left, files)
    _sign(out, files)


def _unfinished(out: Path) -> list[str]:
    """What a replacing that was killed may have left."""
    try:
        data = json.loads((out / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    names = data.get("unfinished")
    return [str(name) for name in names] if isinstance(names, list) else []


def _prune_known(out: Path, left: set[str], files: dict[str, str]) -> None:
    """In place, only what itagen itself put there is taken away."""
    for name in left:
        (out / f"{name}{_DRAFT}").unlink(missing_ok=True)
        if name not in files and (out / name).is_file():
            _take_away(out, name)
