"""Starting a project, renaming in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from itagen.move import CannotMoveError, move
from itagen.pipeline import build_site
from itagen.project import Project
from itagen.scaffold import scaffold
from tests.file_samples import make_pdf
from tests.projects import (
    DRAFTS,
    KINDS,
    SHIPPED,
    findings,
    load_edition,
    load_kind,
    write_demo,
    write_files,
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", SHIPPED, ids=lambda path: path.stem)
def test_a_new_project_is_all_pending_and_builds(edition: Path, kind: str, tmp_path: Path) -> None:
    loaded = load_edition(edition)
    files = scaffold(loaded, load_kind(kind), "หน่วยงานสมมติ")
    root = write_files(tmp_path, files)
    assert len(files) == len(loaded.items) + 2
    assert {finding.code for finding in findings(root)} == {"ITA213"}
    build_site(Project(root), root / "public")
    assert len(list((root / "public" / str(loaded.be)).glob("o*/index.html"))) == 43


def test_init_asks_nothing_without_a_terminal(tmp_path: Path) -> None:
    for arguments in (["init", "new"], ["build", "new"]):
        done = subprocess.run(
            [sys.executable, "-m", "itagen", *arguments], cwd=tmp_path, stdin=subprocess.DEVNULL,
            capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "new" / "public" / "index.html").is_file()


def test_a_post_renamed_keeps_its_old_address_and_its_files(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    stem = "2566-o07-1"
    files = root / "content" / "news" / stem
    files.mkdir()
    (files / "a.pdf").write_bytes(make_pdf(["a"]))
    post = root / "content" / "news" / f"{stem}.md"
    post.write_text(
        post.read_text("utf-8").replace("---\n", "---\ndocuments: [a.pdf]\n", 1), "utf-8"
    )
    move(Project(root), f"news/{stem}.md", "meeting")
    move(Project(root), "news/meeting.md", "town-meeting")
    assert findings(root) == []
    build_site(Project(root), root / "public")
    for old in (stem, "meeting"):
        page = (root / "public" / "news" / old / "index.html").read_text("utf-8")
        assert "../town-meeting/index.html" in page
    assert f"/news/{stem}/a.pdf" in (root / "public" / "_redirects").read_text("utf-8")


def test_an_attachment_renamed_is_renamed_where_it_is_named(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    changed = move(Project(root), "2566/o31/document.pdf", "declaration.pdf")
    assert changed == ["2566/o31/declaration.pdf", "2566/o31.yaml"]
    assert findings(root) == []
    build_site(Project(root), root / "public")
    assert (root / "public" / "2566" / "o31" / "declaration.pdf").is_file()


def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    for old, new in (
        ("news/none.md", "x"),
        ("procurement/2566-o20-1.md", "2566-o20-2"),
        ("2566/o31/document.pdf", "a.exe"),
    ):
        with pytest.raises(CannotMoveError):
            move(Project(root), old, new)
    assert findings(root) == [] and DRAFTS
