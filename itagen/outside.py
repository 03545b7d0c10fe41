"""Every address of the web that content names: in its own keys, and in Markdown texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.diagnostics import Location
from itagen.entry import Evidence, Record, Said
from itagen.site import Site
from itagen.text_links import outside_addresses
from itagen.uses import Use

_SCHEMES = ("https://", "http://")


def outside(site: Site, answers: Sequence[ItemAnswer], uses: Iterable[Use]) -> Iterator[Use]:
    """All of them, each place once; what a browser could not open is left to `wrong-link`."""
    seen: set[tuple[str, Location]] = set()
    for use in (*uses, *_in_texts(site, answers)):
        address = use.said.text.strip()
        known = (address, use.said.at)
        if use.path is not None or known in seen or any(sign.isspace() for sign in address):
            continue
        if address.lower().startswith(_SCHEMES):
            seen.add(known)
            yield use


def _in_texts(site: Site, answers: Iterable[ItemAnswer]) -> Iterator[Use]:
    for answer in answers:
        if answer.entry and answer.entry.none:
            yield from _in_text(answer.entry.none, answer, None)
        for element in answer.elements:
            for said in _texts(element):
                yield from _in_text(said, answer, element)
    bodies = [post.body for post in site.posts] + [asked.body for asked in site.questions]
    for body in bodies:
        if body:
            yield from _in_body(body)


def _texts(element: ElementAnswer) -> Iterator[Said]:
    """The Markdown of an element: of its evidence and of the cells of its rows."""
    for part in element.answer.parts if element.answer else element.parts:
        if isinstance(part, Record):
            for values in part.fields.values():
                yield from _said(values)
        else:
            yield from _said((part,))


def _said(parts: Iterable[Evidence]) -> Iterator[Said]:
    for part in parts:
        yield from (said for said in (part.text, part.none) if said)


def _in_text(said: Said, answer: ItemAnswer, element: ElementAnswer | None) -> Iterator[Use]:
    for address, _, _ in outside_addresses(said.text):
        yield Use(Said(address, said.at), None, answer, element)


def _in_body(body: Said) -> Iterator[Use]:
    """Those of a post or a question, each where it stands in the text."""
    at, lines = body.at, body.text.split("\n")
    for address, line, column in outside_addresses(body.text):
        place = Location(at.path, (at.line or 1) + line, column + 1, len(address), lines[line])
        yield Use(Said(address, place), None)
