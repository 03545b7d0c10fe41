"""Run the rules over a site, and temper what they find: pending, submitted, unsure, accepted.

What is personal (ITA6) is never tempered but by an `accept:`, which even its errors allow; and no
finding shows such a number whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from itagen.accepts import accepts, is_explained
from itagen.allowances import Allowances
from itagen.answering import answer_site
from itagen.answers import ItemAnswer
from itagen.cited_tables import tables_read
from itagen.diagnostics import Diagnostic, Severity, Words, order
from itagen.entry import Accept
from itagen.evidence.personal import hidden
from itagen.rules import is_found_later, rule_modules
from itagen.rules.rule import Case
from itagen.rules.unused_accept import RULE as UNUSED
from itagen.rules.unused_accept import unused
from itagen.site import Site

_OF_GAPS = ("ITA2", "ITA3", "ITA4")
_OF_SAFETY = frozenset(
    ["ITA401", "ITA402", "ITA404", "ITA407", "ITA408", "ITA410", "ITA411", "ITA412", "ITA413",
     "ITA470", "ITA471", "ITA810", "ITA811", "ITA812", "ITA813"]
)  # fmt: skip
_OF_FREEZE = "ITA81"
_WHATEVER_THE_GAP = frozenset(["ITA212", "ITA413", "ITA470", "ITA471"])
_OF_PERSONS = "ITA6"
_ALLOWABLE = frozenset(["ITA601"])
_OF_COMPLETENESS = ("ITA1", "ITA2", "ITA3", "ITA4", "ITA5", "ITA7")


def check(site: Site, *, deep: bool = False, allow_frozen_change: bool = False) -> list[Diagnostic]:
    """Every fault of a site, each once, in the order of files and lines.

    Args:
        site: what was read.
        deep: whether to judge also what documents say, by their words.
        allow_frozen_change: whether a change of what was submitted is but noted.
    """
    case = Case(site, answer_site(site))
    temper = _Temper(case)
    for module in rule_modules(deep=deep):
        case.found += [temper.tempered(finding) for finding in module.check(case)]
    found = map(_veiled, _accepted(case, case.found))
    if allow_frozen_change:
        found = map(_allowed, found)
    return sorted(found, key=_places(case.answers))


def _places(answers: Iterable[ItemAnswer]) -> Callable[[Diagnostic], tuple[object, ...]]:
    """The order of files and lines; in a workbook that of its sheets before it."""
    read = dict.fromkeys(
        (path, table.sheet) for answer in answers for path, table in tables_read(answer)
    )
    numbers = {sheet: number for number, sheet in enumerate(read)}

    def place(finding: Diagnostic) -> tuple[object, ...]:
        at = finding.at
        sheet = numbers.get((at.path, at.sheet_and_cell[0]), -1) if at.cell else -1
        return (at.path, sheet, order(finding))

    return place


def check_later(case: Case, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings of a build or of addresses outside, tempered and accepted as those of check are."""
    temper = _Temper(case)
    judged = [temper.tempered(finding) for finding in found]
    return [_veiled(d) for d in _accepted(case, judged) if d.name != UNUSED.name]


def _veiled(finding: Diagnostic) -> Diagnostic:
    """The finding without numbers of persons, which its words and its line may quote."""
    message, hint = (
        Words(hidden(words.th), hidden(words.en)) for words in (finding.message, finding.hint)
    )
    at = replace(finding.at, text=hidden(finding.at.text))
    return replace(finding, message=message, hint=hint, at=at)


def _allowed(finding: Diagnostic) -> Diagnostic:
    is_frozen = finding.code.startswith(_OF_FREEZE)
    return replace(finding, severity=Severity.NOTE) if is_frozen else finding


class _Temper:
    """What lowers a finding, looked up by what it is about."""

    def __init__(self, case: Case) -> None:
        self.answers = {(answer.year.folder, answer.item.code): answer for answer in case.answers}
        self.states = {year.folder: year.state for year in case.site.years}

    def tempered(self, finding: Diagnostic) -> Diagnostic:
        subject, block = finding.subject, finding.code[:4]
        severity = finding.severity
        answer = self.answers.get((subject.folder or "", subject.item or ""))
        gap = block in _OF_GAPS and finding.code not in _WHATEVER_THE_GAP
        if answer and gap and _is_pending(answer, subject.element):
            severity = _at_most(Severity.WARNING, severity)
        if finding.code in _OF_SAFETY or block == _OF_PERSONS:
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


def _accepted(case: Case, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Accepted warnings as notes; what is accepted and not there as a warning.

    What is found in a file is accepted by the content that names it first.
    """
    said = {path: tuple(filter(is_explained, given)) for path, given in accepts(case.site)}
    allowances = Allowances(case.site, case.opened)
    used: set[Accept] = set()
    for finding in found:
        given = said.get(allowances.home(finding.at.path), ())
        accept = next((a for a in given if _meets(a, finding)), None)
        if accept:
            used.add(accept)
            yield replace(finding, severity=Severity.NOTE, hint=_allowance(accept))
        else:
            yield finding
    years = (year for year in case.site.years if not year.is_open)
    closed = {entry.path for year in years for entry in year.entries.values()}
    for path, given in said.items():
        for accept in given:
            if accept in used or path in closed or is_found_later(accept.rule.text.strip()):
                continue
            yield unused(accept)


def _allowance(accept: Accept) -> Words:
    """Who allows what was found, and why."""
    by, reason = accept.by.text, accept.reason.text
    return Words(f"รับรองแล้วโดย {by}: {reason}", f"accepted by {by}: {reason}")


def _meets(accept: Accept, finding: Diagnostic) -> bool:
    named = accept.rule.text.strip() in {finding.code, finding.name}
    return named and (finding.severity is not Severity.ERROR or finding.code in _ALLOWABLE)
