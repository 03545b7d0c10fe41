"""A link on a page leads, from the file that holds the page, to the file of its target."""

from __future__ import annotations

from posixpath import dirname, join, normpath

import pytest

from itagen.address import page_file
from itagen.render import Links

PAGES = (
    "", "404.html", "search/", "search/pages.json", "2566/", "2566/o01/", "2566/o01/plan.pdf",
    "en/", "en/2566/o01/", "news/", "news/n1/", "news/n10/", "news/n1/photo.png", "news/page/2/",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_link_leads_to_its_target(page: str) -> None:
    link = Links(page, "")
    for target in PAGES:
        way, _, place = link(f"{target}#place").partition("#")
        assert normpath(join(dirname(page_file(page)), way)) == page_file(target)
        assert place == "place"


def test_a_page_for_any_address_is_linked_from_the_root() -> None:
    link = Links("404.html", "/ita/")
    assert [link(target) for target in ("", "news/")] == ["/ita/index.html", "/ita/news/index.html"]
