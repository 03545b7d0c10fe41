"""The site search as its visitors and its tests use it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Locator, Page, expect

from bench.search.exam import Query
from tests.browser.modes import LIGHT, Mode, opened
from tests.browser.sites import Site

# What a page asks of its worker and how often it is answered; the worker works all the same.
NOTED = """
window.asked = [];
window.answers = 0;
const post = Worker.prototype.postMessage;
const heard = new WeakSet();
Worker.prototype.postMessage = function (message) {
  if (!heard.has(this)) this.addEventListener("message", () => { window.answers += 1; });
  heard.add(this);
  window.asked.push(message.query);
  post.call(this, message);
};
"""
# What follows in the same function happens before anything typed can be asked for.
TYPE = """(field, query) => {
  field.value = query;
  field.dispatchEvent(new Event("input"));
"""
# Timers run in the order of their times: behind a long one nothing typed before is left to ask.
QUIET = """async () => {
  const passed = (time) => new Promise((done) => setTimeout(done, time));
  await passed(300);
  while (window.answers < window.asked.length) await passed(10);
  return window.asked;
}"""
# The worker of a site is asked as the script of a page asks it, one query behind the other.
ASKING = """async ([queries, most]) => {
  const { worker, index, texts } = document.querySelector("form[data-whole]").dataset;
  const full = (path) => new URL(path, location.href).href;
  const wish = { isEnglish: false, index: full(index), texts: full(texts), year: 0, group: -1 };
  const at = new Worker(worker);
  const found = [];
  for (const [id, query] of queries.entries()) {
    const told = new Promise((answer, fail) => {
      at.onmessage = ({ data }) => answer(data);
      at.onerror = fail;
    });
    at.postMessage({ ...wish, id, query, most });
    const { id: same, answer, failed } = await told;
    if (failed || same !== id) throw new Error(`${query}: ${failed}`);
    found.push(answer.hits.map(({ address }) => address));
  }
  at.terminate();
  return found;
}"""


@contextmanager
def searching(
    browser: Browser, site: Site, query: str = "", mode: Mode = LIGHT, **options: Any
) -> Iterator[Page]:
    """The page of the search in Thai, with the results of a query."""
    with opened(browser, site, mode, **options) as page:
        page.add_init_script(NOTED)
        find(page, query)
        yield page


def find(page: Page, query: str, folder: str = "") -> None:
    """Open the page of the search with a query in its address, and wait for what it says."""
    page.goto(f"/{folder}search/" + (f"?q={quote(query)}" if query else ""))
    if query:
        answered(page)


def answered(page: Page) -> None:
    """Wait for the end of the search that is under way."""
    expect(told(page)).to_have_text(re.compile("พบ|found|coul|No page|ไม่ได้"))


def told(page: Page) -> Locator:
    """What the page of the search says of its results."""
    return page.locator("[data-search-result] [data-told]")


def results(page: Page) -> Locator:
    """The links to what was found."""
    return page.locator("[data-hits] a")


def settled(page: Page) -> list[str]:
    """All that the page has asked for, when every answer has come and no question is on its way."""
    queries: list[str] = page.evaluate(QUIET)
    return queries


def ask_worker(page: Page, queries: Sequence[Query], most: int = 5) -> list[list[str]]:
    """The addresses that the worker answers each query with; the page of the search is open."""
    asked = [query.q for query in queries]
    found: list[list[str]] = page.evaluate(ASKING, [asked, most])
    return found
