"""The sites that the browser looks at, and which of their pages stand for all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from itagen.cli import itagen
from itagen.cli.report import REPORTS
from itagen.diagnostics import Severity
from itagen.gallery import gallery
from itagen.pipeline import build_site
from itagen.plan import Plan
from itagen.project import Project
from itagen.read_site import read_site
from itagen.scaffold import scaffold
from itagen.theme import read_theme
from itagen.theme_fault import ThemeFault
from tests.projects import ROOT, SHIPPED, load_edition, load_kind, write_demo, write_files
from tests.test_section import MAIN, say

PENDING = "อยู่ระหว่างดำเนินการ"
# A host of its own: the test host serves it at the root, where its 404 page looks for its files.
AT_ROOT = "https://ita.example.go.th"
# Types of pages by their path, for a theme that does not name them in `data-page`.
PATHS = {
    r"index\.html": "home",
    r"404\.html": "lost",
    r"[\d-]+[\w-]*/index\.html": "list",
    r"\d{4}[\w-]*/[a-z]+\d+/index\.html": "item",
    r"\d{4}[\w-]*/\d+-\d+/index\.html": "part",
    r"[a-z-]+/index\.html": "stream",
    r"[a-z-]+/\d{4}-\d\d/index\.html": "month",
    r"[a-z-]+/[\w-]+/index\.html": "post",
}


@dataclass(frozen=True, slots=True)
class PageFile:
    """A built page: where it lies, its type, and what makes it hard to lay out."""

    path: str
    type: str
    size: int
    columns: int
    images: int
    pending: bool

    @property
    def address(self) -> str:
        """What a visitor opens, from the root of the site."""
        return "/" + self.path.removesuffix("index.html")


@dataclass(frozen=True, slots=True)
class Site:
    """A built site on its host; its marks are what `data-place` must say on its home page."""

    name: str
    folder: Path
    origin: str
    marks: tuple[str, ...]
    pages: tuple[PageFile, ...]

    def page(self, kind: str) -> PageFile:
        """The page that stands for a type."""
        return next(page for page in self.representatives() if page.type == kind)

    def representatives(self) -> tuple[PageFile, ...]:
        """The longest page of each type, every report, and the items hard in their own way."""
        items = [page for page in self.pages if page.type == "item"]
        longest: dict[str, PageFile] = {}
        for page in sorted(self.pages, key=lambda page: -page.size):
            longest.setdefault(page.type, page)
        special = [
            *longest.values(),
            *[page for page in self.pages if page.type == "report"],
            *([max(items, key=lambda page: page.columns)] if items else []),
            *([max(items, key=lambda page: page.images)] if items else []),
            *[page for page in items if page.pending][:1],
        ]
        return tuple(dict.fromkeys(special))


def build_all(folder: Path) -> Iterator[tuple[str, Path, tuple[str, ...]]]:
    """Build the example, a demo of every shipped edition, and a project as `init` leaves it.

    Then a demo with a theme of its own, one as a section, the page of all components, and reports
    as files to print.

    Yields:
        The name of each site, the folder it was built into, its marks.
    """
    yield "example", *_build(Project(ROOT), folder / "example-built")
    for number, edition in enumerate(SHIPPED):
        kind = ("local_government", "central_department")[number % 2]
        root = write_demo(folder / edition.stem, edition, kind)
        yield edition.stem, *_build(_with_an_old_address(root), root / "public")
    new = scaffold(load_edition(SHIPPED[1]), load_kind("local_government"), "เทศบาลตำบลสมมติ")
    root = write_files(folder / "new", new)
    yield "new", *_build(Project(root), root / "public")
    root = write_demo(folder / "small", SHIPPED[1])
    shutil.copytree(ROOT / "tests" / "sites" / "theme-small" / "themes", root / "themes")
    yield "theme-small", *_build(Project(root), root / "public")
    root = say(write_demo(folder / "section", SHIPPED[1]), main_site=MAIN, site_url=AT_ROOT)
    yield "section", *_build(Project(root), root / "public")
    yield "gallery", _gallery(folder / "gallery"), ()
    yield "printed", _printed(folder / "printed"), ()


def _gallery(out: Path) -> Path:
    """The page that shows every component of the shipped theme."""
    for made in gallery(read_theme(Project(ROOT))):
        assert not isinstance(made, ThemeFault)
        name, data = made
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)
    return out


def _printed(out: Path) -> Path:
    """The reports of the example as files of their own."""
    out.mkdir(parents=True)
    for name in REPORTS:
        file = str(out / f"{name}.html")
        command = ["report", name, str(ROOT), "--format", "html", "--out", file]
        itagen.main(command, standalone_mode=False)
    return out


def _build(project: Project, out: Path) -> tuple[Path, tuple[str, ...]]:
    found = build_site(project, out)
    errors = [finding.message.th for finding in found if finding.severity is Severity.ERROR]
    assert not errors, "\n".join(errors[:20])
    return out, tuple(place.mark for place in Plan(read_site(project)).expected())


def _with_an_old_address(root: Path) -> Project:
    """So that a page which only leads on is among the checked ones."""
    be = next(root.glob("content/*/year.yaml")).parent.name
    (root / "content" / "redirects.yaml").write_text(f"/old-list/: /{be}/\n", "utf-8")
    return Project(root)


def read_pages(folder: Path) -> tuple[PageFile, ...]:
    """Every page of a built site that a visitor stays on."""
    files = sorted(folder.rglob("*.html"))
    pages = (_read_page(file, file.relative_to(folder).as_posix()) for file in files)
    return tuple(page for page in pages if page)


def _read_page(file: Path, path: str) -> PageFile | None:
    html = file.read_text("utf-8")
    parsed = LexborHTMLParser(html)
    if parsed.css_first("meta[http-equiv=refresh]") or parsed.body is None:
        return None
    main = parsed.css("main")
    text = main[0].text() if main else ""
    rows = parsed.css("main tr")
    abroad = "en-" if path.startswith("en/") else ""
    return PageFile(
        path=path,
        type=f"{abroad}{parsed.body.attributes.get('data-page') or type_of(path)}",
        size=len(html),
        columns=max((len(row.css("th, td")) for row in rows), default=0),
        images=len(parsed.css("main img")),
        pending=PENDING in text,
    )


def type_of(path: str) -> str:
    """The type of a page that does not name it; an unknown path is a type of its own."""
    return next((name for shape, name in PATHS.items() if re.fullmatch(shape, path)), path)
