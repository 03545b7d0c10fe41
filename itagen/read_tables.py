"""The workbooks and CSV files that elements rest on: read once a content, and put to evidence."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import partial

from itagen.coverage import asks_for_day
from itagen.demand import Basis, Element
from itagen.edition import Edition
from itagen.entry import Answer, Entry, Evidence, Part, content_path
from itagen.evidence.table import TableFault
from itagen.evidence.table_book import recall_book, version
from itagen.evidence.table_kept import Reading
from itagen.evidence.table_reading import Ask, read_tables
from itagen.period import Period
from itagen.period_text import parse_period
from itagen.project import Project
from itagen.site import Site, Year
from itagen.store import Store
from itagen.store import digest as digest_of
from itagen.table_rows import VERSION as ROWS
from itagen.table_rows import When, with_rows
from itagen.text import clean


def with_tables(site: Site, project: Project) -> Site:
    """The same site, every piece of evidence that names a table with what stands in it."""
    reader = _Reader(site, project)
    years = tuple(reader.year(year) for year in site.years)
    return replace(site, years=years) if reader.read else site


@dataclass
class _Reader:
    """Files that were looked at already, with their digests."""

    site: Site
    project: Project
    read: int = 0
    known: dict[str, bytes] = field(default_factory=dict)

    def year(self, year: Year) -> Year:
        if year.edition is None:
            return year
        entries = {code: self._entry(year.edition, e) for code, e in year.entries.items()}
        changed = any(entries[code] is not entry for code, entry in year.entries.items())
        return replace(year, entries=entries) if changed else year

    def _entry(self, edition: Edition, entry: Entry) -> Entry:
        answers: dict[str, Answer] = {}
        for name, answer in entry.answers.items():
            element = entry.item.element(name)
            if element and any(part.table for part in answer.evidence):
                when = _when(edition, entry, element)
                parts = tuple(self._part(entry, element, part, when) for part in answer.parts)
                answers[name] = replace(answer, parts=parts)
        return replace(entry, answers={**entry.answers, **answers}) if answers else entry

    def _part(self, entry: Entry, element: Element, part: Part, when: When) -> Part:
        if not isinstance(part, Evidence) or not part.table:
            return part
        file = self.site.files.get(clean(content_path(entry.folder, part.table.text)))
        if file is None or file.kind is None or file.kind.fault:
            return part
        self.read += 1
        ask = Ask(part.sheet.text if part.sheet else "", element.each, tuple(part.columns.items()))
        given, reading = self._reading(file.path, ask)
        within = _period(part.covers.text, when.basis, when.within) if part.covers else None
        dated = replace(when, within=within or when.within)
        of_all = hashlib.sha256(given + repr((ROWS, file.path, dated)).encode()).digest()
        keep = partial(Store(self.project.store).recall, "table-spans", str(ROWS), of_all)
        found = with_rows(part, f"content/{file.path}", reading, dated, keep)
        return replace(found, given=of_all)

    def _reading(self, path: str, ask: Ask) -> tuple[bytes, Reading]:
        """What is in a table, and all that it depends on."""
        try:
            return self._recalled(path, ask)
        except OSError:
            return b"", Reading(faults=(TableFault("unreadable-table", detail="damaged"),))

    def _recalled(self, path: str, ask: Ask) -> tuple[bytes, Reading]:
        digest = self._digest(path)
        store, whole = Store(self.project.store), self.project.content / path

        def make() -> bytes:
            return read_tables(recall_book(store, whole, digest), ask).to_json()

        given = digest + whole.suffix.lower().encode() + ask.key()
        found = store.recall("table", version(), given, make)
        return version().encode() + given, Reading.from_json(found)

    def _digest(self, path: str) -> bytes:
        if path not in self.known:
            self.known[path] = digest_of(self.project.content / path)
        return self.known[path]


def _when(edition: Edition, entry: Entry, element: Element) -> When:
    coverage = entry.item.coverage_of(element)
    basis = edition.bases(coverage)[0] if coverage else edition.basis
    said = entry.covers if coverage and not asks_for_day(coverage) else None
    return When(coverage, basis, _period(said.text, basis, None) if said else None)


def _period(text: str, basis: Basis, within: Period | None) -> Period | None:
    found = parse_period(text, basis, within)
    return found if isinstance(found, Period) else None
