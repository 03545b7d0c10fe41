"""The files of a site's pictures and charts: made once, then remembered by what they show."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from itagen.diagnostics import Diagnostic
from itagen.evidence.charts import bar_chart, palette
from itagen.evidence.picture_bytes import BrokenPictureError
from itagen.evidence.pictures import VERSION, fitted, published
from itagen.plan_charts import Chart
from itagen.plan_pictures import Picture
from itagen.rules.unreadable_picture import undecodable
from itagen.store import Store, library
from itagen.workers import processes_for, spread

_WORK = 20  # how many pages could be made while one picture is

File = tuple[str, bytes]


def picture_files(
    pictures: Sequence[Picture], content: Path, store: Store
) -> Iterator[File | Diagnostic]:
    """Each file with its address, or what is wrong with a picture."""
    if not pictures:
        return
    version = _version()
    asked = [(picture, tuple(_copies(picture, content / picture.source))) for picture in pictures]
    kept = partial(store.keeps, "picture", version)
    new = [copies for _, copies in asked if not all(kept(copy.given) for copy in copies)]

    def made(one: tuple[Picture, tuple[_Copy, ...]]) -> tuple[File, ...] | Diagnostic:
        picture, copies = one
        try:
            return tuple(
                (copy.address, store.recall("picture", version, copy.given, copy.make))
                for copy in copies
            )
        except BrokenPictureError:
            return undecodable(picture.source)

    for found in spread(lambda: asked, made, processes_for(len(new) * _WORK)):
        if isinstance(found, Diagnostic):
            yield found
        else:
            yield from found


def chart_files(charts: Iterable[Chart], brand: str, store: Store) -> Iterator[File]:
    """Each drawing with its address."""
    colours = palette(brand)
    for chart in charts:
        given = repr((chart.bars, colours)).encode("utf-8")
        drawn = partial(bar_chart, chart.bars, colours)
        yield chart.view.address, store.recall("chart", f"1 {library('pygal')}", given, drawn)


@dataclass(frozen=True, slots=True)
class _Copy:
    """A file of a picture: where it stands, what it depends on, what makes it."""

    address: str
    given: bytes
    make: Callable[[], bytes]


def _copies(picture: Picture, path: Path) -> Iterator[_Copy]:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").digest()
    whole = picture.whole
    make = partial(published, path, picture.facts, whole=whole)
    yield _Copy(picture.address, digest + bytes([whole]), make)
    for width in picture.widths:
        given = digest + width.to_bytes(4)
        yield _Copy(picture.copy(width), given, partial(fitted, path, width))


def _version() -> str:
    from PIL import __version__, features

    return f"{VERSION} {__version__} {features.version('webp')} {features.version('jpg')}"
