"""The files of a site's pictures and charts: made once, then remembered by what they show."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
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

    def made(picture: Picture) -> tuple[File, ...] | Diagnostic:
        try:
            return tuple(_files(picture, content / picture.source, store, version))
        except BrokenPictureError:
            return undecodable(picture.source)

    for found in spread(lambda: pictures, made, processes_for(len(pictures) * _WORK)):
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


def _files(picture: Picture, path: Path, store: Store, version: str) -> Iterator[File]:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").digest()
    whole = picture.whole
    make = partial(published, path, picture.facts, whole=whole)
    yield picture.address, store.recall("picture", version, digest + bytes([whole]), make)
    for width in picture.widths:
        make, given = partial(fitted, path, width), digest + width.to_bytes(4)
        yield picture.copy(width), store.recall("picture", version, given, make)


def _version() -> str:
    from PIL import __version__, features

    return f"{VERSION} {__version__} {features.version('webp')} {features.version('jpg')}"
