"""One year's folder of content to the model: year.yaml and the entries beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from itagen.agency import Agency
from itagen.edition import Edition, Item, understand_code
from itagen.entry import Entry, Said
from itagen.read_agency import facts_of
from itagen.read_entry import broken_of, read_entry
from itagen.read_measures import NAME as MEASURES
from itagen.read_measures import entry_of_measures, read_measures, shows_measures, with_measures
from itagen.read_values import said, says
from itagen.schema import fixed_shape, item_shape
from itagen.site import ItemWork, Owner, Year
from itagen.source import Source, read_source
from itagen.text import clean, nearest
from itagen.tree import Fault, Node, Scalar, Sequence
from itagen.tree import Mapping as Tree

PUBLISHED = ("tracking", "measures", "summary")


@dataclass(slots=True)
class YearReader:
    """Reads the folders of one project."""

    root: Path
    editions: Mapping[str, Edition]
    known: tuple[str, ...]
    agency: Agency
    kind: str
    faults: list[Fault] = field(default_factory=list)

    def year(self, folder: str, files: Iterable[str]) -> Year:
        """Read content/<folder>, whose files are named relative to it."""
        path = self.root / "content" / folder / "year.yaml"
        source = read_source(self.root, path)
        self.faults += source.faults
        year = Year(folder, source.path, source.at(), None, None, self.agency)
        if source.root is None:
            return replace(year, broken=frozenset("*"))
        wrong = list(fixed_shape("year").faults(source.root))
        self.faults += wrong
        year = self._work(year, source.root, broken_of(wrong).keys)
        measures, wrong_measures = read_measures(self.root, folder, year.owners)
        self.faults += (replace(fault, subject=year.subject()) for fault in wrong_measures)
        year = replace(year, measures=measures)
        return self._entries(year, files) if year.edition else year

    def _work(self, year: Year, root: Tree, broken: frozenset[str]) -> Year:
        get = root.values.get
        named = said(get("edition"))
        edition = self.editions.get(named.text) if named else None
        if named and edition is None and named.text not in self.known:
            meant = nearest(named.text, self.known) or ""
            fault = Fault("unknown-edition", named.at, meant, named.text, options=self.known)
            self.faults.append(fault)
        if named and edition and not year.folder.startswith(str(edition.be)):
            fault = Fault(
                "unknown-edition", named.at, "year", named.text, options=(str(edition.be),)
            )
            self.faults.append(fault)
        state = said(get("state"))
        agency = facts_of(get("agency"))
        codes = _Codes(edition)
        owners = tuple(codes.owner(name, node) for name, node in _pairs(get("owners")))
        work = {
            w.code.text: w for name, node in _pairs(get("items")) if (w := codes.work(name, node))
        }
        return replace(
            year,
            edition=edition,
            said_edition=named,
            state=state.text if state else "open",
            due=said(get("due")),
            publish=tuple(name.text for name in says(get("publish")) if name.text in PUBLISHED),
            owners=owners,
            work=work,
            agency=replace(self.agency, facts={**self.agency.facts, **agency}),
            misspelled=tuple(codes.misspelled),
            unknown_codes=tuple(codes.unknown),
            broken=broken,
        )

    def _entries(self, year: Year, files: Iterable[str]) -> Year:
        edition = year.edition
        assert edition is not None
        entries: dict[str, Entry] = {}
        doubled: list[tuple[Entry, Entry]] = []
        strays: list[Said] = []
        misspelled = list(year.misspelled)
        for name in sorted(files, key=_canonical_first(edition)):
            stem, _, ending = name.rpartition(".")
            if ending not in {"yaml", "yml", "md"} or name in {"year.yaml", MEASURES}:
                continue
            path = f"{year.path.removesuffix('year.yaml')}{name}"
            item = understand_code(edition, clean(stem))
            here = Source(path, (), None).at()
            if item is None:
                strays.append(Said(stem, replace(here, line=None, column=None)))
                continue
            wrong_name = stem != item.stem or ending == "yml"
            if wrong_name and item.code not in entries:
                right = f"{item.stem}.{'yaml' if ending == 'yml' else ending}"
                misspelled.append((Said(name, replace(here, line=None, column=None)), right))
            entry = self._entry(year, item, name)
            if item.code in entries:
                doubled.append((entries[item.code], entry))
            else:
                entries[item.code] = entry
        return replace(
            year,
            entries=_with_measures(year, edition, entries),
            doubled=tuple(doubled),
            strays=tuple(strays),
            misspelled=tuple(misspelled),
        )

    def _entry(self, year: Year, item: Item, name: str) -> Entry:
        source = read_source(self.root, self.root / "content" / year.folder / name)
        shape = item_shape(item, self.kind)
        entry, wrong = read_entry(source, item, f"{year.folder}/{item.stem}", shape)
        self.faults += (_about(year, item, fault) for fault in (*source.faults, *wrong))
        return entry


def _with_measures(year: Year, edition: Edition, entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The entries, with the measures where an item shows them."""
    found = dict(entries)
    for item in edition.items if year.measures else ():
        if shows_measures(item):
            entry = found.get(item.code) or entry_of_measures(item, year.folder)
            found[item.code] = with_measures(entry, year.measures)
    return found


def _about(year: Year, item: Item, fault: Fault) -> Fault:
    """The fault with the item, and where it lies in one, the element that it is about."""
    path = (*fault.path[:-1], fault.detail) if fault.kind == "unknown-key" else fault.path
    element = str(path[1]) if len(path) > 1 and path[0] == "elements" else None
    return replace(fault, subject=replace(year.subject(item.code), element=element))


def _canonical_first(edition: Edition) -> Callable[[str], tuple[bool, str]]:
    """So that of two files of one item the rightly named one is kept."""
    stems = {item.stem for item in edition.items}
    return lambda name: (name.rpartition(".")[0] not in stems, name)


def _pairs(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    return node.pairs if isinstance(node, Tree) else ()


class _Codes:
    """Codes as people type them in year.yaml, to the edition's own."""

    def __init__(self, edition: Edition | None) -> None:
        self.edition = edition
        self.misspelled: list[tuple[Said, str]] = []
        self.unknown: list[Said] = []

    def right(self, typed: Said) -> Said | None:
        if self.edition is None:
            return typed
        item = understand_code(self.edition, typed.text)
        if item is None:
            self.unknown.append(typed)
            return None
        if item.code != typed.text:
            self.misspelled.append((typed, item.code))
        return Said(item.code, typed.at)

    def owner(self, name: Scalar, node: Node) -> Owner:
        values = node.values if isinstance(node, Tree) else {}
        unit, position = said(values.get("unit")), said(values.get("position"))
        node_ = values.get("items")
        typed = says(node_) if isinstance(node_, Sequence) else ()
        return Owner(
            name.text,
            unit.text if unit else "",
            position.text if position else "",
            tuple(code for item in typed if (code := self.right(item))),
            said(values.get("due")),
        )

    def work(self, name: Scalar, node: Node) -> ItemWork | None:
        code = self.right(Said(name.text, name.at))
        if code is None:
            return None
        values = node.values if isinstance(node, Tree) else {}
        return ItemWork(
            code,
            due=said(values.get("due")),
            window=said(values.get("window")),
            method=said(values.get("method")),
            state=said(values.get("state")),
            done=said(values.get("done")),
            in_progress=said(values.get("in_progress")),
            remark=said(values.get("remark")),
        )
