"""How far the year is, as a page of the server alone: no visitor of the published site sees it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import date
from functools import partial

from itagen.answering import answer_site
from itagen.pipeline import check_project
from itagen.reports.status import year_status
from itagen.reports.status_sheets import BYS, status_line, status_sheet
from itagen.serve.handler import Handler
from itagen.serve.notice import own_page, with_scripts
from itagen.serve.preview import Preview

_OWN = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self'; style-src 'self'"
)


class Status(Handler):
    """The status of the current year, by item, desk and heading; what is late by `?today=`."""

    def initialize(self, preview: Preview) -> None:
        """Take the state of the server."""
        self._preview = preview

    async def get(self) -> None:
        """Read the content anew, beside the loop that answers others."""
        make = partial(status_html, self._preview, _day(self.get_query_argument("today", "")))
        html = await asyncio.get_running_loop().run_in_executor(None, make)
        self.allow(f"{_OWN}; connect-src 'self' ws://{self.request.host}")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        port = self.request.host.rpartition(":")[2]
        self.finish(with_scripts(html, self._preview, port))


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None


def status_html(preview: Preview, today: date | None) -> bytes:
    """The page, with the tables of `itagen status`."""
    language = preview.language
    site, found = check_project(preview.project)
    year = site.current
    if year is None or year.edition is None:
        return own_page("status.html", preview, headline="", sheets=())
    status = year_status(answer_site(site), found, year)
    sheets = [status_sheet(status, by, language, today) for by in reversed(BYS)]
    line = status_line(status, language, today)
    return own_page("status.html", preview, headline=line, sheets=sheets, year=year.folder,
                   agency=status.agency)  # fmt: skip
