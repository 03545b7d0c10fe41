"""A preview that remembers pages shows what a build from nothing would."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from itagen.again import once, remembering
from itagen.pipeline import Made, build_site
from itagen.project import Project
from itagen.remembered import Remembered
from tests.projects import ROOT, SHIPPED, write_demo


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


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), "utf-8")


def test_a_day_of_work_shows_at_each_step_what_a_build_from_nothing_shows(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    own = root / "schema" / "editions" / SHIPPED[1].name
    columns = ROOT / "schema" / "columns" / "skr-1.yaml"
    for source, target in ((SHIPPED[1], own), (columns, root / "schema/columns/skr-1.yaml")):
        target.parent.mkdir(parents=True)
        shutil.copy(source, target)
    edit(own.parent, own.name, "วงเงินที่จะซื้อหรือจ้าง], type: money", "วงเงินที่จะซื้อหรือจ้าง]")
    year, news = root / "content" / "2566", root / "content" / "news"
    steps: dict[str, Callable[[], object]] = {
        "an entry": lambda: edit(year, "o21.yaml", "ตัวอย่างที่ 1", "แห่งใหม่"),
        "a post": lambda: edit(news, "2566-o07-1.md", "15 พฤศจิกายน", "16 พฤศจิกายน"),
        "the agency": lambda: edit(root, "content/agency.yaml", "99 หมู่ 9", "100 หมู่ 9"),
        "the year": lambda: edit(year, "year.yaml", "สำนักปลัด", "กองคลัง"),
        "the edition": lambda: edit(own.parent, own.name, "title: ข่าวประชาสัมพันธ์", "title: ข่าวสาร"),
        "a form": lambda: edit(root, "schema/columns/skr-1.yaml", "type: money", "type: text"),
        "a table": lambda: edit(year, "o16/table.csv", "รายการตัวอย่าง,1", "รายการตัวอย่าง,2500"),
        "a picture": lambda: Image.new("RGB", (640, 480)).save(year / "o01" / "picture.png"),
        "the entry as it was": lambda: edit(year, "o21.yaml", "แห่งใหม่", "ตัวอย่างที่ 1"),
        "a post less": (root / "content" / "procurement" / "2566-o20-3.md").unlink,
    }
    pages: Remembered[Made] = Remembered()
    with remembering():
        before = previewed(root, pages, "kept")
    for step, work in steps.items():
        work()
        with remembering():
            after = previewed(root, pages, "kept")
        fresh = previewed(root, Remembered(), "fresh")
        assert fresh != before, f"{step}: changes nothing"
        assert not {n for n in after | fresh if after.get(n) != fresh.get(n)}, step
        before = after


def test_a_function_is_asked_once_for_the_same_while_it_is_remembered() -> None:
    asked = []

    @once
    def twice(text: str, parts: tuple[object, ...]) -> str:
        asked.append(text)
        return f"{text}{parts}" * 2

    one, other = ["a list"], ["a list"]
    twice("ก", (one,))
    with remembering():
        for part in (one, one, other):
            assert twice("".join(["", "ก"]), (part,)) == f"ก{(part,)}" * 2
        twice("ข", (one,))
    twice("ก", (one,))
    assert asked == ["ก", "ก", "ก", "ข", "ก"]
