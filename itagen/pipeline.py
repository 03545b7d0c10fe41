"""The line: what `itagen check` and `itagen build` do, from the first file to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from itagen.assets import Assets
from itagen.audit import PageFacts, audit, read_facts
from itagen.check import check, check_later
from itagen.colours import brand
from itagen.compiled import Codes
from itagen.diagnostics import Diagnostic, Language, blocks
from itagen.headers import headers_file, policy
from itagen.listing import Listed, listed
from itagen.machine_files import machine_files
from itagen.page_words import parsed, read_words
from itagen.picture_files import chart_files, illustrations
from itagen.plan import Plan
from itagen.plan_form import form_targets
from itagen.plan_pictures import picture_view
from itagen.plan_search import INDEX
from itagen.project import Project
from itagen.publish import Tree, staged
from itagen.read_agency import read_agency
from itagen.read_files import with_files
from itagen.read_frozen import with_frozen
from itagen.read_pictures import with_pictures
from itagen.read_site import read_site
from itagen.read_tables import with_tables
from itagen.redirects import redirects_file
from itagen.remembered import Remembered
from itagen.render import Renderer, base_path
from itagen.rules.broken_theme import broken
from itagen.rules.rule import Case
from itagen.search_index import Indexed, index_files
from itagen.search_words import search_words
from itagen.site import Site
from itagen.store import Store
from itagen.table_files import Files, table_files_ahead
from itagen.thai_words import Cut, cutter, words_in
from itagen.theme import Theme, read_theme
from itagen.theme_fault import ThemeFault
from itagen.views import Page
from itagen.workers import ahead, processes_for, spread

Made = tuple[str, bytes, PageFacts, Listed | None, tuple[Indexed, ...]] | ThemeFault


def read_project(project: Project) -> Site:
    """Read all that a project holds, with what is in the files that its content uses."""
    return with_frozen(
        with_tables(with_pictures(with_files(read_site(project), project), project), project),
        project,
    )


def check_project(
    project: Project, *, deep: bool = False, allow_frozen_change: bool = False
) -> tuple[Site, list[Diagnostic]]:
    """Read and judge a project, `deep` also by what its documents say; nothing is published."""
    site = read_project(project)
    return site, check(site, deep=deep, allow_frozen_change=allow_frozen_change)


def build_site(
    project: Project,
    out: Path,
    *,
    strict: bool = False,
    in_place: bool = False,
    preview: Remembered[Made] | None = None,
    allow_frozen_change: bool = False,
    told: Callable[[int], None] = lambda _: None,
) -> list[Diagnostic]:
    """Read, judge, render, look again, publish. What blocks leaves the old site as it was.

    A preview lets the page load the script that reloads it, and remembers pages from one build to
    the next; the published site runs no such script and makes every page. `told` is told how many
    pages are made, as they are.

    Raises:
        ForeignFolderError: `out` holds something that itagen did not make.
        HeldError: another build is at work there.
    """
    with _readied(project, is_first=not preview) as (codes, cut):
        site, diagnostics = check_project(project, allow_frozen_change=allow_frozen_change)
        if blocks(diagnostics, strict=strict):
            return diagnostics
        theme = read_theme(project, site.agency.theme)
        if wrong := [broken(fault) for fault in theme.faults()]:
            return [*diagnostics, *wrong]
        for language, made in codes(site.agency.languages).items():
            theme.learn(made, language, thai_digits=site.agency.has_thai_digits)
        for language in site.agency.languages if preview is not None else ():
            theme.ready(language, thai_digits=site.agency.has_thai_digits)
        plan, dress = Plan(site, theme.store), _dress(site, theme)
        new_files = table_files_ahead(tuple(plan.tables()), theme.store)
        with new_files as tables, staged(out) as tree:
            diagnostics += _made(tree, plan, dress, project, tables, cut, told, preview)
            if not blocks(diagnostics, strict=strict):
                tree.publish(in_place=in_place)
    return diagnostics


def _made(
    tree: Tree, plan: Plan, dress: _Dress, project: Project, tables: Files, cut: Cut,
    told: Callable[[int], None], preview: Remembered[Made] | None,
) -> Iterable[Diagnostic]:  # fmt: skip
    """Write every file of the site; what is wrong with what was written."""
    pages = _written(tree, _rendered(plan, dress, preview), told)
    if pages.faults:
        return map(broken, pages.faults)
    for copy in plan.copies():
        tree.copy(copy.address, project.content / copy.source)
    found = _illustrated(tree, plan, project, dress.theme.store)
    if blocks(found, strict=False):
        return found
    for name, data in (*_beside(plan, dress, pages, cut), *tables()):
        tree.write(name, data)
    seen = audit(pages.facts, tree.files.keys(), plan.expected(), base_path(dress.url))
    return (*found, *seen)


Coder = Callable[[Sequence[Language]], dict[Language, Codes]]


@contextmanager
def _readied(project: Project, *, is_first: bool) -> Iterator[tuple[Coder, Cut]]:
    """What needs no content but long to be ready: at first other processes do it, meanwhile."""
    if not is_first or processes_for(sum(1 for _ in project.files())) < 2:
        yield (lambda _: {}), words_in
        return
    with ExitStack() as stack:
        codes = stack.enter_context(ahead(partial(_coder, project)))
        is_new = not Store(project.store).holds("words")
        yield codes, stack.enter_context(ahead(cutter)) if is_new else words_in


def _coder(project: Project) -> Coder:
    """The templates of the theme that the agency names, compiled for each of its languages."""
    agency, _ = read_agency(project.root)
    theme = read_theme(project, agency.theme)
    made = {
        language: theme.compiled(language, thai_digits=agency.has_thai_digits)
        for language in agency.languages
    }
    return lambda languages: {language: made[language] for language in languages}


def _illustrated(tree: Tree, plan: Plan, project: Project, store: Store) -> list[Diagnostic]:
    """Write the pictures and the first pages of PDFs; what is wrong with some of them."""
    found, case = [], Case(plan.site, plan.answers)
    for made in illustrations(plan.first_pages(), plan.pictures, project.content, store, case):
        if isinstance(made, Diagnostic):
            found.append(made)
        else:
            tree.write(*made)
    return check_later(case, found)


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
    assets = theme.assets(brand(agency.colour))
    return _Dress(theme, assets, rules, agency.words("site_url"))


def _beside(plan: Plan, dress: _Dress, pages: _Written, cut: Cut) -> Iterator[tuple[str, bytes]]:
    """The files beside the pages that are made, not copied."""
    for name, data in dress.assets.files.items():
        yield f"static/{name}", data
    yield "_headers", headers_file(dress.policy)
    if moved := plan.redirects():
        yield "_redirects", redirects_file(moved)
    yield from chart_files(plan.charts(), plan.site.agency.colour, dress.theme.store)
    index = index_files(pages.indexed, search_words(), dress.theme.store, cut)
    yield from zip(INDEX, index, strict=True)
    yield from machine_files(plan.ways["th"], pages.listed, dress.theme.store)


@dataclass
class _Written:
    """What is kept of the pages: what stands on them, what is told and found of them, faults."""

    facts: list[PageFacts] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    indexed: list[Indexed] = field(default_factory=list)
    faults: dict[ThemeFault, None] = field(default_factory=dict)


def _written(tree: Tree, made: Iterable[Made], told: Callable[[int], None]) -> _Written:
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


def _rendered(plan: Plan, dress: _Dress, preview: Remembered[Made] | None) -> Iterator[Made]:
    """Every page as a stream: the file that holds it, its bytes, and what stands on it."""
    rules = "" if preview is not None else dress.policy
    frames = plan.frames()
    pictures = {picture.address: picture_view(picture) for picture in plan.pictures}
    renderer = Renderer(
        dress.url, dress.theme, dress.assets, frames, rules,
        thai_digits=plan.site.agency.has_thai_digits, pictures=pictures,
    )  # fmt: skip

    def made(page: Page) -> Made:
        rendered = renderer.render(page)
        if isinstance(rendered, ThemeFault):
            return rendered
        name, html = rendered
        tree = parsed(html)
        facts = read_facts(name, tree)
        filed = page.filed if page.language == "th" else ()
        return name, html, facts, listed(page), tuple(read_words(page.address, tree, filed))

    if preview is None:
        return spread(plan.jobs, lambda job: made(job()), processes_for(plan.size()))
    digits = plan.site.agency.has_thai_digits
    shared = (dress.url, dress.theme.texts, dress.assets, frames, digits, pictures)
    return preview.made(
        shared,
        tuple(plan.pages()),
        lambda pages: spread(lambda: pages, made, processes_for(len(pages))),
        keeps=lambda found: not isinstance(found, ThemeFault),
    )
