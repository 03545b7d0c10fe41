"""The agency itself, as agency.yaml tells of it: facts, places, forms, and the look of its site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from itagen.demand import FormKind
from itagen.diagnostics import Language, Location
from itagen.edition import Item
from itagen.entry import Accept, Evidence, Said


@dataclass(frozen=True)
class Agency:
    """The agency's own facts, by key of agency.yaml; a list's values keep their order."""

    path: str
    at: Location
    facts: Mapping[str, tuple[Evidence, ...]]
    places: Mapping[str, Place] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    accepts: tuple[Accept, ...] = ()
    menus: tuple[str, ...] = ()
    broken: frozenset[str] = frozenset()

    def said(self, name: str) -> Said | None:
        """The first value of a key."""
        return next((fact.text for fact in self.facts.get(name, ()) if fact.text), None)

    def words(self, name: str) -> str:
        """The first value of a key as text, empty where there is none."""
        said = self.said(name)
        return said.text if said else ""

    @property
    def emblem(self) -> Evidence | None:
        """The picture of its emblem, with `alt` where one is said."""
        return next((fact for fact in self.facts.get("emblem", ()) if fact.image), None)

    @property
    def colour(self) -> str:
        """Its colour as `#14406b`, empty where none is said."""
        return "" if "colour" in self.broken else self.words("colour").lower()

    @property
    def theme(self) -> str:
        """The name of its theme."""
        return self.words("theme") or "default"

    @property
    def is_section(self) -> bool:
        """Whether the site is a section beside a main site that the agency keeps elsewhere."""
        return self.words("site") == "section"

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the pages around the content: Thai, and English where wanted."""
        named = {fact.text.text for fact in self.facts.get("languages", ()) if fact.text}
        return ("th", "en") if "en" in named else ("th",)

    @property
    def has_thai_digits(self) -> bool:
        """Whether its site writes numbers in Thai digits."""
        return self.words("digits") == "thai"

    @property
    def hours(self) -> str:
        """When its office is open."""
        return self.words("hours")


@dataclass(frozen=True, slots=True)
class Form:
    """A form that the page of an item carries.

    Attributes:
        to: `netlify`, or the https address that takes what is sent.
    """

    at: Location
    slug: str
    to: Said
    kind: FormKind | None = None

    def kind_on(self, item: Item) -> FormKind:
        """What it is for: as it says, else as the list says of the item."""
        return self.kind or item.form or "question"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an agency puts an item in its own way; `hidden`: nowhere."""

    at: Location
    slug: str
    menu: tuple[str, ...] = ()
    slot: str | None = None
    shape: str | None = None
    hidden: bool = False
