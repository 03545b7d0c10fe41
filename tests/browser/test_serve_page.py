"""`itagen serve` as its user sees it: a page that follows the file, and what lies over it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.modes import HEIGHT, PATIENCE
from tests.projects import SHIPPED, write_demo
from tests.serving import Served, served

PAGE = "/2566/o13/"
NOTICE = "#itagen-notice"


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_demo(tmp_path_factory.mktemp("serve"), SHIPPED[1])


@pytest.fixture
def server(root: Path) -> Iterator[Served]:
    """Where a click on a file opens it in a program that notes which."""
    programs = root.parent / "programs"
    programs.mkdir(exist_ok=True)
    opener = programs / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{root.parent / "opened"}"\n', "utf-8")
    opener.chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    with served(root, PATH=path, TERM_PROGRAM="") as running:
        yield running


@pytest.fixture
def entry(root: Path) -> Path:
    return root / "content" / "2566" / "o13.yaml"


@pytest.fixture(params=[360, 1280])
def page(browser: Browser, request: pytest.FixtureRequest, server: Served) -> Iterator[Page]:
    """A page that must run without a word of complaint, also of the policy."""
    context = browser.new_context(
        base_url=server.address, viewport={"width": request.param, "height": HEIGHT}
    )
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console", lambda said: complaints.append(said.text) if said.type == "error" else None
    )
    yield opened
    context.close()
    assert not complaints


def test_a_page_follows_its_file(page: Page, entry: Path) -> None:
    page.goto(PAGE)
    good = entry.read_text("utf-8")
    entry.write_text(good.replace("ข้อมูลตัวอย่าง", "ข้อมูลที่แก้แล้ว"), "utf-8")
    expect(page.get_by_text("ข้อมูลที่แก้แล้ว").first).to_be_visible()
    assert page.locator(NOTICE).count() == 0
    entry.write_text(good.replace("2565", "2564"), "utf-8")
    notice = page.locator(NOTICE)
    expect(notice).to_contain_text("ตรวจไม่ผ่าน พบข้อผิดพลาด 1 จุด")
    expect(notice).to_contain_text("แต่พบปีงบประมาณ 2564")
    assert "ข้อมูลที่แก้แล้ว" in page.inner_text("main"), "the last good page stands behind"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    entry.write_text(good, "utf-8")
    expect(notice).to_have_count(0)
    expect(page.get_by_text("ข้อมูลตัวอย่าง").first).to_be_visible()


def test_a_click_opens_the_file(page: Page, entry: Path, root: Path) -> None:
    page.goto(PAGE)
    entry.write_text(entry.read_text("utf-8").replace("2565", "2564"), "utf-8")
    with page.expect_response(re.compile("/_itagen/open")) as answer:
        page.locator(NOTICE).get_by_role("button", name="เปิดไฟล์").first.click()
    assert answer.value.status == 204
    assert (root.parent / "opened").read_text("utf-8") == str(entry.resolve())


def test_what_is_pending_stands_in_a_bar_that_opens(page: Page, entry: Path) -> None:
    page.goto(PAGE)
    entry.write_text("pending: รอผลจากกองคลัง\nuntil: 31 มีนาคม 2566\n", "utf-8")
    bar = page.locator(NOTICE)
    expect(bar).to_contain_text("รอข้อมูล 1 ข้อ: O13")
    expect(bar.locator("li")).to_be_hidden()
    bar.locator("summary").press("Enter")
    expect(bar.locator("li")).to_contain_text("ยังรอข้อมูล: รอผลจากกองคลัง")


def test_how_far_the_year_is_is_told_on_a_page(page: Page) -> None:
    page.goto("/_itagen/status/")
    expect(page.locator("h1")).to_contain_text("43 จาก 43 ครบ")
    expect(page.locator("table")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
