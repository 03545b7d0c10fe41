"""Pictures: what their headers tell, and copies of them fit for a page. Nothing is guessed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from itagen.evidence.picture_bytes import (
    BrokenPictureError,
    is_whole,
    is_whole_within,
    without_said,
)

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
ENDINGS = frozenset(("jpg", "jpeg", "png", "webp", "gif"))
UNSHOWN = frozenset(("heic", "heif", "avif", "tif", "tiff", "bmp", "jfif", "jp2", "psd"))
WIDTHS = (480, 960, 1600)
WIDEST = WIDTHS[-1]
MOST_PIXELS = 50_000_000
QUALITY = 75
VERSION = "2"
_TAIL = 4096
_UP, _PLACE = 0x0112, 0x8825
_LYING = (5, 6, 7, 8)
_FEW_COLOURS = 4096

PictureFault = Literal["", "unreadable", "truncated", "format", "pixels"]


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the header of a picture tells, seen the right way up.

    Attributes:
        has_place: it says where it was taken.
        frames: more than one if it moves.
        fault: why it cannot be shown; then the rest may be empty. `pixels`: too many to decode.
        turned: its pixels lie another way than it is seen.
    """

    width: int = 0
    height: int = 0
    format: str = ""
    has_place: bool = False
    frames: int = 1
    fault: PictureFault = ""
    turned: bool = False


def ending_of(name: str) -> str:
    """`jpg` of `Photo.JPG`."""
    return name.rpartition(".")[2].lower()


def read_picture(path: Path) -> PictureFacts:
    """The header of a picture; what is not a picture has a fault."""
    if ending_of(path.name) in UNSHOWN:
        return PictureFacts(fault="format")
    from PIL.Image import DecompressionBombError

    try:
        with _opened(path) as image:
            facts = _facts(image)
        return facts if facts.fault or _ends(path) else _faulty(facts, "truncated")
    except DecompressionBombError:
        return PictureFacts(fault="pixels")
    except Exception:  # decoders tell of broken files in many ways
        return PictureFacts(fault=_fault(path))


def _fault(path: Path) -> PictureFault:
    """Why a file cannot be opened as a picture."""
    try:
        return "unreadable" if _ends(path) else "truncated"
    except OSError:
        return "unreadable"


def widths(facts: PictureFacts) -> tuple[int, ...]:
    """The widths in which a page offers a picture; none of one that moves or cannot be shown."""
    if facts.fault or facts.frames > 1:
        return ()
    most = min(facts.width, WIDEST)
    return (*(width for width in WIDTHS if width * 5 < most * 4), most)


def fitted(path: Path, width: int) -> bytes:
    """A WebP copy so many pixels wide, the right way up, in sRGB, that says nothing else.

    Raises:
        BrokenPictureError: it cannot be decoded.
    """
    with _decoded(path, width) as (image, is_drawn):
        kept = io.BytesIO()
        image.save(kept, "WEBP", quality=QUALITY, method=4)
        if not is_drawn:
            return kept.getvalue()
        exact = io.BytesIO()
        image.save(exact, "WEBP", lossless=True, quality=80, method=4)
        return min(kept.getvalue(), exact.getvalue(), key=len)


def published(path: Path, facts: PictureFacts, *, whole: bool = False) -> bytes:
    """The picture in its own format without what its file says of place, time and camera.

    Args:
        path: of the picture.
        facts: what its header tells.
        whole: never smaller: somebody may want to read what is written on it.

    Raises:
        BrokenPictureError: it cannot be decoded.
    """
    fits = whole or facts.width <= WIDEST or facts.frames > 1
    if fits and (not facts.turned or (whole and facts.format == "JPEG")):
        return without_said(path.read_bytes())
    with _decoded(path, facts.width if whole else WIDEST) as (image, _):
        kept = io.BytesIO()
        if facts.format == "JPEG":
            image.save(kept, "JPEG", quality=82, optimize=True, progressive=True)
        elif facts.format == "WEBP":
            image.save(kept, "WEBP", quality=82, method=4)
        else:
            image.save(kept, facts.format, optimize=True)
        return kept.getvalue()


def _faulty(facts: PictureFacts, fault: PictureFault) -> PictureFacts:
    return PictureFacts(facts.width, facts.height, facts.format, fault=fault)


def _facts(image: Image) -> PictureFacts:
    width, height = image.size
    if width * height > MOST_PIXELS:
        return PictureFacts(width, height, image.format or "", fault="pixels")
    said = image.getexif() if "exif" in image.info else {}  # else a PNG is decoded to find it
    up = said.get(_UP, 1)
    if up in _LYING:
        width, height = height, width
    return PictureFacts(
        width, height, image.format or "",
        has_place=_PLACE in said, frames=getattr(image, "n_frames", 1),
        turned=up in range(2, 9),
    )  # fmt: skip


def _ends(path: Path) -> bool:
    """Whether the file goes to the end of the picture, or is none.

    What cameras put behind the end may be long.
    """
    with path.open("rb") as stream:
        head, size = stream.read(12), stream.seek(0, io.SEEK_END)
        stream.seek(-min(size, _TAIL), io.SEEK_END)
        tail = stream.read()
    return is_whole(head, tail, size) or is_whole_within(path.read_bytes())


@contextmanager
def _opened(path: Path) -> Iterator[Image]:
    """The picture with its header read; the formats of the web alone are tried."""
    import warnings

    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow doubts is told by the facts
        with Image.open(path, formats=FORMATS) as image:
            yield image


@contextmanager
def _decoded(path: Path, width: int) -> Iterator[tuple[Image, bool]]:
    """The pixels, at most so wide, and whether they are drawn: of few colours, not a photo."""
    try:
        with _opened(path) as image:
            facts = _facts(image)
            if facts.fault:
                raise BrokenPictureError(facts.fault)
            is_drawn = image.format in ("PNG", "GIF") and _has_few_colours(image)
            smaller = facts.width / min(width, facts.width)
            if image.format == "JPEG":
                image.draft(None, (ceil(image.width / smaller), ceil(image.height / smaller)))
            size = (round(facts.width / smaller), max(1, round(facts.height / smaller)))
            yield (
                _in_srgb(_upright(image, facts).resize(size, reducing_gap=3.0), image.info),
                is_drawn,
            )
    except Exception as error:  # decoders tell of broken files in many ways
        raise BrokenPictureError(str(error)) from None


def _has_few_colours(image: Image) -> bool:
    counted = image.mode in ("1", "L", "P", "RGB", "RGBA")
    return counted and image.getcolors(_FEW_COLOURS) is not None


def _upright(image: Image, facts: PictureFacts) -> Image:
    """The right way up, in a mode that can be made smaller without false colours."""
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image) if facts.turned else image
    if upright.mode in ("RGB", "RGBA", "L", "CMYK"):
        return upright
    return upright.convert("RGBA" if upright.has_transparency_data else "RGB")


def _in_srgb(image: Image, info: dict[str | tuple[int, int], Any]) -> Image:
    """In the colours that every screen knows, and with nothing else said."""
    from PIL import ImageCms

    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    profile = info.get("icc_profile")
    image.info = {}
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, own, srgb, outputMode=mode) or image
            image.info = {}
    return image.convert(mode) if image.mode not in (mode, "L") else image
