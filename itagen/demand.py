"""What can be demanded of one element: the smaller words of an edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from itagen.diagnostics import Language, Location, Words

Basis = Literal["fiscal", "calendar", "academic"]
Demand = Literal["required", "example", "if_any"]
Relation = Literal["in_force", "report_of", "half_of", "done_in", "made_for"]
Step = Literal["month", "quarter", "half"]
Sure = Literal["high", "medium", "low"]
Must = Literal["on-site", "reachable-from-home"]
Shows = Literal["questions", "privacy"]
FormKind = Literal["question", "complaint"]
About = Literal["complaints"]
Home = Literal["measures"]
Slot = Literal["home-top", "home-right", "home-bottom"]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
SLOTS: tuple[Slot, ...] = get_args(Slot)
HOMES: tuple[Home, ...] = get_args(Home)
FORM_KINDS: tuple[FormKind, ...] = get_args(FormKind)
FORMS: Mapping[str, Words] = {
    "text": Words("ข้อความ", "text"),
    "table": Words("ตาราง", "a table"),
    "pages": Words("เอกสาร", "a document"),
    "link": Words("ลิงก์", "a link"),
    "image": Words("รูปภาพ", "a picture"),
}
"""The kinds of evidence that an element may ask for."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a plan must be, in years: `over` more than so many, `years` just so many."""

    over: int | None = None
    years: int | None = None


ANY_LENGTH = Length()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What evidence must cover, relative to the edition's year.

    Attributes:
        relation: design §5; `offset` is added to the edition's year.
        whole: the year must lie in the period whole, not only touch it.
        open_end: a period without an end will do.
        by: months, quarters or halves must each stand; None: any of them.
        signed: a signing day is asked for.
        basis: how the year is meant, where it differs from the edition's.
        what: words shown for what is of that year.
    """

    relation: Relation
    offset: int = 0
    whole: bool = False
    length: Length = ANY_LENGTH
    open_end: bool = False
    by: Step | None = None
    signed: bool = False
    basis: Basis | None = None
    what: str | None = None
    sure: Sure | None = None


@dataclass(frozen=True, slots=True)
class NoneRule:
    """When 'there was none' may be declared.

    Attributes:
        when: the source's words.
        explain: the reasons are asked for.
        part: of one month or part only.
        say: what to write in a table, in a line below its heads.
    """

    when: str
    explain: bool = False
    part: bool = False
    say: str = "ไม่มีข้อมูล"


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer into the list: `annual-plan.projects.project`."""

    item: str
    element: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Who must sign: the records of an element whose choice field holds `value`."""

    where: Reference
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Sum:
    """`total` must be the sum of `terms`; all are field ids."""

    total: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The records are drawn as bars: the fields of their numbers, and of the words at the bars.

    Without a `label` it is the period of each record.
    """

    values: tuple[str, ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One column of the records of an element.

    Attributes:
        of: what it is called in the file that its element is taken from.
        every: values that must each occur in some record.
        some: values of which at least one must occur.
    """

    id: str
    title: str
    also: tuple[str, ...] = ()
    type: str = "text"
    demand: Demand = "required"
    choices: tuple[str, ...] = ()
    to: Reference | None = None
    of: str | None = None
    every: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    sure: Sure | None = None

    @property
    def key(self) -> str:
        """What it is called in the file that its element is taken from."""
        return self.of or self.id


@dataclass(frozen=True, slots=True)
class Element:
    """One required element (องค์ประกอบด้านข้อมูล). With `each` it is a list of records.

    Attributes:
        accepts: kinds of evidence (text, table, pages, link, image); empty: any.
        sides: for a kind of agency, the sides that must each occur.
        from_: the agency's fact that is the evidence, such as `phones`.
        home: the file of the year whose records it shows, where the entry gives none.
        coverage: None: the item's; otherwise its own, or "none".
        at: where the edition says it.
    """

    id: str
    title: str
    at: Location
    also: tuple[str, ...] = ()
    each: tuple[Field, ...] = ()
    demand: Demand = "required"
    accepts: tuple[str, ...] = ()
    at_least: int = 1
    sum: Sum | None = None
    chart: Drawn | None = None
    from_: str | None = None
    home: Home | None = None
    documents: bool = False
    coverage: Coverage | Literal["none"] | None = None
    signed_by: SignedBy | None = None
    differs_from: tuple[Reference, ...] = ()
    none: NoneRule | None = None
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: str | None = None
    sure: Sure | None = None
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Its official words and the other words that staff and forms use."""
        return (self.title, *self.also)

    def forms(self, language: Language) -> str:
        """What it accepts, in words; empty where it accepts anything."""
        told = (FORMS[name].say(language) for name in self.accepts)
        listed = Words(" หรือ ", " or ").say(language).join(told)
        return Words(f"เป็น{listed}", f"as {listed}").say(language) if listed else ""


@dataclass(frozen=True, slots=True)
class Stream:
    """The item selects the posts of a stream; `kinds` are what a post's kind may be."""

    of: str
    at_least: int = 1
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usual:
    """A source's good place: a path of menus, or a slot of the home page and the form it takes."""

    menu: tuple[str, ...] = ()
    slot: Slot | None = None
    shape: str | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an item stands: `must` is official, `usual` a source's; `of` names one element."""

    must: Must | None = None
    usual: Usual | None = None
    of: str | None = None
    source: str | None = None


NOWHERE = Placement()
