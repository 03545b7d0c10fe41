"""What lies in archives and Office files: words, properties, and what would do something by itself.

One way for all of them, and read as bytes and XML alone: words that were deleted but kept, notes
and headers are published with the file, and libraries for writing documents pass them over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from itagen.evidence.kind import is_program_name

if TYPE_CHECKING:
    from zipfile import ZipFile

VERSION = "1"
MOST_SIGNS = 2_000_000
_MOST_OF_A_PART = 32_000_000
_MACROS = re.compile(r"(?:^|/)vbaProject\.bin$|^xl/macrosheets/", re.IGNORECASE)
_SCRIPTS = re.compile(r"^(?:Basic|Scripts)/.+", re.IGNORECASE)
_TEXT = re.compile(
    r"word/document\.xml|ppt/slides/slide\d+\.xml|content\.xml"
    r"|word/(?:header|footer)\d*\.xml|word/(?:foot|end)notes\.xml|word/comments\.xml"
    r"|ppt/notesSlides/[^/]+\.xml|ppt/comments/[^/]+\.xml|xl/comments[^/]*\.xml"
    r"|xl/threadedComments/[^/]+\.xml|xl/comments/[^/]+\.xml"
)
_PROPERTIES = re.compile(r"docProps/(?:core|app|custom)\.xml|meta\.xml")
_OF_OFFICE = frozenset(["t", "delText", "text"])
_LINES = frozenset(["p", "h", "comment", "table-row"])
_GAPS = frozenset(["tab", "br", "s", "line-break", "table-cell"])
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")

Trouble = Literal["", "damaged", "locked", "macros", "programs"]


@dataclass(frozen=True, slots=True)
class ContainerFacts:
    """What is known of an archive or Office file.

    Attributes:
        trouble: why it is not published as it is.
        inside: the name of the first program in it.
        properties: what it says of itself: title, author, company, …
        lines: its words, a line for each paragraph; of workbooks only the notes on cells.
    """

    trouble: Trouble = ""
    inside: str = ""
    properties: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """The facts for the store."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode("utf-8")

    @classmethod
    def from_json(cls, data: bytes) -> ContainerFacts:
        """The facts as the store has kept them."""
        kept = json.loads(data)
        many = {name: tuple(kept[name]) for name in ("properties", "lines")}
        return cls(**kept | many)


def read_container(path: Path) -> ContainerFacts:
    """Look into a zip, or an Office file of any age; a damaged one has trouble and no words."""
    import zipfile
    import zlib
    from xml.parsers.expat import ExpatError

    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        if not data[:4].startswith(b"PK"):
            return ContainerFacts(_old_trouble(data))
    try:
        with zipfile.ZipFile(path) as archive:
            return _facts(archive)
    except (zipfile.BadZipFile, zlib.error, ExpatError, EOFError, ValueError, NotImplementedError):
        return ContainerFacts("damaged")


def _old_trouble(data: mmap) -> Trouble:
    """Of the Office files before 2007, and of those with a password, which look like them."""
    if data.find(_LOCKED) >= 0:
        return "locked"
    return "macros" if data.find(_OLD_MACROS) >= 0 else ""


def _facts(archive: ZipFile) -> ContainerFacts:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        return ContainerFacts("locked")
    is_office = "[Content_Types].xml" in names
    if is_office or "mimetype" in names:
        own = _MACROS if is_office else _SCRIPTS
        trouble: Trouble = "macros" if any(map(own.search, names)) else ""
        of_itself = filter(_PROPERTIES.fullmatch, names)
        said = tuple(_words(archive, of_itself, apart=True, everything=True))
        found = _words(archive, filter(_TEXT.fullmatch, names), everything=not is_office)
        return ContainerFacts(trouble, properties=said, lines=tuple(_bounded(found)))
    program = next(filter(is_program_name, names), "")
    return ContainerFacts("programs" if program else "", inside=program)


def _bounded(lines: Iterable[str]) -> Iterator[str]:
    left = MOST_SIGNS
    for line in lines:
        left -= len(line)
        if left < 0:
            return
        yield line


def _words(archive: ZipFile, names: Iterable[str], *, apart: bool = False,
           everything: bool = False) -> Iterator[str]:  # fmt: skip
    for name in names:
        if archive.getinfo(name).file_size <= _MOST_OF_A_PART:
            yield from _lines(archive.read(name), apart=apart, everything=everything)


def _refuse(*_: object) -> None:
    """Office writes no DTD; one is there to unpack without end."""
    raise ValueError("a DTD")


def _lines(xml: bytes, *, apart: bool, everything: bool) -> Iterator[str]:
    """The words of one part, each element `apart`; of Office's own XML those meant as text."""
    from xml.parsers.expat import ParserCreate

    parser, found, is_text = ParserCreate(namespace_separator=" "), [""], [everything]

    def start(tag: str, _: object) -> None:
        name = tag.rpartition(" ")[2]
        is_text.append(everything or name in _OF_OFFICE)
        if name in _GAPS:
            found[-1] += " "

    def end(tag: str) -> None:
        is_text.pop()
        if apart or tag.rpartition(" ")[2] in _LINES:
            found.append("")

    def text(words: str) -> None:
        if is_text[-1]:
            found[-1] += words

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = text, _refuse
    parser.Parse(xml, True)
    return (" ".join(line.split()) for line in found if line.strip())
