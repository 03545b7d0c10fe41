"""One build at a time: a lock beside the site that tells who holds it."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class HeldError(Exception):
    """Another build is at work; `holder` says which process on which machine."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock at `path`; one that a dead process of this machine left is taken over.

    Raises:
        HeldError: another process holds it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    while not _taken(path):
        holder = _holder(path)
        if holder is None or not _is_gone(*holder):
            pid, host = holder or (0, "?")
            raise HeldError(f"pid {pid}, {host}")
        with suppress(FileNotFoundError):
            path.unlink()
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _taken(path: Path) -> bool:
    """Whether the lock could be made, whole from its first moment."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_text(json.dumps({"pid": os.getpid(), "host": socket.gethostname()}), "utf-8")
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:
        return _taken_without_links(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return True


def _taken_without_links(draft: Path, path: Path) -> bool:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(draft.read_text("utf-8"))
    except FileExistsError:
        return False
    return True


def _holder(path: Path) -> tuple[int, str] | None:
    try:
        data = json.loads(path.read_text("utf-8"))
        return int(data["pid"]), str(data["host"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_gone(pid: int, host: str) -> bool:
    """Whether the holder was a process of this machine that no longer runs."""
    if host != socket.gethostname():
        return False
    if os.name == "nt":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return pid == os.getpid()
