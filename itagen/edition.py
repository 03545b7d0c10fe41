"""What is demanded: the model of a list of items. Data only, read from schema/editions/*.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from itagen.demand import (
    NOWHERE,
    About,
    Basis,
    Coverage,
    Element,
    FormKind,
    NoneRule,
    Placement,
    Reference,
    Shows,
    Stream,
    Sure,
)
from itagen.diagnostics import Location
from itagen.text import arabic, key
from itagen.tree import Fault


@dataclass(frozen=True, slots=True)
class Item:
    """One disclosure item (ข้อ). `code` belongs to one edition, `slug` to the topic in all.

    Attributes:
        shows: what its page shows: the published questions, how personal data are used.
        form: what a form on its page is for, where agency.yaml gives it one.
        about: complaints: whoever made one or is named in one must stay unnamed.
        takes_in: topics of earlier lists whose content stands in this item from now on.
    """

    code: str
    slug: str
    title: str
    label: str
    group: str
    at: Location
    title_en: str | None = None
    coverage: Coverage | None = None
    placement: Placement = NOWHERE
    none: NoneRule | None = None
    stream: Stream | None = None
    shows: Shows | None = None
    form: FormKind | None = None
    about: About | None = None
    takes_in: tuple[str, ...] = ()
    elements: tuple[Element, ...] = ()
    source: str | None = None
    sure: Sure | None = None
    note: str | None = None

    def element(self, name: str) -> Element | None:
        """The element with this id."""
        return next((element for element in self.elements if element.id == name), None)

    @property
    def stem(self) -> str:
        """The name of its file without ending, and of its page: `o07`."""
        return file_stem(self.code)

    def coverage_of(self, element: Element) -> Coverage | None:
        """What an element must cover: its own rule, else the item's."""
        if element.coverage == "none":
            return None
        return element.coverage or self.coverage

    @property
    def needs_file(self) -> bool:
        """Whether staff must write an entry: not for streams and facts of the agency alone."""
        from_elsewhere = all(element.from_ for element in self.elements if is_asked(element))
        return not self.stream and not from_elsewhere


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the list, with its indicator numbers where a source gives them."""

    id: str
    title: str
    indicator: str | None = None
    sub_indicator: str | None = None


@dataclass(frozen=True, slots=True)
class ListSource:
    """Where an edition's lines come from."""

    title: str
    kind: str
    sure: Sure | None = None
    note: str | None = None


@dataclass(frozen=True)
class Edition:
    """One year's list of one family. `be` is its year in the Buddhist Era.

    Attributes:
        basis: how a bare year is read.
        or_basis: a second reading that the source leaves open.
        path: the file it was read from, for messages.
    """

    id: str
    family: str
    be: int
    basis: Basis
    groups: Mapping[str, Group]
    items: tuple[Item, ...]
    sources: Mapping[str, ListSource]
    default_source: str
    path: str
    or_basis: Basis | None = None
    indicators: Mapping[str, str] = field(default_factory=dict)
    sub_indicators: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Items by their code."""
        return {item.code: item for item in self.items}

    @cached_property
    def by_slug(self) -> dict[str, Item]:
        """Items by their topic."""
        return {item.slug: item for item in self.items}

    def understand(self, typed: str) -> Item | None:
        """The item that a code as people type it means, or None."""
        return understand_code(self, typed)

    def bases(self, coverage: Coverage) -> tuple[Basis, ...]:
        """How the year of a coverage may be read, the first being right."""
        if coverage.basis:
            return (coverage.basis,)
        return (self.basis, self.or_basis) if self.or_basis else (self.basis,)

    def source_of(self, item: Item, of: Element | Placement | None = None) -> str:
        """The title of the source that demands an item, one of its elements, or its place."""
        name = (of and of.source) or item.source or self.default_source
        return self.sources[name].title if name in self.sources else name

    def sure_of(self, item: Item, element: Element | None = None) -> Sure:
        """How sure a demand is: the innermost word holds."""
        name = (element and element.source) or item.source or self.default_source
        said = (element and element.sure) or item.sure
        source = self.sources.get(name)
        return said or (source.sure if source and source.sure else "medium")

    def references(self) -> Iterator[tuple[Item, Element, Reference]]:
        """Every pointer of the list, with the element that holds it."""
        for item in self.items:
            for element in item.elements:
                if element.signed_by:
                    yield item, element, element.signed_by.where
                for reference in element.differs_from:
                    yield item, element, reference
                for column in element.each:
                    if column.to:
                        yield item, element, column.to


@dataclass(frozen=True, slots=True)
class EditionFile:
    """What one file of schema/editions gave; `edition` is None where its shape does not hold."""

    path: str
    edition: Edition | None
    faults: tuple[Fault, ...]


def usual(editions: Sequence[Edition]) -> Edition:
    """The one that is meant where nobody says: the newest that is sure, of one at least."""
    sure = [e for e in editions if all(e.sure_of(item) != "low" for item in e.items)]
    return max(sure or editions, key=lambda edition: edition.be)


def is_asked(element: Element) -> bool:
    """Whether an element must be there (an example or an `if_any` need not)."""
    return element.demand == "required"


def file_stem(code: str) -> str:
    """`O7` → `o07`, so that files and pages sort as the list does."""
    prefix, number = _split(code)
    return f"{prefix.lower()}{int(number):02d}" if number else code.lower()


@lru_cache(maxsize=1024)
def _split(code: str) -> tuple[str, str]:
    matched = re.fullmatch(r"(\D*)(\d{1,6})", arabic(code.strip()))
    return (matched.group(1), matched.group(2)) if matched else (code, "")


def understand_code(edition: Edition, typed: str) -> Item | None:
    """The item that a code as people type it means, or None: `o7`, `O07`, `๐๗`, `023`, `ข้อ 12`.

    The zero that stands for the letter (`๐๗`, `023`) is a leading zero of a bare number, so that a
    bare number is the item's number whichever way its zeros go.
    """
    if typed in edition.by_code:
        return edition.by_code[typed]
    spaced = re.fullmatch(r"(?:ข้อ)?\s*([^\d\s.\-_]*)[\s.\-_]*(\d+)", arabic(typed.strip()))
    prefix, number = spaced.groups() if spaced else (typed, "")
    if not number:
        return None
    wanted, letters = int(number), key(prefix)
    for item in edition.items:
        own_prefix, own_number = _split(item.code)
        if own_number and int(own_number) == wanted and letters in {"", key(own_prefix)}:
            return item
    return None
