"""What is handed to the assessor: of each item whether it is there, where, and how to get there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from itagen.answers import ItemAnswer
from itagen.diagnostics import Diagnostic, Language, Severity, Words
from itagen.placement import Standing, full_address, standings
from itagen.plan_ways import Ways, has_page
from itagen.site import Site, Year
from itagen.workbook import Column, Sheet

_HAS, _HAS_NOT = Words("มี", "has"), Words("ไม่มี", "has not")
_NONE = Words("ประกาศว่าไม่มี: {}", "declared as none: {}")
_PENDING = Words("รอข้อมูล: {}", "pending: {}")
_FAULTY = Words("มีข้อผิดพลาด ดูด้วย itagen check --item {}", "has errors: itagen check --item {}")
_LACKS = Words("ยังไม่ครบตามองค์ประกอบ", "elements are missing")


@dataclass(frozen=True, slots=True)
class Handed:
    """One item.

    Attributes:
        has: whether all that is demanded is there without an error, or is declared as none where
            that is allowed.
        addresses: of its page, then of the list of posts that answers it; full ones where the
            agency says its `site_url`.
        path: the clicks from the home page, in the words that stand there.
        answer: what it is made of.
    """

    code: str
    title: str
    has: bool
    addresses: tuple[str, ...]
    path: tuple[str, ...]
    remark: Words
    answer: ItemAnswer


def handed_items(
    site: Site, answers: tuple[ItemAnswer, ...], year: Year, found: Iterable[Diagnostic] = ()
) -> tuple[Handed, ...]:
    """Every item of a year, in the order of its list; one with an error found is not there."""
    faulty = {
        f.subject.item
        for f in found
        if f.severity is Severity.ERROR and f.subject.folder == year.folder
    }
    ways = Ways(site, answers)
    places: dict[str, Standing] = {}
    for standing in standings(site) if year is site.current else ():
        places.setdefault(standing.code, standing)
    return tuple(
        _handed(ways, answer, places, is_faulty=answer.item.code in faulty)
        for answer in ways.of(year)
    )


def submission_sheet(year: Year, items: tuple[Handed, ...], language: Language) -> Sheet:
    """The table of an office: code, title, has or has not, address, clicks, remark."""
    title = Words(
        f"การเปิดเผยข้อมูลสาธารณะ (OIT) ปี {year.folder} {year.agency.words('name')}",
        f"Public disclosure {year.folder}, {year.agency.words('name')}",
    )
    heads = (
        Column(Words("ข้อ", "Item").say(language), 7),
        Column(Words("ข้อมูล", "Data").say(language), 34),
        Column(Words("มี/ไม่มี", "Has").say(language), 9),
        Column(Words("ที่อยู่ (URL)", "Address").say(language), 42, "link"),
        Column(Words("ขั้นตอนการเปิดดู", "Clicks").say(language), 44),
        Column(Words("หมายเหตุ", "Remark").say(language), 36),
    )
    return Sheet(
        Words("ส่งข้อมูล", "Submission").say(language), title.say(language), heads,
        [
            (item.code, item.title, (_HAS if item.has else _HAS_NOT).say(language),
             item.addresses[0] if item.addresses else None, " > ".join(item.path) or None,
             _remark(item, language) or None)
            for item in items
        ],
    )  # fmt: skip


def _remark(item: Handed, language: Language) -> str:
    more = item.addresses[1:]
    also = Words("ดูด้วย", "also").say(language)
    told = [item.remark.say(language), *(f"{also} {address}" for address in more)]
    return "\n".join(filter(None, told))


def _handed(
    ways: Ways, answer: ItemAnswer, places: Mapping[str, Standing], *, is_faulty: bool
) -> Handed:
    item = answer.item
    paths = tuple(_addresses(ways, answer)) if has_page(answer) else ()
    return Handed(
        item.code,
        item.title,
        answer.state in {"complete", "none"} and not is_faulty,
        tuple(full_address(ways.site, path) for path in paths),
        _clicks(ways, answer, places.get(item.code)) if paths else (),
        _faulty(answer) if is_faulty else _why(answer),
        answer,
    )


def _addresses(ways: Ways, answer: ItemAnswer) -> Iterator[str]:
    yield ways.item(answer).href
    if answer.item.stream and answer.posts:
        yield ways.stream(answer.item.stream.of).href


def _clicks(ways: Ways, answer: ItemAnswer, place: Standing | None) -> tuple[str, ...]:
    """From the home page: by its menu or place there, else by the list of the year."""
    home = Words("หน้าแรก", "Home").th
    if place and not ways.site.agency.is_section:
        between = place.menu or (place.where.th,)
        return (home, *between, place.label)
    group = answer.edition.groups.get(answer.item.group)
    listed = ways.of_year(answer.year).title
    heading = (group.title,) if group else ()
    if ways.site.agency.is_section and answer.year is ways.site.current:
        return (home, *heading, f"{answer.item.code} {answer.item.title}")
    return (home, listed, *heading, f"{answer.item.code} {answer.item.title}")


def _faulty(answer: ItemAnswer) -> Words:
    return Words(_FAULTY.th.format(answer.item.code), _FAULTY.en.format(answer.item.code))


def _why(answer: ItemAnswer) -> Words:
    """What the assessor is told beside the address."""
    entry = answer.entry
    if answer.state == "none" and entry and entry.none:
        said = " ".join(entry.none.text.split())
        return Words(_NONE.th.format(said), _NONE.en.format(said))
    if answer.state == "pending":
        waits = (entry.pending if entry else None) or next(
            (element.pending for element in answer.elements if element.pending), None
        )
        said = waits.text.strip() if waits else ""
        return Words(_PENDING.th.format(said), _PENDING.en.format(said))
    return Words("", "") if answer.state == "complete" else _LACKS
