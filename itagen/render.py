"""A page to bytes."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache, partial
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateNotFound
from jinja2.runtime import Macro
from markupsafe import Markup

from itagen.address import full_address, page_file, relative
from itagen.assets import Assets
from itagen.diagnostics import Language
from itagen.frame_view import FrameView
from itagen.part_views import Link
from itagen.shown_picture import Pictures
from itagen.structured import structured_data
from itagen.theme import Theme
from itagen.theme_fault import ThemeFault
from itagen.views import Page


class Renderer:
    """Makes one page after the other, with the values that all of them share.

    Args:
        site_url: the full address of the home page; empty where the agency says none.
        theme: how they look.
        assets: its static files.
        frames: what stands around the pages of each language.
        policy: the Content-Security-Policy that each page says of itself; empty for a preview,
            which is served at `/` whatever the address of the site is.
        thai_digits: whether days and counts are written in them.
        pictures: what is known of each by its address.
        more: names that templates know beside the usual ones.
    """

    def __init__(
        self,
        site_url: str,
        theme: Theme,
        assets: Assets,
        frames: Mapping[Language, FrameView],
        policy: str,
        *,
        thai_digits: bool = False,
        pictures: Pictures | None = None,
        **more: object,
    ) -> None:
        self._theme = theme
        self._thai_digits = thai_digits
        self._pictures = pictures or {}
        self._faults: set[ThemeFault] = set()
        beside = _Beside(shares=not theme.is_foreign)
        self._known = {"asset": assets.address, "policy": policy, "beside": beside, **more}
        self._environments = {name: self._environment(theme, name) for name in frames}
        self._says = {name: partial(_say, theme.words, name) for name in frames}
        self._frames = frames
        self._url = site_url
        self._root = base_path(site_url) if policy else "/"

    def render(self, page: Page) -> tuple[str, bytes] | ThemeFault:
        """The file that holds a page, and its bytes, or what is wrong with a site's own theme."""
        values = self._values(page)
        try:
            html = self._environments[page.language].get_template(page.template).render(values)
        except Exception as error:
            if not self._theme.is_foreign:
                raise
            fault = self._theme.fault_of(error)
            self._try_shipped(page, values, fault)
            return fault
        return page_file(page.address), html.encode("utf-8")

    def _values(self, page: Page) -> dict[str, object]:
        root = self._root if page.anywhere else ""
        return {
            "page": page,
            "view": page.view,
            "frame": self._frames[page.language],
            "say": self._says[page.language],
            "link": Links(page.address, root),
            "address": partial(_canonical, self._url),
            "canonical": _canonical(self._url, page.address),
            "structured": self._structured(page),
        }

    def _structured(self, page: Page) -> Markup:
        """What the page tells in the words of schema.org, where the site knows its address."""
        if not self._url:
            return Markup()
        crumbs = [(crumb.title, crumb.href) for crumb in page.crumbs]
        crumbs.append((page.name or page.title, page.address))
        name = self._frames[page.language].name
        return Markup(structured_data(self._url, name, crumbs, page.head.subject))

    def _environment(self, theme: Theme, language: Language) -> Environment:
        environment = theme.environment(language, self._pictures, thai_digits=self._thai_digits)
        environment.globals |= self._known
        return environment

    def _try_shipped(self, page: Page, values: dict[str, object], fault: ThemeFault) -> None:
        """Render without the site's own files: what fails then too is our own bug, and raised."""
        if fault not in self._faults:
            environment = self._environment(self._theme.shipped(), page.language)
            with suppress(TemplateNotFound):
                environment.get_template(page.template).render(values)
            self._faults.add(fault)


def base_path(site_url: str) -> str:
    """The path under which a site is served: `/`, or `/ita/`."""
    return f"{urlsplit(site_url).path.rstrip('/')}/"


def _say(words: Mapping[str, Mapping[Language, str]], language: Language, key: str) -> str:
    """The theme's words in one language."""
    return words[key][language]


class _Beside:
    """What stands around every page: those of one folder share it, as they look the same to it.

    It may look at the frame, at the folder of the page and at its other language; pages to which
    the frame leads are in no folder with others. Of a site's own theme none of that is known.
    """

    def __init__(self, *, shares: bool) -> None:
        self._shares = shares
        self._known: dict[tuple[str, Language, str], Markup] = {}

    def __call__(
        self, make: Macro, frame: FrameView, page: Page, link: Links, say: object
    ) -> Markup:
        """What a macro makes of a page, or made of one beside it."""
        is_own = not link.above or page.anywhere or page.other is not None
        if is_own or not self._shares:
            return Markup(make(frame, page, link, say))
        place = make.name, page.language, link.above
        if place not in self._known:
            self._known[place] = Markup(make(frame, page, link, say))
        return self._known[place]


class Links:
    """The links of one page, seen from its address, or from `root` if given.

    Attributes:
        above: the folder in which the page and those beside it lie.
        ids: names of places that texts of the page have taken.
        pictures: how many it shows so far.
    """

    def __init__(self, page: str, root: str) -> None:
        self._page = page
        self._folder = page if page.endswith("/") else ""
        self.above = page[: page.rstrip("/").rfind("/") + 1]
        self._root = root
        self.ids: dict[str, int] = {}
        self.pictures = 0

    def __call__(self, target: str | Link) -> str:
        """The `href` for a target."""
        if isinstance(target, Link) and target.outside:
            return target.href
        address = target.href if isinstance(target, Link) else target
        if self._root:
            return f"{self._root}{page_file(address)}"
        if address.startswith(self._folder):
            return relative(address, self._page)
        return f"../{_seen_from(self.above, address)}"


@lru_cache(maxsize=8192)
def _seen_from(folder: str, address: str) -> str:
    """The way from a folder: the pages in it share it."""
    return relative(address, folder)


def _canonical(site_url: str, target: str | Link) -> str:
    """The full address of a page, where the agency says its own."""
    address = target.href if isinstance(target, Link) else target
    return full_address(site_url, address) if site_url else ""
