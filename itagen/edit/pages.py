"""The editor's pages as HTML: its own templates, stylesheet and script, nothing from elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2

from itagen.shipped import shipped_folder

_HERE = Path(__file__).parent
_THEME = ("styles/tokens.css", "styles/base.css", "components/chip/style.css")
_COPIED = ("favicon.svg", "fonts")


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def rendered(template: str, **values: object) -> str:
    """A page out of a template."""
    return _environment().get_template(template).render(page=template.partition(".")[0], **values)


@cache
def static_files() -> dict[str, bytes]:
    """What pages load, by name: the colours and letters of the shipped theme, and our own."""
    theme = shipped_folder() / "themes" / "default"
    parts = [*(theme / name for name in _THEME), _HERE / "static" / "edit.css"]
    sheet = "\n".join(path.read_text("utf-8") for path in parts)
    found = {"edit.css": sheet.encode("utf-8")}
    found["edit.js"] = (_HERE / "static" / "edit.js").read_bytes()
    for name in _COPIED:
        path = theme / "static" / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                found[file.relative_to(theme / "static").as_posix()] = file.read_bytes()
    return found
