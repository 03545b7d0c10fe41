"""Evidence of one item to what a page shows of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.claims import basis_of, decided_by_data, read_said, said_for, spans_read
from itagen.coverage import window
from itagen.demand import Field
from itagen.diagnostics import Language
from itagen.entry import Branch, Evidence, Part, Record, Said
from itagen.page_spans import first_page
from itagen.part_views import BranchView, ColumnView, Link, PartView, RowsView, TreeView
from itagen.period import Period, joined, name_th
from itagen.period_text import Refusal
from itagen.plan_day import day_of
from itagen.plan_document import document_view, file_address, file_of, linked_text, outside_link
from itagen.site import Site

_NUMBERS = frozenset(["money", "count", "percent"])
_NAMES_NOTHING = _NUMBERS | {"date", "month", "period", "image", "link", "contact"}


@dataclass(frozen=True, slots=True)
class Parts:
    """Makes the parts of one item's page, each once: lists and files show them too."""

    site: Site
    answer: ItemAnswer
    language: Language = "th"
    _made: dict[tuple[int, int, bool], tuple[Evidence, PartView]] = field(default_factory=dict)

    def say(self, thai: str, english: str) -> str:
        """One of two wordings."""
        return thai if self.language == "th" else english

    def of(self, element: ElementAnswer) -> tuple[PartView, ...]:
        """Everything that meets an element but its rows; of rows, the links."""
        found = [self.part(element, part) for part in element.evidence]
        return (*found, *self._linked(element))

    def _linked(self, element: ElementAnswer) -> Iterator[PartView]:
        names = [field.id for field in element.element.each if field.type == "link"]
        for record in element.inline:
            for name in names:
                for value in record.fields.get(name, ()):
                    said = value.link or value.text
                    if said:
                        yield PartView(link=outside_link(said.text, element.element.title))

    def part(self, element: ElementAnswer, part: Evidence, *, in_row: bool = False) -> PartView:
        """One piece of evidence."""
        known = (id(element), id(part), in_row)
        if known not in self._made:  # the part is held, so that its id stays its own
            self._made[known] = part, self._part(element, part, in_row=in_row)
        return self._made[known][1]

    def _part(self, element: ElementAnswer, part: Evidence, *, in_row: bool) -> PartView:
        folder = self._folder(element)
        link = self._link(part, folder)
        return PartView(
            text=linked_text(self.site, folder, part.text),
            link=link,
            image=file_address(self.site, folder, part.image),
            alt=part.alt.text if part.alt else part.title.text if part.title else "",
            side=part.side.text if part.side else "",
            period="" if in_row else self._own_period(element, part),
            none=part.none.text if part.none else "",
            pending=part.pending.text if part.pending else "",
            signed=self._signed(part),
            day=day_of(part.date),
            document=document_view(
                file_of(self.site, folder, self._file(part)),
                link,
                pictured=not in_row and self._is_first(part),
            ),
            tree=_tree(part),
            read=None if in_row else self._is_read(element, part),
        )

    def _folder(self, element: ElementAnswer) -> str:
        if element.element.from_ and not element.answer:
            return "agency"
        return self.answer.entry.folder if self.answer.entry else ""

    def _link(self, part: Evidence, folder: str) -> Link | None:
        if part.link:
            return outside_link(part.link.text, part.title.text if part.title else "")
        document, file = self.answer.document_of(part), self._file(part)
        if file is None:
            address = document.link if document and part.pages else None
            return outside_link(address.text, self._pages(part)) if address else None
        named = part.title or (document.title if document else None)
        title = named.text if named else file.text
        href = file_address(self.site, folder, file)
        page = first_page(part.pages.text) if part.pages else ""
        if not href:
            return Link(title, "", self._pages(part))
        return Link(title, f"{href}#page={page}" if page else href, self._pages(part))

    def _pages(self, part: Evidence) -> str:
        return f"{self.say('หน้า', 'page')} {part.pages.text}" if part.pages else ""

    def _signed(self, part: Evidence) -> str:
        if not part.signed:
            return ""
        if part.by is None:
            return part.signed.text
        signed, on = self.say("ลงนามโดย", "Signed by"), self.say("วันที่", "on")
        return f"{signed} {part.by.text} {on} {part.signed.text}"

    def _file(self, part: Evidence) -> Said | None:
        """The file that evidence leads to: its own, or the only document whose pages it names."""
        document = self.answer.document_of(part) if part.pages else None
        return part.file or part.table or (document.file if document else None)

    def _is_first(self, part: Evidence) -> bool:
        """Whether the page names a file here first, apart from its list of documents."""
        if part.file is None or self.answer.document_of(part):
            return False
        given = (p for element in self.answer.elements for p in element.evidence if p.file)
        return next((p for p in given if p.file and p.file.text == part.file.text), None) is part

    def _is_read(self, element: ElementAnswer, part: Evidence) -> bool | None:
        """Of a table whether its period was read in it or is only stated; None without one."""
        if not part.tables or not self.period(element, part):
            return None
        return decided_by_data(self.answer, element, part)

    def period(self, element: ElementAnswer, part: Part) -> str:
        """What a part covers, in words; empty where no year is asked."""
        if decided_by_data(self.answer, element, part):
            read = spans_read(self.answer, element, part)
            return ", ".join(name_th(span) for span in joined(claim.period for claim in read))
        said = said_for(self.answer, element, part) if element.coverage else None
        if said is None:
            return ""
        found = self._read(element, said)
        return said.text if isinstance(found, Refusal) else name_th(found)

    def span(self, element: ElementAnswer, record: Record) -> Period | None:
        """What a row itself says that it covers, where that can be read."""
        found = self._read(element, record.covers) if record.covers else None
        return None if isinstance(found, Refusal) else found

    def _read(self, element: ElementAnswer, said: Said) -> Period | Refusal:
        return read_said(said, element.coverage, basis_of(self.answer, element.coverage))

    def _own_period(self, element: ElementAnswer, part: Part) -> str:
        """What a part covers, unless it is what the page says of the whole item."""
        own, coverage = self.period(element, part), self.answer.item.coverage
        if decided_by_data(self.answer, element, part):
            return own
        asked = name_th(window(coverage, self.answer.edition)) if coverage else ""
        return "" if own == asked else own

    def rows(self, element: ElementAnswer) -> RowsView | None:
        """The rows of an element, with columns for side and period where they differ."""
        records = element.inline
        if not records:
            return None
        fields = element.element.each
        sided = any(record.side for record in records)
        dated = any(record.covers or record.date for record in records)
        named = next((field.id for field in fields if field.type not in _NAMES_NOTHING), "")
        heads = [ColumnView(f.title, f.type in _NUMBERS, f.id == named) for f in fields]
        heads += [ColumnView(self.say("ฝ่าย", "Side"))] * sided
        heads += [ColumnView(self.say("ช่วงเวลา", "Period"))] * dated
        rows = []
        for record in records:
            cells = [self.cell(element, record, field) for field in fields]
            if sided:
                cells.append((_text(record.side),))
            if dated:
                cells.append((self.when(element, record),))
            rows.append(tuple(cells))
        return RowsView(tuple(heads), tuple(rows))

    def when(self, element: ElementAnswer, part: Part) -> PartView:
        """What a part covers, or the day on which it was done."""
        return PartView(period=self.period(element, part), day=day_of(part.date))

    def cell(self, element: ElementAnswer, record: Record, field: Field) -> tuple[PartView, ...]:
        """What a record has in one field."""
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
            return PartView(link=outside_link(value.text.text, ""))
        if value.text and field.type == "date":
            return PartView(text=value.text.text, day=day_of(value.text))
        if value.text and field.type in {"money", "count"}:
            return PartView(text=grouped(value.text.text))
        return self.part(element, value, in_row=True)


def grouped(amount: str) -> str:
    """`1250000.5` as offices write it, `1,250,000.5`; anything else as it stands."""
    whole, point, cents = amount.partition(".")
    if not (whole.isdecimal() and whole.isascii()):
        return amount
    return f"{int(whole):,}{point}{cents}"


def targets_of(parts: Parts) -> tuple[Link, ...]:
    """Where an item leads besides its own page: the links of its elements, or of the one meant."""
    answer = parts.answer
    of = answer.item.placement.of
    wanted = (a for a in answer.elements if of is None or a.element.id == of)
    return tuple(part.link for element in wanted for part in parts.of(element) if part.link)


def _tree(part: Evidence) -> TreeView | None:
    if not part.tree:
        return None
    return TreeView(part.title.text if part.title else "", tuple(map(_branch, part.tree)))


def _branch(branch: Branch) -> BranchView:
    who = branch.who.text if branch.who else ""
    return BranchView(branch.name.text, who, tuple(map(_branch, branch.below)))


def _text(said: Said | None) -> PartView:
    return PartView(text=said.text if said else "")
