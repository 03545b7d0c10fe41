"""What a GIF says beside its pictures, taken out of its bytes; none of its pictures is decoded."""

from __future__ import annotations

from collections.abc import Iterator

_HEAD = 13
_TABLE, _TABLE_SIZE = 0x80, 0x07
_PICTURE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_COMMENT, _OF_PROGRAMS = 0xFE, 0xFF
_MOVING = (b"NETSCAPE2.0", b"ANIMEXTS1.0")  # how often it moves


def gif_without_said(data: bytes) -> Iterator[bytes]:
    """Its pieces without comments, what programs noted, and anything behind its end.

    Raises:
        IndexError: it is cut short.
        ValueError: a piece is none that a GIF can have.
    """
    place = _HEAD + _table(data[10])
    yield data[:place]
    while data[place] != _END:
        end = _end_of_piece(data, place)
        if not _says_something(data, place):
            yield data[place:end]
        place = end
    yield data[place : place + 1]


def _table(packed: int) -> int:
    """How many bytes of colours follow."""
    return 3 << (packed & _TABLE_SIZE) + 1 if packed & _TABLE else 0


def _end_of_piece(data: bytes, place: int) -> int:
    if data[place] == _PICTURE:
        at = place + 10
        return _end_of_blocks(data, at + _table(data[at - 1]) + 1)
    if data[place] == _EXTENSION:
        return _end_of_blocks(data, place + 2)
    raise ValueError(f"no piece at {place}")


def _end_of_blocks(data: bytes, place: int) -> int:
    while data[place]:
        place += data[place] + 1
    return place + 1


def _says_something(data: bytes, place: int) -> bool:
    if data[place] != _EXTENSION:
        return False
    kind = data[place + 1]
    return kind == _COMMENT or (kind == _OF_PROGRAMS and not data.startswith(_MOVING, place + 3))
