"""What becomes of each item from one year to the next: carried, waiting, or without need of a file.

What has no year is carried, and what is of a period that still holds by the new list's own rule,
as staff wrote it. The rest waits: no period and no date is made up. All that is carried is tried
in memory first, by the rules themselves, so that it brings no error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from itagen.answering import answer_site
from itagen.answers import ItemAnswer
from itagen.carry import carried_text, with_key
from itagen.check import check
from itagen.claims import judged, said_for
from itagen.compare import Pair
from itagen.diagnostics import Location, Severity
from itagen.edition import Edition, understand_code
from itagen.entry import Entry
from itagen.read_entry import read_entry
from itagen.read_measures import NAME as MEASURES
from itagen.read_measures import shows_measures
from itagen.scaffold import pending_entry
from itagen.schema import item_shape
from itagen.site import Site, Year
from itagen.source import read_source, read_text
from itagen.tree import Fault
from itagen.uses import item_uses

Outcome = Literal[
    "carried", "in-force", "partly", "pending", "new", "lacking", "elsewhere", "there"
]  # fmt: skip

_FITS = frozenset(["right", "other-reading"])
_OF_GAPS = "ITA2"
_PARTLY = "pending: กำลังปรับข้อมูลของปีก่อนให้ครบตามแบบตรวจใหม่"


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one item.

    Attributes:
        outcome: `carried` has no year; `in-force` is of a period that still holds, `said`;
            `partly` is carried and lacks what the new list adds; `pending` waits for this year's;
            `new` is of a topic that the list before did not have; `lacking` had no content there;
            `elsewhere` needs no file: agency.yaml or a stream holds it; `there` has its file.
        path: the file, relative to the project.
        text: what to write there, if anything.
    """

    pair: Pair
    outcome: Outcome
    path: str
    text: str | None = None
    said: str = ""


@dataclass
class CarryOver:
    """The work on one new year: texts by code, tried together.

    Attributes:
        site: all that the project holds, its files opened.
        before: a year whose edition is known.
        folder: the new year's, below content/.
    """

    root: Path
    site: Site
    edition: Edition
    before: Year
    folder: str
    pairs: tuple[Pair, ...]
    texts: dict[str, str] = field(default_factory=dict)

    def steps(self) -> tuple[Step, ...]:
        """Decide on each item, in the order of the list."""
        wanted = [pair for pair in self.pairs if pair.new.code not in self._there]
        self.texts = {pair.new.code: text for pair in wanted if (text := self._carried(pair))}
        answers = self._answers()
        fits = {code: fit for code in self.texts if (fit := _fit(answers[code])) is not None}
        self.texts = {code: self.texts[code] for code in fits}
        partly = self._try_out()
        return tuple(self._step(pair, fits, partly, answers) for pair in self.pairs)

    def _step(
        self,
        pair: Pair,
        fits: Mapping[str, str],
        partly: frozenset[str],
        answers: Mapping[str, ItemAnswer],
    ) -> Step:
        code = pair.new.code
        if code in self._there:
            return Step(pair, "there", self._there[code])
        if code not in self.texts:
            return self._waiting(pair, answers[code])
        outcome: Outcome = "partly" if code in partly else "in-force" if fits[code] else "carried"
        return Step(pair, outcome, self._path(pair), self.texts[code], fits[code])

    @cached_property
    def _there(self) -> Mapping[str, str]:
        """The files of items that have one, however its name is spelt."""
        found = {}
        for file in self.site.files.values():
            folder, _, name = file.path.rpartition("/")
            stem, _, ending = name.rpartition(".")
            if folder == self.folder and ending in {"yaml", "yml", "md"}:
                item = understand_code(self.edition, stem)
                if item:
                    found[item.code] = f"content/{file.path}"
        return found

    @cached_property
    def _old(self) -> Mapping[str, ItemAnswer]:
        """The answers of the year before, by code."""
        found = answer_site(replace(self.site, years=(self.before,)))
        return {answer.item.code: answer for answer in found}

    def _entry_before(self, pair: Pair) -> Entry | None:
        entry = self.before.entries.get(pair.old.code) if pair.old else None
        return entry if entry and entry.sound else None

    def _is_markdown(self, pair: Pair) -> bool:
        entry = self._entry_before(pair)
        return entry is not None and entry.path.endswith(".md")

    def _path(self, pair: Pair) -> str:
        ending = "md" if self._is_markdown(pair) else "yaml"
        return f"content/{self.folder}/{pair.new.stem}.{ending}"

    def _carried(self, pair: Pair) -> str | None:
        """The text of last year's file as this year's, if it holds anything to carry."""
        entry = self._entry_before(pair)
        if entry is None or not (entry.answers or entry.documents or entry.none):
            return None
        head = [
            f"{pair.new.code} {pair.new.title}",
            f"ยกมาจาก {entry.path} (ข้อ {entry.item.code}) ตรวจว่ายังเป็นปัจจุบัน เอกสารอยู่ที่เดิม ไม่ได้คัดลอก",
        ]
        source = read_source(self.root, self.root / entry.path)
        used = item_uses(self.site, self._old[entry.item.code])
        named = (use for use in used if use.said.at.path == entry.path)
        return carried_text(source, entry.folder, named, pair.new.code, head, pair.removed)

    def _waiting(self, pair: Pair, answer: ItemAnswer) -> Step:
        """An item that last year's file cannot answer."""
        path = f"content/{self.folder}/{pair.new.stem}.yaml"
        if not pair.new.needs_file and answer.state == "complete":
            return Step(pair, "elsewhere", path)
        entries = (
            self.before.entries.get(item.code) for item in (pair.old, *pair.takes_in) if item
        )
        found = [entry for entry in entries if entry]
        first, _, rest = pending_entry(pair.new).partition("\n")
        named = "".join(f"# ของปีก่อน: {words}\n" for words in self._files_before(pair, found))
        outcome: Outcome = "lacking" if pair.new.needs_file and not found else "pending"
        outcome = "new" if pair.old is None else outcome
        return Step(pair, outcome, path, f"{first}\n{named}{rest}")

    def _files_before(self, pair: Pair, entries: Iterable[Entry]) -> Iterator[str]:
        """The files in which an item's content stood; measures have one of their own."""
        for entry in entries:
            if (self.root / entry.path).is_file():
                yield f"{entry.path} (ข้อ {entry.item.code})"
        if self.before.measures and shows_measures(pair.new):
            yield f"content/{self.before.folder}/{MEASURES} (มาตรการ)"

    def _try_out(self) -> frozenset[str]:
        """Leave what brings errors waiting; what lacks only what is new is carried and says so."""
        at_fault = self._at_fault()
        lacking = [pair for pair in self.pairs if at_fault.get(pair.new.code) == {_OF_GAPS}]
        for code in at_fault.keys() - {pair.new.code for pair in lacking}:
            del self.texts[code]
        for pair in lacking:
            code, is_markdown = pair.new.code, self._is_markdown(pair)
            self.texts[code] = with_key(self.texts[code], _PARTLY, is_markdown=is_markdown)
        for code in self._at_fault() if lacking else ():
            del self.texts[code]
        return frozenset(pair.new.code for pair in lacking)

    def _at_fault(self) -> Mapping[str, set[str]]:
        """The carried items that have errors, with the blocks of these."""
        found: dict[str, set[str]] = {}
        for error in check(self._trial()):
            about = error.subject
            own = about.folder == self.folder and about.item in self.texts
            if own and about.item and error.severity is Severity.ERROR:
                found.setdefault(about.item, set()).add(error.code[:4])
        return found

    def _answers(self) -> Mapping[str, ItemAnswer]:
        found = answer_site(self._trial())
        return {a.item.code: a for a in found if a.year.folder == self.folder}

    def _trial(self) -> Site:
        """The site as it would be with the new texts."""
        others = tuple(year for year in self.site.years if year.folder != self.folder)
        path = f"content/{self.folder}/year.yaml"
        fresh = Year(self.folder, path, Location(path), self.edition, None, self.site.agency)
        year = next((year for year in self.site.years if year.folder == self.folder), fresh)
        read = [self._read(year, pair) for pair in self.pairs if pair.new.code in self.texts]
        entries = {**year.entries, **{entry.item.code: entry for entry, _ in read}}
        faults = tuple(fault for _, wrong in read for fault in wrong)
        return replace(
            self.site,
            years=(*others, replace(year, entries=entries)),
            faults=(*self.site.faults, *faults),
        )

    def _read(self, year: Year, pair: Pair) -> tuple[Entry, list[Fault]]:
        item, kind = pair.new, self.site.kind.id if self.site.kind else ""
        source = read_text(self._path(pair), self.texts[item.code])
        shape = item_shape(item, kind)
        entry, wrong = read_entry(source, item, f"{self.folder}/{item.stem}", shape)
        about = year.subject(item.code)
        return entry, [replace(fault, subject=about) for fault in (*source.faults, *wrong)]


def _fit(answer: ItemAnswer) -> str | None:
    """The period that holds, as it was written, empty where no year is asked; None: none holds."""
    bound = [element for element in answer.elements if element.coverage]
    if not bound:
        return ""
    said = [said_for(answer, element, part) for element in bound for part in element.parts]
    verdicts = [found.verdict.outcome for found in judged((answer,))]
    if not said or not all(said) or not all(verdict in _FITS for verdict in verdicts):
        return None
    return next((words.text for words in said if words), None)
