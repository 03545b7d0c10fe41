"""Papers that must be signed, with the day and the name they give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.entry import Evidence, Said


def signatures(
    answers: Iterable[ItemAnswer],
) -> Iterator[tuple[ItemAnswer, ElementAnswer, Evidence, Said | None, Said | None]]:
    """Evidence that must be signed, with the day and the name, its own or its document's."""
    for answer, element in ((a, e) for a in answers for e in a.elements):
        coverage = element.coverage
        asked = element.element.signed_by or (coverage and coverage.signed and _alone(answer))
        if not asked:
            continue
        for evidence in element.evidence:
            document = answer.document_of(evidence)
            day = evidence.signed or (document.signed if document else None)
            name = evidence.by or (document.by if document else None)
            yield answer, element, evidence, day, name


def _alone(answer: ItemAnswer) -> bool:
    """Whether no element of the item says who signs, so that each must be signed."""
    return not any(element.element.signed_by for element in answer.elements)
