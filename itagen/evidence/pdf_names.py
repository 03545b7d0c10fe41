"""What a PDF would do by itself, by the names in it, and what its XMP says; no page is read."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from mmap import mmap

_ACTIVE = {
    b"JavaScript": "javascript",
    b"JS": "javascript",
    b"Launch": "launch",
    b"EmbeddedFile": "embedded",
    b"EmbeddedFiles": "embedded",
    b"FileAttachment": "embedded",
    b"RichMedia": "embedded",
}
_NAME = re.compile(rb"/([A-Za-z#][A-Za-z0-9#]*)")
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b")
_STREAM = re.compile(rb"stream\r?\n")
_XMP_TAG, _XMP_ATTRIBUTE = re.compile(r"<[^>]*>"), re.compile(r"=\"([^\"]*)\"")
_DICTIONARY = 600
_MOST_PACKED = 4_000_000
_MOST_UNPACKED = 16_000_000


def active_content(data: bytes | mmap) -> frozenset[str]:
    """`javascript`, `launch`, `embedded`, also where names are written with `#` and hex."""
    found: set[str] = set()
    for part in _dictionaries(data):
        for match in _NAME.finditer(part):
            name = match[1]
            if b"#" in name:
                name = _HEX.sub(lambda sign: bytes([int(sign[1], 16)]), name)
            if name in _ACTIVE:
                found.add(_ACTIVE[name])
    return frozenset(found)


def xmp_words(data: bytes | mmap) -> tuple[str, ...]:
    """What a PDF says of itself in XMP, beside or instead of its older properties."""
    start = data.find(b"<x:xmpmeta")
    end = data.find(b"</x:xmpmeta>", start, start + _MOST_PACKED) if start >= 0 else -1
    if end < 0:
        return ()
    packet = data[start:end].decode("utf-8", "replace")
    found = (*_XMP_ATTRIBUTE.findall(packet), *_XMP_TAG.sub("\n", packet).split("\n"))
    words = (" ".join(words.split()) for words in found if not words.startswith("http"))
    return tuple(dict.fromkeys(filter(None, words)))


def _dictionaries(data: bytes | mmap) -> Iterator[bytes]:
    """All but streams; of these, the ones that hold objects, unpacked to a bound."""
    at, left = 0, _MOST_UNPACKED
    while match := _STREAM.search(data, at):
        yield data[at : match.start()]
        end = data.find(b"endstream", match.end())
        if end < 0:
            return
        if _OBJECTS.search(data, max(at, match.start() - _DICTIONARY), match.start()):
            unpacked = _unpacked(data[match.end() : min(end, match.end() + _MOST_PACKED)], left)
            left -= len(unpacked)
            yield unpacked
        at = end + len(b"endstream")
    yield data[at:]


def _unpacked(packed: bytes, most: int) -> bytes:
    if most <= 0:
        return b""
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return packed  # perhaps not packed at all
