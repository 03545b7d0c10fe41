"""What a form shows, as templates are given it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from itagen.part_views import Link

Shape = Literal["line", "area", "choice", "file", "check"]


@dataclass(frozen=True, slots=True)
class Input:
    """One input.

    Attributes:
        name: `elements.results.0.pages`: where the value stands in the entry.
        options: what may be chosen; of a line, what is offered beside writing.
        hint: how it is written.
        accept: the endings of files that may be uploaded with it; empty where none may.
        file: where the chosen file can be opened.
        asked: whether the edition asks for it.
        unset: what is shown to choose nothing.
    """

    name: str
    label: str
    value: str = ""
    shape: Shape = "line"
    options: tuple[str, ...] = ()
    hint: str = ""
    accept: str = ""
    file: Link | None = None
    asked: bool = False
    unset: str = "– เลือก –"


@dataclass(frozen=True, slots=True)
class KindChoice:
    """One kind of evidence with the inputs that it needs."""

    id: str
    label: str
    inputs: tuple[Input | PartForm, ...]


@dataclass(frozen=True, slots=True)
class PartForm:
    """One piece of evidence, or one row.

    Attributes:
        name: the place of its inputs, `elements.people.2`.
        kinds: what it may be; with one alone nothing is chosen.
        open: inputs that always show; `more`: those that few need.
        place: its number in a list, from 1; 0 where it is none.
    """

    name: str
    label: str
    kind: str
    kinds: tuple[KindChoice, ...]
    open: tuple[Input, ...] = ()
    more: tuple[Input, ...] = ()
    place: int = 0
    hint: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class ElementForm:
    """One element with its parts, a blank one to add, and what the edition says of it.

    Attributes:
        told: lines of help.
        elsewhere: where the value is written, where it is not in the entry.
    """

    name: str
    id: str
    title: str
    demand: str
    told: tuple[str, ...]
    parts: tuple[PartForm, ...]
    blank: PartForm
    elsewhere: Link | None = None


@dataclass(frozen=True, slots=True)
class StateForm:
    """Whether there are data, there will be, or there are none."""

    chosen: str
    pending: Input
    until: Input
    none: Input | None
    none_when: str = ""


@dataclass(frozen=True, slots=True)
class ItemForm:
    """The form of one item of one year."""

    code: str
    title: str
    told: tuple[str, ...]
    state: StateForm
    period: tuple[Input, ...]
    documents: tuple[PartForm, ...]
    blank_document: PartForm
    elements: tuple[ElementForm, ...]

    def inputs(self) -> Iterator[Input]:
        """Every input, with those of parts."""
        state = self.state
        yield from (state.pending, state.until, *([state.none] if state.none else ()))
        yield from self.period
        for part in self.parts():
            yield from inputs_of_part(part)

    def parts(self) -> Iterator[PartForm]:
        """Every part that holds something, and the blank one of an element without any."""
        yield from self.documents
        for element in self.elements:
            yield from (element.parts or (element.blank,))

    def names(self) -> Iterator[str]:
        """The name of everything at which a finding may be shown."""
        yield from ("documents", "elements")
        for element in self.elements:
            yield element.name
        for part in self.parts():
            yield part.name
            yield from (i.name for k in part.kinds for i in k.inputs if isinstance(i, PartForm))
        yield from (field.name for field in self.inputs())


def inputs_of_part(part: PartForm) -> Iterator[Input]:
    """The inputs of a part that show: those of its kind, and those of all kinds."""
    for kind in part.kinds:
        for field in kind.inputs if kind.id == part.kind else ():
            if isinstance(field, PartForm):
                yield from inputs_of_part(field)
            else:
                yield field
    yield from (*part.open, *part.more)
