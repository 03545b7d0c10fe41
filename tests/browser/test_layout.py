"""Everything fits: no sideways scrolling on a small screen, no Thai mark that is cut off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.modes import LARGE, LIGHT, Mode, look, opened, visit
from tests.browser.sites import Site

LEAST_LINE = 1.4


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_goes_past_the_edge(browser: Browser, sites: tuple[Site, ...], width: int) -> None:
    found = []
    for site in sites:
        with opened(browser, site, width=width) as page:
            for file in site.representatives():
                visit(page, file, width=width)
                where = f"{site.name} {file.address}"
                found += [f"{where} {line}" for line in look(page, "overflow")]
                look(page, "doubleLetters")
                found += [f"{where} at 200 %: {line}" for line in look(page, "overflow")]
    assert not found, "\n".join(["", *found])


def test_nothing_goes_past_the_edge_in_other_letters(browser: Browser, example: Site) -> None:
    """Until its own letters have come, or if they never do."""
    found = []
    with opened(browser, example, width=320) as page:
        page.route("**/*.woff2", lambda route: route.abort())
        for file in example.representatives():
            visit(page, file, width=320)
            look(page, "doubleLetters")
            found += [f"{file.address} {line}" for line in look(page, "overflow")]
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("mode", [LIGHT, LARGE], ids=lambda mode: mode.name)
@pytest.mark.parametrize("width", [320, 1280])
def test_no_thai_mark_is_cut_off(browser: Browser, example: Site, mode: Mode, width: int) -> None:
    found = []
    with opened(browser, example, mode) as page:
        for file in example.representatives():
            visit(page, file, mode, width)
            lines = look(page, "narrowLines", LEAST_LINE) + look(page, "clippedText")
            found += [f"{file.address} {line}" for line in lines]
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<p style='width:400px'>กว้าง</p>", "overflow"),
        ("<p style='white-space:nowrap'>" + "ยาวมาก" * 60, "overflow"),
        ("<h1 style='line-height:1.2'>ที่นี่</h1>", "narrowLines"),
        ("<button style='line-height:normal'>ปุ่ม</button>", "narrowLines"),
        ("<p style='height:1em;overflow:hidden'>กุ้ง<br>ที่</p>", "clippedText"),
    ],
)
def test_what_does_not_fit_is_found(browser: Browser, example: Site, html: str, name: str) -> None:
    with opened(browser, example, width=320) as page:
        page.set_content(f"<!doctype html><body style='line-height:1.6'>{html}")
        assert look(page, name, LEAST_LINE)


def test_what_fits_is_not_reported(browser: Browser, example: Site) -> None:
    with opened(browser, example, width=320) as page:
        page.set_content(
            "<!doctype html><body style='line-height:1.6'><h1>ที่นี่</h1>"
            "<div style='overflow-x:auto'><table><td style='min-width:900px'>กว้าง</table></div>"
            "<a style='position:absolute;left:-999px' href=x>ข้าม</a>"
        )
        assert not look(page, "overflow") + look(page, "clippedText")
        assert not look(page, "narrowLines", LEAST_LINE)
