"""Where the items of the current year stand on the home page: menus and slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from itagen.answers import ItemAnswer
from itagen.demand import SLOTS, Slot
from itagen.site import Site
from itagen.text import key


@dataclass
class Menu:
    """A menu with the items that stand in it and its own menus, in order."""

    name: str
    items: list[ItemAnswer] = field(default_factory=list)
    menus: list[Menu] = field(default_factory=list)

    def below(self, name: str) -> Menu:
        """Its menu of that name, made if it has none."""
        for menu in self.menus:
            if key(menu.name) == key(name):
                return menu
        self.menus.append(Menu(name))
        return self.menus[-1]


@dataclass(frozen=True, slots=True)
class Spot:
    """An item in a slot of the home page, and the form it takes (banner, qr, list)."""

    answer: ItemAnswer
    slot: Slot
    shape: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where one item stands; both empty: nowhere but in the list."""

    menu: tuple[str, ...] = ()
    slot: Slot | None = None
    shape: str = "list"


def place_of(site: Site, answer: ItemAnswer) -> Place:
    """The agency's own place for an item, else the one a source shows."""
    own = site.agency.places.get(answer.item.slug)
    if own is not None:
        if own.hidden:
            return Place()
        slot = next((slot for slot in SLOTS if slot == own.slot), None)
        return Place(own.menu, slot, own.shape or "list")
    usual = answer.item.placement.usual
    if usual is None:
        return Place(slot="home-right", shape="banner") if answer.item.placement.must else Place()
    return Place(usual.menu, usual.slot, usual.shape or "list")


def menus(site: Site, answers: Sequence[ItemAnswer]) -> tuple[Menu, ...]:
    """The menus that hold something, in the order of the kind of agency."""
    root = Menu("")
    for name in (*site.agency.menus, *(site.kind.menus if site.kind else ())):
        root.below(name)
    for answer in answers:
        path = place_of(site, answer).menu
        if not path:
            continue
        if len(path) > 1 and key(path[-1]) in {key(answer.item.label), key(answer.item.title)}:
            path = path[:-1]
        menu = root
        for name in path:
            menu = menu.below(name)
        menu.items.append(answer)
    return tuple(menu for menu in root.menus if menu.items or menu.menus)


@dataclass(frozen=True, slots=True)
class Expected:
    """Where an item must be found on the home page; `mark` is what the theme writes there."""

    answer: ItemAnswer
    mark: str
    where: str


def expected_places(site: Site, answers: Sequence[ItemAnswer]) -> Iterator[Expected]:
    """Every place of the current year, as `data-place` on the home page must tell it."""
    for menu, path in walk(menus(site, answers)):
        for answer in menu.items:
            where = " > ".join(path)
            yield Expected(answer, f"{answer.item.slug} menu {where}", where)
    for spot in spots(site, answers):
        yield Expected(spot.answer, f"{spot.answer.item.slug} {spot.slot} {spot.shape}", spot.slot)


def walk(
    found: Iterable[Menu], above: tuple[str, ...] = ()
) -> Iterator[tuple[Menu, tuple[str, ...]]]:
    """Every menu with the names that lead to it, its own last."""
    for menu in found:
        path = (*above, menu.name)
        yield menu, path
        yield from walk(menu.menus, path)


def spots(site: Site, answers: Iterable[ItemAnswer]) -> tuple[Spot, ...]:
    """The items that stand in a slot of the home page."""
    found = ((answer, place_of(site, answer)) for answer in answers)
    return tuple(Spot(answer, p.slot, p.shape) for answer, p in found if p.slot)
