"""What a rule is, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from itagen.again import once
from itagen.answers import ElementAnswer, ItemAnswer
from itagen.cited import Cited, cited
from itagen.cited_tables import CitedTable, cited_tables
from itagen.claims import Judged, judged
from itagen.diagnostics import NOTHING, Diagnostic, Location, Severity, Subject, Words
from itagen.edition import file_stem
from itagen.evidence.personal import Found, personal_in
from itagen.evidence.pictures import PictureFacts
from itagen.links.reply import Reply
from itagen.passages import Passage, passages
from itagen.site import ContentFile, Site
from itagen.table_passages import table_passages
from itagen.text import clean
from itagen.tree import Fault
from itagen.uses import Use, uses


@dataclass(frozen=True, slots=True)
class Rule:
    """The name tag of a rule.

    Attributes:
        code: `ITA301`.
        name: the fault in kebab-case; its module and its test site are named by it.
        severity: of a certain fault; what lowers it stands in check.py.
        silent: when it says nothing although its fault is there, in one English line.
    """

    code: str
    name: str
    severity: Severity
    silent: str = ""

    def finds(
        self,
        at: Location,
        message: Words,
        hint: Words,
        subject: Subject = NOTHING,
        source: str | None = None,
    ) -> Diagnostic:
        """A finding of this rule."""
        return Diagnostic(self.code, self.name, self.severity, message, hint, at, subject, source)

    def finds_in(
        self,
        answer: ItemAnswer,
        at: Location,
        message: Words,
        hint: Words,
        element: ElementAnswer | None = None,
    ) -> Diagnostic:
        """A finding about an item, or one of its elements, with the source of the demand."""
        of = element.element if element else None
        subject = answer.about(of) if of else answer.subject
        return self.finds(at, message, hint, subject, answer.edition.source_of(answer.item, of))

    def finds_use(self, use: Use, message: Words, hint: Words) -> Diagnostic:
        """A finding about a file or an address that content names."""
        if use.answer:
            return self.finds_in(use.answer, use.said.at, message, hint, use.element)
        return self.finds(use.said.at, message, hint)


@dataclass(frozen=True, slots=True)
class Asked:
    """An address that content names, with what came of asking it.

    Attributes:
        own: the domains of the agency's own sites, such as `example.go.th`.
        login: whether staff say that it asks to sign in; None where they do not say.
    """

    use: Use
    reply: Reply
    own: frozenset[str] = frozenset()
    login: bool | None = None

    @property
    def address(self) -> str:
        """The address as it is written."""
        return self.use.said.text.strip()

    @property
    def places(self) -> tuple[str, ...]:
        """Where it leads: itself, and where its redirects ended."""
        return tuple(place for place in (self.address, self.reply.end) if place)


@dataclass
class Case:
    """A site with its answers, and what the rules before this one found."""

    site: Site
    answers: tuple[ItemAnswer, ...]
    found: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """Every period of every item with its verdict."""
        return tuple(judged(self.answers))

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Every file and address that content names."""
        return tuple(uses(self.site, self.answers))

    @cached_property
    def opened(self) -> tuple[tuple[Use, ContentFile], ...]:
        """Every file that content names and that was opened, once, with who names it first."""
        found: dict[str, tuple[Use, ContentFile]] = {}
        for use in self.uses:
            file = self.site.files.get(clean(use.path)) if use.path else None
            if file and file.kind:
                found.setdefault(file.path, (use, file))
        return tuple(found.values())

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """Every PDF that answers rest on, by the lines that name it."""
        return tuple(cited(self.site, self.answers))

    @cached_property
    def personal(self) -> tuple[tuple[Passage, tuple[Found, ...]], ...]:
        """Every text in which numbers of persons stand, with them."""
        told = (*passages(self.site), *table_passages(self.site))
        read = ((passage, _personal(passage.text)) for passage in told)
        return tuple((passage, found) for passage, found in read if found)

    def pictures(self) -> Iterator[tuple[Use, PictureFacts]]:
        """Every picture that content names and whose header was read, once a file."""
        told: set[str] = set()
        for use in self.uses:
            file = self.site.files.get(clean(use.path)) if use.path else None
            if file and file.picture and file.path not in told:
                told.add(file.path)
                yield use, file.picture

    @cached_property
    def tables(self) -> tuple[CitedTable, ...]:
        """What is wrong with the tables that elements rest on."""
        return tuple(cited_tables(self.answers))

    def table_faults(self, kind: str) -> Iterator[CitedTable]:
        """Those of one kind, which is called as its rule."""
        return (found for found in self.tables if found.fault.kind == kind)

    def faults(self, kind: str) -> Iterator[Fault]:
        """What could not be read, of one kind."""
        return (fault for fault in self.site.faults if fault.kind == kind)

    def elements(self) -> Iterator[tuple[ItemAnswer, ElementAnswer]]:
        """Every element of every item."""
        for answer in self.answers:
            for element in answer.elements:
                yield answer, element

    def rows_alone(self) -> Iterator[tuple[ItemAnswer, ElementAnswer]]:
        """Elements met by rows alone, without another finding: of those every row is known."""
        for answer, element in self.elements():
            is_met = element.state == "met" and element.all_read
            if is_met and self.is_clean(answer, element.element.id):
                yield answer, element

    def answer(self, folder: str, slug: str) -> ItemAnswer | None:
        """The item of a topic in one year."""
        return next(
            (a for a in self.answers if a.year.folder == folder and a.item.slug == slug), None
        )

    def is_clean(self, answer: ItemAnswer, element: str) -> bool:
        """Whether no finding so far is about an element, nor an error about its whole item."""
        own = answer.subject
        return not any(
            d.subject.folder == own.folder
            and d.subject.item == own.item
            and (
                d.subject.element == element
                or (d.subject.element is None and d.severity is Severity.ERROR)
            )
            for d in self.found
        )

    def unread(self, answer: ItemAnswer, element: str) -> bool:
        """Whether something of an element could not be read: a key, a value, a period."""
        own = answer.subject
        return any(
            d.code in _UNREAD
            and (d.subject.folder, d.subject.item) == (own.folder, own.item)
            and d.subject.element in (None, element)
            for d in self.found
        )

    def lacking(self, folder: str) -> bool:
        """Whether an item, by its own folder below content/, is found to lack something."""
        return any(
            (d.code in _LACKING or d.code.startswith("ITA0"))
            and f"{d.subject.folder}/{_stem(d)}" == folder
            for d in self.found
        )


@once
def _personal(text: str) -> tuple[Found, ...]:
    return tuple(personal_in(text))


_UNREAD = frozenset(f"ITA{number}" for number in ("001", "002", "003", "004", "005", "006",
                                                       "007", "008", "307"))  # fmt: skip
_LACKING = frozenset(
    f"ITA{number}"
    for number in (101, 201, 202, 203, 204, 205, 206, 214, 218, 401, 404, 430, 431, 604)
)


def _stem(finding: Diagnostic) -> str:
    return file_stem(finding.subject.item or "")


def shown(names: tuple[str, ...] | list[str], most: int = 8) -> str:
    """Words listed for a message, not too many."""
    more = f" … (+{len(names) - most})" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def meant(word: str) -> Words:
    """'Did you mean' as a part of a hint, empty where nothing is near."""
    if not word:
        return Words("", "")
    return Words(f"น่าจะหมายถึง “{word}” ", f"Did you mean “{word}”? ")


def in_section(passage: Passage, found: Found) -> Words:
    """In which part of a document something stands, as the end of a message."""
    section = passage.section(found.start)
    return Words(f" ({section.th})", f" ({section.en})") if section.th else section
