"""What a picture's file says beside the picture: found in its bytes, and taken out of them.

The picture itself is not decoded, so that nothing of it is lost.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from itagen.evidence.gif_bytes import gif_without_said

JPEG, PNG, WEBP, GIF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8"
_END_OF_JPEG, _SCAN = 0xD9, 0xDA
_KEPT_MARKERS = {0xE0, 0xE2, 0xEE}  # JFIF, colour profile, Adobe's colours
_PROFILE = b"ICC_PROFILE\0"
_KEPT_CHUNKS = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
    b"sBIT", b"pHYs", b"bKGD", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip
_SAID_CHUNKS = {b"EXIF", b"XMP "}
_SAID_FLAGS = 0x08 | 0x04


class BrokenPictureError(ValueError):
    """The bytes do not follow their format."""


def is_whole(head: bytes, tail: bytes, size: int) -> bool:
    """Whether a file ends as its format does; a copy that did not finish does not.

    Args:
        head: its first bytes, at least 12.
        tail: its last bytes, some hundreds; cameras put something behind the end.
        size: how many bytes it has.
    """
    if head.startswith(JPEG):
        return bytes([0xFF, _END_OF_JPEG]) in tail
    if head.startswith(PNG):
        return b"IEND\xaeB`\x82" in tail
    if head.startswith(WEBP):
        return size >= int.from_bytes(head[4:8], "little") + 8
    return not head.startswith(GIF) or b"\x3b" in tail


def is_whole_within(data: bytes) -> bool:
    """Whether the picture ends somewhere in the file, with something else behind it."""
    try:
        return data.startswith((JPEG, PNG)) and bool(without_said(data))
    except BrokenPictureError:
        return False


def without_said(data: bytes) -> bytes:
    """The same picture without all that its file says of place, time, camera and author.

    A JPEG keeps which way is up, a GIF how often it moves.

    Raises:
        BrokenPictureError: the file cannot be followed to its end.
    """
    try:
        if data.startswith(JPEG):
            return b"".join(_jpeg(data))
        if data.startswith(PNG):
            return PNG + b"".join(_png(data))
        if data.startswith(WEBP):
            return _webp(data)
        if data.startswith(GIF):
            return b"".join(gif_without_said(data))
    except (IndexError, ValueError, struct.error) as error:
        raise BrokenPictureError(str(error)) from None
    return data


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Segments up to the first end; another picture behind it may say what this one does."""
    yield data[:2]
    place = 2
    while True:
        while data[place + 1] == 0xFF:  # a marker may stand behind any number of these
            place += 1
        if data[place] != 0xFF:
            raise BrokenPictureError(f"no marker at {place}")
        marker = data[place + 1]
        if marker == _END_OF_JPEG:
            yield data[place : place + 2]
            return
        (length,) = struct.unpack_from(">H", data, place + 2)
        end = place + 2 + length
        if length < 2 or end > len(data):
            raise BrokenPictureError(f"segment at {place}")
        segment = data[place:end]
        if marker == _SCAN:
            end = _end_of_scan(data, end)
            yield data[place:end]
        elif _is_kept(marker, segment):
            yield segment
        elif up := _up(segment):
            yield up
        place = end


def _is_kept(marker: int, segment: bytes) -> bool:
    if marker == 0xE2:
        return segment.startswith(_PROFILE, 4)
    return marker in _KEPT_MARKERS or not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def _end_of_scan(data: bytes, place: int) -> int:
    """Where the next marker stands that is not part of the scan."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0:
            raise BrokenPictureError("no end")
        if data[place + 1] not in (0x00, 0xFF) and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2 if data[place + 1] != 0xFF else 1


def _up(segment: bytes) -> bytes:
    """An Exif segment that says which way is up and nothing else; empty where that is usual."""
    if not segment.startswith(b"Exif\0\0", 4):
        return b""
    told = segment[10:]
    order = "<" if told.startswith(b"II") else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", told, 4)
        (count,) = struct.unpack_from(f"{order}H", told, first)
        for number in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", told, first + 2 + 12 * number)
            if tag == 0x0112 and 1 < value <= 8:
                return _exif(value)
    except struct.error:
        return b""
    return b""


def _exif(up: int) -> bytes:
    body = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, up, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> Iterator[bytes]:
    place = len(PNG)
    while True:
        (length,) = struct.unpack_from(">I", data, place)
        kind, end = data[place + 4 : place + 8], place + 12 + length
        if end > len(data):
            raise BrokenPictureError(f"chunk at {place}")
        if kind in _KEPT_CHUNKS:
            yield data[place:end]
        if kind == b"IEND":
            return
        place = end


def _webp(data: bytes) -> bytes:
    kept = []
    place, end = 12, int.from_bytes(data[4:8], "little") + 8
    while place + 8 <= min(end, len(data)):
        kind = data[place : place + 4]
        (length,) = struct.unpack_from("<I", data, place + 4)
        chunk = data[place : place + 8 + length + length % 2]
        if len(chunk) < 8 + length:
            raise BrokenPictureError(f"chunk at {place}")
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_SAID_FLAGS]) + chunk[9:]
        if kind not in _SAID_CHUNKS:
            kept.append(chunk)
        place += 8 + length + length % 2
    body = b"WEBP" + b"".join(kept)
    return WEBP + struct.pack("<I", len(body)) + body
