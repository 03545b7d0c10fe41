"""A preview that remembers pages shows what a build from nothing would."""

from __future__ import annotations

from pathlib import Path

import pytest

from itagen.pipeline import Made, build_site
from itagen.project import Project
from itagen.remembered import Remembered
from tests.projects import SHIPPED, write_demo


def tree(out: Path) -> dict[str, bytes]:
    found = (path for path in out.rglob("*") if path.is_file())
    return {str(path.relative_to(out)): path.read_bytes() for path in found}


def previewed(root: Path, pages: Remembered[Made], out: str) -> dict[str, bytes]:
    assert not build_site(Project(root), root / out, preview=pages)
    return tree(root / out)


def change_title(root: Path) -> None:
    post = next((root / "content" / "news").glob("*.md"))
    post.write_text(post.read_text("utf-8").replace("title: ", "title: เรื่องใหม่ "), "utf-8")


def change_agency(root: Path) -> None:
    path = root / "content" / "agency.yaml"
    path.write_text(path.read_text("utf-8") + "colour: '#7a1f4b'\n", "utf-8")


def rename_post(root: Path) -> None:
    post = next((root / "content" / "news").glob("*.md"))
    post.rename(post.with_name("another.md"))


@pytest.mark.parametrize("change", [change_title, change_agency, rename_post])
def test_a_change_shows_wherever_a_build_from_nothing_shows_it(
    tmp_path: Path, change: object
) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    pages: Remembered[Made] = Remembered()
    before = previewed(root, pages, "kept")
    assert callable(change)
    change(root)
    after = previewed(root, pages, "kept")
    assert after == previewed(root, Remembered(), "fresh") != before


def test_a_theme_that_changed_makes_every_page_anew(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    agency = root / "content" / "agency.yaml"
    agency.write_text(agency.read_text("utf-8") + "theme: ours\n", "utf-8")
    template = root / "themes" / "ours" / "templates" / "lost.html"
    template.parent.mkdir(parents=True)
    template.write_text('{% extends "shipped/lost.html" %}', "utf-8")
    pages: Remembered[Made] = Remembered()
    previewed(root, pages, "kept")
    lost = '{% extends "shipped/base.html" %}{% block content %}<h1>หายไป</h1>{% endblock %}'
    template.write_text(lost, "utf-8")
    assert "หายไป" in previewed(root, pages, "kept")["404.html"].decode()


def test_a_page_that_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    pages: Remembered[Made] = Remembered()
    previewed(root, pages, "kept")
    asked: list[str] = []
    made = pages.made

    def counted(shared, new, make, keeps):  # type: ignore[no-untyped-def]
        def making(some):  # type: ignore[no-untyped-def]
            asked.extend(page.address for page in some)
            return make(some)

        return made(shared, new, making, keeps)

    pages.made = counted  # type: ignore[method-assign]
    change_title(root)
    previewed(root, pages, "kept")
    assert 0 < len(asked) < 10
