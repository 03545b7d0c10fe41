"""Where the search cannot run, a reader is told so and has the lists of all titles and codes."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.modes import opened
from tests.browser.searching import find, results, told
from tests.browser.sites import Site

QUERY = "งบประมาณ"


def test_without_script_all_titles_and_codes_are_there(browser: Browser, example: Site) -> None:
    with opened(browser, example, java_script_enabled=False) as page:
        page.goto("/2566/")
        page.locator("form[data-search] input").fill(QUERY)
        page.locator("form[data-search] input").press("Enter")
        expect(page.locator("h1")).to_have_text("ค้นหา")
        address = urlsplit(page.url)
        assert address.path == "/search/index.html" and parse_qs(address.query)["q"] == [QUERY]
        assert page.locator("form[data-whole]").is_hidden()
        links = page.locator("main a:visible").all()
        hrefs = [link.get_attribute("href") or "" for link in links]
        assert {"#letter-1", "../2566/o12/index.html", "../2565/o12/index.html"} <= set(hrefs)
        places = {href[1:] for href in hrefs if href.startswith("#")}
        assert all(page.locator(f"[id='{place}']").count() == 1 for place in places)
        for href in {href for href in hrefs if not href.startswith("#")}:
            assert page.request.get(f"{example.origin}/search/{href}").status == 200, href


@pytest.mark.parametrize("lost", ["pages.json", "texts.json", "search-worker.*.js"])
def test_a_search_that_cannot_be_loaded_says_so(browser: Browser, example: Site, lost: str) -> None:
    with opened(browser, example) as page:
        page.route(f"**/{lost}", lambda route: route.abort())
        find(page, QUERY)
        expect(told(page)).to_have_text("เปิดข้อมูลสำหรับค้นหาไม่ได้ โปรดใช้รายชื่อเรื่องด้านล่าง")
        assert results(page).count() == 0 and page.locator("main .letters a").count() > 50


def test_a_page_opened_from_a_disk_says_that_it_cannot(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        page.goto(f"file://{example.folder}/search/index.html?q=O12")
        expect(told(page)).to_contain_text("ไม่ได้")
