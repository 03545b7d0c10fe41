"""A first preview: the built site on this machine, built anew when content changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from livereload import Server

from itagen.diagnostics import Diagnostic
from itagen.pipeline import build_site
from itagen.project import Project

HOST = "127.0.0.1"


def serve(project: Project, port: int, told: Callable[[list[Diagnostic]], None]) -> None:
    """Serve the built tree alone, until interrupted.

    Args:
        project: whose content is watched.
        port: on this machine only.
        told: what to do with the findings of each build.
    """
    out = preview_folder(project)

    def build() -> None:
        told(build_site(project, out, preview=True))

    build()
    out.mkdir(parents=True, exist_ok=True)
    server = Server()
    for folder in ("content", "themes", "schema"):
        if (project.root / folder).is_dir():
            server.watch(f"{project.root / folder}/**/*", build)
    server.serve(port=port, host=HOST, root=str(out), open_url_delay=None)


def preview_folder(project: Project) -> Path:
    """Where the preview lies, apart from the site that is published."""
    return project.root / ".itagen" / "preview"
