"""The line: what `itagen check` and `itagen build` do, from the first file to the last."""

from __future__ import annotations

from pathlib import Path

from itagen.audit import audit, read_facts
from itagen.check import check
from itagen.diagnostics import Diagnostic, blocks
from itagen.plan import Plan
from itagen.project import Project
from itagen.publish import staged
from itagen.read_site import read_site
from itagen.render import base_path, render
from itagen.site import Site
from itagen.theme import read_theme


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
) -> list[Diagnostic]:
    """Read, judge, render, look again, publish. What blocks leaves the old site as it was.

    A preview lets the page load the script that reloads it; the published site runs none.

    Raises:
        ForeignFolderError: `out` holds something that itagen did not make.
        HeldError: another build is at work there.
    """
    site, diagnostics = check_project(project)
    if blocks(diagnostics, strict=strict):
        return diagnostics
    plan, theme = Plan(site), read_theme(project)
    with staged(out) as tree:
        facts = []
        for name, html in render(plan, theme, preview=preview):
            tree.write(name, html)
            if name.endswith(".html"):
                facts.append(read_facts(name, html))
        for copy in plan.copies():
            tree.copy(copy.address, project.content / copy.source)
        for name, path in theme.statics():
            tree.copy(name, path)
        base = base_path(site.agency.words("site_url"))
        diagnostics += audit(facts, tree.files.keys(), plan.expected(), base)
        if not blocks(diagnostics, strict=strict):
            tree.publish(in_place=in_place)
    return diagnostics
