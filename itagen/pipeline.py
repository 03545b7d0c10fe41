"""The line: what `itagen check` and `itagen build` do, from the first file to the last."""

from __future__ import annotations

from itagen.check import check
from itagen.diagnostics import Diagnostic
from itagen.project import Project
from itagen.read_site import read_site
from itagen.site import Site


def check_project(project: Project) -> tuple[Site, list[Diagnostic]]:
    """Read and judge a project; nothing is written."""
    site = read_site(project)
    return site, check(site)
