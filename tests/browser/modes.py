"""The ways a visitor may look at the site, and the opening of a page in one of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page

from tests.browser.sites import PageFile, Site

IN_PAGE = (Path(__file__).parent / "in_page.js").read_text("utf-8")
WIDTHS = (320, 768, 1280)
HEIGHT = 800
# Nothing here waits for more than this machine, which may be busy; a wait that long is a fault.
PATIENCE = 60_000


@dataclass(frozen=True, slots=True)
class Mode:
    """A colour scheme and the buttons of the header that are pressed: their `data-set`."""

    name: str
    scheme: Literal["light", "dark"] = "light"
    pressed: tuple[str, ...] = ()


LIGHT = Mode("light")
DARK = Mode("dark", scheme="dark")
CONTRAST = Mode("contrast", pressed=("contrast",))
LARGE = Mode("large", pressed=("size",))
MODES = (LIGHT, DARK, CONTRAST, LARGE)
# What a pressed button makes of <html>.
STATES = {"contrast": "high", "size": "large"}


@contextmanager
def opened(
    browser: Browser, site: Site, mode: Mode = LIGHT, width: int = 1280, **options: Any
) -> Iterator[Page]:
    """A page of a new visitor, who has pressed the buttons of a mode on the home page."""
    context = browser.new_context(
        base_url=site.origin,
        viewport={"width": width, "height": HEIGHT},
        color_scheme=mode.scheme,
        reduced_motion="reduce",
        locale="th-TH",
        **options,
    )
    context.set_default_timeout(PATIENCE)
    try:
        page = context.new_page()
        press(page, mode)
        yield page
    finally:
        context.close()


def press(page: Page, mode: Mode) -> None:
    """Press the buttons of a mode; the pages that follow must remember it."""
    for name in mode.pressed:
        page.goto("/")
        button = page.locator(f'header button[data-set="{name}"]')
        assert button.count() == 1, f'/ has no header button[data-set="{name}"]'
        button.click()


def visit(page: Page, file: PageFile, mode: Mode = LIGHT, width: int = 1280) -> None:
    """Open a page of the site, and see that it is in the mode."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.goto(file.address)
    for name in mode.pressed:
        state = page.locator("html").get_attribute(f"data-{name}")
        assert state == STATES[name], f'{file.address}: data-{name}="{state}" on <html>'


def look(page: Page, name: str, argument: Any = None) -> Any:
    """What a function of in_page.js finds on the page."""
    return page.evaluate(f"argument => {{ {IN_PAGE}\nreturn {name}(argument); }}", argument)
