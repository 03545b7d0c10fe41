"""Everything can be done with a keyboard alone, and one sees where one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.modes import DARK, LIGHT, Mode, look, opened, visit
from tests.browser.sites import Site


def tab_through(page: Page) -> list[str]:
    """What goes wrong on the way from the top of the open page to its end."""
    stops: list[str] = look(page, "rememberStops")
    assert stops, "nothing to reach"
    reached: list[int] = []
    faults = []
    # One press more than there are stops leaves the page; menus that open on focus add some.
    for _ in range(2 * len(stops) + 10):
        page.keyboard.press("Tab")
        found = look(page, "focusedStop")
        if found["number"] == -1 and "name" not in found:
            break
        if found["fault"]:
            faults.append(f"{found['name']} {found['fault']}")
        if found["number"] in reached:
            if found["number"] != reached[0]:
                faults.append(f"{found['name']} has the focus again: a trap")
            break
        reached += [found["number"]] if found["number"] >= 0 else []
    if reached != sorted(reached):
        faults.append("Tab goes another way than the page is read")
    missed = [name for number, name in enumerate(stops) if number not in reached]
    return faults + [f"{name} cannot be reached" for name in missed]


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=lambda mode: mode.name)
@pytest.mark.parametrize("width", [360, 1280])
def test_tab_reaches_everything_and_shows_where(
    browser: Browser, example: Site, width: int, mode: Mode
) -> None:
    found = []
    with opened(browser, example, mode) as page:
        for file in example.representatives():
            visit(page, file, mode, width)
            found += [f"{file.address} {line}" for line in tab_through(page)]
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("kind", ["home", "list", "item"])
def test_the_first_tab_skips_to_the_content(browser: Browser, example: Site, kind: str) -> None:
    with opened(browser, example) as page:
        visit(page, example.page(kind))
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        target = skip.get_attribute("href") or ""
        assert target.startswith("#"), "the first stop is no skip link"
        box = skip.bounding_box()
        assert box and box["x"] >= 0 and box["y"] >= 0, "the skip link is not seen when focused"
        assert page.evaluate("target => !!document.querySelector(target).closest('main')", target)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        order = page.evaluate(
            "target => document.querySelector(target)"
            ".compareDocumentPosition(document.activeElement)",
            target,
        )
        inside_or_after = 16 | 4
        assert order & inside_or_after, "the next stop lies before the content"


FAULTY = {
    "unmarked": ("<style>a:focus{outline:none}</style><a href=x>ก</a>", "looks the same"),
    "order": ("<a href=x tabindex=2>ก</a><a href=y tabindex=1>ข</a>", "another way"),
    "covered": (
        "<div style='position:fixed;inset:0;background:#fff'></div><a href=x>ก</a>",
        "covered",
    ),
    "trap": (
        "<a href=x>ก</a><a href=y id=a>ข</a><a href=z>ค</a><script>document.onkeydown = "
        "e => { if (document.activeElement.id == 'a') e.preventDefault() }</script>",
        "trap",
    ),
    "unreached": (
        "<a href=x id=a>ก</a><a href=y>ข</a><a href=z id=c>ค</a><script>document.onkeydown = "
        "e => { if (document.activeElement.id == 'a') { e.preventDefault(); c.focus() } }</script>",
        "cannot be reached",
    ),
}


@pytest.mark.parametrize("case", FAULTY)
def test_what_a_keyboard_cannot_do_is_found(browser: Browser, example: Site, case: str) -> None:
    html, wanted = FAULTY[case]
    with opened(browser, example) as page:
        page.set_content(f"<!doctype html><body>{html}")
        assert wanted in "\n".join(tab_through(page))
