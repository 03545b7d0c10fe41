"""Which period each part of an answer claims, by the innermost word, and how it is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.coverage import (
    Verdict,
    asks_for_day,
    astray,
    is_coarse,
    judge_day,
    judge_period,
    judge_together,
    window,
)
from itagen.demand import Basis, Coverage
from itagen.diagnostics import Location
from itagen.entry import Evidence, Part, Said
from itagen.period import Period
from itagen.period_text import Refusal, parse_date, parse_period


@dataclass(frozen=True, slots=True)
class Claim:
    """A period or day of one part.

    Attributes:
        closed: what stands inside could not be read.
        read: it was read in the part's own table, and not stated for it.
    """

    said: Said
    period: Period
    closed: bool
    read: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with what it is about; `claim` None: several claims together."""

    answer: ItemAnswer
    element: ElementAnswer
    at: Location
    verdict: Verdict
    claim: Claim | None = None


def basis_of(answer: ItemAnswer, coverage: Coverage | None) -> Basis:
    """How a bare year is read for an item."""
    return answer.edition.bases(coverage)[0] if coverage else answer.edition.basis


def said_for(answer: ItemAnswer, element: ElementAnswer, part: Part) -> Said | None:
    """The innermost word on the period (or day) of a part."""
    entry, day = answer.entry, bool(element.coverage and asks_for_day(element.coverage))
    own = part.date if day else part.covers
    if own or entry is None:
        return own
    if isinstance(part, Evidence) and (document := answer.document_of(part)):
        own = document.date if day else document.covers
    return own or (entry.date if day else entry.covers)


def read_said(
    said: Said, coverage: Coverage | None, basis: Basis, within: Period | None = None
) -> Period | Refusal:
    """What a said period means for a coverage; a day counts as a period of one day."""
    if coverage and asks_for_day(coverage):
        day = parse_date(said.text)
        return day if isinstance(day, Refusal) else Period(day, day)
    return parse_period(said.text, basis, within)


def entry_period(answer: ItemAnswer, coverage: Coverage | None) -> Period | None:
    """What the entry itself says it covers, if that can be read."""
    said = answer.entry.covers if answer.entry else None
    found = parse_period(said.text, basis_of(answer, coverage)) if said else None
    return found if isinstance(found, Period) else None


def is_closed(part: Part) -> bool:
    """Whether a part's records, months and days may stand in a file that could not be read."""
    return isinstance(part, Evidence) and part.holds_documents and not part.tables


def stated_period(answer: ItemAnswer, element: ElementAnswer, part: Part) -> Period | None:
    """What staff say of a part, if they say it and it can be read."""
    said, coverage = said_for(answer, element, part), element.coverage
    if said is None:
        return None
    within = entry_period(answer, coverage)
    found = read_said(said, coverage, basis_of(answer, coverage), within)
    return found if isinstance(found, Period) else None


def spans_read(answer: ItemAnswer, element: ElementAnswer, part: Part) -> tuple[Claim, ...]:
    """The months or days that stand in a part's table."""
    coverage, basis = element.coverage, basis_of(answer, element.coverage)
    spans = part.spans if isinstance(part, Evidence) and coverage else ()
    read = ((said, read_said(said, coverage, basis)) for said in spans)
    return tuple(
        Claim(said, found, closed=False, read=True)
        for said, found in read
        if isinstance(found, Period)
    )


def contradicts(answer: ItemAnswer, element: ElementAnswer, part: Part) -> bool:
    """Whether a part's table is of other months than is said of it: none lies in what is said."""
    read = spans_read(answer, element, part)
    stated = stated_period(answer, element, part) if read else None
    day = element.coverage is not None and asks_for_day(element.coverage)
    return stated is not None and not day and not any(stated.overlaps(c.period) for c in read)


def decided_by_data(answer: ItemAnswer, element: ElementAnswer, part: Part) -> bool:
    """Whether the months in a part's table, and not its words, are what is judged.

    A report of a year may leave out the months in which nothing was done.
    """
    coverage = element.coverage
    if coverage is None or not spans_read(answer, element, part):
        return False
    if coverage.relation == "report_of" and said_for(answer, element, part):
        return False
    return not contradicts(answer, element, part)


def claims(answer: ItemAnswer, element: ElementAnswer) -> Iterator[Claim]:
    """What the parts of an element claim, where it can be read."""
    coverage = element.coverage
    within = entry_period(answer, coverage)
    waiting = element.answer.evidence if element.answer else ()
    for part in (*element.parts, *(p for p in waiting if p.pending and p.covers)):
        if decided_by_data(answer, element, part):
            yield from spans_read(answer, element, part)
            continue
        said = said_for(answer, element, part)
        if said is None:
            continue
        found = read_said(said, coverage, basis_of(answer, coverage), within)
        if isinstance(found, Period):
            yield Claim(said, found, is_closed(part))


def unsaid(answer: ItemAnswer, element: ElementAnswer) -> tuple[Part, ...]:
    """The parts whose period or day nobody says, and which must say it.

    Where months or days stand in a table, or may stand in a file that could not be read, nobody
    need say them; a plan's period must always be said.
    """
    coverage = element.coverage
    if coverage is None:
        return ()
    inside = coverage.relation == "half_of" or (
        asks_for_day(coverage) and bool(element.element.each)
    )
    return tuple(
        part
        for part in element.parts
        if said_for(answer, element, part) is None
        and not (inside and is_closed(part))
        and not (isinstance(part, Evidence) and part.spans)
    )


def judged(answers: Iterable[ItemAnswer]) -> Iterator[Judged]:
    """Every verdict of every item, each word judged once."""
    for answer in answers:
        seen: set[tuple[Location, Coverage]] = set()
        yield from _posts(answer)
        for element in answer.elements:
            if element.coverage is None:
                continue
            for found in _element(answer, element, element.coverage):
                place = (found.at, element.coverage)
                if place not in seen:
                    seen.add(place)
                    yield found


def _posts(answer: ItemAnswer) -> Iterator[Judged]:
    """A stream whose posts are enough only if the year is read the other way."""
    stream, coverage = answer.item.stream, answer.item.coverage
    if stream is None or coverage is None or not answer.elements:
        return
    days = [parse_date(post.date.text) for post in answer.posts if post.date]
    verdicts = [judge_day(coverage, answer.edition, d) for d in days if isinstance(d, date)]
    right = [verdict for verdict in verdicts if verdict.outcome == "right"]
    if len(right) < stream.at_least <= len(verdicts):
        at = Location(f"content/{stream.of}")
        yield Judged(answer, answer.elements[0], at, Verdict("other-reading", verdicts[0].window))


def _element(answer: ItemAnswer, element: ElementAnswer, coverage: Coverage) -> Iterator[Judged]:
    found = tuple(claims(answer, element))
    if coverage.relation in {"report_of", "half_of"}:
        yield from _together(answer, element, coverage, found)
        return
    for claim in found:
        verdict = _alone(answer, coverage, claim.period)
        yield Judged(answer, element, claim.said.at, verdict, claim)


def _alone(answer: ItemAnswer, coverage: Coverage, period: Period) -> Verdict:
    if asks_for_day(coverage):
        return judge_day(coverage, answer.edition, period.first)
    return judge_period(coverage, answer.edition, period)


def _together(
    answer: ItemAnswer, element: ElementAnswer, coverage: Coverage, found: tuple[Claim, ...]
) -> Iterator[Judged]:
    asked = window(coverage, answer.edition)
    months_may_stand_inside = any(
        is_closed(part) and said_for(answer, element, part) is None for part in element.parts
    )
    inside = [asked] if months_may_stand_inside else []
    others = astray(coverage, answer.edition, [*(claim.period for claim in found), *inside])
    kept = [claim for claim in found if claim.period not in others]
    for claim in found:
        if claim.period in others:
            yield Judged(answer, element, claim.said.at, Verdict("wrong-year", asked), claim)
    if not kept or others or months_may_stand_inside:
        return
    shown = [
        claim.period for claim in kept if claim.closed or not is_coarse(coverage, claim.period)
    ]
    verdict = judge_together(coverage, answer.edition, shown)
    one = len({claim.said.at for claim in kept}) == 1
    at = kept[0].said.at if one else element.at
    yield Judged(answer, element, at, verdict, kept[0] if one else None)
