"""Every item stands where the year's list wants it: measured, not read in the HTML."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.modes import look, opened, visit
from tests.browser.sites import Site

Box = dict[str, Any]


def slots(page: Page) -> dict[str, list[Box]]:
    """The boxes of what stands in each slot, and of the links in menus, as they are seen."""
    found: dict[str, list[Box]] = {"home-top": [], "menu": [], "home-right": [], "home-bottom": []}
    for box in look(page, "boxes", "[data-place]"):
        found[box["place"].split()[1]].append(box)
    return found


def home(page: Page, site: Site, width: int) -> tuple[dict[str, list[Box]], Box]:
    visit(page, site.page("home"), width=width)
    (footer,) = look(page, "boxes", "body > footer")
    return slots(page), footer


def test_slots_stand_where_their_names_say(browser: Browser, sites: tuple[Site, ...]) -> None:
    found = []
    for site in (site for site in sites if site.marks):
        with opened(browser, site) as page:
            placed, footer = home(page, site, 1280)
            found += [f"{site.name} {line}" for line in misplaced(placed, footer, 1280)]
    assert not found, "\n".join(["", *found])


def misplaced(placed: dict[str, list[Box]], footer: Box, width: int) -> list[str]:
    right, bottom, menus = placed["home-right"], placed["home-bottom"], placed["menu"]
    faults = [f"{box['name']}: left of the middle" for box in right if box["left"] < width / 2]
    for box in right:
        beside = [m for m in menus if m["top"] < box["bottom"] and m["bottom"] > box["top"]]
        faults += [f"{box['name']}: not right of {m['name']}"
                   for m in beside if m["right"] > box["left"]]  # fmt: skip
    for low in bottom:
        above = [*placed["home-top"], *menus, *right]
        faults += [f"{low['name']}: not below {high['name']}"
                   for high in above if high["bottom"] > low["top"] + 1]  # fmt: skip
    for top in placed["home-top"]:
        faults += [f"{top['name']}: not above {box['name']}"
                   for box in right if top["bottom"] > box["top"] + 1]  # fmt: skip
    everything = [box for boxes in placed.values() for box in boxes]
    return faults + [f"{box['name']}: not before the footer"
                     for box in everything if box["bottom"] > footer["top"] + 1]  # fmt: skip


def test_on_a_phone_the_slots_follow_each_other(browser: Browser, sites: tuple[Site, ...]) -> None:
    found = []
    for site in (site for site in sites if site.marks):
        with opened(browser, site) as page:
            placed, footer = home(page, site, 360)
        kept = [placed["home-top"], placed["home-right"], placed["home-bottom"], [footer]]
        for above, below in pairwise(boxes for boxes in kept if boxes):
            lowest = max(above, key=lambda box: box["bottom"])
            highest = min(below, key=lambda box: box["top"])
            if lowest["bottom"] > highest["top"] + 1:
                found.append(f"{site.name} {highest['name']}: not below {lowest['name']}")
    assert not found, "\n".join(["", *found])


def test_what_stands_elsewhere_is_found() -> None:
    def box(place: str, left: int, top: int) -> Box:
        edges = {"left": left, "right": left + 300, "top": top, "bottom": top + 100}
        return {"name": place, "place": place, **edges}

    footer = box("footer", 0, 900)
    placed = {
        "home-top": [box("a home-top banner", 0, 200)],
        "menu": [box("b menu x", 700, 250)],
        "home-right": [box("c home-right qr", 900, 240), box("d home-right qr", 100, 400)],
        "home-bottom": [box("e home-bottom list", 0, 450), box("f home-bottom list", 0, 850)],
    }
    assert misplaced(placed, footer, 1280) == [
        "d home-right qr: left of the middle",
        "c home-right qr: not right of b menu x",
        "e home-bottom list: not below d home-right qr",
        "a home-top banner: not above c home-right qr",
        "f home-bottom list: not before the footer",
    ]


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_in_a_slot_is_seen(browser: Browser, sites: tuple[Site, ...], width: int) -> None:
    found = []
    for site in (site for site in sites if site.marks):
        with opened(browser, site) as page:
            placed, _ = home(page, site, width)
        seen = {box["place"] for slot, boxes in placed.items() if slot != "menu" for box in boxes}
        in_slots = {mark for mark in site.marks if mark.split()[1] != "menu"}
        found += [f"{site.name} {mark}: not seen" for mark in sorted(in_slots - seen)]
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [360, 1280])
def test_menus_open_with_the_keyboard(
    browser: Browser, sites: tuple[Site, ...], width: int, scripts: bool
) -> None:
    found = []
    for site in (site for site in sites if site.marks):
        with opened(browser, site, java_script_enabled=scripts) as page:
            visit(page, site.page("home"), width=width)
            marks = [mark for mark in site.marks if mark.split()[1] == "menu"]
            tried = {mark: open_menu(page, f'[data-place="{mark}"] a') for mark in marks}
            found += [f"{site.name} {mark}: {fault}" for mark, fault in tried.items() if fault]
    assert not found, "\n".join(["", *found])


def open_menu(page: Page, link: str) -> str:
    """Open what is closed around a link, from outside in; what goes wrong.

    Menus that are open already stay so, unless opening one closes another.
    """
    if not page.locator(link).count():
        return "no such link"
    for _ in range(5):
        if look(page, "seen", link):
            return ""
        if not look(page, "focusOpener", link):
            return "hidden, and nothing that the keyboard reaches opens it"
        page.keyboard.press("Enter")
    return "still hidden after opening what is around it"
