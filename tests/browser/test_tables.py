"""Tables on a page: heads that tell, heads that stay, cards on a phone, files to take along."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from io import BytesIO
from urllib.parse import urlsplit

import pytest
import python_calamine
from playwright.sync_api import Browser, Page

from tests.browser.modes import opened, visit
from tests.browser.sites import PageFile, Site

PHONE = 360
# Tables whose rows, heads or names do not say what they are.
UNNAMED = """() => [...document.querySelectorAll("main table")].filter((table) => {
  const every = (selector, isRight) => [...table.querySelectorAll(selector)].every(isRight);
  return !table.caption?.textContent.trim()
    || !every("thead th", (head) => head.scope === "col")
    || !every("tbody tr", (row) => row.querySelector("th[scope=row], th[scope=rowgroup]"))
    || !table.closest("[role=region][tabindex='0'][aria-label]");
}).map((table) => table.outerHTML.slice(0, 300))"""
# Where the head of the first long table stands within its frame, before and after going to its end.
SCROLLED = """() => {
  const frame = document.querySelector("main .table--long");
  const top = (element) => element.getBoundingClientRect().top;
  const place = () => top(frame.querySelector("thead th")) - top(frame);
  const before = place();
  frame.scrollTop = frame.scrollHeight;
  return [before, place(), frame.scrollTop];
}"""
# What stands before each cell of the first row of cards, and how wide the widest card is.
CARDS = """() => {
  const table = document.querySelector("main .table table");
  const cells = [...table.querySelector("tbody tr").querySelectorAll("td:not(:empty)")];
  return [cells.map((cell) => getComputedStyle(cell, "::before").content),
    cells.map((cell) => cell.dataset.head || ""), table.tHead.getBoundingClientRect().width];
}"""


# Drawings that are cut at the edge of what they stand in.
CUT = """() => [...document.querySelectorAll("main .chart")].filter(
  (chart) => chart.querySelector("img").getBoundingClientRect().width > chart.clientWidth + 1
).length"""


def widest(site: Site) -> PageFile:
    """The item whose table has most columns."""
    return max((page for page in site.pages if page.type == "item"), key=lambda page: page.columns)


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_every_table_says_what_it_is(browser: Browser, example: Site, width: int) -> None:
    seen = 0
    with opened(browser, example, width=width) as page:
        for file in example.representatives():
            if file.columns:
                visit(page, file, width=width)
                assert page.evaluate(UNNAMED) == [], file.address
                seen += 1
    assert seen > 3


@pytest.mark.parametrize("width", [320, PHONE, 1280])
def test_every_drawing_is_seen_whole(browser: Browser, example: Site, width: int) -> None:
    seen = 0
    with opened(browser, example, width=width) as page:
        for file in example.pages:
            if b'class="chart"' in (example.folder / file.path).read_bytes():
                visit(page, file, width=width)
                assert page.evaluate(CUT) == 0, file.address
                seen += page.locator("main .chart").count()
    assert seen > 1


def test_the_head_of_a_long_table_stays_in_sight(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        page.goto("/2566/tracking/")
        before, after, moved = page.evaluate(SCROLLED)
    assert moved > 300 and -1 < after <= before


def test_rows_are_cards_on_a_phone(browser: Browser, example: Site) -> None:
    with opened(browser, example, width=PHONE) as page:
        visit(page, widest(example), width=PHONE)
        said, heads, head_width = page.evaluate(CARDS)
    assert head_width <= 1, "the heads stand above the cards"
    assert len(said) > 4
    assert [text.strip('"').removesuffix(" : ") for text in said] == heads


def fetched(page: Page, ending: str) -> bytes:
    """The first file of the page with an ending."""
    link = page.locator(f"main .downloads a[href$='.{ending}']").first
    href: str = link.evaluate("link => link.href")
    answer = page.request.get(href)
    assert answer.status == 200 and urlsplit(href).path.endswith(f".{ending}")
    return answer.body()


def test_the_files_of_a_table_hold_its_rows(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        visit(page, widest(example))
        shown = page.locator("main .table tbody tr:not(:has([scope=rowgroup]))").count()
        sheet, book = fetched(page, "csv"), fetched(page, "xlsx")
        rows = len(json.loads(fetched(page, "json")))
    assert sheet.startswith(BOM_UTF8) and sheet.count(b"\r\n") == rows + 1
    first = python_calamine.load_workbook(BytesIO(book)).get_sheet_by_index(0)
    assert len(first.to_python()) == rows + 1
    assert shown >= rows > 10
