"""The two buttons of the header: what they change, what they tell, what stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.modes import LIGHT, STATES, look, opened, visit
from tests.browser.sites import Site

EFFECTS = {
    "contrast": "[getComputedStyle(document.body).color, "
    "getComputedStyle(document.body).backgroundColor, "
    "getComputedStyle(document.querySelector('main a')).color].join()",
    "size": "getComputedStyle(document.querySelector('main h1')).fontSize",
}


def told(page: Page, name: str) -> str:
    """What assistive technology hears of the button."""
    return page.locator(f'header button[data-set="{name}"]').aria_snapshot()


@pytest.mark.parametrize("name", STATES)
def test_a_button_sets_and_unsets(browser: Browser, example: Site, name: str) -> None:
    with opened(browser, example) as page:
        visit(page, example.page("home"))
        root = page.locator("html")
        button = page.locator(f'header button[data-set="{name}"]')
        assert button.count() == 1, f'no header button[data-set="{name}"]'
        before, effect = told(page, name), page.evaluate(EFFECTS[name])
        button.focus()
        page.keyboard.press("Enter")
        assert root.get_attribute(f"data-{name}") == STATES[name]
        assert told(page, name) != before, "a screen reader cannot tell that it is pressed"
        assert page.evaluate(EFFECTS[name]) != effect, "nothing is seen to change"
        visit(page, example.page("item"))
        assert root.get_attribute(f"data-{name}") == STATES[name], "forgotten on the next page"
        assert page.evaluate(f"localStorage.getItem('itagen-{name}')")
        button.focus()
        page.keyboard.press("Space")
        visit(page, example.page("home"))
        assert root.get_attribute(f"data-{name}") != STATES[name], "cannot be taken back"
        assert told(page, name) == before


@pytest.mark.parametrize("name", STATES)
def test_the_setting_stands_before_the_page_is_drawn(
    browser: Browser, example: Site, name: str
) -> None:
    """No flash of the other colours: <html> has it when the body begins."""
    with opened(browser, example) as page:
        page.context.add_init_script(
            f"new MutationObserver((_, seen) => {{ if (!document.body) return; seen.disconnect(); "
            f"window.early = document.documentElement.getAttribute('data-{name}') "
            f"}}).observe(document, {{ childList: true, subtree: true }})"
        )
        visit(page, example.page("home"))
        button = page.locator(f'header button[data-set="{name}"]')
        assert button.count() == 1, f'no header button[data-set="{name}"]'
        button.click()
        visit(page, example.page("item"), LIGHT)
        assert page.evaluate("window.early") == STATES[name]
        assert not look(page, "overflow")
