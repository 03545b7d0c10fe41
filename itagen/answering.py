"""Each element of each item, met or not, out of entries, posts and the agency's facts."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.again import once
from itagen.answers import ElementAnswer, ItemAnswer, State
from itagen.coverage import judge_day
from itagen.demand import Element
from itagen.diagnostics import Location
from itagen.edition import Edition, Item
from itagen.entry import Answer, Document, Entry, Evidence, Part, Post, Record, Said
from itagen.period_text import Refusal, parse_date
from itagen.site import Site, Year
from itagen.text import is_address, is_hollow, names_a_file


def answer_site(site: Site) -> tuple[ItemAnswer, ...]:
    """Every item of every year whose edition is known, in the order of the list."""
    return tuple(
        _item(site, year, year.edition, item)
        for year in site.years
        if year.edition
        for item in year.edition.items
    )


def _item(site: Site, year: Year, edition: Edition, item: Item) -> ItemAnswer:
    entry = year.entries.get(item.code)
    posts = tuple(_posts(site, edition, item))
    undated = item.stream is not None and _has_undated(site, item.stream.of)
    elements = tuple(
        _element(year, item, entry, element, posts, undated=undated) for element in item.elements
    )
    return ItemAnswer(year, edition, item, entry, elements, posts)


def _posts(site: Site, edition: Edition, item: Item) -> Iterator[Post]:
    """The posts of a stream that lie in the item's window, in any reading of the year."""
    if item.stream is None:
        return
    for post in site.stream(item.stream.of):
        if _is_of(post, edition, item):
            yield post


@once
def _is_of(post: Post, edition: Edition, item: Item) -> bool:
    day = parse_date(post.date.text) if post.date else Refusal("no-year")
    if isinstance(day, Refusal) or item.coverage is None:
        return not isinstance(day, Refusal)
    return judge_day(item.coverage, edition, day).outcome != "wrong-year"


def _has_undated(site: Site, stream: str) -> bool:
    """Whether a stream has posts whose day is missing or cannot be read, which is reported."""
    dates = [post.date for post in site.stream(stream)]
    return any(date is None or isinstance(parse_date(date.text), Refusal) for date in dates)


def _element(
    year: Year,
    item: Item,
    entry: Entry | None,
    element: Element,
    posts: tuple[Post, ...],
    *,
    undated: bool,
) -> ElementAnswer:
    coverage = item.coverage_of(element)
    given = entry.answers.get(element.id) if entry else None
    at = _place(year, item, entry, element, given)
    if item.stream and len(posts) >= item.stream.at_least:
        parts = tuple(part for part in given.parts if not _says_nothing(part)) if given else ()
        return ElementAnswer(element, coverage, "met", at, given, parts)
    if item.stream and entry is None and undated:
        return ElementAnswer(element, coverage, "broken", at)
    facts = year.agency.facts.get(element.from_ or "", ())
    if element.from_ and given is None:
        if not facts and entry and entry.pending:
            return ElementAnswer(element, coverage, "pending", at, pending=entry.pending)
        broken = "*" in year.agency.broken or element.from_ in year.agency.broken
        return _from_agency(element, facts, at, broken=broken)
    if entry is None:
        return ElementAnswer(element, coverage, "missing", at)
    return _from_entry(item, entry, element, given, ElementAnswer(element, coverage, "met", at))


def _place(
    year: Year, item: Item, entry: Entry | None, element: Element, given: Answer | None
) -> Location:
    if given:
        return given.at
    if element.from_:
        return Location(year.agency.path)
    if item.stream and entry is None:
        return Location(f"content/{item.stream.of}")
    if entry is None:
        return Location(f"content/{year.folder}/{item.stem}.yaml")
    return entry.elements_at or entry.at


def _from_agency(
    element: Element, facts: tuple[Evidence, ...], at: Location, *, broken: bool
) -> ElementAnswer:
    kept = tuple(fact for fact in facts if not _says_nothing(fact))
    if broken:
        return ElementAnswer(element, None, "broken", at)
    return ElementAnswer(element, None, "met" if kept else "missing", at, parts=kept)


def _from_entry(
    item: Item, entry: Entry, element: Element, given: Answer | None, found: ElementAnswer
) -> ElementAnswer:
    def be(
        state: State, parts: tuple[Part, ...] = (), pending: Said | None = None
    ) -> ElementAnswer:
        return ElementAnswer(element, found.coverage, state, found.at, given, parts, pending)

    if not entry.sound or "elements" in entry.broken or (given and not given.sound):
        return be("broken")
    if given is None or not given.parts:
        if entry.none:
            return be("none" if item.none else "broken")
        given_documents = tuple(_as_evidence(d) for d in entry.documents if d.file or d.link)
        if element.documents and given_documents:
            return be("met", given_documents)
        return be("pending", (), entry.pending) if entry.pending else be("missing")
    parts = tuple(part for part in given.parts if not _says_nothing(part))
    waiting = next((p.pending for p in given.parts if isinstance(p, Evidence) and p.pending), None)
    if not parts:
        return be("pending", (), waiting) if waiting else be("hollow")
    if all(isinstance(part, Evidence) and part.none for part in parts):
        return be("none", parts)
    return be("met", parts, waiting)


def _as_evidence(document: Document) -> Evidence:
    return Evidence(
        document.at, file=document.file, link=document.link, title=document.title,
        covers=document.covers, date=document.date,
    )  # fmt: skip


def _says_nothing(part: Part) -> bool:
    """Whether a part is only a dodge, or says that it is still to come."""
    if isinstance(part, Record):
        return False
    if part.kinds == ("text",) and part.text:
        text = part.text.text
        return is_hollow(text) or names_a_file(text) or is_address(text)
    return part.sound and not part.kinds and not part.none
