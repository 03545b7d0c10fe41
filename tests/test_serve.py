"""A change on disk is one build and one reload; the server is asked as a browser would ask it."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from selectolax.lexbor import LexborHTMLParser

from itagen.project import Project
from itagen.serve.changes import changes
from itagen.serve.opening import opens
from tests.file_samples import make_pdf
from tests.projects import SHIPPED, write_demo
from tests.serving import PATIENCE_S, Served, running, served, waiting

OLD = 1_577_836_800
# As long as a build may take.
BUSY_S = 0.3


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


def shown(server: Served) -> str:
    """The state of the server that a page shows now; it ends with how many builds there were."""
    found = re.search('snipver=([^"]+)', server.page("/"))
    assert found
    return found[1]


def test_a_change_is_one_build_and_one_reload(root: Path, server: Served) -> None:
    async def told() -> None:
        before = int(shown(server).rpartition("-")[2])
        async with waiting(server) as browser:
            for number, change in enumerate(CHANGES, 1):
                change(root)
                await browser.reload()
                await asyncio.sleep(BUSY_S)
                assert shown(server).endswith(f"-{before + number}"), change.__name__
            await browser.silence()
        assert shown(server).endswith(f"-{before + len(CHANGES)}")

    asyncio.run(told())


def test_a_page_that_became_old_before_it_waited_is_loaded_again(
    root: Path, server: Served
) -> None:
    async def told() -> None:
        old = shown(server)
        async with waiting(server, old) as browser:
            _post(root, "later")
            await browser.reload()
        async with waiting(server, old) as browser:
            await browser.reload()
        async with waiting(server, shown(server)) as browser:
            await browser.silence()

    asyncio.run(told())


def test_what_changes_before_anybody_asks_is_told(tmp_path: Path) -> None:
    async def told() -> None:
        noticed = changes(tmp_path)
        assert await anext(noticed) == frozenset()
        (tmp_path / "content").mkdir()
        assert await asyncio.wait_for(anext(noticed), PATIENCE_S) == {str(tmp_path / "content")}
        path = tmp_path / "content" / "meanwhile.yaml"
        path.write_text("ก")
        await asyncio.sleep(BUSY_S)
        assert await asyncio.wait_for(anext(noticed), PATIENCE_S) == {str(path)}

    asyncio.run(told())


def test_what_is_no_content_yet_does_not_count(root: Path, server: Served) -> None:
    names = ("~$plan.xlsx", "~wrl0001.docx", "plan.xlsx.tmp", "plan.pdf.crdownload", "o1.yaml~")
    paths = [root / "content" / "2566" / name for name in (*names, ".o1.yaml.swp", "4913")]

    async def told() -> None:
        async with waiting(server) as browser:
            for path in paths:
                path.write_bytes(b"half")
            await asyncio.sleep(BUSY_S)
            for path in paths:
                path.unlink()
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


def test_a_failed_check_lies_over_the_last_good_page_until_it_is_mended(
    root: Path, server: Served
) -> None:
    entry = root / "content" / "2566" / "o13.yaml"
    good = entry.read_text("utf-8")
    kept = server.page("/2566/o13/").partition("<main")[2]

    async def told() -> None:
        async with waiting(server) as browser:
            entry.write_text(good.replace("2565", "2564"), "utf-8")
            await browser.reload()
            broken = server.page("/2566/o13/")
            assert 'class="failed" role="alert" lang="th"' in broken
            assert "แต่พบปีงบประมาณ 2564</strong>" in broken and "content/2566/o13.yaml:1:9" in broken
            assert 'data-open="content/2566/o13.yaml"' in broken
            assert broken.endswith(kept)
            entry.write_text(good, "utf-8")
            await browser.reload()
            assert 'class="failed"' not in server.page("/2566/o13/")

    asyncio.run(told())


def test_what_is_pending_stands_in_a_bar(root: Path, server: Served) -> None:
    entry = root / "content" / "2566" / "o13.yaml"
    good = entry.read_text("utf-8")

    async def told() -> None:
        async with waiting(server) as browser:
            entry.write_text("pending: รอผลจากกองคลัง\nuntil: 31 มีนาคม 2566\n", "utf-8")
            await browser.reload()
            assert "จุด รอข้อมูล 1 ข้อ: O13</summary>" in server.page("/")
            entry.write_text(good, "utf-8")
            await browser.reload()

    asyncio.run(told())


def test_the_first_load_shows_what_is_wrong_too(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    (root / "content" / "2566" / "o13.yaml").write_text("covers: [\n", "utf-8")
    with served(root, "--lang", "en") as server:
        page = server.page("/2566/o13/")
    assert "The check failed: 1 errors" in page and "There is no page to show" in page
    assert "/livereload.js?port=" in page


@pytest.mark.skipif(sys.platform == "win32", reason="a script there cannot stand for a browser")
def test_a_site_below_a_path_is_shown_whole_and_in_the_browser(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    agency = root / "content" / "agency.yaml"
    address = "site_url: https://www.example.go.th"
    assert address in agency.read_text("utf-8")
    agency.write_text(agency.read_text("utf-8").replace(address, f"{address}/ita/"), "utf-8")
    asked, programs = tmp_path / "asked", tmp_path / "bin"
    programs.mkdir()
    for name in ("open", "xdg-open"):
        opener = programs / name
        opener.write_text(f'#!/bin/sh\necho "$1" > "{asked}.part"\nmv "{asked}.part" "{asked}"\n')
        opener.chmod(0o755)
    with served(root, "--open", PATH=f"{programs}:{os.environ['PATH']}") as server:
        for page in ("/", "/2566/o13/", "/none/at/all/"):
            html = LexborHTMLParser(server.page(page))
            shown = [node.attributes["href"] or "" for node in html.css("link[rel=stylesheet]")]
            shown += [node.attributes["src"] or "" for node in html.css("script[src]")]
            assert len(shown) > 3
            for name in shown:
                with urlopen(urljoin(f"{server.address}{page}", name)) as answer:
                    assert answer.status == 200
        end = time.monotonic() + PATIENCE_S
        while not asked.exists():
            assert time.monotonic() < end, "no browser was opened"
            time.sleep(0.05)
        assert asked.read_text().strip() == f"{server.address}/"


def test_the_next_free_port_is_taken_but_never_another_than_named(
    root: Path, server: Served
) -> None:
    with running("serve", str(root)) as (_, address):
        assert address.rstrip("/") != server.address
    port = server.address.rpartition(":")[2]
    command = [sys.executable, "-m", "itagen", "serve", str(root), "--port", port]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2 and f"พอร์ต {port} มีโปรแกรมอื่นใช้อยู่" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a console there has no other way to send it")
def test_ctrl_c_ends_it_at_once_and_quietly(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    command = [sys.executable, "-m", "itagen", "serve", str(root)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout
        first, second = process.stdout.readline(), process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(PATIENCE_S) == 0
        assert process.stderr and process.stderr.read() == ""
        last = process.stdout.read().strip()
    assert second == "ผ่าน ไม่พบข้อผิดพลาด\n" and last.startswith("http://127.0.0.1:")
    assert first.startswith(last)


def test_other_machines_look_only_on_purpose(root: Path) -> None:
    command = [sys.executable, "-m", "itagen", "serve", str(root), "--host", "127.0.0.3"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        told = [process.stdout.readline() for _ in range(6)]
        process.terminate()
    assert told[0].startswith("http://127.0.0.3:80")
    assert "คำเตือน: ทุกเครื่องในเครือข่ายเดียวกันเปิดดูได้" in told[1]
    assert "█" in told[5]


def test_a_program_among_the_documents_is_never_opened(tmp_path: Path) -> None:
    project = Project(write_demo(tmp_path / "site", SHIPPED[1]))
    (project.content / "2566" / "run.bat").write_text("x", "utf-8")
    (tmp_path / "secret.txt").write_text("x", "utf-8")
    (project.content / "2566" / "link.txt").symlink_to(tmp_path / "secret.txt")
    for name in (
        "content/2566/run.bat", "content/2566/link.txt", "content/../../secret.txt",
        "content/2566", "content/2566/none.yaml", "../secret.txt", str(tmp_path / "secret.txt"),
    ):  # fmt: skip
        assert opens(project, name) is None, name
    assert opens(project, "content/2566/o13.yaml") == project.content / "2566" / "o13.yaml"


def test_a_document_is_built_when_it_is_whole(root: Path, server: Served) -> None:
    """A copy that takes its time is one build, once nothing is added to it any more."""
    path = root / "content" / "2566" / "slow.pdf"
    whole = make_pdf(["made for a test"])

    async def told() -> None:
        async with waiting(server) as browser:
            with path.open("wb") as stream:
                for start in range(0, len(whole), len(whole) // 8 + 1):
                    stream.write(whole[start : start + len(whole) // 8 + 1])
                    stream.flush()
                    await asyncio.sleep(0.06)
            await browser.reload()
            await browser.silence()

    asyncio.run(told())


def test_how_far_the_year_is_stands_on_a_page_of_the_server_alone(
    root: Path, server: Served
) -> None:
    page = server.page("/_itagen/status/")
    assert "43 จาก 43 ครบ" in page and "ตามผู้รับผิดชอบ" in page
    assert "/livereload.js" in page
    assert "เลยกำหนด" not in page, "a clock was looked at"
    assert "เลยกำหนด" in server.page("/_itagen/status/?today=2023-04-20")
    assert server.page("/_itagen/status/?today=yesterday") == page
    assert not list((root / ".itagen" / "preview").rglob("*status*"))
