"""What the handlers of the server share: the project, its last good site, the last build."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from itagen.diagnostics import Language
from itagen.project import Project
from itagen.serve.builds import Built
from itagen.serve.built_site import BuiltSite


@dataclass
class Preview:
    """The state of a running server.

    Attributes:
        built: how the last build ended; None while the first one is at work.
        number: how many builds ended so far, so that a page can tell whether it is old.
        site: the last good site.
    """

    project: Project
    language: Language
    built: Built | None = None
    number: int = 0
    site: BuiltSite = field(init=False)

    def __post_init__(self) -> None:
        self.site = BuiltSite(self.folder)

    @property
    def folder(self) -> Path:
        """Where the preview lies, apart from the site that is published."""
        return self.project.root / ".itagen" / "preview"

    def note(self, built: Built) -> None:
        """Keep how a build ended."""
        self.built = built
        self.number += 1
