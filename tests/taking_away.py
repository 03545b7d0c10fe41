"""What an edition demands, taken away piece by piece from its demo, with what must be found.

Made from the edition alone. `python -m tests.taking_away` prints how many were tried and caught.
"""

from __future__ import annotations

import copy
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from itagen.demand import Coverage, Element
from itagen.demo import demo_entry
from itagen.diagnostics import Diagnostic, Severity
from itagen.edition import Edition, Item
from itagen.period import ERA, Period, long_day_th, month_th, months_in, name_th, year_of
from itagen.yaml_tree import dump_yaml
from tests.projects import KINDS, SHIPPED, findings, load_edition, load_kind, write_demo

DAY = timedelta(days=1)
Data = dict[str, Any]


@dataclass(frozen=True)
class Trial:
    """A change of the demo and what it must give: one finding of `severity`, or none."""

    name: str
    item: Item
    element: str | None
    files: dict[str, bytes | None]
    severity: Severity | None
    paths: tuple[str, ...]


class Trials:
    """Every trial of one edition and kind of agency."""

    def __init__(self, edition: Edition, kind: str) -> None:
        self.edition = edition
        self.kind = load_kind(kind)

    def __iter__(self) -> Iterator[Trial]:
        for item in self.edition.items:
            yield from self._elements(item)
            yield from self._fields(item)
            yield from self._sides(item)
            yield from self._steps(item)
            yield from self._periods(item)

    def _entry(self, item: Item) -> Data:
        entry = demo_entry(self.edition, item, self.kind)
        assert entry is not None
        return copy.deepcopy(entry)

    def _trial(
        self, name: str, item: Item, element: Element | None, entry: Data, severity: Severity | None
    ) -> Trial:
        path = f"content/{self.edition.be}/{item.stem}.yaml"
        files: dict[str, bytes | None] = {path: dump_yaml(entry).encode()}
        return Trial(
            f"{item.code} {name}", item, element.id if element else None, files,
            self._tempered(severity, item, element), (path,),
        )  # fmt: skip

    def _tempered(
        self, severity: Severity | None, item: Item, element: Element | None
    ) -> Severity | None:
        low = self.edition.sure_of(item, element) == "low"
        return Severity.NOTE if severity and low else severity

    def _elements(self, item: Item) -> Iterator[Trial]:
        for element in item.elements:
            severity = {
                "required": Severity.ERROR,
                "example": Severity.WARNING,
                "if_any": None,
            }[element.demand]
            name = f"without {element.id}"
            if item.stream:
                yield self._without_posts(item, element)
            elif element.from_:
                yield self._without_fact(item, element)
            elif item.needs_file:
                entry = self._entry(item)
                del entry["elements"][element.id]
                yield self._trial(name, item, element, entry, severity)

    def _without_posts(self, item: Item, element: Element) -> Trial:
        assert item.stream
        stem = f"content/{item.stream.of}/{self.edition.be}-{item.stem}"
        count = max(item.stream.at_least, len(item.stream.kinds) or 1)
        files: dict[str, bytes | None] = {f"{stem}-{n}.md": None for n in range(1, count + 1)}
        severity = self._tempered(Severity.ERROR, item, element)
        paths = (f"content/{item.stream.of}",)
        return Trial(f"{item.code} without posts", item, element.id, files, severity, paths)

    def _without_fact(self, item: Item, element: Element) -> Trial:
        severity = self._tempered(Severity.ERROR, item, element)
        files: dict[str, bytes | None] = {"content/agency.yaml": b"-" + str(element.from_).encode()}
        if element.from_ == "map":
            files["content/agency/map.png"] = None
        return Trial(
            f"{item.code} without agency.{element.from_}", item, element.id, files, severity,
            ("content/agency.yaml",),
        )  # fmt: skip

    def _fields(self, item: Item) -> Iterator[Trial]:
        for element in item.elements if item.needs_file else ():
            for field in element.each:
                severity = {
                    "required": Severity.ERROR,
                    "example": Severity.WARNING,
                    "if_any": None,
                }[field.demand]
                for index in (0, -1):
                    entry = self._entry(item)
                    del entry["elements"][element.id][index][field.id]
                    name = f"{element.id}[{index}] without {field.id}"
                    yield self._trial(name, item, element, entry, severity)

    def _sides(self, item: Item) -> Iterator[Trial]:
        for element in item.elements:
            for side in element.sides.get(self.kind.id, ()):
                entry = self._entry(item)
                parts = entry["elements"][element.id]
                entry["elements"][element.id] = [p for p in parts if p["side"] != side]
                yield self._trial(f"{element.id} without {side}", item, element, entry,
                                  Severity.ERROR)  # fmt: skip

    def _steps(self, item: Item) -> Iterator[Trial]:
        for element in item.elements:
            coverage = item.coverage_of(element)
            if coverage is None or coverage.by is None:
                continue
            parts = self._entry(item)["elements"][element.id]
            spans = {p["covers"] for p in parts if isinstance(p, dict) and "covers" in p} \
                if isinstance(parts, list) else set()  # fmt: skip
            for span in sorted(spans):
                entry = self._entry(item)
                entry["elements"][element.id] = [p for p in parts if p["covers"] != span]
                yield self._trial(f"{element.id} without {span}", item, element, entry,
                                  Severity.ERROR)  # fmt: skip
            if spans and coverage.by == "month":
                yield from self._other_months(item, element, coverage, parts)

    def _other_months(
        self, item: Item, element: Element, coverage: Coverage, parts: list[Data]
    ) -> Iterator[Trial]:
        first, second = windows(self.edition, coverage)
        if second is None:
            return
        names = {
            month_th(old): month_th(new)
            for old, new in zip(months_in(first), months_in(second), strict=True)
        }
        entry = self._entry(item)
        entry["covers"] = name_th(second)
        entry["elements"][element.id] = [p | {"covers": names[p["covers"]]} for p in parts]
        yield self._trial(f"{element.id} of the other reading", item, element, entry,
                          Severity.WARNING)  # fmt: skip

    def _periods(self, item: Item) -> Iterator[Trial]:
        if item.stream:
            yield from self._of_posts(item)
            return
        done: set[Coverage] = set()
        for element in item.elements:
            coverage = item.coverage_of(element)
            if coverage is None or element.from_ or element.demand == "if_any":
                continue
            if coverage.relation == "done_in":
                yield from self._days(item, element, coverage)
            elif coverage.by in {"month", "quarter"} and self._has_own(item, element):
                continue
            elif coverage not in done:
                done.add(coverage)
                for text, severity in spans(self.edition, coverage):
                    entry = self._said(item, element, coverage, text)
                    if entry:
                        name = f"{element.id} covers {text}"
                        yield self._trial(name, item, None, entry, severity)

    def _has_own(self, item: Item, element: Element) -> bool:
        parts = self._entry(item)["elements"][element.id]
        return isinstance(parts, list) and any("covers" in p for p in parts if isinstance(p, dict))

    def _said(self, item: Item, element: Element, coverage: Coverage, text: str) -> Data | None:
        entry = self._entry(item)
        if coverage == item.coverage:
            entry["covers"] = text
            return None if self._has_own(item, element) else entry
        parts = entry["elements"][element.id]
        if isinstance(parts, dict):
            parts["covers"] = text
        elif isinstance(parts, list):
            for part in parts:
                part["covers"] = text
        return entry

    def _days(self, item: Item, element: Element, coverage: Coverage) -> Iterator[Trial]:
        for day, severity in days(self.edition, coverage):
            entry = self._entry(item)
            parts = entry["elements"][element.id]
            first = parts[0] if isinstance(parts, list) else parts
            first["date"] = long_day_th(day)
            name = f"{element.id} done on {long_day_th(day)}"
            yield self._trial(name, item, element, entry, severity)

    def _of_posts(self, item: Item) -> Iterator[Trial]:
        assert item.stream and item.coverage
        for day, severity in days(self.edition, item.coverage):
            trial = self._without_posts(item, item.elements[0])
            title = "เรื่องตัวอย่าง"
            text = f"---\ntitle: {title}\ndate: {long_day_th(day)}\n---\nข้อความ\n".encode()
            files = dict.fromkeys(trial.files, text)
            yield Trial(
                f"{item.code} posts of {long_day_th(day)}", item, trial.element, dict(files),
                self._tempered(severity, item, None), trial.paths,
            )  # fmt: skip


def windows(edition: Edition, coverage: Coverage) -> tuple[Period, Period | None]:
    """The span of a coverage in the right reading and in the other, by the year alone."""
    be = edition.be + coverage.offset
    bases = (coverage.basis,) if coverage.basis else (edition.basis, edition.or_basis)
    whole = [year_of(be, basis) for basis in bases if basis]
    if coverage.relation == "half_of":
        whole = [Period(y.first, months_in(y)[5].last) for y in whole]
    return whole[0], whole[1] if len(whole) > 1 else None


def days(edition: Edition, coverage: Coverage) -> Iterator[tuple[date, Severity | None]]:
    """The days around a window: allowed, of the other reading, of none."""
    first, second = windows(edition, coverage)
    other = second or first
    yield min(first.first, other.first) - DAY, Severity.ERROR
    yield max(first.end(), other.end()) + DAY, Severity.ERROR
    yield first.first, None
    yield first.end(), None
    if second:
        yield first.end() + DAY, Severity.WARNING


def _text(first: date, last: date) -> str:
    return f"{long_day_th(first)} – {long_day_th(last)}"


def _years_before(day: date, years: int) -> date:
    return date(day.year - years, day.month, min(day.day, 28)) + DAY


def _years_after(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28)) - DAY


def spans(edition: Edition, coverage: Coverage) -> Iterator[tuple[str, Severity | None]]:
    """Periods around a window: the nearest that are allowed, of the other reading, of none."""
    first, second = windows(edition, coverage)
    other = second or first
    start, end = min(first.first, other.first), max(first.end(), other.end())
    late, early = max(first.first, other.first), min(first.end(), other.end())
    if coverage.relation == "made_for":
        be = edition.be + coverage.offset
        for number, severity in ((be - 1, Severity.ERROR), (be + 1, Severity.ERROR), (be, None)):
            yield f"ปีงบประมาณ {number}", severity
        yield f"ปีปฏิทิน {be}", None
    elif coverage.relation in {"report_of", "half_of"}:
        yield _text(late + DAY, end), Severity.ERROR
        yield _text(start, early - DAY), Severity.ERROR
        yield _text(first.first, first.end()), None
        if second:
            yield _text(second.first, second.end()), Severity.WARNING
    else:
        yield from _in_force(coverage, first, second, (start, end, late, early))


def _in_force(
    coverage: Coverage, first: Period, second: Period | None, ends: tuple[date, date, date, date]
) -> Iterator[tuple[str, Severity | None]]:
    start, end, late, early = ends
    years = coverage.length.years or (coverage.length.over or 0) + 4
    if coverage.whole:
        yield _text(late + DAY, _years_after(late, years + 1)), Severity.ERROR
        yield _text(_years_before(early, years + 1), early - DAY), Severity.ERROR
        if second:
            yield _text(first.first + DAY, _years_after(second.end(), years)), Severity.WARNING
        if coverage.length.over is None:
            yield _text(first.first, first.end()), None
    else:
        yield _text(_years_before(start - DAY, years), start - DAY), Severity.ERROR
        yield _text(end + DAY, _years_after(end + DAY, years)), Severity.ERROR
        yield _text(_years_before(first.first, years), first.first), None
        yield _text(first.end(), _years_after(first.end(), years)), None
        if second:
            after = first.end() + DAY
            yield _text(after, _years_after(after, years)), Severity.WARNING
    yield f"ตั้งแต่ {long_day_th(end + DAY)} เป็นต้นไป", Severity.ERROR
    open_end = None if coverage.open_end else Severity.ERROR
    yield f"ตั้งแต่ {long_day_th(start)} เป็นต้นไป", open_end
    if coverage.length.over is not None:
        be = first.first.year + ERA + 1
        yield _text(first.first, first.end()), Severity.ERROR
        yield f"ปีงบประมาณ {be} - {be + coverage.length.over}", None
    if coverage.length.years is not None:
        yield _text(first.first, first.end() - timedelta(days=31)), Severity.ERROR
        yield _text(first.first, first.end() + timedelta(days=31)), Severity.ERROR


class Bench:
    """One demo on disk, changed for a trial and put back after it."""

    def __init__(self, root: Path, path: Path, kind: str) -> None:
        self.root = write_demo(root, path, kind)

    def run(self, trial: Trial) -> str | None:
        """What is wrong with what was found, or None."""
        return self._judge(trial, self._found(trial.files))

    def run_together(self, trials: Sequence[Trial]) -> dict[str, str]:
        """What is wrong, by trial: trials of different items at once, each alone if any is."""
        found = self._found({name: data for trial in trials for name, data in trial.files.items()})
        own = [[d for d in found if _is_of(trial, d)] for trial in trials]
        wrong = [self._judge(trial, mine) for trial, mine in zip(trials, own, strict=True)]
        if not any(wrong) and sum(map(len, own)) == len(found):
            return {}
        return {trial.name: told for trial in trials if (told := self.run(trial))}

    def _found(self, files: dict[str, bytes | None]) -> list[Diagnostic]:
        before = {n: (self.root / n).read_bytes() for n in files if (self.root / n).exists()}
        for name, data in files.items():
            self._change(self.root / name, data)
        found = findings(self.root)
        for name, data in before.items():
            (self.root / name).write_bytes(data)
        return found

    def _change(self, path: Path, data: bytes | None) -> None:
        if data is None:
            path.unlink()
        elif data.startswith(b"-") and path.name == "agency.yaml":
            path.write_bytes(_without_key(path.read_bytes(), data[1:]))
        else:
            path.write_bytes(data)

    def _judge(self, trial: Trial, found: list[Any]) -> str | None:
        shown = [f"{d.at.path} {d.severity}[{d.code}] {d.message.th}" for d in found]
        if trial.severity is None:
            return "\n".join(shown) or None
        if len(found) != 1:
            return f"{len(found)} findings: " + "\n".join(shown)
        (only,) = found
        named = only.subject.element in {trial.element, None} or trial.element is None
        right = (
            only.severity is trial.severity
            and only.subject.item == trial.item.code
            and only.at.path in trial.paths
            and named
        )
        return None if right else shown[0]


def _is_of(trial: Trial, found: Diagnostic) -> bool:
    return found.subject.item == trial.item.code or found.at.path in trial.paths


def batches(trials: Iterable[Trial], most: int = 8) -> Iterator[list[Trial]]:
    """All trials, `most` at a time, none of the same item or file in one batch."""
    waiting = list(trials)
    while waiting:
        batch: list[Trial] = []
        for trial in waiting:
            touched = {name for other in batch for name in (other.item.code, *other.files)}
            if len(batch) < most and touched.isdisjoint((trial.item.code, *trial.files)):
                batch.append(trial)
        waiting = [trial for trial in waiting if all(trial is not taken for taken in batch)]
        yield batch


def _without_key(data: bytes, key: bytes) -> bytes:
    kept, skipping = [], False
    for line in data.split(b"\n"):
        if not line.startswith((b" ", b"-")):
            skipping = line.startswith(key + b":")
        if not skipping:
            kept.append(line)
    return b"\n".join(kept)


def main() -> None:
    tally: Counter[str] = Counter()
    for path in SHIPPED:
        for kind in KINDS:
            with tempfile.TemporaryDirectory() as folder:
                bench = Bench(Path(folder), path, kind)
                for trial in Trials(load_edition(path), kind):
                    wrong = bench.run(trial)
                    should = "faults" if trial.severity else "harmless"
                    tally[f"{should} tried"] += 1
                    tally[f"{should} {'wrong' if wrong else 'right'}"] += 1
                    if wrong:
                        sys.stdout.write(f"{path.stem} {kind} {trial.name}: {wrong}\n")
    sys.stdout.write(f"{dict(tally)}\n")


if __name__ == "__main__":
    main()
