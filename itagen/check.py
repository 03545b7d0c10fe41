"""Run the rules over a site, and temper what they find: pending, submitted, unsure, accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from itagen.answering import answer_site
from itagen.answers import ItemAnswer
from itagen.diagnostics import Diagnostic, Severity, order
from itagen.entry import Accept
from itagen.rules import rule_modules
from itagen.rules.rule import Case
from itagen.rules.unused_accept import unused
from itagen.site import Site

_OF_GAPS = ("ITA2", "ITA3", "ITA4")
_OF_SAFETY = frozenset(["ITA401", "ITA402", "ITA404", "ITA407", "ITA408", "ITA470", "ITA471"])
_OF_THE_GAP = frozenset(["ITA212", "ITA470", "ITA471"])
_OF_COMPLETENESS = ("ITA1", "ITA2", "ITA3", "ITA4", "ITA5", "ITA7")


def check(site: Site) -> list[Diagnostic]:
    """Every fault of a site, each once, in the order of files and lines."""
    case = Case(site, answer_site(site))
    temper = _Temper(case)
    for module in rule_modules():
        case.found += [temper.tempered(finding) for finding in module.check(case)]
    found = list(_accepted(site, case.found))
    return sorted(found, key=order)


class _Temper:
    """What lowers a finding, looked up by what it is about."""

    def __init__(self, case: Case) -> None:
        self.answers = {(answer.year.folder, answer.item.code): answer for answer in case.answers}
        self.states = {year.folder: year.state for year in case.site.years}

    def tempered(self, finding: Diagnostic) -> Diagnostic:
        subject, block = finding.subject, finding.code[:4]
        severity = finding.severity
        answer = self.answers.get((subject.folder or "", subject.item or ""))
        gap = block in _OF_GAPS and finding.code not in _OF_THE_GAP
        if answer and gap and _is_pending(answer, subject.element):
            severity = _at_most(Severity.WARNING, severity)
        if finding.code in _OF_SAFETY:
            return replace(finding, severity=severity)
        if answer and _is_unsure(answer, finding):
            severity = Severity.NOTE
        if self.states.get(subject.folder or "", "open") != "open" and block in _OF_COMPLETENESS:
            severity = Severity.NOTE
        return replace(finding, severity=severity)


def _at_most(limit: Severity, severity: Severity) -> Severity:
    return limit if severity is Severity.ERROR else severity


def _is_pending(answer: ItemAnswer, element: str | None) -> bool:
    if answer.entry and answer.entry.pending:
        return True
    found = answer.find(element) if element else None
    return bool(found and found.pending)


def _is_unsure(answer: ItemAnswer, finding: Diagnostic) -> bool:
    """Whether the edition is unsure of the demand; what cannot be read is a fault anyway."""
    if finding.code.startswith("ITA0"):
        return False
    element = answer.item.element(finding.subject.element or "")
    if finding.code.startswith("ITA3"):
        coverage = answer.item.coverage_of(element) if element else answer.item.coverage
        if coverage and coverage.sure == "low":
            return True
    return answer.edition.sure_of(answer.item, element) == "low"


def _accepted(site: Site, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Accepted warnings as notes; what is accepted and not there as a warning."""
    accepts = dict(_accepts(site))
    entries = [entry for year in site.years for entry in year.entries.values()]
    homes = {f"content/{entry.folder}": entry.path for entry in entries}
    used: set[Accept] = set()
    for finding in found:
        given = accepts.get(homes.get(finding.at.path.rpartition("/")[0], finding.at.path), ())
        accept = next((a for a in given if _meets(a, finding)), None)
        if accept:
            used.add(accept)
            yield replace(finding, severity=Severity.NOTE)
        else:
            yield finding
    for given in accepts.values():
        for accept in given:
            if accept not in used:
                yield unused(accept)


def _meets(accept: Accept, finding: Diagnostic) -> bool:
    named = accept.rule.text.strip() in {finding.code, finding.name}
    return named and finding.severity is not Severity.ERROR


def _accepts(site: Site) -> Iterator[tuple[str, tuple[Accept, ...]]]:
    yield site.agency.path, site.agency.accepts
    for year in (year for year in site.years if year.is_open):
        for entry in year.entries.values():
            yield entry.path, entry.accepts
    for post in site.posts:
        yield post.path, post.accepts
    for question in site.questions:
        yield question.path, question.accepts
