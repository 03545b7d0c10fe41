"""What `itagen links` finds: every address outside the site, with what came of asking it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from itagen.answering import answer_site
from itagen.check import check_later
from itagen.diagnostics import Diagnostic, Location, Severity, order
from itagen.links.notes import Note
from itagen.links.signs import agency_domain
from itagen.outside import outside
from itagen.rules import asked_modules
from itagen.rules.rule import Asked, Case
from itagen.site import Site
from itagen.uses import Use


@dataclass(frozen=True)
class Outside:
    """The addresses of a site, and the findings on them once they were asked."""

    case: Case
    uses: tuple[Use, ...]

    @property
    def addresses(self) -> frozenset[str]:
        """Each once, without the place on a page that it names: servers are not told that."""
        return frozenset(map(asked_address, self.uses))

    def findings(self, notes: Mapping[str, Note]) -> list[Diagnostic]:
        """What is wrong, in the order of files and lines; of what was not asked, nothing."""
        found = check_later(self.case, self._judged(notes))
        return sorted(found, key=order)

    def _judged(self, notes: Mapping[str, Note]) -> Iterator[Diagnostic]:
        own, logins = _own(self.case.site), dict(_logins(self.case))
        for use in self.uses:
            if note := notes.get(asked_address(use)):
                yield from _of(Asked(use, note.reply, own, logins.get(use.said.at)))


def outside_of(site: Site) -> Outside:
    """Every address outside the site that its content names."""
    case = Case(site, answer_site(site))
    return Outside(case, tuple(outside(site, case.answers, case.uses)))


def asked_address(use: Use) -> str:
    """The address that is asked for a use."""
    return use.said.text.strip().partition("#")[0]


def _of(asked: Asked) -> Iterator[Diagnostic]:
    """The findings on one address: after one that is more than a note, no other."""
    for module in asked_modules():
        if finding := module.judge(asked):
            yield finding
            if finding.severity is not Severity.NOTE:
                return


def _own(site: Site) -> frozenset[str]:
    said = (site.agency.words("site_url"), site.agency.words("main_site"))
    return frozenset(filter(None, map(agency_domain, said)))


def _logins(case: Case) -> Iterator[tuple[Location, bool]]:
    """By the place of a link, what its `login:` says."""
    for _, element in case.elements():
        parts = [*element.evidence]
        for record in element.inline:
            parts += [value for values in record.fields.values() for value in values]
        for part in parts:
            if part.link and part.login:
                yield part.link.at, part.login.text == "true"
