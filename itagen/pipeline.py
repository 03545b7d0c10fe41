"""The line: what `itagen check` and `itagen build` do, from the first file to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from itagen.assets import Assets
from itagen.audit import PageFacts, audit, read_facts
from itagen.check import check
from itagen.colours import brand
from itagen.diagnostics import Diagnostic, blocks
from itagen.headers import headers_file, policy
from itagen.listing import Listed, listed
from itagen.machine_files import machine_files
from itagen.page_words import parsed, read_words
from itagen.picture_files import chart_files, picture_files
from itagen.plan import Plan
from itagen.plan_form import form_targets
from itagen.plan_pictures import picture_view
from itagen.plan_search import INDEX
from itagen.project import Project
from itagen.publish import Tree, staged
from itagen.read_files import page_picture, with_files
from itagen.read_pictures import with_pictures
from itagen.read_site import read_site
from itagen.read_tables import with_tables
from itagen.redirects import redirects_file
from itagen.render import Renderer, base_path
from itagen.rules.broken_theme import broken
from itagen.search_index import Indexed, index_files
from itagen.search_words import search_words
from itagen.site import Site
from itagen.store import Store
from itagen.theme import Theme, read_theme
from itagen.theme_fault import ThemeFault
from itagen.views import Page
from itagen.workers import processes_for, spread

Made = tuple[str, bytes, PageFacts, Listed | None, tuple[Indexed, ...]]


def check_project(project: Project, *, deep: bool = False) -> tuple[Site, list[Diagnostic]]:
    """Read and judge a project, `deep` also by what its documents say; nothing is published."""
    site = with_tables(with_pictures(with_files(read_site(project), project), project), project)
    return site, check(site, deep=deep)


def build_site(
    project: Project,
    out: Path,
    *,
    strict: bool = False,
    in_place: bool = False,
    preview: bool = False,
    told: Callable[[int], None] = lambda _: None,
) -> list[Diagnostic]:
    """Read, judge, render, look again, publish. What blocks leaves the old site as it was.

    A preview lets the page load the script that reloads it; the published site runs none. `told` is
    told how many pages are made, as they are.

    Raises:
        ForeignFolderError: `out` holds something that itagen did not make.
        HeldError: another build is at work there.
    """
    site, diagnostics = check_project(project)
    if blocks(diagnostics, strict=strict):
        return diagnostics
    theme = read_theme(project, site.agency.theme)
    if wrong := [broken(fault) for fault in theme.faults()]:
        return [*diagnostics, *wrong]
    plan, dress = Plan(site), _dress(site, theme)
    with staged(out) as tree:
        pages = _written(tree, _rendered(plan, dress, preview=preview), told)
        if pages.faults:
            return [*diagnostics, *map(broken, pages.faults)]
        for copy in plan.copies():
            tree.copy(copy.address, project.content / copy.source)
        if wrong := _illustrate(tree, plan, project, dress.theme.store):
            return [*diagnostics, *wrong]
        for name, data in _beside(plan, dress, pages):
            tree.write(name, data)
        diagnostics += audit(pages.facts, tree.files.keys(), plan.expected(), base_path(dress.url))
        if not blocks(diagnostics, strict=strict):
            tree.publish(in_place=in_place)
    return diagnostics


def _illustrate(tree: Tree, plan: Plan, project: Project, store: Store) -> list[Diagnostic]:
    """Write the pictures and the first pages of PDFs; what is wrong with some of them."""
    for name, file in plan.first_pages():
        tree.write(name, page_picture(project, file))
    wrong = []
    for found in picture_files(plan.pictures, project.content, store):
        if isinstance(found, Diagnostic):
            wrong.append(found)
        else:
            tree.write(*found)
    return wrong


@dataclass(frozen=True)
class _Dress:
    """What all pages of a site share, apart from their content."""

    theme: Theme
    assets: Assets
    policy: str
    url: str


def _dress(site: Site, theme: Theme) -> _Dress:
    agency = site.agency
    rules = policy(form_targets(site))
    return _Dress(theme, theme.assets(brand(agency.colour)), rules, agency.words("site_url"))


def _beside(plan: Plan, dress: _Dress, pages: _Written) -> Iterator[tuple[str, bytes]]:
    """The files beside the pages that are made, not copied."""
    for name, data in dress.assets.files.items():
        yield f"static/{name}", data
    yield "_headers", headers_file(dress.policy)
    if moved := plan.redirects():
        yield "_redirects", redirects_file(moved)
    yield from chart_files(plan.charts(), plan.site.agency.colour, dress.theme.store)
    yield from zip(
        INDEX, index_files(pages.indexed, search_words(), dress.theme.store), strict=True
    )
    yield from machine_files(plan.ways["th"], pages.listed)


@dataclass
class _Written:
    """What is kept of the pages: what stands on them, what is told and found of them, faults."""

    facts: list[PageFacts] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    indexed: list[Indexed] = field(default_factory=list)
    faults: dict[ThemeFault, None] = field(default_factory=dict)


def _written(
    tree: Tree, made: Iterable[Made | ThemeFault], told: Callable[[int], None]
) -> _Written:
    """Write every page as it comes."""
    kept = _Written()
    for page in made:
        if isinstance(page, ThemeFault):
            kept.faults[page] = None
        else:
            name, html, seen, about, words = page
            tree.write(name, html)
            kept.facts.append(seen)
            kept.listed += [about] if about else []
            kept.indexed.extend(words)
            told(len(kept.facts))
    return kept


def _rendered(plan: Plan, dress: _Dress, *, preview: bool) -> Iterator[Made | ThemeFault]:
    """Every page as a stream: the file that holds it, its bytes, and what stands on it."""
    rules = "" if preview else dress.policy
    renderer = Renderer(
        dress.url, dress.theme, dress.assets, plan.frames(), rules,
        thai_digits=plan.site.agency.has_thai_digits,
        pictures={picture.address: picture_view(picture) for picture in plan.pictures},
    )  # fmt: skip

    def made(job: Callable[[], Page]) -> Made | ThemeFault:
        page = job()
        rendered = renderer.render(page)
        if isinstance(rendered, ThemeFault):
            return rendered
        name, html = rendered
        tree = parsed(html)
        facts = read_facts(name, tree)
        filed = page.filed if page.language == "th" else ()
        return name, html, facts, listed(page), tuple(read_words(page.address, tree, filed))

    return spread(plan.jobs, made, processes_for(plan.size()))
