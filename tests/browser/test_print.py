"""On paper: what was read, whole, and where it came from; nothing to press."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.modes import CONTRAST, LIGHT, Mode, look, opened, visit
from tests.browser.sites import Site

# A4 with margins of a centimetre, in CSS pixels.
PAPER = 718
CONTROLS = "nav, button, input, select, [href='#content']"


@pytest.mark.parametrize("mode", [LIGHT, CONTRAST], ids=lambda mode: mode.name)
def test_lists_and_items_print_whole(browser: Browser, example: Site, mode: Mode) -> None:
    found = []
    with opened(browser, example, mode, width=PAPER) as page:
        page.emulate_media(media="print", color_scheme=mode.scheme)
        for file in (f for f in example.representatives() if f.type in {"list", "item"}):
            visit(page, file, mode, PAPER)
            faults = [f"{name}: printed" for name in look(page, "seen", CONTROLS)]
            faults += (
                look(page, "overflow") + look(page, "cutScrollers") + look(page, "paleLetters")
            )
            address = page.locator("link[rel=canonical]").get_attribute("href") or "?"
            if address not in page.locator("body").inner_text():
                faults.append(f"its address {address} is not printed")
            if not look(page, "mainText", "[data-script]"):
                faults.append("nothing is printed")
            found += [f"{file.address} {fault}" for fault in faults]
    assert not found, "\n".join(["", *found])
