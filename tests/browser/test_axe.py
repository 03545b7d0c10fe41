"""axe-core finds nothing: WCAG 2 A and AA with best practice, on every type of page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.modes import CONTRAST, LIGHT, MODES, WIDTHS, Mode, opened, visit
from tests.browser.sites import Site

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# High contrast means 7:1, what AAA asks.
MORE_CONTRAST = {"color-contrast-enhanced": {"enabled": True}}


def violations(page: Page, where: str, mode: Mode) -> Iterator[str]:
    """What axe finds on the open page, a line an element."""
    rules = MORE_CONTRAST if mode is CONTRAST else {}
    options = {"runOnly": TAGS, "rules": rules, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    assert found["passes"], f"{where}: axe looked at nothing"
    for rule in found["violations"]:
        for node in rule["nodes"]:
            place = " ".join(str(part) for part in node["target"])
            why = node["failureSummary"].replace("\n", " ")
            yield f"{where}\n  {rule['id']} at {place}\n  {node['html'][:200]}\n  {why}"


def all_violations(browser: Browser, site: Site, mode: Mode, widths: Sequence[int]) -> list[str]:
    found: list[str] = []
    with opened(browser, site, mode, bypass_csp=True) as page:
        page.context.add_init_script(path=AXE)
        for file in site.representatives():
            visit(page, file, mode)
            for width in widths:
                page.set_viewport_size({"width": width, "height": 800})
                where = f"{site.name} {file.address} ({file.type}), {mode.name}, {width} px"
                found += violations(page, where, mode)
    return found


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_the_example_is_accessible(browser: Browser, example: Site, mode: Mode) -> None:
    found = all_violations(browser, example, mode, WIDTHS)
    assert not found, "\n".join(["", *found])


def test_the_other_sites_are_accessible(browser: Browser, sites: tuple[Site, ...]) -> None:
    found = [line for site in sites[1:] for line in all_violations(browser, site, LIGHT, [768])]
    assert not found, "\n".join(["", *found])


def test_axe_finds_what_is_wrong(browser: Browser, example: Site) -> None:
    with opened(browser, example, bypass_csp=True) as page:
        page.context.add_init_script(path=AXE)
        page.goto("about:blank")
        page.set_content(
            "<!doctype html><html lang=th><title>ก</title><main><img src=x><button></button>"
            "<p style='color:#999'>จาง</p><p style='color:#666'>ไม่เข้ม</p>"
            "<div style='display:flex;font-size:8px'><a href=x>ก</a><a href=y>ข</a></div>"
        )
        rules = {line.split("\n")[1].split()[0] for line in violations(page, "here", CONTRAST)}
    wanted = {"image-alt", "button-name", "color-contrast", "color-contrast-enhanced"}
    assert wanted | {"target-size", "page-has-heading-one"} <= rules
