"""A theme: templates and static files; a site's own overrides the shipped one file by file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from itagen.markdown_text import html_of
from itagen.project import Project
from itagen.shipped import shipped_folder
from itagen.store import Store
from itagen.templates import Templates
from itagen.theme_blame import fault_of
from itagen.theme_fault import ThemeFault, links_out


@dataclass(frozen=True)
class Theme:
    """Folders in the order in which a file is looked for."""

    folders: tuple[Path, ...]
    store: Store

    @property
    def is_foreign(self) -> bool:
        """Whether a site's own files are part of it."""
        return len(self.folders) > 1

    def faults(self) -> Iterator[ThemeFault]:
        """What forbids to render at all: a site's own theme that reaches out of its folder."""
        return links_out(self.folders[0]) if self.is_foreign else iter(())

    def shipped(self) -> Theme:
        """The same without a site's own files."""
        return Theme(self.folders[-1:], self.store)

    def fault_of(self, error: Exception) -> ThemeFault:
        """What an error in rendering says of a site's own files."""
        return fault_of(error, self.folders[0])

    def environment(self) -> jinja2.Environment:
        """Jinja, for a site's own theme in its sandbox: all is escaped, a missing name an error."""
        kind = ImmutableSandboxedEnvironment if self.is_foreign else jinja2.Environment
        environment = kind(
            loader=Templates(self.folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["markdown"] = lambda text, link: Markup(html_of(text, link))
        environment.filters["qr"] = partial(_qr, self.store)
        return environment

    def statics(self) -> Iterator[tuple[str, Path]]:
        """Static files by their address; the first folder that has one wins."""
        seen: set[str] = set()
        for folder in self.folders:
            static = folder / "static"
            for path in sorted(static.rglob("*")):
                name = path.relative_to(static).as_posix()
                if path.is_file() and not path.is_symlink() and name not in seen:
                    seen.add(name)
                    yield f"static/{name}", path


def _qr(store: Store, address: str) -> Markup:
    """A QR code of an address, drawn into the page."""

    def drawn() -> bytes:
        from itagen.qr import qr_svg

        return qr_svg(address).encode("utf-8")

    drawing = store.recall("qr", f"2 {version('segno')}", address.encode("utf-8"), drawn)
    return Markup(drawing.decode("utf-8"))


def read_theme(project: Project, name: str = "default") -> Theme:
    """The theme of a project: its own themes/<name> first, then the shipped default."""
    own = project.root / "themes" / name
    shipped = shipped_folder() / "themes" / "default"
    folders = (own, shipped) if own.is_dir() and own != shipped else (shipped,)
    return Theme(folders, Store(project.store))
