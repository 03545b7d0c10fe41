"""Declared gaps: what is still to come, why, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.entry import Said
from itagen.text import key

_EMPTY = frozenset(
    map(
        key,
        ["true", "false", "no", "ไม่", "yes", "ใช่", "รอ", "pending", "รอข้อมูล", "อยู่ระหว่างดำเนินการ"],
    )
)


def is_reason(said: Said) -> bool:
    """Whether the words say what is waited for."""
    return key(said.text) not in _EMPTY and bool(key(said.text))


def pendings(
    answers: Iterable[ItemAnswer],
) -> Iterator[tuple[ItemAnswer, ElementAnswer | None, Said, Said | None]]:
    """Every declared gap: of an item, of an element or part, with its own `until`."""
    for answer in answers:
        if answer.entry and answer.entry.pending:
            yield answer, None, answer.entry.pending, answer.entry.until
        for element in answer.elements:
            cells = (e for r in element.inline for v in r.fields.values() for e in v)
            for part in (*(element.answer.evidence if element.answer else ()), *cells):
                if part.pending:
                    yield answer, element, part.pending, part.until
