"""Files written whole or not at all, and only over what staff have seen."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def mark(data: bytes | None) -> str:
    """What tells one state of a file from another; empty where there is no file."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def read_bytes(path: Path) -> bytes | None:
    """A regular file's bytes, None where there is none."""
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: whoever reads it sees the old bytes or the new ones.

    The draft beside it begins with a dot, so that neither check nor preview takes it for content.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".itagen-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(draft).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(draft).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(draft).unlink()
        raise


def with_text(old: bytes | None, text: str) -> bytes:
    """A text as bytes, with the line breaks and the mark at the start that the file had."""
    data = text.encode("utf-8")
    if old is None:
        return data
    if b"\r\n" in old:
        data = data.replace(b"\n", b"\r\n")
    return b"\xef\xbb\xbf" + data if old.startswith(b"\xef\xbb\xbf") else data
