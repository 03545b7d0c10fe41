"""Evidence of one item to what a page shows of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from itagen.address import safe_path
from itagen.answers import ElementAnswer, ItemAnswer
from itagen.claims import basis_of, read_said, said_for
from itagen.coverage import window
from itagen.demand import Field
from itagen.entry import Document, Evidence, Part, Record, Said, content_path
from itagen.period import name_th
from itagen.period_text import Refusal
from itagen.site import Site
from itagen.text import clean
from itagen.text_links import with_addresses
from itagen.views import Link, PartView, RowsView


@dataclass(frozen=True, slots=True)
class Parts:
    """Makes the parts of one item's page."""

    site: Site
    answer: ItemAnswer

    def of(self, element: ElementAnswer) -> tuple[PartView, ...]:
        """Everything that meets an element but its rows; of rows, the links."""
        found = [self.part(element, part) for part in element.evidence]
        return (*found, *self._linked(element))

    def _linked(self, element: ElementAnswer) -> Iterator[PartView]:
        kinds = {field.id for field in element.element.each if field.type == "link"}
        for record in element.records:
            for name in kinds:
                for value in record.fields.get(name, ()):
                    said = value.link or value.text
                    if said:
                        yield PartView(link=_outside(said.text, element.element.title))

    def part(self, element: ElementAnswer, part: Evidence, *, in_row: bool = False) -> PartView:
        """One piece of evidence."""
        folder = self._folder(element)
        return PartView(
            text=linked_text(self.site, folder, part.text),
            link=self._link(part, folder),
            image=file_address(self.site, folder, part.image),
            alt=part.alt.text if part.alt else part.title.text if part.title else "",
            side=part.side.text if part.side else "",
            period="" if in_row else self._own_period(element, part),
            none=part.none.text if part.none else "",
            pending=part.pending.text if part.pending else "",
            signed=_signed(part),
        )

    def _folder(self, element: ElementAnswer) -> str:
        if element.element.from_ and not element.answer:
            return "agency"
        return self.answer.entry.folder if self.answer.entry else ""

    def _link(self, part: Evidence, folder: str) -> Link | None:
        if part.link:
            return _outside(part.link.text, part.title.text if part.title else "")
        document = self.answer.document_of(part)
        file = part.file or part.table or (document.file if document and part.pages else None)
        if file is None:
            address = document.link if document and part.pages else None
            return _outside(address.text, _pages(part)) if address else None
        named = part.title or (document.title if document else None)
        title = named.text if named else file.text
        href = file_address(self.site, folder, file)
        page = _first_page(part)
        if not href:
            return Link(title, "", _pages(part))
        return Link(title, f"{href}#page={page}" if page else href, _pages(part))

    def period(self, element: ElementAnswer, part: Part) -> str:
        """What a part covers, in words; empty where no year is asked."""
        said = said_for(self.answer, element, part) if element.coverage else None
        if said is None:
            return ""
        basis = basis_of(self.answer, element.coverage)
        found = read_said(said, element.coverage, basis)
        return said.text if isinstance(found, Refusal) else name_th(found)

    def _own_period(self, element: ElementAnswer, part: Part) -> str:
        """What a part covers, unless it is what the page says of the whole item."""
        own, coverage = self.period(element, part), self.answer.item.coverage
        asked = name_th(window(coverage, self.answer.edition)) if coverage else ""
        return "" if own == asked else own

    def rows(self, element: ElementAnswer) -> RowsView | None:
        """The rows of an element, with columns for side and period where they differ."""
        records = element.records
        if not records:
            return None
        fields = element.element.each
        sided = any(record.side for record in records)
        dated = any(record.covers or record.date for record in records)
        heads = [field.title for field in fields]
        heads += ["ฝ่าย"] * sided + ["ช่วงเวลา"] * dated
        rows = []
        for record in records:
            cells = [self._cell(element, record, field) for field in fields]
            if sided:
                cells.append((_text(record.side),))
            if dated:
                cells.append((PartView(text=self.period(element, record)),))
            rows.append(tuple(cells))
        return RowsView(tuple(heads), tuple(rows))

    def _cell(self, element: ElementAnswer, record: Record, field: Field) -> tuple[PartView, ...]:
        values = record.fields.get(field.id, ())
        return tuple(self._value(element, record, field, value) for value in values)

    def _value(
        self, element: ElementAnswer, record: Record, field: Field, value: Evidence
    ) -> PartView:
        folder = self._folder(element)
        if value.text and field.type == "image":
            name = next((w for f in element.element.each if (w := record.words(f.id))), None)
            image = file_address(self.site, folder, value.text)
            return PartView(image=image, alt=name.text if name else field.title)
        if value.text and field.type == "link":
            return PartView(link=_outside(value.text.text, ""))
        if value.text and field.type == "money":
            return PartView(text=_grouped(value.text.text))
        return self.part(element, value, in_row=True)


def targets_of(site: Site, answer: ItemAnswer) -> tuple[Link, ...]:
    """Where an item leads besides its own page: the links of its elements, or of the one meant."""
    of, parts = answer.item.placement.of, Parts(site, answer)
    wanted = (a for a in answer.elements if of is None or a.element.id == of)
    return tuple(part.link for element in wanted for part in parts.of(element) if part.link)


def file_address(site: Site, folder: str, name: Said | None) -> str:
    """Where a file that an entry names stands on the site; empty where there is no such file."""
    path = clean(content_path(folder, name.text)) if name else ""
    return safe_path(path) if path in site.files else ""


def linked_text(site: Site, folder: str, text: Said | None) -> str:
    """Markdown whose names of files and of other pages' sources are addresses of the site."""

    def address(name: str) -> str:
        path = clean(content_path(folder, name))
        return site.sources.get(path) or (safe_path(path) if path in site.files else "")

    return with_addresses(text.text, address) if text else ""


def document_part(document: Document, folder: str, site: Site) -> PartView:
    """A line of `documents`; without a file or link it is its title alone."""
    period = document.covers.text if document.covers else ""
    if document.file:
        href = file_address(site, folder, document.file)
        title = document.title.text if document.title else document.file.text
        return PartView(link=Link(title, href), period=period)
    if document.link is None:
        title = document.title.text if document.title else ""
        return PartView(link=Link(title, ""), period=period)
    link = document.link.text
    return PartView(link=_outside(link, document.title.text if document.title else ""),
                    period=period)  # fmt: skip


def _outside(address: str, title: str) -> Link:
    safe = address.strip()
    if not safe.lower().startswith(("https://", "http://", "mailto:", "tel:")):
        return Link(title or address, "")
    return Link(title or address, safe, outside=True)


def _grouped(amount: str) -> str:
    """`1250000.5` as offices write it, `1,250,000.5`; anything else as it stands."""
    whole, point, cents = amount.partition(".")
    if not (whole.isdecimal() and whole.isascii()):
        return amount
    return f"{int(whole):,}{point}{cents}"


def _text(said: Said | None) -> PartView:
    return PartView(text=said.text if said else "")


def _pages(part: Evidence) -> str:
    return f"หน้า {part.pages.text}" if part.pages else ""


def _first_page(part: Evidence) -> str:
    digits = ""
    for sign in part.pages.text if part.pages else "":
        if not sign.isdigit():
            break
        digits += sign
    return digits


def _signed(part: Evidence) -> str:
    if not part.signed:
        return ""
    return f"ลงนามโดย {part.by.text} วันที่ {part.signed.text}" if part.by else part.signed.text
