"""Pages to bytes, as a stream."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from itagen.address import page_file, relative
from itagen.plan import Plan
from itagen.redirects import redirects, redirects_file
from itagen.theme import Theme
from itagen.views import Link


def render(plan: Plan, theme: Theme, *, preview: bool = False) -> Iterator[tuple[str, bytes]]:
    """Every page of a plan: the file that holds it, and its bytes."""
    environment = theme.environment()
    site = plan.site
    base = base_path(site.agency.words("site_url"))
    for page in plan.pages():
        template = environment.get_template(page.template)
        html = template.render(
            page=page,
            view=page.view,
            preview=preview,
            agency=site.agency,
            link=partial(_link, page.address, base if page.anywhere else ""),
            canonical=_canonical(site.agency.words("site_url"), page.address),
        )
        yield page_file(page.address), html.encode("utf-8")
    moved = tuple(redirects(site, plan.answers))
    if moved:
        yield "_redirects", redirects_file(moved)


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
