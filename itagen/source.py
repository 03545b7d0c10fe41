"""One file of a project: bytes → text → values with places.

Nothing is raised for what staff wrote: what cannot be read becomes a Fault beside the rest, and
the rules say it in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from itagen.again import once
from itagen.diagnostics import Location
from itagen.text import clean, has_invisible
from itagen.tree import Fault, Mapping
from itagen.yaml_tree import build_tree

MAX_BYTES = 1_000_000
MAX_LINE = 20_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read; `root` is None where it holds no values that can be trusted.

    Attributes:
        body: the Markdown below the front matter, None in YAML.
        body_line: the line on which the body starts.
    """

    path: str
    lines: tuple[str, ...]
    root: Mapping | None
    faults: tuple[Fault, ...] = ()
    body: str | None = None
    body_line: int = 1

    def at(self, line: int = 1, column: int = 1, width: int = 1) -> Location:
        """A place in this file."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Location(self.path, line, column, width, text)

    @property
    def whole(self) -> bool:
        """Whether its values can be judged."""
        return self.root is not None


def read_source(root: Path, path: Path) -> Source:
    """Read a YAML or Markdown file below the project folder `root`."""
    name = path.as_posix().removeprefix(f"{root.as_posix()}/")
    if path.is_symlink():
        return _unread(name, Fault("unreadable-file", Location(name), "link"))
    try:
        data = path.read_bytes()[: MAX_BYTES + 1]
    except OSError as error:
        return _unread(name, Fault("unreadable-file", Location(name), "os", error.strerror or ""))
    if len(data) > MAX_BYTES:
        return _unread(name, Fault("too-large", Location(name), "bytes", str(path.stat().st_size)))
    if b"\x00" in data or data.startswith((*_MAGIC, *_UTF16)):
        return _unread(name, Fault("unreadable-file", Location(name), _binary(data)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _unread(name, Fault("unreadable-file", Location(name), _encoding(data, error)))
    return read_text(name, text)


def _unread(name: str, fault: Fault) -> Source:
    return Source(name, (), None, (fault,))


def _binary(data: bytes) -> str:
    """Tell text of two bytes a character from files of another program."""
    if data.startswith(_MAGIC):
        return "binary"
    high = [*data[1:4096:2], *data[0:4096:2]]
    half = len(high) // 2
    pages = max(sum(byte in {0x00, 0x0E} for byte in part) for part in (high[:half], high[half:]))
    return "utf-16" if data.startswith(_UTF16) or pages > half * 0.8 else "binary"


def _encoding(data: bytes, error: UnicodeDecodeError) -> str:
    """Name the encoding that the bytes are probably in."""
    thai = sum(1 for byte in data if 0xA1 <= byte <= 0xFB)
    high = sum(1 for byte in data if byte >= 0x80)
    return "windows-874" if thai > high * 0.9 and error.start < len(data) else "unknown"


@once
def read_text(name: str, text: str) -> Source:
    """Read the text of a file as `name`, whose ending says what it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = clean(text)
    lines = tuple(cleaned.split("\n"))
    blank = Source(name, lines, None)
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            fault = Fault("too-large", Location(name, number), "line", str(len(line)))
            return _unread(name, fault)
    faults = tuple(_invisible(blank, text)) if cleaned != text else ()
    if name.endswith(".md"):
        return _read_markdown(blank, faults)
    root, found = build_tree(cleaned, name, lines)
    return Source(name, lines, root, faults + found)


def _invisible(source: Source, raw: str) -> Iterator[Fault]:
    if has_invisible(raw):
        lines = enumerate(raw.split("\n"), 1)
        yield Fault(
            "invisible-characters", source.at(next(n for n, t in lines if has_invisible(t)))
        )


def _read_markdown(source: Source, faults: tuple[Fault, ...]) -> Source:
    lines = source.lines
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if re.fullmatch(r"[-–—]{1,3}", lines[start].strip()) and lines[start].rstrip() != "---":
        fault = Fault("broken-yaml", source.at(start + 1), "front-matter", lines[start])
        return Source(source.path, lines, None, (*faults, fault))
    if lines[start].rstrip() != "---":
        body = "\n".join(lines)
        root = Mapping((), source.at())
        return Source(source.path, lines, root, faults, body)
    after = start + 1
    end = next((n for n, line in enumerate(lines[after:], after) if line.rstrip() == "---"), None)
    if end is None:
        fault = Fault("broken-yaml", source.at(after), "front-matter", "---")
        return Source(source.path, lines, None, (*faults, fault))
    front = "\n".join([*[""] * after, *lines[after:end]])
    tree, found = build_tree(front, source.path, lines)
    body = "\n".join(lines[end + 1 :])
    return Source(source.path, lines, tree, faults + found, body, end + 2)
