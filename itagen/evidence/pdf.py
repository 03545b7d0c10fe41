"""What is in a PDF, as far as visitors and rules need to know it; nothing in it is run."""

from __future__ import annotations

import io
import json
import math
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from itagen.evidence.pdf_names import active_content, xmp_words
from itagen.store import library
from itagen.text import clean

if TYPE_CHECKING:
    from PIL import Image

VERSION = 2
MOST_PAGES = 200
MOST_SIGNS = 20_000
_WIDTH, _MOST_HEIGHT = 320, 640
_QUALITY = 60
_HARDLY_ANY = 30
_MANY_LINES = 100
_PROPERTIES = ("Title", "Author", "Subject", "Keywords")
_PASSWORD = 4  # what pdfium calls FPDF_ERR_PASSWORD
_SPLIT_AM = re.compile("\u0e33 (?=[\u0e01-\u0e2e\u0e40-\u0e44])")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What is known of a PDF without looking at it.

    Attributes:
        pages: None where it cannot be opened.
        whole: whether it begins and ends as a PDF does.
        encrypted: whether it asks for a password before it is shown.
        tagged: whether it tells its structure to screen readers.
        properties: all that it says of itself: title, author, subject, keywords, XMP.
        active: what it would do by itself: `javascript`, `launch`, `embedded`.
        texts: the text of each of its first pages; `scans`: which of them are a picture, or drawn
            signs, with hardly any text, by number from 1.
        picture: width and height of the picture of its first page, if there can be one.
    """

    pages: int | None
    whole: bool
    encrypted: bool = False
    title: str = ""
    properties: tuple[str, ...] = ()
    tagged: bool = False
    active: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    scans: tuple[int, ...] = ()
    picture: tuple[int, int] | None = None

    @property
    def is_scan(self) -> bool:
        """Whether most of its pages are pictures that nobody can search or have read to them."""
        return len(self.scans) * 2 > len(self.texts)

    @property
    def lines(self) -> Iterator[str]:
        """Every line of its text."""
        return (line for text in self.texts for line in text.split("\n") if line)

    def to_json(self) -> bytes:
        """The facts for the store."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode("utf-8")

    @classmethod
    def from_json(cls, data: bytes) -> PdfFacts:
        """The facts as the store has kept them."""
        kept = json.loads(data)
        size = kept["picture"]
        for name in ("properties", "active", "texts", "scans"):
            kept[name] = tuple(kept[name])
        return cls(**kept | {"picture": (size[0], size[1]) if size else None})


def version() -> str:
    """Of what is read here, and of the library that reads it."""
    return f"{VERSION} {library('pypdfium2')}"


def read_pdf(path: Path) -> PdfFacts:
    """Open a PDF, which is not empty, and tell what is in it; a damaged one has no pages."""
    import pypdfium2

    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        whole = b"%PDF-" in data[:1024] and b"%%EOF" in data[-4096:]
        active, said = active_content(data), xmp_words(data)
    try:
        with pypdfium2.PdfDocument(path) as document:
            return _facts(document, active, said, whole=whole)
    except pypdfium2.PdfiumError as error:
        return PdfFacts(None, whole, encrypted=error.err_code == _PASSWORD)


def _facts(document: Any, named: frozenset[str], said: tuple[str, ...], *, whole: bool) -> PdfFacts:
    import pypdfium2.raw as pdfium

    active = set(named)
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0:
        active.add("javascript")
    if pdfium.FPDFDoc_GetAttachmentCount(document.raw) > 0:
        active.add("embedded")
    read = list(_pages(document))
    return PdfFacts(
        len(document), whole,
        title=_said(document, "Title"),
        properties=(*filter(None, (_said(document, name) for name in _PROPERTIES)), *said),
        tagged=bool(pdfium.FPDFCatalog_IsTagged(document.raw)),
        active=tuple(sorted(active)),
        texts=tuple(text for text, _ in read),
        scans=tuple(number for number, (_, scan) in enumerate(read, 1) if scan),
        picture=_picture_size(document),
    )  # fmt: skip


def _said(document: Any, name: str) -> str:
    return " ".join(clean(document.get_metadata_value(name)).split())


def _pages(document: Any) -> Iterator[tuple[str, bool]]:
    """The text of each page, and whether it is a scan."""
    import pypdfium2

    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield "", False
            continue
        words = page.get_textpage()
        text = _mended(words.get_text_bounded())[:MOST_SIGNS]
        words.close()
        hardly = len(_LETTER.findall(text)) < _HARDLY_ANY
        yield text, hardly and _is_drawn(page)
        page.close()


def _mended(text: str) -> str:
    """Lines without what PDFs do to Thai: they set sara am apart from the letter behind it."""
    lines = (" ".join(line.split()) for line in clean(text.replace("\r\n", "\n")).split("\n"))
    return _SPLIT_AM.sub("\u0e33", "\n".join(filter(None, lines)))


def _is_drawn(page: Any) -> bool:
    """Whether a page shows a picture, or signs that are drawn as lines and are no text."""
    import pypdfium2.raw as pdfium

    kinds = [pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH]
    for lines, one in enumerate(page.get_objects(filter=kinds, max_depth=3), 1):
        if one.type == pdfium.FPDF_PAGEOBJ_IMAGE or lines >= _MANY_LINES:
            return True
    return False


def _scale(document: Any) -> float:
    """How much larger the first page is drawn than a point a pixel; 0 where it cannot be."""
    import pypdfium2

    try:
        width, height = document[0].get_size()
    except (IndexError, pypdfium2.PdfiumError):
        return 0.0
    return min(_WIDTH / width, _MOST_HEIGHT / height) if width > 1 and height > 1 else 0.0


def _picture_size(document: Any) -> tuple[int, int] | None:
    scale = _scale(document)
    if not scale:
        return None
    width, height = document[0].get_size()
    return math.ceil(width * scale), math.ceil(height * scale)


def first_page_picture(path: Path) -> bytes:
    """The first page as a small WebP, as large as `PdfFacts.picture` tells.

    Raises:
        ValueError: there is no page that could be drawn.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        scale = _scale(document)
        if not scale:
            raise ValueError(path)
        picture = document[0].render(scale=scale).to_pil()
    return _webp(picture.convert("RGB"))


def blank_page(width: int, height: int) -> bytes:
    """A white sheet for a page that is not drawn."""
    from PIL import Image

    return _webp(Image.new("RGB", (width, height), "white"))


def _webp(picture: Image.Image) -> bytes:
    made = io.BytesIO()
    picture.save(made, "WEBP", quality=_QUALITY, method=4)
    return made.getvalue()


def picture_version() -> str:
    """Of how the picture is made, and of the libraries that make it."""
    return f"{version()} {library('pillow')}"
