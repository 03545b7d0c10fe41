"""The field on top of every page: titles as one types, by keyboard as well as by pointer."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.modes import look, opened
from tests.browser.searching import NOTED, TYPE, settled
from tests.browser.sites import Site

QUERY = "จัดซื้อ"
MOST = 8


def field(page: Page) -> Locator:
    return page.locator("#search-bar")


def options(page: Page) -> Locator:
    return page.locator("[role=listbox] [role=option]")


def propose(page: Page, query: str = QUERY, address: str = "/2566/o13/") -> None:
    """Open a page and type until titles are proposed."""
    page.add_init_script(NOTED)
    page.goto(address)
    field(page).focus()
    field(page).press_sequentially(query)
    expect(options(page).first).to_be_visible()
    settled(page)


def chosen(page: Page) -> int:
    """The number of the chosen title, -1 for none; all that tells of it says the same."""
    selected = options(page).evaluate_all("all => all.map(one => one.ariaSelected)")
    assert set(selected) <= {"true", "false"} and selected.count("true") <= 1
    number = selected.index("true") if "true" in selected else -1
    active = field(page).get_attribute("aria-activedescendant")
    assert active == (options(page).nth(number).get_attribute("id") if number >= 0 else None)
    expect(field(page)).to_be_focused()
    return number


def test_nothing_is_loaded_before_it_is_wanted(browser: Browser, example: Site) -> None:
    asked: list[str] = []
    with opened(browser, example) as page:
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.goto("/")
        page.wait_for_load_state("networkidle")
        assert asked and not [path for path in asked if "search" in path]
        with page.expect_worker():
            field(page).focus()
        assert not [path for path in asked if path.startswith("/search/")]
        field(page).press_sequentially(QUERY)
        expect(options(page).first).to_be_visible()
    assert "/search/pages.json" in asked and "/search/texts.json" not in asked
    assert sum("/static/search." in path for path in asked) == 1


def test_titles_are_proposed(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page)
        assert 1 < options(page).count() <= MOST
        assert all(QUERY in text for text in options(page).all_inner_texts())
        assert set(options(page).locator("mark").all_inner_texts()) == {QUERY}
        box = page.locator("[role=listbox]")
        assert field(page).get_attribute("role") == "combobox"
        assert field(page).get_attribute("aria-autocomplete") == "list"
        assert field(page).get_attribute("aria-controls") == box.get_attribute("id")
        assert field(page).get_attribute("aria-expanded") == "true"
        assert box.get_attribute("aria-label") == "ชื่อเรื่องที่พบ"
        assert chosen(page) == -1
        said = page.locator("form[data-search] [role=status]")
        expect(said).to_have_text(f"พบ {options(page).count()} เรื่อง ใช้ปุ่มลูกศรเลือก")


def test_arrows_go_round_by_way_of_the_field(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page)
        last = options(page).count() - 1
        way = []
        for key in ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp"]:
            page.keyboard.press(key)
            way.append(chosen(page))
        assert way == [0, 1, 0, -1, last, last - 1]
        for wanted in (last, -1, 0):
            page.keyboard.press("ArrowDown")
            assert chosen(page) == wanted
            assert field(page).input_value() == QUERY


def test_the_chosen_title_is_in_sight(browser: Browser, example: Site) -> None:
    with opened(browser, example, width=360) as page:
        propose(page)
        page.keyboard.press("ArrowUp")
        expect(options(page).last).to_be_in_viewport(ratio=0.95)


def test_enter_opens_what_is_chosen(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page, "ลอยกระทง")
        page.keyboard.press("ArrowDown")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert urlsplit(page.url).path == "/news/2565-11-09-loy-krathong/index.html"


def test_a_click_opens_too(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page, "ลอยกระทง")
        with page.expect_navigation():
            options(page).first.click()
        assert urlsplit(page.url).path == "/news/2565-11-09-loy-krathong/index.html"


def test_a_place_on_the_same_page_is_gone_to(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page, "ถังขยะ", "/questions/index.html")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator("[role=listbox]")).to_be_hidden()
        assert urlsplit(page.url).fragment == "q-2566-01-18-waste-bin"


def test_enter_without_a_choice_searches(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        address = urlsplit(page.url)
        assert address.path == "/search/index.html" and parse_qs(address.query)["q"] == [QUERY]
        expect(page.locator("[data-hits] a").first).to_contain_text(QUERY)


def test_escape_closes_and_keeps_what_was_typed(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(page.locator("[role=listbox]")).to_be_hidden()
        expect(field(page)).to_have_attribute("aria-expanded", "false")
        assert chosen(page) == -1 and field(page).input_value() == QUERY


def test_tab_leaves_and_closes(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        expect(page.locator("form[data-search] button")).to_be_focused()
        expect(page.locator("[role=listbox]")).to_be_hidden()
        expect(field(page)).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize(
    "leave",
    [
        "field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));",
        "field.form.querySelector('button').focus();",
    ],
    ids=["escape", "leaving"],
)
def test_what_is_closed_is_not_opened_by_what_was_typed_before(
    browser: Browser, example: Site, leave: str
) -> None:
    with opened(browser, example) as page:
        propose(page)
        field(page).evaluate(f"{TYPE} {leave} }}", f"{QUERY}จัด")
        assert f"{QUERY}จัด" not in settled(page)
        expect(page.locator("[role=listbox]")).to_be_hidden()


def test_clearing_the_field_closes(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page)
        field(page).fill("")
        expect(page.locator("[role=listbox]")).to_be_hidden()
        expect(page.locator("form[data-search] [role=status]")).to_be_empty()


def test_no_title_is_told(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page)
        field(page).fill("asdfgh")
        said = page.locator("form[data-search] [role=status]")
        expect(said).to_have_text("ไม่มีชื่อเรื่องที่ตรง กด Enter เพื่อค้นในทุกหน้า")
        expect(field(page)).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_open_list_fits(browser: Browser, example: Site, width: int) -> None:
    with opened(browser, example, width=width) as page:
        propose(page)
        assert not look(page, "overflow") + look(page, "narrowLines", 1.4)
        assert min(box["bottom"] - box["top"] for box in look(page, "boxes", "[role=option]")) >= 44


def test_what_is_typed_before_the_script_has_come_is_asked(browser: Browser, example: Site) -> None:
    held: list[Route] = []
    with opened(browser, example) as page:
        page.route("**/static/search.*.js", lambda route: held.append(route))
        page.goto("/")
        with page.expect_request("**/static/search.*.js"):
            field(page).focus()
        field(page).press_sequentially(QUERY)
        held[0].continue_()
        expect(options(page).first).to_contain_text(QUERY)


def test_who_has_left_before_the_script_has_come_is_left_alone(
    browser: Browser, example: Site
) -> None:
    held: list[Route] = []
    with opened(browser, example) as page:
        page.add_init_script(NOTED)
        page.route("**/static/search.*.js", lambda route: held.append(route))
        page.goto("/")
        with page.expect_request("**/static/search.*.js"):
            field(page).focus()
        field(page).press_sequentially(QUERY)
        page.keyboard.press("Tab")
        with page.expect_worker():
            held[0].continue_()
        assert settled(page) == []


def test_in_english_titles_are_english(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        propose(page, "budget", "/en/2566/o13/")
        first = options(page).first
        expect(first).to_contain_text("Annual budget plan")
        assert first.locator("small span").get_attribute("lang") == "th"
        page.keyboard.press("ArrowDown")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert urlsplit(page.url).path == "/en/2565/o18/index.html"
