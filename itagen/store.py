"""What slow pure functions gave, kept by the hash of all that went in; losing it costs time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_END = 8


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of results; several processes may use it at once.

    Each ends with its length, so that one that a power failure cut short is made anew.
    """

    folder: Path

    def holds(self, kind: str) -> bool:
        """Whether anything that a function gave is kept."""
        return (self.folder / kind).is_dir()

    def keeps(self, kind: str, version: str, given: bytes) -> bool:
        """Whether the result for an input is kept, so that `recall` need not make it."""
        return self._path(kind, version, given).is_file()

    def recall(self, kind: str, version: str, given: bytes, make: Callable[[], bytes]) -> bytes:
        """The result for an input: the kept one, else a new one, which is then kept.

        Args:
            kind: the name of the function, a folder of the store.
            version: of the function and of the libraries it uses: a new one makes anew.
            given: everything else that the result depends on.
            make: gives the result; nothing is kept where it raises.
        """
        path = self._path(kind, version, given)
        with suppress(OSError):
            kept = path.read_bytes()
            if kept.endswith(_end(len(kept) - _END)):
                return kept[:-_END]
        result = make()
        with suppress(OSError):  # a store that cannot be written is no reason to stop
            path.parent.mkdir(parents=True, exist_ok=True)
            for left in path.parent.glob(f"{path.name}.*"):  # by who was ended in the midst
                left.unlink()
            draft = path.with_name(f"{path.name}.{os.getpid()}")
            draft.write_bytes(result + _end(len(result)))
            draft.replace(path)
        return result

    def _path(self, kind: str, version: str, given: bytes) -> Path:
        digest = hashlib.sha256(version.encode() + b"\0" + given).hexdigest()
        return self.folder / kind / digest[:2] / digest[2:]


def digest(path: Path) -> bytes:
    """What stands for the bytes of a file in what is given.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def _end(length: int) -> bytes:
    """What stands behind a result of so many bytes."""
    return max(0, length).to_bytes(_END, "big")


@cache
def library(name: str) -> str:
    """The version of a library, as part of `version`: read once, for that is slow."""
    from importlib.metadata import version

    return version(name)
