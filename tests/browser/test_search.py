"""The page of the search: what it finds, says, narrows, and what it leads to."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser.modes import opened
from tests.browser.searching import TYPE, answered, find, results, searching, settled, told
from tests.browser.sites import Site

MANY = "งบประมาณ"
WRONG = "งบประมาน"
THAI = re.compile("[\u0e01-\u0e5b]")
MARK = re.compile("[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]")
FORM = "form[data-whole]"
FIELD = f"{FORM} input"
# What each option says of how much it would leave.
COUNT = re.compile(r"\((\d+)\)$")
SHOWN = 20


def total(page: Page) -> int:
    """How many pages the search says it has found."""
    answered(page)
    return int("".join(re.findall(r"\d", told(page).inner_text())))


def query_of(page: Page) -> str:
    return "".join(parse_qs(urlsplit(page.url).query).get("q", []))


def test_an_address_with_a_query_shows_its_results(browser: Browser, example: Site) -> None:
    with searching(browser, example, MANY) as page:
        assert total(page) > SHOWN == results(page).count()
        assert told(page).get_attribute("role") == "status"
        assert page.locator(FIELD).input_value() == MANY
        marks = page.locator("[data-hits] mark").all_inner_texts()
        assert len(marks) > SHOWN and set(marks) == {MANY}
        assert page.locator("[data-tips]").is_hidden() and page.locator("[data-meant]").is_hidden()


def test_typing_asks_and_the_address_follows(browser: Browser, example: Site) -> None:
    with searching(browser, example) as page:
        expect(told(page)).to_be_empty()
        page.locator(FIELD).press_sequentially("ลอยกระทง")
        expect(results(page).first).to_contain_text("ลอยกระทง")
        assert query_of(page) == "ลอยกระทง"
        page.locator(FIELD).fill("")
        expect(results(page)).to_have_count(0)
        expect(told(page)).to_be_empty()
        assert urlsplit(page.url).query == ""
        assert page.locator("[data-more]").is_hidden() and page.locator("[data-tips]").is_hidden()


def test_enter_asks_once(browser: Browser, example: Site) -> None:
    with searching(browser, example) as page:
        page.locator(FIELD).evaluate(f"{TYPE} field.form.requestSubmit(); }}", MANY)
        answered(page)
        assert settled(page) == [MANY]
        assert query_of(page) == MANY


def test_what_is_typed_before_the_script_has_come_is_asked(browser: Browser, example: Site) -> None:
    held: list[Route] = []
    with opened(browser, example) as page:
        page.route("**/static/search.*.js", lambda route: held.append(route))
        with page.expect_request("**/static/search.*.js"):
            page.goto("/search/?q=O12", wait_until="commit")
        page.locator(FIELD).fill(MANY)
        held[0].continue_()
        expect(results(page)).to_have_count(SHOWN)
        assert page.locator(FIELD).input_value() == MANY == query_of(page)


def test_a_place_on_the_page_keeps_its_address(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        with page.expect_worker():
            page.goto("/search/#letter-3")
        assert urlsplit(page.url).fragment == "letter-3"


@pytest.mark.parametrize("facet", ["year", "group"])
def test_an_option_leaves_as_many_as_it_says(browser: Browser, example: Site, facet: str) -> None:
    other = {"year": "group", "group": "year"}[facet]
    with searching(browser, example, MANY) as page:
        everything = total(page)
        options = page.locator(f"[data-facet={facet}] option").all_inner_texts()[1:]
        counts = {option: int(COUNT.findall(option)[0]) for option in options}
        assert len(counts) > 1 and everything - 3 <= sum(counts.values()) <= everything
        for option, count in counts.items():
            page.locator(f"[data-facet={facet}]").select_option(option)
            expect(told(page)).to_have_text(f"พบ {count} หน้า")
            assert results(page).count() == min(count, SHOWN)
            beside = page.locator(f"[data-facet={other}] option").all_inner_texts()[1:]
            assert sum(int(COUNT.findall(text)[0]) for text in beside) in range(
                count - 3, count + 1
            )
        page.locator(f"[data-facet={facet}]").select_option("")
        expect(told(page)).to_have_text(f"พบ {everything} หน้า")


def test_a_year_leaves_that_year_alone(browser: Browser, example: Site) -> None:
    with searching(browser, example, MANY) as page:
        choice = page.locator("[data-facet=year] option[value='2565']")
        (count,) = COUNT.findall(choice.inner_text())
        page.locator("[data-facet=year]").select_option("2565")
        expect(told(page)).to_have_text(f"พบ {count} หน้า")
        lines = page.locator("[data-hits] .soft").all_inner_texts()
        assert lines and all("ปี 2565" in line for line in lines), lines
        page.locator(FIELD).fill("asdfgh")
        expect(told(page)).to_contain_text("asdfgh")
        assert page.locator("[data-facet=year]").input_value() == "2565", "the choice is lost"


def test_more_shows_more_and_goes_on_there(browser: Browser, example: Site) -> None:
    with searching(browser, example, MANY) as page:
        there = total(page)
        before = results(page).evaluate_all("links => links.map(link => link.href)")
        page.locator("[data-more]").click()
        expect(results(page)).to_have_count(2 * SHOWN)
        expect(results(page).nth(SHOWN)).to_be_focused()
        after = results(page).evaluate_all("links => links.map(link => link.href)")
        assert after[:SHOWN] == before and len(set(after)) == 2 * SHOWN < there
        page.locator("[data-more]").click()
        expect(results(page)).to_have_count(there)
        assert page.locator("[data-more]").is_hidden()


def test_what_was_probably_meant_is_offered(browser: Browser, example: Site) -> None:
    with searching(browser, example, WRONG) as page:
        offer = page.locator("[data-meant] a")
        expect(offer).to_have_text(MANY)
        expect(page.locator("[data-meant]")).to_have_text(f"หมายถึง “{MANY}” หรือไม่")
        answer = page.request.get(offer.evaluate("link => link.href"))
        assert answer.status == 200
        offer.click()
        expect(page.locator("[data-meant]")).to_be_hidden()
        expect(page.locator(FIELD)).to_be_focused()
        assert page.locator(FIELD).input_value() == query_of(page) == MANY


def test_the_other_keyboard_is_understood(browser: Browser, example: Site) -> None:
    with searching(browser, example, "]vpditm'") as page:
        expect(page.locator("[data-meant]")).to_contain_text("แสดงผลของ “ลอยกระทง”")
        assert "ลอยกระทง" in results(page).first.inner_text()


def test_an_empty_result_says_what_to_do(browser: Browser, example: Site) -> None:
    with searching(browser, example, "asdfgh") as page:
        expect(told(page)).to_have_text("ไม่พบหน้าที่ตรงกับ “asdfgh”")
        assert (
            page.locator("[data-tips] li").count() == 4 and page.locator("[data-tips]").is_visible()
        )
        assert results(page).count() == 0 and page.locator("[data-more]").is_hidden()


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=window.broken=1>", "$& $' $` #", "\"><b>asdfgh'"]
)
def test_a_query_is_shown_as_it_is(browser: Browser, example: Site, query: str) -> None:
    with searching(browser, example, query) as page:
        expect(told(page)).to_have_text(f"ไม่พบหน้าที่ตรงกับ “{query}”")
        assert page.locator("[data-search-result] img, [data-search-result] b").count() == 0
        assert page.evaluate("window.broken") is None
        assert page.locator(FIELD).input_value() == query


def test_what_was_meant_is_shown_as_it_is(browser: Browser, example: Site) -> None:
    markup = "<img src=x onerror=window.broken=1>"
    with searching(browser, example, f"{WRONG} {markup}") as page:
        expect(page.locator("[data-meant] a")).to_have_text(f"{MANY} {markup}")
        assert page.locator("[data-search-result] img").count() == 0
        assert page.evaluate("window.broken") is None


def followed(page: Page) -> dict[str, LexborHTMLParser]:
    """Every result, opened: its address and the page there; all fragments exist."""
    found = {}
    for href in results(page).evaluate_all("links => links.map(link => link.href)"):
        answer = page.request.get(href)
        assert answer.status == 200, href
        tree, place = LexborHTMLParser(answer.body()), unquote(urlsplit(href).fragment)
        assert not place or tree.css_first(f'[id="{place}"]'), href
        found[urlsplit(href).path + (f"#{place}" if place else "")] = tree
    return found


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("O12", "/2566/o12/index.html"),
        ("ลอยกระทง", "/news/2565-11-09-loy-krathong/index.html"),
        ("ถังขยะ", "/questions/index.html#q-2566-01-18-waste-bin"),
        ("2566", "/2566/index.html"),
        ("9.1", "/2566/9-1/index.html"),
        (MANY, "/2565/o18/index.html"),
    ],
)
def test_every_result_opens(browser: Browser, example: Site, query: str, wanted: str) -> None:
    with searching(browser, example, query) as page:
        assert wanted in followed(page)


def test_in_english_all_is_english_that_can_be(browser: Browser, example: Site) -> None:
    with opened(browser, example) as page:
        find(page, "ลอยกระทง", "en/")
        expect(told(page)).to_have_text(re.compile(r"^\d+ pages found$"))
        pages = followed(page)
        abroad = [path for path in pages if path.startswith("/en/")]
        assert "/en/2566/o12/index.html" in abroad
        assert "/news/2565-11-09-loy-krathong/index.html" in pages
        for path, tree in pages.items():
            assert tree.root and tree.root.attributes["lang"] == ("en" if path in abroad else "th")
        for link in results(page).all():
            path = urlsplit(link.get_attribute("href") or "").path
            assert link.get_attribute("lang") == (None if path in abroad else "th")
            assert path not in abroad or not THAI.search(link.inner_text())
        unmarked = page.locator("[data-search-result], form[data-whole]").evaluate_all(
            "(all) => all.flatMap((one) => [...one.querySelectorAll('*')])"
            ".filter((one) => [...one.childNodes].some((node) => node.nodeType === 3"
            " && /[\\u0e01-\\u0e5b]/.test(node.data)) && one.closest('[lang]').lang !== 'th')"
            ".map((one) => one.outerHTML)"
        )
        assert not unmarked, "\n".join(unmarked)


def test_a_snippet_cuts_no_number_and_no_syllable(browser: Browser, example: Site) -> None:
    """Where it ends, the next thing on the page is a space or a letter of its own."""
    with searching(browser, example, MANY) as page:
        texts = (example.folder / "search" / "texts.json").read_text("utf-8")
        lines = page.locator("[data-hits] li > p:last-child").all_inner_texts()
        cut = [line.removesuffix(" …") for line in lines if line.endswith(" …")]
        assert len(cut) > 5
        for line in cut:
            end = " ".join(line.split())[-15:]
            following = " ".join(texts.replace("\\n", " ").split()).partition(end)[2][:1]
            assert following in {" ", ""} or THAI.match(following), line
            assert not MARK.match(following), line
