"""One build of the sites, one host for each, one Chromium: for the whole session."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.host import served
from tests.browser.modes import PATIENCE
from tests.browser.sites import Site, build_all, read_pages

# Nothing that Chromium does of its own accord may reach for the network during a test.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
)
expect.set_options(timeout=PATIENCE)
NOTE = "note"
# The shell is the same browser without what a window needs: a third faster.
NAMES = ("chromium-headless-shell", "chromium")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture
def notes(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Lines for the end of the report, also of tests that pass."""
    lines: list[str] = []
    yield lines
    request.node.user_properties += [(NOTE, line) for line in lines]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.getreports(""):
        if report.when == "teardown":
            lines = [str(line) for name, line in report.user_properties if name == NOTE]
            for line in lines:
                terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, ...]]:
    """Every site, built and served."""
    with ExitStack() as stack:
        yield tuple(
            Site(name, folder, stack.enter_context(served(folder)), marks, read_pages(folder))
            for name, folder, marks in build_all(tmp_path_factory.mktemp("sites"))
        )


@pytest.fixture(scope="session")
def example(sites: tuple[Site, ...]) -> Site:
    """The example of the checkout, content/."""
    return sites[0]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: `CHROMIUM`, else one on the path, else Playwright's own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()
