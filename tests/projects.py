"""Projects on disk for tests: the demo of an edition, and what lies over it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path

from itagen.cli import main
from itagen.demo import demo_files
from itagen.diagnostics import Diagnostic
from itagen.edition import Edition
from itagen.pipeline import check_project
from itagen.plan import Plan
from itagen.project import Project
from itagen.read_agency import read_kind
from itagen.read_edition import read_edition
from itagen.read_files import with_files
from itagen.read_site import read_site
from itagen.read_tables import with_tables
from itagen.reporters import concise
from itagen.site import Kind
from itagen.views import ItemPage, Page

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = sorted((ROOT / "schema" / "editions").glob("*.yaml"))
DRAFTS = sorted((ROOT / "tests" / "data" / "editions").glob("*.yaml"))
KINDS = ("local_government", "central_department")


@cache
def load_edition(path: Path) -> Edition:
    read = read_edition(path.parent, path)
    assert not read.faults, read.faults
    assert read.edition is not None
    return read.edition


@cache
def load_kind(name: str) -> Kind:
    kind, faults = read_kind(ROOT, ROOT / "schema" / "agencies" / f"{name}.yaml")
    assert kind is not None and not faults
    return kind


@cache
def demo(edition: Path, kind: str) -> dict[str, bytes]:
    return demo_files(load_edition(edition), load_kind(kind))


def write_files(root: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def write_demo(root: Path, edition: Path, kind: str = "local_government") -> Path:
    write_files(root, demo(edition, kind))
    if edition in DRAFTS:
        own = root / "schema" / "editions"
        own.mkdir(parents=True, exist_ok=True)
        shutil.copy(edition, own)
    return root


def findings(root: Path, *, deep: bool = False) -> list[Diagnostic]:
    return check_project(Project(root), deep=deep)[1]


def lines(root: Path, *, deep: bool = False) -> list[str]:
    return concise(findings(root, deep=deep), (), "th").split("\n")[:-1]


def pages(root: Path) -> dict[str, Page]:
    """Every page of a project by its address, as templates are given it."""
    project = Project(root)
    site = with_tables(with_files(read_site(project), project), project)
    return {page.address: page for page in Plan(site).pages()}


def item_view(root: Path, address: str) -> ItemPage:
    view = pages(root)[address].view
    assert isinstance(view, ItemPage)
    return view


def kept(result: bytes) -> bytes:
    """A result as the store keeps it."""
    return result + len(result).to_bytes(8, "big")


def run_here(*arguments: str, cwd: Path) -> tuple[int, str]:
    """The exit code of a command and what it says, without a process of its own to start."""
    said = StringIO()
    with chdir(cwd), redirect_stdout(said), redirect_stderr(said), patched_argv(arguments):
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        else:
            code = 0
    return code, said.getvalue()


@contextmanager
def patched_argv(arguments: tuple[str, ...]) -> Iterator[None]:
    before = sys.argv
    sys.argv = ["itagen", *arguments]
    try:
        yield
    finally:
        sys.argv = before
