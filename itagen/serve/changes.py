"""Changes on disk, told once each: by the system's own notices, whatever date a file bears."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from watchfiles import Change, awatch

FOLDERS = ("content", "themes", "schema")
_QUIET_MS = 50
_AT_MOST_MS = 600
_LOOK_MS = 1000
_GROWING_S = 0.25
_TEXTS = frozenset([".yaml", ".md", ".css", ".html", ".js", ".json"])
_UNFINISHED = (
    ".tmp",
    ".temp",
    ".crdownload",
    ".part",
    ".partial",
    ".download",
    ".swp",
    ".swx",
    "~",
)


async def changes(root: Path) -> AsyncIterator[frozenset[str]]:
    """The paths that changed, as soon as it is quiet and no document still grows.

    First the folders that are watched, at once: whatever changes from then on is told, also what
    does while a reader is busy with some.

    Args:
        root: the project folder; its content/, themes/ and schema/ are watched, whenever they come.
    """
    told: dict[str, object] = {}
    while True:
        watched = _folders(root)
        async with _noticed(path for path, _ in watched) as noticed:
            yield frozenset(str(path) for path, _ in watched)
            async for paths in noticed:
                if paths:
                    await _grown(paths)
                    if new := _new(paths, told):
                        yield new
                if _folders(root) != watched:
                    break


@asynccontextmanager
async def _noticed(folders: Iterable[Path]) -> AsyncIterator[AsyncIterator[frozenset[str]]]:
    """What is noticed from now on, also before anybody asks; nothing where it was long quiet."""
    found = awatch(
        *folders,
        watch_filter=counts,
        debounce=_AT_MOST_MS,
        step=_QUIET_MS,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
    )
    first = asyncio.ensure_future(anext(found))
    await asyncio.sleep(0)  # `awatch` watches before it waits for the first time

    async def noticed() -> AsyncIterator[frozenset[str]]:
        yield frozenset(path for _, path in await first)
        async for more in found:
            yield frozenset(path for _, path in more)

    try:
        yield noticed()
    finally:
        first.cancel()
        with suppress(asyncio.CancelledError, StopAsyncIteration):
            await first
        await found.aclose()


def counts(change: Change, path: str) -> bool:  # noqa: ARG001 (as watchfiles calls it)
    """Whether a file can be part of the site: no lock of Office, no half of a download."""
    name = Path(path).name.lower()
    return not (name.startswith((".", "~")) or name.endswith(_UNFINISHED) or name == "4913")


def _folders(root: Path) -> tuple[tuple[Path, int], ...]:
    """What there is to watch; a folder made anew is another one."""
    return tuple(_present(root / name for name in FOLDERS))


def _present(paths: Iterable[Path]) -> Iterator[tuple[Path, int]]:
    for path in paths:
        with suppress(OSError):
            yield path, path.stat().st_ino


async def _grown(paths: Iterable[str]) -> None:
    """Wait while documents are still being copied; texts are written in one go."""
    documents = [path for path in paths if Path(path).suffix.lower() not in _TEXTS]
    before: list[int] = []
    sizes = _sizes(documents)
    while sizes != before:
        await asyncio.sleep(_GROWING_S)
        before, sizes = sizes, _sizes(documents)


def _new(paths: Iterable[str], told: dict[str, object]) -> frozenset[str]:
    """The paths that are not as they were when they were told: growth is noticed many times."""
    stamps = {path: _stamp(Path(path)) for path in paths}
    new = frozenset(path for path, stamp in stamps.items() if told.get(path, "never") != stamp)
    told |= stamps
    return new


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What tells one state of a file from the next; None where there is none."""
    with suppress(OSError):
        found = path.stat()
        return found.st_ino, found.st_size, max(found.st_mtime_ns, found.st_ctime_ns)
    return None


def _sizes(paths: Iterable[str]) -> list[int]:
    return [Path(path).stat().st_size if Path(path).is_file() else -1 for path in paths]
