"""A page to bytes."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit

from itagen.address import page_file, relative
from itagen.plan_section import main_site
from itagen.site import Site
from itagen.theme import Theme
from itagen.theme_fault import ThemeFault
from itagen.views import Link, Page


class Renderer:
    """Makes one page after the other, with the values that all of them share."""

    def __init__(self, site: Site, theme: Theme, *, preview: bool = False) -> None:
        self._theme = theme
        self._faults: set[ThemeFault] = set()
        self._environment = theme.environment()
        self._site = site
        self._preview = preview
        self._main_site = main_site(site)
        self._url = site.agency.words("site_url")

    def render(self, page: Page) -> tuple[str, bytes] | ThemeFault:
        """The file that holds a page, and its bytes, or what is wrong with a site's own theme."""
        values = self._values(page)
        try:
            html = self._environment.get_template(page.template).render(values)
        except Exception as error:
            if not self._theme.is_foreign:
                raise
            fault = self._theme.fault_of(error)
            self._try_shipped(page, values, fault)
            return fault
        return page_file(page.address), html.encode("utf-8")

    def _values(self, page: Page) -> dict[str, object]:
        root = base_path(self._url) if page.anywhere else ""
        return {
            "page": page,
            "view": page.view,
            "preview": self._preview,
            "agency": self._site.agency,
            "main_site": self._main_site,
            "link": partial(_link, page.address, root),
            "canonical": _canonical(self._url, page.address),
        }

    def _try_shipped(self, page: Page, values: dict[str, object], fault: ThemeFault) -> None:
        """Render without the site's own files: what fails then too is our own bug, and raised."""
        if fault not in self._faults:
            self._theme.shipped().environment().get_template(page.template).render(values)
            self._faults.add(fault)


def base_path(site_url: str) -> str:
    """The path under which a site is served: `/`, or `/ita/`."""
    return f"{urlsplit(site_url).path.rstrip('/')}/"


def _link(page: str, root: str, target: str | Link) -> str:
    """The `href` for a target: seen from the page at an address, or from `root` if given."""
    if isinstance(target, Link) and target.outside:
        return target.href
    address = target.href if isinstance(target, Link) else target
    return f"{root}{page_file(address)}" if root else relative(address, page)


def _canonical(site_url: str, address: str) -> str:
    """The full address of a page, where the agency says its own."""
    return f"{site_url.rstrip('/')}/{address}" if site_url else ""
