"""Every text that a site publishes, with its place: what rules about words and numbers read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from itagen.again import once
from itagen.agency import Agency
from itagen.diagnostics import NOTHING, Location, Subject, Words
from itagen.edition import Item
from itagen.entry import Branch, Document, Entry, Evidence, Post, Question, Record, Said
from itagen.site import ContentFile, Site, Year

_PROPERTIES = Words("คุณสมบัติของไฟล์", "its properties")
_LITERAL = re.compile(r"\|[+-]?[0-9]?[+-]?\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that will be read by the public.

    Attributes:
        at: where it begins.
        subject: the item and element that it belongs to, if to any.
        item: that item.
        for_contact: the place is there to tell how to reach people, so that numbers belong to it.
        by_line: each of its lines is one of the file.
        sections: of a document: where in the text each of its parts begins, and what it is called.
        cells: of a sheet, which cell each of its lines is, `ต.ค. 65!D7`.
    """

    text: str
    at: Location
    subject: Subject = NOTHING
    item: Item | None = None
    for_contact: bool = False
    by_line: bool = False
    cells: tuple[str, ...] = ()
    sections: tuple[tuple[int, Words], ...] = ()

    def section(self, start: int) -> Words:
        """In which part of a document a piece of the text stands; empty where that is not known."""
        named = [words for begins, words in self.sections if begins <= start]
        return named[-1] if named else Words("", "")

    def place(self, start: int, end: int) -> Location:
        """Where a piece of the text stands, as exactly as its notation lets one know."""
        at, piece = self.at, self.text[start:end]
        if self.cells:
            return replace(at, cell=self.cells[self.text.count("\n", 0, start)])
        if at.line is None:
            return at
        line, lines = self.text.count("\n", 0, start), self.text.split("\n")
        if self.by_line or lines[0].strip() == at.text.strip():
            column = start - (self.text.rfind("\n", 0, start) + 1)
            return Location(at.path, at.line + line, column + 1, len(piece), lines[line])
        column = at.text.find(piece, (at.column or 1) - 1)
        if line == 0 and column >= 0:
            return replace(at, column=column + 1, width=len(piece))
        if _LITERAL.search(at.text):
            return Location(at.path, at.line + 1 + line)
        return at


def passages(site: Site) -> Iterator[Passage]:
    """All of them: of entries, posts, questions, the agency, and of the documents they name."""
    for year in site.years:
        for entry in year.entries.values():
            yield from entry_passages(year, entry)
        yield from _work(year)
    for post in site.posts:
        yield from _post(post)
    for question in site.questions:
        yield from _question(question)
    yield from _facts(site.agency, {})
    for year in site.years:
        yield from _facts(year.agency, site.agency.facts)
    yield from filter(None, map(_within, site.files.values()))


def _within(file: ContentFile) -> Passage | None:
    """What stands in a document; of whom its telephone numbers are, it does not tell."""
    told = [(_PROPERTIES, "\n".join(_properties(file)))]
    if file.pdf:
        pages = enumerate(file.pdf.texts, 1)
        told += [(Words(f"หน้า {n}", f"page {n}"), text) for n, text in pages]
    elif file.container:
        told.append((Words("", ""), "\n".join(file.container.lines)))
    text, sections = "", []
    for words, part in told:
        if part:
            sections.append((len(text), words))
            text += f"{part}\n"
    at = Location(f"content/{file.path}")
    return Passage(text, at, for_contact=True, sections=tuple(sections)) if text else None


def _properties(file: ContentFile) -> tuple[str, ...]:
    within = file.pdf or file.container
    return within.properties if within else ()


def asks_for_contact(item: Item) -> bool:
    """Whether a list wants to know from an item how people are reached."""
    fields = (field for element in item.elements for field in element.each)
    told = any(element.from_ for element in item.elements)
    return told or bool(item.form) or any(field.type == "contact" for field in fields)


def entry_passages(year: Year, entry: Entry) -> Iterator[Passage]:
    """Those of one item of one year."""
    item = entry.item
    of_item = Passage(
        "", entry.at, year.subject(item.code), item, for_contact=asks_for_contact(item)
    )
    yield from _said(of_item, (entry.none, entry.pending))
    yield from _documents(of_item, entry.documents)
    for answer in entry.answers.values():
        of = replace(of_item, subject=replace(of_item.subject, element=answer.element))
        yield from _evidence(of, answer.evidence)
        for record in answer.records:
            yield from _record(of, record)


def _record(of: Passage, record: Record) -> Iterator[Passage]:
    yield from _said(of, (record.side,))
    for values in record.fields.values():
        yield from _evidence(of, values)


def _evidence(of: Passage, parts: Iterable[Evidence]) -> Iterator[Passage]:
    for part in parts:
        told = (
            part.text, part.title, part.file, part.table, part.sheet, part.image, part.alt,
            part.link, part.by, part.signed, part.none, part.pending,
        )  # fmt: skip
        yield from _said(of, told)
        yield from _said(of, (said for branch in part.tree for said in _boxes(branch)))


def _boxes(branch: Branch) -> Iterator[Said | None]:
    yield from (branch.name, branch.who)
    for below in branch.below:
        yield from _boxes(below)


def _documents(of: Passage, documents: Iterable[Document]) -> Iterator[Passage]:
    for document in documents:
        told = (document.title, document.file, document.link, document.by, document.signed)
        yield from _said(of, told)


def _work(year: Year) -> Iterator[Passage]:
    """Who brings an item, and what is said of the work on it."""
    of = Passage("", year.at, year.subject())
    for owner in year.owners:
        yield replace(of, text=f"{owner.unit} {owner.position}")
    for work in year.work.values():
        of_item = replace(of, subject=year.subject(work.code.text))
        yield from _said(of_item, (work.window, work.method, work.remark))


@once
def _post(post: Post) -> tuple[Passage, ...]:
    return tuple(_of_post(post))


def _of_post(post: Post) -> Iterator[Passage]:
    of = Passage("", post.at)
    yield _name(post.stem, post.path)
    yield from _said(of, (post.title, post.kind, post.image, post.alt))
    yield from _documents(of, post.documents)
    yield from _said(replace(of, by_line=True), (post.body,))


def _question(question: Question) -> Iterator[Passage]:
    of = Passage("", question.at)
    yield _name(question.stem, question.path)
    yield from _said(of, (question.title, question.by, question.channel))
    yield from _said(replace(of, by_line=True), (question.body,))


def _name(stem: str, path: str) -> Passage:
    """The name of a file that becomes an address."""
    return Passage(stem, Location(path))


def _facts(agency: Agency, known: Mapping[str, tuple[Evidence, ...]]) -> Iterator[Passage]:
    """What the agency says of itself, without what is `known` from elsewhere."""
    of = Passage("", agency.at, for_contact=True)
    for name, facts in agency.facts.items():
        if known.get(name) is not facts:
            yield from _evidence(of, facts)


def _said(of: Passage, told: Iterable[Said | None]) -> Iterator[Passage]:
    for said in told:
        if said:
            yield Passage(
                said.text, said.at, of.subject, of.item, for_contact=of.for_contact,
                by_line=of.by_line,
            )  # fmt: skip
