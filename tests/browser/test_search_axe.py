"""The search is accessible with what it finds, and does nothing that a visit must not do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.modes import CONTRAST, DARK, LIGHT, Mode, look, opened
from tests.browser.searching import answered, find, results, told
from tests.browser.sites import Site
from tests.browser.test_axe import AXE, violations
from tests.browser.test_search_bar import options, propose
from tests.browser.test_visitor import listen

# The field, the choices and what is found, apart from the lists below them.
TARGETS = "form[data-whole] input, form[data-whole] select, [data-more], [role=option], .letters a"


def show(page: Page, what: str) -> None:
    if what == "list":
        propose(page)
        page.keyboard.press("ArrowDown")
        expect(options(page).first).to_have_attribute("aria-selected", "true")
    else:
        find(page, {"results": "งบประมาณ", "meant": "งบประมาน", "nothing": "asdfgh"}[what])


@pytest.mark.parametrize("mode", [LIGHT, DARK, CONTRAST], ids=lambda mode: mode.name)
@pytest.mark.parametrize("what", ["results", "meant", "nothing", "list"])
def test_what_is_found_is_accessible(
    browser: Browser, example: Site, mode: Mode, what: str
) -> None:
    found: list[str] = []
    with opened(browser, example, mode, bypass_csp=True) as page:
        page.context.add_init_script(path=AXE)
        show(page, what)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            where = f"{what}, {mode.name}, {width} px"
            found += violations(page, where, mode)
            faults = look(page, "overflow") + look(page, "narrowLines", 1.4)
            low = [box for box in look(page, "boxes", TARGETS) if box["bottom"] - box["top"] < 44]
            found += [f"{where} {line}" for line in [*faults, *map(str, low)]]
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_search_stays_on_the_host(browser: Browser, example: Site, folder: str) -> None:
    with opened(browser, example) as page:
        faults = listen(page, example)
        for query in ("งบประมาณ", "งบประมาน", "]vpditm'", "asdfgh", "<img src=x>"):
            find(page, query, folder)
        find(page, "งบประมาณ", folder)
        page.locator("[data-more]").click()
        expect(results(page).nth(20)).to_be_focused()
        page.locator("[data-facet=year]").select_option("2566")
        answered(page)
        assert told(page).inner_text()
        propose(page, address=f"/{folder}2566/o13/")
        page.keyboard.press("ArrowDown")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.wait_for_load_state("networkidle")
        assert not page.context.cookies()
    assert not faults, "\n".join(["", *faults])
