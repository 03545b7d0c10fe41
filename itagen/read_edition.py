"""An edition file to the model, its faults beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from itagen.again import once
from itagen.demand import (
    HOMES,
    RELATIONS,
    Coverage,
    Demand,
    Drawn,
    Element,
    Field,
    Home,
    Length,
    NoneRule,
    Placement,
    Reference,
    SignedBy,
    Stream,
    Sum,
    Usual,
)
from itagen.diagnostics import Location
from itagen.edition import Edition, EditionFile, Group, Item, ListSource
from itagen.read_columns import read_set, set_fields, set_names, sets_named, with_set
from itagen.schema import fixed_shape
from itagen.source import Source, read_source
from itagen.text import arabic
from itagen.tree import Fault, Mapping, locate, plain

Data = dict[str, Any]


def read_edition(root: Path, path: Path) -> EditionFile:
    """Read one edition below `root`."""
    source, known = read_source(root, path), set_names(root)
    named = sorted(set(sets_named(source.root)).intersection(known))
    return _edition(source, known, tuple((name, read_set(root, name)) for name in named))


@once
def _edition(
    source: Source, known: tuple[str, ...], sets: tuple[tuple[str, Source], ...]
) -> EditionFile:
    """An edition, with the sets of columns that are known and those that it names."""
    if source.root is None:
        return EditionFile(source.path, None, source.faults)
    wrong = tuple(fixed_shape("edition").faults(source.root))
    if wrong:
        return EditionFile(source.path, None, (*source.faults, *wrong))
    read = {name: set_fields(found) for name, found in sets}
    fields = {name: found for name, (found, _) in read.items()}
    reader = _Reader(source.root, source.path, known, fields)
    edition = reader.edition()
    of_sets = (fault for _, faults in read.values() for fault in faults)
    return EditionFile(source.path, edition, (*source.faults, *reader.faults, *of_sets))


def _texts(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(v) for v in value) if isinstance(value, list) else (str(value),)


def _titled(value: Any) -> Data:
    return value if isinstance(value, dict) else {"title": str(value)}


def _reference(text: str) -> Reference:
    item, _, rest = text.partition(".")
    element, _, field = rest.partition(".")
    return Reference(item, element, field or None)


class _Reader:
    """Data whose shape is known to be right, to the model."""

    def __init__(
        self, root: Mapping, path: str, known: tuple[str, ...], sets: dict[str, Data]
    ) -> None:
        self.root = root
        self.path = path
        self.known = known
        self.sets = sets
        self.faults: list[Fault] = []
        self.data = cast(Data, plain(root))

    def edition(self) -> Edition:
        data = self.data
        assesses = data["assesses"]
        return Edition(
            id=str(data["edition"]), family=str(data["family"]), be=data["year"],
            basis=assesses["basis"], or_basis=assesses.get("or"),
            groups={name: _group(name, _titled(g)) for name, g in data["groups"].items()},
            items=tuple(self._item(code, item) for code, item in data["items"].items()),
            sources={name: _list_source(source) for name, source in data["sources"].items()},
            default_source=str(data["default_source"]), path=self.path,
            indicators=_titles(data.get("indicators", {})),
            sub_indicators=_titles(data.get("sub_indicators", {})),
        )  # fmt: skip

    def _at(self, *path: str) -> Location:
        return locate(self.root, path)

    def _item(self, code: str, data: Data) -> Item:
        stream = data.get("stream")
        return Item(
            code=code, slug=data["slug"], title=str(data["title"]),
            label=str(data.get("label", data["title"])), group=str(data["group"]),
            at=self._at("items", code), title_en=data.get("title_en"),
            coverage=_coverage(data.get("coverage")), placement=_placement(data),
            none=_none(data.get("none")),
            stream=stream and Stream(
                stream["of"], stream.get("at_least", 1), _texts(stream.get("kinds"))
            ),
            shows=data.get("shows"), form=data.get("form"), about=data.get("about"),
            takes_in=_texts(data.get("takes_in")),
            elements=tuple(self._elements(code, data["elements"])),
            source=data.get("source"), sure=data.get("sure"), note=data.get("note"),
        )  # fmt: skip

    def _elements(self, code: str, elements: Data) -> Iterator[Element]:
        for name, value in elements.items():
            data = _titled(value)
            own = data.get("coverage")
            yield Element(
                id=name, title=str(data["title"]), at=self._at("items", code, "elements", name),
                also=_texts(data.get("also")), each=self._each(code, name, data),
                demand=data.get("demand", "required"), accepts=_texts(data.get("accepts")),
                at_least=data.get("at_least", 1), sum=_sum(data.get("sum")),
                chart=_drawn(data.get("chart")),
                from_=_agency_fact(data.get("from")), home=_home(data.get("from")),
                documents=data.get("documents", False),
                coverage="none" if own == "none" else _coverage(own),
                signed_by=_signed_by(data.get("signed_by")),
                differs_from=tuple(map(_reference, data.get("differs_from", []))),
                none=_none(data.get("none")), sides=_sides(data.get("for", {})),
                source=data.get("source"), sure=data.get("sure"), note=data.get("note"),
            )  # fmt: skip

    def _each(self, code: str, name: str, data: Data) -> tuple[Field, ...]:
        """The columns of an element: its own, those of the form that it names, or both as one."""
        each, named = data.get("each", {}), data.get("columns")
        if named:
            if named not in self.known:
                at = self._at("items", code, "elements", name, "columns")
                self.faults.append(Fault("wrong-type", at, "choice", named, options=self.known))
            each = with_set(each, self.sets.get(named, {}))
        strength: Demand = data.get("fields", "required")
        return tuple(_field(name, _titled(value), strength) for name, value in each.items())


def _titles(data: Data) -> dict[str, str]:
    return {name: str(_titled(value).get("title", "")) for name, value in data.items()}


def _group(name: str, data: Data) -> Group:
    indicator, sub = data.get("indicator"), data.get("sub_indicator")
    return Group(
        name, str(data["title"]), None if indicator is None else arabic(str(indicator)),
        None if sub is None else arabic(str(sub)),
    )  # fmt: skip


def _list_source(data: Data) -> ListSource:
    return ListSource(
        str(data["title"]), str(data.get("kind", "")), data.get("sure"), data.get("note")
    )


def _coverage(data: Any) -> Coverage | None:
    if not isinstance(data, dict):
        return None
    relation = next((r for r in RELATIONS if r in data), None)
    if relation is None:
        return None
    length = data.get("length", {})
    return Coverage(
        relation, data[relation], whole=data.get("whole", False),
        length=Length(length.get("over"), length.get("years")),
        open_end=data.get("open_end", False), by=data.get("by"),
        signed=data.get("signed", False), basis=data.get("basis"), what=data.get("what"),
        sure=data.get("sure"),
    )  # fmt: skip


def _placement(data: Data) -> Placement:
    said = data.get("placement", {})
    usual = said.get("usual")
    place = usual and Usual(_texts(usual.get("menu")), usual.get("slot"), usual.get("as"))
    return Placement(said.get("must"), place or None, said.get("of"), said.get("source"))


def _none(data: Data | None) -> NoneRule | None:
    if data is None:
        return None
    words = {"say": data["say"]} if "say" in data else {}
    return NoneRule(
        str(data["when"]), data.get("explain", False), data.get("in") == "part", **words
    )


def _field(name: str, data: Data, strength: Demand) -> Field:
    return Field(
        id=name, title=str(data["title"]), also=_texts(data.get("also")),
        type=data.get("type", "text"), demand=data.get("demand", strength),
        choices=_texts(data.get("choices")), to=_reference(data["to"]) if "to" in data else None,
        of=data.get("of"),
        every=_texts(data.get("every")), some=_texts(data.get("some")), sure=data.get("sure"),
    )  # fmt: skip


def _sum(text: str | None) -> Sum | None:
    if text is None:
        return None
    total, _, terms = text.partition("=")
    return Sum(total.strip(), tuple(term.strip() for term in terms.split("+")))


def _drawn(data: Data | None) -> Drawn | None:
    return Drawn(_texts(data["value"]), data.get("label")) if data else None


def _agency_fact(text: str | None) -> str | None:
    return text.removeprefix("agency.") if text and text not in HOMES else None


def _home(text: str | None) -> Home | None:
    return next((home for home in HOMES if home == text), None)


def _signed_by(data: Data | None) -> SignedBy | None:
    if data is None:
        return None
    field = next((name for name in data if name != "where"), "")
    return SignedBy(_reference(data["where"]), field, str(data.get(field, "")))


def _sides(data: Data) -> dict[str, tuple[str, ...]]:
    return {kind: _texts(added.get("sides")) for kind, added in data.items()}
