"""What a shell offers after TAB: editions, kinds of agency, items and rules; never a complaint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from itagen.edition import Edition
from itagen.new_post import streams_of
from itagen.project import Project
from itagen.read_agency import read_agency
from itagen.read_edition import read_edition
from itagen.rules import manual, rule_tags
from itagen.source import read_source
from itagen.tree import Scalar

Offered = list[CompletionItem]


def offer_editions(ctx: click.Context, _: click.Parameter, begun: str) -> Offered:
    """Ids of editions."""
    return _begun(((name, "") for name in _project(ctx).editions()), begun)


def offer_kinds(ctx: click.Context, _: click.Parameter, begun: str) -> Offered:
    """Ids of kinds of agency."""
    return _begun(((name, "") for name in _project(ctx).kinds()), begun)


def offer_items(ctx: click.Context, _: click.Parameter, begun: str) -> Offered:
    """Codes of items with what menus call them: of `--edition`, `--year` or the current year."""
    return _begun(_items(ctx), begun)


def offer_what_to_begin(ctx: click.Context, _: click.Parameter, begun: str) -> Offered:
    """Codes of items, the streams of their list, and a question."""
    edition = _edition(ctx)
    streams = streams_of([edition] if edition else ())
    others = [(name, "") for name in (*streams, "question")]
    return _begun((*_items(ctx), *others), begun)


def offer_items_and_rules(ctx: click.Context, _: click.Parameter, begun: str) -> Offered:
    """Codes of items, and of rules with the first line of their manual."""
    return _begun((*_items(ctx), *_rules()), begun)


def _begun(known: Iterable[tuple[str, str]], begun: str) -> Offered:
    """Those that begin as was typed, in small or capital letters."""
    return [
        CompletionItem(name, help=told or None)
        for name, told in known
        if name.lower().startswith(begun.lower())
    ]


def _project(ctx: click.Context) -> Project:
    folder = ctx.params.get("folder")
    return Project(Path(folder).resolve() if folder else Path.cwd())


def _items(ctx: click.Context) -> Iterator[tuple[str, str]]:
    edition = _edition(ctx)
    for item in edition.items if edition else ():
        yield item.code, item.label


def _rules() -> Iterator[tuple[str, str]]:
    for rule, _ in rule_tags():
        yield rule.code, next(line for line in manual(rule, "th").split("\n")[1:] if line)


def _edition(ctx: click.Context) -> Edition | None:
    project = _project(ctx)
    known = project.editions()
    named, year = ctx.params.get("edition"), ctx.params.get("folder_of_year")
    name = named or _of_year(project, year)
    if name in known:
        return read_edition(*known[name]).edition
    found = [edition for place in known.values() if (edition := read_edition(*place).edition)]
    return max(found, key=lambda edition: edition.be, default=None)


def _of_year(project: Project, folder: str | None) -> str:
    """The edition that a year names, the current one if unsaid; empty where there is none."""
    shown = folder or read_agency(project.root)[0].words("current")
    year = project.content / shown / "year.yaml"
    root = read_source(project.root, year).root if year.is_file() else None
    named = root.values.get("edition") if root else None
    return named.text if isinstance(named, Scalar) else ""
