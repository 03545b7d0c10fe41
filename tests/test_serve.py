"""A change on disk is one build and one reload; the server is asked as a browser would ask it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.file_samples import make_pdf
from tests.projects import SHIPPED, write_demo
from tests.serving import Served, served, waiting

OLD = 1_577_836_800


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_demo(tmp_path_factory.mktemp("serve"), SHIPPED[1])


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[Served]:
    with served(root) as running:
        yield running


def _post(root: Path, stem: str, title: str = "เรื่องสมมติ") -> None:
    head = f"---\ntitle: {title}\ndate: 2 พฤศจิกายน 2565\n---\n"
    (root / "content" / "news" / f"{stem}.md").write_text(head + title, "utf-8")


def _save(root: Path) -> None:
    _post(root, "saved")


def _save_five(root: Path) -> None:
    for number in range(5):
        _post(root, f"five-{number}")


def _copy_an_old_pdf(root: Path) -> None:
    path = root / "content" / "2566" / "old.pdf"
    path.write_bytes(make_pdf(["made for a test"]))
    os.utime(path, (OLD, OLD))


def _delete(root: Path) -> None:
    (root / "content" / "news" / "five-1.md").unlink()


def _save_by_renaming(root: Path) -> None:
    draft = root / "content" / "news" / "saved.md.tmp"
    draft.write_bytes((root / "content" / "news" / "saved.md").read_bytes())
    draft.replace(draft.with_suffix(""))


def _begin_a_theme(root: Path) -> None:
    (root / "themes" / "own").mkdir(parents=True)


CHANGES = (_save, _save_five, _copy_an_old_pdf, _delete, _save_by_renaming, _begin_a_theme)


def test_a_change_is_one_build_and_one_reload(root: Path, server: Served) -> None:
    async def told() -> None:
        async with waiting(server) as browser:
            for change in CHANGES:
                change(root)
                await browser.reload()
                await browser.silence(change.__name__)

    asyncio.run(told())


def test_what_is_no_content_yet_does_not_count(name: str, root: Path, server: Served) -> None:
    async def told() -> None:
        async with waiting(server) as browser:
            (root / "content" / "2566" / name).write_bytes(b"half")
            await browser.silence()
            (root / "content" / "2566" / name).unlink()
            await browser.silence()

    asyncio.run(told())


def test_two_changes_soon_after_each_other_are_both_shown(root: Path, server: Served) -> None:
    async def told() -> None:
        async with waiting(server) as browser:
            for title in ("ครั้งแรก", "ครั้งหลัง"):
                _post(root, "twice", title)
                await browser.reload()
                assert title in server.page("/news/twice/")

    asyncio.run(told())


def test_a_page_waits_for_a_reload_and_nothing_is_published(root: Path, server: Served) -> None:
    assert '<script src="/livereload.js?port=' in server.page("/2566/o13/")
    assert "window.LiveReload" in server.page("/livereload.js")
    assert not (root / "public").exists()
