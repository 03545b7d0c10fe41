"""What the handlers of the server share: the project, its last good site, the last build."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from secrets import token_hex

from itagen.diagnostics import Language
from itagen.project import Project
from itagen.serve.builds import Built
from itagen.serve.built_site import BuiltSite


@dataclass
class Preview:
    """The state of a running server.

    Attributes:
        built: how the last build ended; None while the first one is at work.
        number: how many builds ended so far.
        site: the last good site.
        run: another one each time that a server runs.
    """

    project: Project
    language: Language
    built: Built | None = None
    number: int = 0
    site: BuiltSite = field(init=False)
    run: str = field(default_factory=partial(token_hex, 4))

    def __post_init__(self) -> None:
        self.site = BuiltSite(self.folder)

    @property
    def folder(self) -> Path:
        """Where the preview lies, apart from the site that is published."""
        return self.project.root / ".itagen" / "preview"

    @property
    def state(self) -> str:
        """By which a page knows whether it is old."""
        return f"after-{self.run}-{self.number}"

    def note(self, built: Built) -> None:
        """Keep how a build ended."""
        self.built = built
        self.number += 1
