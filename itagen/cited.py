"""The PDFs that answers rest on: who names them, which pages, for which period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.claims import basis_of, said_for
from itagen.coverage import asks_for_day
from itagen.entry import Document, Evidence, Said, content_path
from itagen.evidence.pdf import PdfFacts
from itagen.period import Period
from itagen.period_text import parse_period
from itagen.site import ContentFile, Site
from itagen.text import clean


@dataclass(frozen=True, slots=True)
class Cited:
    """A PDF that could be opened, as one line of content names it.

    Attributes:
        said: its name as written.
        element: which element it meets; None for a line of `documents`.
        part: the line itself.
        in_row: whether it stands in a field of a record.
    """

    answer: ItemAnswer
    file: ContentFile
    facts: PdfFacts
    said: Said
    part: Document | Evidence
    element: ElementAnswer | None = None
    in_row: bool = False

    @property
    def pages(self) -> Said | None:
        """The pages that it names."""
        return self.part.pages if isinstance(self.part, Evidence) else None

    @property
    def claim(self) -> Said | None:
        """The innermost word on its period, where one is asked; None where a day is."""
        element, entry = self.element, self.answer.entry
        coverage = element.coverage if element else self.answer.item.coverage
        if coverage is None or asks_for_day(coverage) or self.in_row:
            return None
        if element and isinstance(self.part, Evidence):
            return said_for(self.answer, element, self.part)
        return self.part.covers or (entry.covers if entry else None)

    @property
    def period(self) -> Period | None:
        """The period that is claimed, if it can be read."""
        said, element = self.claim, self.element
        coverage = element.coverage if element else self.answer.item.coverage
        found = parse_period(said.text, basis_of(self.answer, coverage)) if said else None
        return found if isinstance(found, Period) else None


def cited(site: Site, answers: Iterable[ItemAnswer]) -> Iterator[Cited]:
    """All of them, a line of `documents` before the elements that point at it."""
    for answer in answers:
        if answer.entry is None:
            continue
        for document in answer.entry.documents:
            yield from _named(site, answer, document, document.file)
        for element in answer.elements:
            if element.element.from_ and not element.answer:
                continue
            for part in element.evidence:
                yield from _evidence(site, answer, element, part)
            for record in element.inline:
                for name, values in record.fields.items():
                    for value in () if name in record.broken else values:
                        yield from _evidence(site, answer, element, value, in_row=True)


def _evidence(
    site: Site, answer: ItemAnswer, element: ElementAnswer, part: Evidence, *, in_row: bool = False
) -> Iterator[Cited]:
    document = answer.document_of(part) if part.pages else None
    said = part.file or part.table or (document.file if document else None)
    return _named(site, answer, part, said, element, in_row=in_row)


def _named(
    site: Site, answer: ItemAnswer, part: Document | Evidence, said: Said | None,
    element: ElementAnswer | None = None, *, in_row: bool = False,
) -> Iterator[Cited]:  # fmt: skip
    folder = answer.entry.folder if answer.entry else ""
    file = site.files.get(clean(content_path(folder, said.text))) if said else None
    if said and file and file.pdf and file.pdf.pages is not None:
        yield Cited(answer, file, file.pdf, said, part, element, in_row)
