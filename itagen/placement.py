"""Where each item of the current year is to stand on the home page, and what is linked there.

On a whole site the home page does it; beside a section it is the list of what staff do by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from itagen.answering import answer_site
from itagen.answers import ItemAnswer
from itagen.demand import SLOTS, Must, Slot
from itagen.diagnostics import Words
from itagen.part_views import Link
from itagen.places import menus, spots, walk
from itagen.plan_parts import Parts, targets_of
from itagen.plan_ways import Ways, has_page
from itagen.site import Site

Strength = Literal["must", "usual", "own"]
_WEB = ("https://", "http://")
_SLOTS = {
    "home-top": Words("ด้านบนของหน้าแรก", "the top of the home page"),
    "home-right": Words("ด้านขวาของหน้าแรก", "the right of the home page"),
    "home-bottom": Words("ด้านล่างของหน้าแรก", "the bottom of the home page"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One item at one place.

    Attributes:
        label: what the link says.
        must: what the official text demands, None: nothing.
        strength: `must` is official, `usual` a source's good place, `own` the agency's alone.
        menu: the names that lead to it, or empty where it stands in a slot.
        form: `link` in a menu; in a slot `banner`, `qr` or `list`.
        address: of the item's page, full where the agency says its `site_url`.
        targets: what a banner or a QR code also leads to, outside the site.
        source: the title of the source that asks for the place.
    """

    code: str
    slug: str
    title: str
    label: str
    must: Must | None
    strength: Strength
    menu: tuple[str, ...]
    slot: Slot | None
    form: str
    address: str
    targets: tuple[Link, ...]
    source: str | None

    @property
    def is_full(self) -> bool:
        """Whether another site can link to it."""
        return self.address.startswith(_WEB)

    @property
    def where(self) -> Words:
        """The place in words."""
        if self.slot:
            return _SLOTS[self.slot]
        path = " > ".join(self.menu)
        return Words(f"เมนู {path}", f"the menu {path}")


def standings(site: Site) -> tuple[Standing, ...]:
    """Every place of the current year's items that have a page: menus first, then slots."""
    current = site.current
    answers = [a for a in answer_site(site) if a.year is current and has_page(a)]
    return tuple(_found(site, answers)) if current else ()


def _found(site: Site, answers: Sequence[ItemAnswer]) -> Iterator[Standing]:
    for menu, path in walk(menus(site, answers)):
        for answer in menu.items:
            yield _standing(site, answer, path, None, "link")
    for spot in sorted(spots(site, answers), key=lambda spot: SLOTS.index(spot.slot)):
        yield _standing(site, spot.answer, (), spot.slot, spot.shape)


def _standing(
    site: Site, answer: ItemAnswer, menu: tuple[str, ...], slot: Slot | None, form: str
) -> Standing:
    item, link = answer.item, Ways(site, (answer,)).item(answer)
    placement = item.placement
    asked = bool(placement.must or placement.usual)
    targets = targets_of(Parts(site, answer)) if form in {"banner", "qr"} else ()
    return Standing(
        code=item.code,
        slug=item.slug,
        title=item.title,
        label=link.title,
        must=placement.must,
        strength="must" if placement.must else "usual" if placement.usual else "own",
        menu=menu,
        slot=slot,
        form=form,
        address=full_address(site, link.href),
        targets=tuple(target for target in targets if target.outside),
        source=answer.edition.source_of(item, placement) if asked else None,
    )


def full_address(site: Site, address: str) -> str:
    """The address as another site links to it; relative where the agency does not say its own."""
    own = site.agency.words("site_url").strip()
    return f"{own.rstrip('/')}/{address}" if own.startswith(_WEB) else address
