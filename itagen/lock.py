"""One build at a time: a lock beside the site that tells who holds it.

The system frees the lock when its holder ends, however it ends; the file itself stays.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_PLACE = 4096


class HeldError(Exception):
    """Another build is at work; `holder` says which process on which machine."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock at `path`.

    Raises:
        HeldError: another process holds it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        if not _locked(file):
            file.seek(0)
            raise HeldError(file.read(200).decode("utf-8", "replace").strip() or str(path))
        file.truncate(0)
        file.write(f"pid {os.getpid()}, {platform.node()}\n".encode())
        file.flush()
        yield


if sys.platform == "win32":
    import msvcrt

    def _locked(file: BinaryIO) -> bool:
        file.seek(_PLACE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
