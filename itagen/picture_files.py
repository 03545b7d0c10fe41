"""The files of pictures, charts and first pages: made once, then remembered by what they show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from itagen.apart import Limits, apart
from itagen.diagnostics import Diagnostic
from itagen.evidence.charts import VERSION as CHARTS
from itagen.evidence.charts import bar_chart, palette
from itagen.evidence.pdf import blank_page, first_page_picture, picture_version
from itagen.evidence.picture_bytes import BrokenPictureError
from itagen.evidence.pictures import VERSION, fitted, published
from itagen.part_views import PagePicture
from itagen.plan_charts import Chart
from itagen.plan_pictures import Picture
from itagen.processes import StoppedError
from itagen.rules.rule import Case
from itagen.rules.slow_first_page import undrawn
from itagen.rules.unreadable_picture import undecodable
from itagen.site import ContentFile
from itagen.store import Store, digest, library
from itagen.workers import processes_for, spread

# What a few hundred bytes of a PDF draw may be repeated without end.
FOR_A_PAGE = Limits(memory=1 << 30, seconds=10)
_WORK = 20  # how many pages could be made while one picture is

File = tuple[str, bytes]


def illustrations(
    pages: Iterable[tuple[PagePicture, ContentFile]],
    pictures: Sequence[Picture],
    content: Path,
    store: Store,
    case: Case,
) -> Iterator[File | Diagnostic]:
    """First pages of PDFs and pictures, each with its address, and what is wrong with some."""
    for found in _page_pictures(pages, content, store):
        yield undrawn(case, found) if isinstance(found, str) else found
    yield from _picture_files(pictures, content, store)


def _page_pictures(
    pages: Iterable[tuple[PagePicture, ContentFile]], content: Path, store: Store
) -> Iterator[File | str]:
    """The first pages of PDFs, each with its address; of one that takes too much its path too."""
    with apart(first_page_picture, FOR_A_PAGE) as draw:
        for picture, file in pages:
            drawn = _drawn(draw, content / file.path, store)
            if not drawn:
                yield file.path
            yield picture.address, drawn or blank_page(picture.width, picture.height)


def _drawn(draw: Callable[[Path], bytes | None], path: Path, store: Store) -> bytes:
    """Nothing where it takes too much: that is kept too, so as not to be tried at every build."""
    version = f"{picture_version()} {FOR_A_PAGE}"
    try:
        return store.recall("pdf-picture", version, digest(path), lambda: draw(path) or b"")
    except StoppedError:
        return b""


def _picture_files(
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
    version = f"{CHARTS} {library('pygal')}"
    for address, bars in (drawing for chart in charts for drawing in chart.drawings):
        given = repr((bars, colours)).encode("utf-8")
        yield address, store.recall("chart", version, given, partial(bar_chart, bars, colours))


@dataclass(frozen=True, slots=True)
class _Copy:
    """A file of a picture: where it stands, what it depends on, what makes it."""

    address: str
    given: bytes
    make: Callable[[], bytes]


def _copies(picture: Picture, path: Path) -> Iterator[_Copy]:
    source, whole = digest(path), picture.whole
    make = partial(published, path, picture.facts, whole=whole)
    yield _Copy(picture.address, source + bytes([whole]), make)
    for width in picture.widths:
        given = source + width.to_bytes(4)
        yield _Copy(picture.copy(width), given, partial(fitted, path, width))


def _version() -> str:
    from PIL import __version__, features

    return f"{VERSION} {__version__} {features.version('webp')} {features.version('jpg')}"
