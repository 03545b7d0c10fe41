"""Records that have a picture, to cards: what each field is on a card is told by its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from itagen.answers import ElementAnswer
from itagen.demand import Field
from itagen.entry import Record
from itagen.part_views import Card, CardGroup, CardLine
from itagen.plan_parts import Parts


def card_groups(parts: Parts, element: ElementAnswer) -> tuple[CardGroup, ...]:
    """The rows of an element as cards by side; none where no field is a picture."""
    if not any(field.type == "image" for field in element.element.each):
        return ()
    found = [(record.side.text if record.side else "", record) for record in element.inline]
    return tuple(
        CardGroup(side, tuple(_card(parts, element, r) for own, r in found if own == side))
        for side in _sides(parts, element, (side for side, _ in found))
    )


def _sides(parts: Parts, element: ElementAnswer, found: Iterable[str]) -> Iterator[str]:
    """The sides that there are: first those of the kind of agency, in its order."""
    kind = parts.site.kind
    named = element.element.sides.get(kind.id, ()) if kind else ()
    own = dict.fromkeys(found)
    yield from (side for side in dict.fromkeys((*named, *(kind.sides if kind else ()), *own))
                if side in own)  # fmt: skip


def _card(parts: Parts, element: ElementAnswer, record: Record) -> Card:
    fields = element.element.each
    cells = {field.id: parts.cell(element, record, field) for field in fields}
    texts = [field for field in fields if field.type == "text"][:2]
    image = next((field for field in fields if field.type == "image"), None)
    shown = next((part for part in cells[image.id] if part.image), None) if image else None
    words = [_words(record, field) for field in texts]
    used = {field.id for field in (*texts, image) if field}
    rest = [field for field in fields if field.id not in used and cells[field.id]]
    contact = [part for field in rest if field.type == "contact" for part in cells[field.id]]
    lines = [CardLine(f.title, cells[f.id]) for f in rest if f.type != "contact"]
    when = parts.when(element, record)
    if when.period:
        lines.append(CardLine(parts.say("ช่วงเวลา", "Period"), (when,)))
    return Card(
        words[0] if words else "",
        words[1] if len(words) > 1 else "",
        shown.image if shown else "",
        shown.alt if shown else "",
        tuple(contact),
        tuple(lines),
    )


def _words(record: Record, field: Field) -> str:
    said = record.words(field.id)
    return said.text if said else ""
