"""The links that belong on a home page kept elsewhere, as a piece of HTML to paste into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from itagen.placement import Standing
from itagen.qr import qr_svg

_BEGIN = Markup("<!-- itagen: เริ่มลิงก์ข้อมูลสาธารณะ · the links of itagen begin -->")
_END = Markup("<!-- itagen: จบลิงก์ข้อมูลสาธารณะ · the links of itagen end -->")


def snippet(found: Sequence[Standing]) -> str:
    """Menus as lists of links, then each slot with its banners, QR codes and lists.

    It holds no script, style or id, and each class begins with `itagen-`, so that it can stand in
    any page; a comment before each block says where that is to be pasted.
    """
    menus = [standing for standing in found if standing.slot is None]
    lines = [_BEGIN, Markup('<div class="itagen-places" lang="th">')]
    if menus:
        lines += _menus(menus)
    in_slots = (standing for standing in found if standing.slot)
    for slot, block in groupby(in_slots, key=lambda standing: standing.slot):
        lines += _slot(str(slot), list(block))
    return "\n".join([*lines, Markup("</div>"), _END]) + "\n"


def _menus(found: Iterable[Standing]) -> Iterator[Markup]:
    yield Markup("<!-- เมนู · menus -->")
    yield Markup('<nav class="itagen-menus" aria-label="ข้อมูลสาธารณะ">\n<ul>')
    for path, items in groupby(found, key=lambda standing: standing.menu):
        name = Markup('<li><span class="itagen-name">{}</span>\n<ul>')
        yield name.format(" > ".join(path))
        yield from (Markup("<li>{}</li>").format(_page(item)) for item in items)
        yield Markup("</ul>\n</li>")
    yield Markup("</ul>\n</nav>")


def _slot(slot: str, found: Sequence[Standing]) -> Iterator[Markup]:
    where = found[0].where
    yield Markup("<!-- {} · {} -->").format(where.th, where.en)
    yield Markup('<ul class="itagen-{}">').format(slot)
    for standing in found:
        yield Markup('<li class="itagen-{}">{}').format(standing.form, _page(standing))
        yield from _qr_codes(standing) if standing.form == "qr" else _targets(standing)
        yield Markup("</li>")
    yield Markup("</ul>")


def _page(standing: Standing) -> Markup:
    return _anchor(standing.address, standing.label)


def _targets(standing: Standing) -> Iterator[Markup]:
    if standing.targets:
        yield Markup("<ul>")
        for target in standing.targets:
            yield Markup("<li>{}</li>").format(_anchor(target.href, target.title))
        yield Markup("</ul>")


def _qr_codes(standing: Standing) -> Iterator[Markup]:
    """A code for each target, or for the page itself; none for what only this site can open."""
    codes = [(target.href, target.title) for target in standing.targets]
    if not codes and standing.is_full:
        codes = [(standing.address, standing.address)]
    for address, title in codes:
        beside = Markup(" <span>{}</span>").format(address) if title != address else Markup("")
        figure = Markup("<figure>{}<figcaption>{}{}</figcaption></figure>")
        yield figure.format(Markup(qr_svg(address)), _anchor(address, title), beside)


def _anchor(address: str, title: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, title)
