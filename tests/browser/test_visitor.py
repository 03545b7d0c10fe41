"""Nothing of a visit leaves the host or is kept by it; scripts are a comfort, not a need."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.browser.modes import look, opened, visit
from tests.browser.sites import Site

# Bytes that go over the line at a first visit of the home page.
MOST, MOST_SCRIPT = 120_000, 10_000
# What exists only for visitors with scripts, and only for those without.
APART = "[data-script], noscript"
PHOTOS = {"image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"}


def listen(page: Page, site: Site) -> list[str]:
    """A list that fills with what a visit must not do."""
    found: list[str] = []

    def asked(request: Request) -> None:
        if urlsplit(request.url).scheme != "data" and not request.url.startswith(f"{site.origin}/"):
            found.append(f"asks {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            found.append(f"{response.status} for {response.url}")
        if "set-cookie" in response.headers:
            found.append(f"cookie set by {response.url}")

    def said(message: ConsoleMessage) -> None:
        # Chromium remarks on the status of a lost page, as it should.
        is_the_404 = message.location["url"] == page.url and "status of 404" in message.text
        if message.type in {"error", "warning"} and not is_the_404:
            found.append(f"console: {message.text}")

    def failed(request: Request) -> None:
        # Aborted: the test went on to the next page.
        if request.failure != "net::ERR_ABORTED":
            found.append(f"{request.failure} for {request.url}")

    page.on("request", asked)
    page.on("response", answered)
    page.on("requestfailed", failed)
    page.on("console", said)
    page.on("pageerror", lambda error: found.append(f"script fails: {error}"))
    return found


def test_a_visit_stays_on_the_host(browser: Browser, sites: tuple[Site, ...]) -> None:
    found = []
    for site in sites:
        with opened(browser, site) as page:
            faults = listen(page, site)
            for file in site.representatives():
                visit(page, file)
                look(page, "loadPictures")
                if site is sites[0]:
                    page.wait_for_load_state("networkidle")
                found += [f"{site.name} {file.address} {fault}" for fault in faults]
                faults.clear()
            found += [f"{site.name} keeps {cookie}" for cookie in page.context.cookies()]
    assert not found, "\n".join(["", *found])


def test_a_lost_visitor_gets_a_whole_page(browser: Browser, example: Site) -> None:
    """Also where the address that was asked for lies in folders that do not exist."""
    with opened(browser, example) as page:
        faults = listen(page, example)
        answer = page.goto("/no/such/page/")
        assert answer and answer.status == 404
        assert page.evaluate("document.styleSheets.length") and page.locator("main a").count()
        assert not faults


def test_scripts_change_nothing_of_what_can_be_read(browser: Browser, example: Site) -> None:
    found = []
    with (
        opened(browser, example) as page,
        opened(browser, example, java_script_enabled=False) as plain,
    ):
        for file in example.representatives():
            visit(page, file)
            visit(plain, file)
            dead = look(plain, "seen", "[data-script], button[data-set]")
            found += [f"{file.address} {name} is seen but does nothing" for name in dead]
            with_scripts, without = (look(p, "mainText", APART) for p in (page, plain))
            assert without, f"{file.address}: no text in main"
            difference = unified_diff(without, with_scripts, "without", "with scripts", n=0)
            found += [f"{file.address} {line}" for line in difference]
    assert not found, "\n".join(["", *found])


def sizes(page: Page) -> Iterator[tuple[str, int, str]]:
    """Type, bytes of the body as sent, and address of all that the home page loads."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    for answer in answers:
        kind = answer.headers["content-type"].partition(";")[0]
        yield kind, answer.request.sizes()["responseBodySize"], urlsplit(answer.url).path


def test_a_first_visit_is_light(browser: Browser, example: Site, notes: list[str]) -> None:
    with opened(browser, example) as page:
        loaded = list(sizes(page))
    told = "\n".join(f"{size:8} {kind} {path}" for kind, size, path in loaded)
    total = sum(size for kind, size, _ in loaded if kind not in PHOTOS)
    script = sum(size for kind, size, _ in loaded if kind.endswith("javascript"))
    notes.append(f"first visit of the home page: {total} bytes, {script} of them script")
    assert total <= MOST and script <= MOST_SCRIPT, told
    page_size = next(size for kind, size, _ in loaded if kind == "text/html")
    assert 0 < page_size < (example.folder / "index.html").stat().st_size, "not compressed"
