"""Pages to bytes, as a stream."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from itagen.address import page_file, relative
from itagen.plan import Plan
from itagen.theme import Theme
from itagen.views import Link


def render(plan: Plan, theme: Theme) -> Iterator[tuple[str, bytes]]:
    """Every page of a plan: the file that holds it, and its bytes."""
    environment = theme.environment()
    site = plan.site
    for page in plan.pages():
        template = environment.get_template(page.template)
        html = template.render(
            page=page,
            view=page.view,
            agency=site.agency,
            link=partial(_link, page.address),
        )
        yield page_file(page.address), html.encode("utf-8")


def _link(page: str, target: str | Link) -> str:
    """The `href` for a target, seen from the page at an address."""
    if isinstance(target, Link):
        return target.href if target.outside else relative(target.href, page)
    return relative(target, page)
