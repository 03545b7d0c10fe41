"""How offices write where something stands: `หน้าแรก > บุคลากร`, `หน้าหลัก เลือก … เลือก …`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from itagen.demand import Slot
from itagen.edition import Edition, Item
from itagen.text import arabic, key

_HOME = re.compile(r"(?:หน้าแรก|หน้าหลัก)(?:\s*เว็บไซต์)?(?:\s*(?:หน้าแรก|หน้าหลัก))?")
_ARROW = re.compile(r"\s*(?:>|»|→|➔|=>|->)+\s*")
_CHOOSE = re.compile(r"เลือก(?:ร(?=\s|เมนู))?\s*(?:เมนู|รูป(?!แบบ|ภาพ)|หัวข้อ)?\s*")
_NOISE = re.compile(r"ไปที่|แถบเมนู(?:ด้านบน|หลัก)?|เมนูหลัก|คลิก|กด(?=\s)")
_NUMBER = re.compile(r"(?:(?<=\s)|^)[0-9๐-๙]{1,2}\s*\.\s*(?![0-9๐-๙])")
_BULLET = re.compile(r"(?:^|\s)[-–•]\s*(?=\S)|\s[-–]\s*$|\s#")
_BANNER = re.compile(r"แบนเนอร์|banner", re.IGNORECASE)
_SIDES: tuple[tuple[re.Pattern[str], Slot], ...] = (
    (re.compile("ด้านล่าง|เลื่อนลง|ล่างสุด|ท้ายหน้า"), "home-bottom"),
    (re.compile("ด้านขวา|ขวามือ"), "home-right"),
    (re.compile("ด้านบน|บนสุด"), "home-top"),
)
_OCR_SPACE = re.compile(r"(?<=[ก-๎])\s+(?=[ก-๎])")
_EDGE = " \t\n.,;:/-–•\"'“”"
_NEAR = 0.88
_NAMES = 0.85


@dataclass(frozen=True, slots=True)
class Told:
    """Where a cell says that an item stands; both empty: it cannot be told."""

    menu: tuple[str, ...] = ()
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """What menus at the top are called: by the list or often in the table, `often` there alone."""

    top: tuple[str, ...]
    often: tuple[str, ...] = ()

    def mend(self, name: str, item: Item, level: int) -> str:
        """The known spelling of a name that OCR spoilt a little, else the name itself."""
        known: list[str] = [item.label, item.title]
        usual = item.placement.usual
        if level == 0:
            known = [*known, *self.often, *self.top]
        elif usual:
            known += usual.menu[level : level + 1]
        same = next((k for k in known if key(k) == key(name)), None)
        return same or next((k for k in known if _is_near(name, k, _NEAR)), name)


def parse_place(text: str, item: Item, names: Names, *, noisy: bool) -> Told:
    """Where a cell, its addresses taken out, says that an item stands."""
    words = " ".join(text.split())
    if _BANNER.search(words) and not _CHOOSE.search(words):
        slot = next((slot for side, slot in _SIDES if side.search(words)), None)
        return Told(slot=slot or (item.placement.usual.slot if item.placement.usual else None))
    found = [way for part in _ways(words) if (way := _steps(part, item, names))]
    if not found:
        return Told(_named_alone(words, item))
    best = next((way for way in found if names_item(way[-1], item)), found[0])
    if not noisy:
        return Told(best)
    tidy = enumerate(map(_joined, best))
    return Told(tuple(names.mend(name, item, level) for level, name in tidy))


def names_in(edition: Edition, texts: Iterable[str]) -> Names:
    """The top menus of a list's places, and those that a table's own ways begin with twice."""
    counted: Counter[str] = Counter()
    for text in texts:
        for part in _ways(" ".join(text.split())):
            steps = _split(part)
            counted.update(_joined(step) for step in steps[:1] if len(steps) > 1)
    usual = (item.placement.usual for item in edition.items)
    top = dict.fromkeys(place.menu[0] for place in usual if place and place.menu)
    often = tuple(name for name, times in counted.items() if times > 1)
    return Names(tuple(dict.fromkeys((*often, *top))), often)


def names_item(name: str, item: Item) -> bool:
    """Whether a name is that of the item, whatever OCR made of it."""
    return any(_is_near(name, own, _NAMES) for own in (item.label, item.title))


def _is_near(one: str, other: str, ratio: float) -> bool:
    """Whether two names are one; a year or a round makes a difference."""
    if re.sub(r"\D", "", arabic(one)) != re.sub(r"\D", "", arabic(other)):
        return False
    return SequenceMatcher(None, key(one), key(other)).ratio() >= ratio


def _ways(text: str) -> list[str]:
    """The ways that a cell tells, each without the home page at its start."""
    parts = _HOME.split(text)
    return parts[1:] if len(parts) > 1 else [text] if _ARROW.search(text) else []


def _steps(way: str, item: Item, names: Names) -> tuple[str, ...]:
    """The names of one way; empty where nothing tells them apart."""
    steps = _split(way, item)
    if not _ARROW.search(way) and not way.startswith("/"):
        steps = _up_to_item(steps, item)
        if len(steps) == 1 and not _CHOOSE.search(way):
            return _split_by_name(steps[0], item, names)
    return tuple(steps)


def _split(way: str, item: Item | None = None) -> list[str]:
    if _ARROW.search(way):
        return [name for step in _ARROW.split(way) if (name := _trimmed(step))]
    if way.startswith("/"):
        return [name for step in way.split("/") if (name := _trimmed(step))]
    return [name for step in _chosen(way, item) if (name := _trimmed(step))]


def _chosen(way: str, item: Item | None) -> Iterator[str]:
    """The steps of `เลือก A เลือก B`; what a list below them names are documents, or the item."""
    for part in _numbered(_NOISE.sub(" ", way)):
        for step in _CHOOSE.split(part):
            first, *listed = _BULLET.split(step)
            yield first
            yield from [name for name in listed if item and names_item(_trimmed(name), item)][:1]


def _numbered(way: str) -> list[str]:
    """`๑. เลือก A ๒. เลือก B` is one way of two steps; where ๑. has both, ๒. is another way."""
    parts = _NUMBER.split(way)
    steps = [len(_CHOOSE.findall(part)) for part in parts]
    kept = [parts[0]]
    for part, count in zip(parts[1:], steps[1:], strict=True):
        if sum(steps[: len(kept)]) > 1 or (count == 0 and any(p.strip(_EDGE) for p in kept)):
            break
        kept.append(part)
    return kept


def _up_to_item(steps: Sequence[str], item: Item) -> list[str]:
    """A way ends where it names the item itself; what else a list names are documents."""
    for number, step in enumerate(steps):
        if names_item(step, item):
            return list(steps[: number + 1])
    return list(steps)


def _split_by_name(step: str, item: Item, names: Names) -> tuple[str, ...]:
    """`การป้องกันการทุจริต รายงานผล…`: a known menu and the item's own name, or nothing sure."""
    words = step.split()
    if len(words) == 1 or names_item(step, item):
        return (step,)
    known = {key(name) for name in names.top}
    for cut in range(1, len(words)):
        first, rest = " ".join(words[:cut]), " ".join(words[cut:])
        if key(first) in known and _begins_with_item(rest, item):
            return first, rest
    return ()


def _begins_with_item(text: str, item: Item) -> bool:
    return any(key(text).startswith(key(name)) for name in (item.label, item.title))


def _named_alone(text: str, item: Item) -> tuple[str, ...]:
    """A cell that names the item's own page and no way to it."""
    return (item.label,) if key(item.label) and key(text).startswith(key(item.label)) else ()


def _joined(name: str) -> str:
    """Thai words that a scan parted, in one."""
    return _OCR_SPACE.sub("", name)


def _trimmed(step: str) -> str:
    step = (
        re.sub(r"\s[0-9๐-๙]{1,2}\s*\.?\s*$", "", f" {step} ")
        if step.rstrip().endswith(".")
        else step
    )
    return step.strip(_EDGE)
