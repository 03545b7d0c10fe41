"""The ways of a site in one language: every page's address, and what a link to it says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from itagen.address import safe_name
from itagen.answers import ItemAnswer
from itagen.diagnostics import Language
from itagen.edition import Edition, Item
from itagen.part_views import Link, StateView
from itagen.plan_parts import Parts
from itagen.site import Site, Year

_STATES: dict[str, tuple[str, str, str]] = {
    "complete": ("ครบ", "complete", "good"),
    "incomplete": ("ยังไม่ครบ", "incomplete", "lack"),
    "pending": ("อยู่ระหว่างดำเนินการ", "under way", "wait"),
    "none": ("ประกาศว่าไม่มี", "declared as none", "good"),
    "missing": ("ยังไม่มีข้อมูล", "not yet given", "lack"),
    "met": ("มีแล้ว", "given", "good"),
    "hollow": ("ยังไม่มี", "not yet given", "lack"),
    "broken": ("ยังอ่านไม่ได้", "cannot be read", "lack"),
}


@dataclass(frozen=True)
class Ways:
    """Links to the pages of a site; those that exist in Thai alone are the same in English."""

    site: Site
    answers: tuple[ItemAnswer, ...]
    language: Language = "th"
    _parts: dict[tuple[str, str], Parts] = field(default_factory=dict)

    def say(self, thai: str, english: str) -> str:
        """One of two wordings."""
        return thai if self.language == "th" else english

    def at(self, address: str) -> str:
        """The address of a page in this language."""
        return address if self.language == "th" else f"en/{address}"

    def state(self, name: str) -> StateView:
        """How far an item or element is."""
        thai, english, tone = _STATES[name]
        return StateView(self.say(thai, english), tone)

    @cached_property
    def home(self) -> Link:
        """The home page."""
        return Link(self.say("หน้าแรก", "Home"), self.at(""))

    @cached_property
    def sitemap(self) -> Link:
        """The list of all pages, for people."""
        return Link(self.say("แผนผังเว็บไซต์", "Sitemap"), self.at("sitemap/"))

    @cached_property
    def accessibility(self) -> Link:
        """The statement on accessibility."""
        title = self.say("การเข้าถึงเว็บไซต์ของทุกคน", "Accessibility")
        return Link(title, self.at("accessibility/"))

    @cached_property
    def years(self) -> tuple[Link, ...]:
        """The list of every year, newest first."""
        return tuple(self.year(year) for year in reversed(self.site.years) if year.edition)

    def year(self, year: Year) -> Link:
        """The list of one year, by its number."""
        return Link(f"{self.say('ปี', 'Year')} {year.folder}", self.at(f"{year.folder}/"))

    def list_of(self, year: Year) -> Link:
        """The list of one year, by what it is."""
        title = self.say(f"รายการปี {year.folder}", f"List of {year.folder}")
        return Link(title, self.at(f"{year.folder}/"))

    def of_year(self, year: Year) -> Link:
        """The list of a year, by what leads to it from every page."""
        if year is not self.site.current:
            return self.year(year)
        title = self.say(f"ข้อมูลสาธารณะ ปี {year.folder}", f"Disclosure {year.folder}")
        return Link(title, self.at(f"{year.folder}/"))

    def subs(self, year: Year) -> tuple[Link, ...]:
        """The sub-indicators of a year."""
        if year.edition is None:
            return ()
        return tuple(self.sub(year, number) for number in sub_indicators(year.edition))

    def sub(self, year: Year, number: str) -> Link:
        """The page of a sub-indicator: `9.1 ข้อมูลพื้นฐาน` at `2566/9-1/`."""
        names = year.edition.sub_indicators if year.edition else {}
        address = self.at(f"{year.folder}/{number.replace('.', '-')}/")
        return Link(f"{number} {names.get(number, '')}".strip(), address)

    def item(self, answer: ItemAnswer) -> Link:
        """The page of an item, by what the menu calls it."""
        href = self.at(f"{answer.year.folder}/{answer.item.stem}/")
        title = self.say(answer.item.label, answer.item.title_en or answer.item.label)
        return Link(title, href, slug=answer.item.slug)

    def parts(self, answer: ItemAnswer) -> Parts:
        """What makes the parts of an item, the same for all that show them."""
        name = answer.year.folder, answer.item.code
        if name not in self._parts:
            self._parts[name] = Parts(self.site, answer, self.language)
        return self._parts[name]

    def title(self, item: Item) -> str:
        """The title of an item: official in Thai."""
        return self.say(item.title, item.title_en or item.title)

    @cached_property
    def stream_names(self) -> tuple[str, ...]:
        """The folders of the streams that have posts."""
        return tuple(sorted({post.stream for post in self.site.posts}))

    @cached_property
    def streams(self) -> tuple[Link, ...]:
        """The streams that have posts."""
        return tuple(map(self.stream, self.stream_names))

    def stream(self, name: str) -> Link:
        """A stream, by what the newest list calls the item that it answers."""
        items = [a.item for a in self.answers if a.item.stream and a.item.stream.of == name]
        label = self.say(items[-1].label, items[-1].title_en or items[-1].label) if items else name
        return Link(label, f"{safe_name(name)}/")

    @cached_property
    def main_site(self) -> Link | None:
        """The way from a section back to the main site of the agency."""
        address = self.site.agency.words("main_site").strip()
        if not self.site.agency.is_section or not address:
            return None
        return Link(self.say("เว็บไซต์หลัก", "Main site"), address, outside=True)

    @cached_property
    def _with_page(self) -> dict[str, list[ItemAnswer]]:
        """The items that have a page, by topic, newest first."""
        found: dict[str, list[ItemAnswer]] = defaultdict(list)
        for answer in reversed(tuple(filter(has_page, self.answers))):
            found[answer.item.slug].append(answer)
        return found

    def related(self, answer: ItemAnswer) -> tuple[Link, ...]:
        """The same topic in other years, with what their lists call it."""
        others = (a for a in self._with_page[answer.item.slug] if a is not answer)
        return tuple(
            Link(self.year(a.year).title, self.item(a).href, f"{a.item.code} {self.title(a.item)}")
            for a in others
        )

    def privacy(self, year: Year) -> Link | None:
        """How personal data are used, as that year says it, else the newest that does."""
        pages = [a for found in self._with_page.values() for a in found]
        said = [answer for answer in pages if answer.item.shows == "privacy"]
        own = [answer for answer in said if answer.year is year]
        return self.item((own or said)[0]) if said else None

    def of(self, year: Year) -> tuple[ItemAnswer, ...]:
        """The items of a year, in the order of its list."""
        return tuple(answer for answer in self.answers if answer.year is year)


def has_page(answer: ItemAnswer) -> bool:
    """In the open year every item; in others those with content."""
    from_agency = any(element.element.from_ and element.parts for element in answer.elements)
    return bool(answer.year.is_open or answer.entry or answer.posts or from_agency)


def sub_indicators(edition: Edition) -> tuple[str, ...]:
    """The numbers of an edition's sub-indicators, in the order of its groups."""
    numbers = (group.sub_indicator for group in edition.groups.values())
    return tuple(dict.fromkeys(number for number in numbers if number))
