"""The line: what `itagen check` and `itagen build` do, from the first file to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from itagen.audit import PageFacts, audit, read_facts
from itagen.check import check
from itagen.diagnostics import Diagnostic, blocks
from itagen.pdf_pages import with_pages
from itagen.plan import Plan
from itagen.project import Project
from itagen.publish import staged
from itagen.read_site import read_site
from itagen.redirects import redirects_file
from itagen.render import Renderer, base_path
from itagen.site import Site
from itagen.theme import Theme, read_theme
from itagen.views import Page
from itagen.workers import processes_for, spread


def check_project(project: Project) -> tuple[Site, list[Diagnostic]]:
    """Read and judge a project; nothing is written."""
    site = read_site(project)
    return site, check(site)


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
    plan = Plan(with_pages(site, project))
    theme = read_theme(project, site.agency.theme)
    with staged(out) as tree:
        facts = []
        for name, html, seen in _rendered(plan, theme, preview=preview):
            tree.write(name, html)
            facts.append(seen)
            told(len(facts))
        for copy in plan.copies():
            tree.copy(copy.address, project.content / copy.source)
        for name, path in theme.statics():
            tree.copy(name, path)
        if moved := plan.redirects():
            tree.write("_redirects", redirects_file(moved))
        base = base_path(site.agency.words("site_url"))
        diagnostics += audit(facts, tree.files.keys(), plan.expected(), base)
        if not blocks(diagnostics, strict=strict):
            tree.publish(in_place=in_place)
    return diagnostics


def _rendered(plan: Plan, theme: Theme, *, preview: bool) -> Iterator[tuple[str, bytes, PageFacts]]:
    """Every page as a stream: the file that holds it, its bytes, and what stands on it."""
    renderer = Renderer(plan.site, theme, preview=preview)

    def made(page: Page) -> tuple[str, bytes, PageFacts]:
        name, html = renderer.render(page)
        return name, html, read_facts(name, html)

    return spread(plan.pages, made, processes_for(plan.size()))
