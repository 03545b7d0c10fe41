"""Where Jinja finds a theme's templates: a site's own before the shipped ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import jinja2
from jinja2.loaders import split_template_path

SHIPPED = "shipped/"


class Templates(jinja2.BaseLoader):
    """Templates by name; a name that begins with `shipped/` passes a site's own files by.

    So a site's `base.html` can extend `shipped/base.html` and change one block of it.

    Args:
        folders: of the theme, in the order in which a file is looked for, the shipped one last.
        below: where in each folder templates lie.
    """

    def __init__(self, folders: Sequence[Path], below: Sequence[str] = ("templates",)) -> None:
        self._places = tuple(folder / name for folder in folders for name in below)
        self._shipped = tuple(folders[-1] / name for name in below)

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002
        template: str,
    ) -> tuple[str, str, None]:
        """The text of a template and its file.

        Raises:
            jinja2.TemplateNotFound: no folder has it.
            jinja2.TemplateSyntaxError: it is not text in UTF-8.
        """
        path = self._find(template)
        if path is None:
            raise jinja2.TemplateNotFound(template)
        try:
            return path.read_text(encoding="utf-8"), str(path), None
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise jinja2.TemplateSyntaxError("not UTF-8", line, template, str(path)) from None

    def list_templates(self) -> list[str]:
        """The names of all templates of pages and of the parts of pages, but for examples."""
        found = {
            path.relative_to(place).as_posix()
            for place in self._places
            for path in place.glob("**/*.html")
            if path.name != "example.html"
        }
        return sorted(name for name in found if not name.startswith("templates/"))

    def _find(self, template: str) -> Path | None:
        parts = split_template_path(template.removeprefix(SHIPPED))
        places = self._shipped if template.startswith(SHIPPED) else self._places
        paths = (place.joinpath(*parts) for place in places)
        return next((path for path in paths if path.is_file()), None)
