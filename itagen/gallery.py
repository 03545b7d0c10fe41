"""One page that shows every component of a theme, for those who change how pages look."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from itagen.colours import brand
from itagen.diagnostics import Language
from itagen.frame_view import FrameView
from itagen.part_views import ColumnView, DataView, Day, LinesView, Link, PartView, TableView
from itagen.render import Renderer
from itagen.theme import Theme
from itagen.theme_fault import ThemeFault
from itagen.views import Page, Told

EXAMPLE = "example.html"


def gallery(theme: Theme, colour: str = "") -> Iterator[tuple[str, bytes] | ThemeFault]:
    """The page as `index.html`, or what is wrong with it, and the static files that it needs."""
    for fault in theme.faults():
        yield fault
        return
    assets = theme.assets(brand(colour))
    frames: dict[Language, FrameView] = {"th": FrameView("", "", "", (), ())}
    renderer = Renderer(
        "", theme, assets, frames, "", a=partial(Link, outside=True), d=Day, part=PartView,
        table=TableView, column=ColumnView, lines=LinesView, rows=DataView,
    )  # fmt: skip
    names = tuple(sorted({path.parent.name for path in _examples(theme)}))
    page = Page("", "components.html", "ชิ้นส่วนของหน้าเว็บ", Told(names))
    yield renderer.render(page)
    for name, data in assets.files.items():
        yield f"static/{name}", data


def _examples(theme: Theme) -> Iterator[Path]:
    for folder in theme.folders:
        yield from (folder / "components").glob(f"*/{EXAMPLE}")
