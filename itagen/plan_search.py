"""The page of the search, and under what it finds the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from itagen.answers import ItemAnswer
from itagen.cited import cited
from itagen.part_views import Day, Link, MenuView
from itagen.period import ERA
from itagen.plan_ways import Ways, has_page
from itagen.search_views import CodeList, Filed, SearchPage, SearchWays
from itagen.site import ContentFile
from itagen.text import initial, sort_key
from itagen.views import Page

FOLDER = "search/"
INDEX = PAGES, TEXTS = f"{FOLDER}pages.json", f"{FOLDER}texts.json"
_MOST_OF_A_DOCUMENT = 3000
_OVERVIEWS = ("หน้ารวม", "Overviews")


def search_ways(ways: Ways) -> SearchWays:
    """Where the search is, and what it reads."""
    return SearchWays(Link(ways.say("ค้นหา", "Search"), ways.at(FOLDER)), PAGES, TEXTS)


def search_page(ways: Ways) -> Page:
    """The search; without script, all topics by letter and by code."""
    view = SearchPage(_letters(ways), tuple(_codes(ways)), ways.streams)
    link = search_ways(ways).link
    return Page(link.href, "search.html", link.title, view, (ways.home,))


def _letters(ways: Ways) -> tuple[MenuView, ...]:
    """Every title under its first letter, with the years that have it."""
    topics: dict[str, list[Link]] = {}
    for answer in reversed(tuple(filter(has_page, ways.answers))):
        year = Link(answer.year.folder, ways.item(answer).href, answer.item.code)
        topics.setdefault(ways.title(answer.item), []).append(year)
    found: dict[str, list[MenuView]] = {}
    for title in sorted(topics, key=sort_key):
        found.setdefault(initial(title), []).append(MenuView(title, tuple(topics[title])))
    return tuple(MenuView(letter, (), tuple(titles)) for letter, titles in found.items())


def _codes(ways: Ways) -> Iterable[CodeList]:
    for year in reversed(ways.site.years):
        items = tuple(
            Link(answer.item.code, ways.item(answer).href, ways.title(answer.item))
            for answer in ways.of(year)
            if has_page(answer)
        )
        if items:
            yield CodeList(ways.year(year), items)


def filed_item(ways: Ways, answer: ItemAnswer) -> tuple[Filed, ...]:
    """An item, by its title, code, year and group."""
    item, group = answer.item, answer.edition.groups.get(answer.item.group)
    name = group.title if group else _OVERVIEWS[0]
    title_en = (item.title_en or "") if len(ways.site.agency.languages) > 1 else ""
    beside = words_of_documents(d.file for d in cited(ways.site, (answer,)))
    return (Filed(item.title, (name, name), title_en, item.code, answer.edition.be, beside=beside),)


def filed_post(
    link: Link, stream: Link, documents: Iterable[ContentFile | None] = ()
) -> tuple[Filed, ...]:
    """A post, by its title and the year of its day."""
    names, beside = (stream.title, stream.title), words_of_documents(documents)
    return (Filed(link.title, names, year=year_of(link.day), beside=beside),)


def words_of_documents(files: Iterable[ContentFile | None]) -> tuple[str, ...]:
    """The beginnings of the texts of PDFs; a line that stands on every page is said once."""
    found: dict[str, None] = {}
    for file in {file.path: file for file in files if file}.values():
        left = _MOST_OF_A_DOCUMENT
        for line in file.pdf.lines if file.pdf else ():
            if line not in found:
                left -= len(line) + 1
                if left < 0:
                    break
                found[line] = None
    return tuple(found)


def filed_overview(title: str, year: int = 0, number: str = "") -> tuple[Filed, ...]:
    """A page that leads to others, by its title and number alone."""
    return (Filed(title, _OVERVIEWS, code=number, year=year, has_text=False),)


def filed_questions(title: str, questions: Mapping[str, Link]) -> tuple[Filed, ...]:
    """The page of questions, and each question on it by the id of its place."""
    asked = (
        Filed(link.title, (title, title), year=year_of(link.day), place=place)
        for place, link in questions.items()
    )
    return (*filed_overview(title), *asked)


def year_of(day: Day | None) -> int:
    """The year of a day in the Buddhist Era; 0 without a day."""
    return int(day.iso[:4]) + ERA if day else 0
