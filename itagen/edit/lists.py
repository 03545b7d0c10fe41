"""Lists to choose from: the items of a year by group, the posts of a stream."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from itagen.answers import ItemAnswer
from itagen.diagnostics import Diagnostic, Severity
from itagen.edit.seen import Seen
from itagen.part_views import Link, StateView
from itagen.plan_ways import Ways
from itagen.site import Year


@dataclass(frozen=True, slots=True)
class Line:
    """One item: where it is edited, how far it is, what was found."""

    code: str
    title: str
    href: str
    preview: str
    state: StateView
    owner: str
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Group:
    """The items below one heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PostLine:
    """One post of a stream."""

    title: str
    href: str
    day: str
    errors: int


def year_list(seen: Seen, year: Year) -> dict[str, object]:
    """The values of the page that lists a year."""
    ways = Ways(seen.site, seen.answers)
    answers = ways.of(year)
    groups = year.edition.groups if year.edition else {}
    found = tuple(
        Group(group.title, tuple(_line(seen, ways, a) for a in answers if a.item.group == name))
        for name, group in groups.items()
    )
    return {
        "folder": year.folder,
        "groups": found,
        "count": len(answers),
        "done": sum(answer.state in {"complete", "none"} for answer in answers),
        "years": [Link(y.folder, f"/_edit/{y.folder}/") for y in seen.site.years if y.edition],
        "loose": tuple(_loose(seen, answers)),
    }


def _line(seen: Seen, ways: Ways, answer: ItemAnswer) -> Line:
    owner = answer.year.owner_of(answer.item.code)
    where = f"{answer.year.folder}/{answer.item.stem}/"
    return Line(
        answer.item.code,
        answer.item.title,
        f"/_edit/{where}",
        f"/{where}",
        ways.state(answer.state),
        owner.unit if owner else "",
        *counted(seen.about(answer)),
    )


def counted(found: Iterable[Diagnostic]) -> tuple[int, int]:
    """How many errors and warnings there are."""
    counts = Counter(finding.severity for finding in found)
    return counts[Severity.ERROR], counts[Severity.WARNING]


def _loose(seen: Seen, answers: Iterable[ItemAnswer]) -> Iterator[Diagnostic]:
    """Errors that forbid publishing and belong to no item and no post."""
    shown = {id(f) for answer in answers for f in seen.about(answer)}
    posts = {post.path for post in seen.site.posts}
    for finding in seen.found:
        own = id(finding) in shown or finding.at.path in posts or finding.subject.item
        if finding.severity is Severity.ERROR and not own:
            yield finding


def post_lines(seen: Seen, stream: str) -> tuple[PostLine, ...]:
    """The posts of a stream, the newest names first."""
    return tuple(
        PostLine(
            post.title.text if post.title else post.stem,
            f"/_edit/posts/{stream}/{post.stem}/",
            post.date.text if post.date else "",
            counted(seen.at(post.path))[0],
        )
        for post in sorted(seen.site.stream(stream), key=lambda p: p.stem, reverse=True)
    )
