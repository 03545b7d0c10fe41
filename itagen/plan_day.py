"""Days that content tells, to what pages show; the newest of them stands for 'last updated'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from itagen.answers import ItemAnswer
from itagen.entry import Question, Said
from itagen.part_views import Day
from itagen.period import long_day_th
from itagen.period_text import parse_date
from itagen.site import Site


def day_of(said: Said | None) -> Day | None:
    """The day that words name; None where they name none."""
    return _day(said.text) if said else None


@lru_cache(maxsize=8192)
def _day(text: str) -> Day | None:
    day = parse_date(text)
    return Day(day.isoformat(), long_day_th(day)) if isinstance(day, date) else None


def newest(days: Iterable[Day | None]) -> Day | None:
    """The last of some days."""
    return max((day for day in days if day), key=lambda day: day.iso, default=None)


def newest_of_item(answer: ItemAnswer) -> Day | None:
    """The last day on which something of an item was done, made or signed, as it says itself."""
    return newest(map(day_of, _days(answer)))


def keeps_questions(site: Site, answer: ItemAnswer) -> bool:
    """Whether the newest questions stand on the page of an item: on one that is still kept up."""
    kept_up = answer.year.is_open or answer.year is site.current
    return kept_up and answer.item.shows == "questions"


def newest_on_page(site: Site, answer: ItemAnswer) -> Day | None:
    """The last day that the page of an item tells, of the questions on it too."""
    own = newest_of_item(answer)
    if not keeps_questions(site, answer):
        return own
    return newest((own, newest_of_questions(site.questions)))


def newest_of_items(answers: Iterable[ItemAnswer]) -> Day | None:
    """The last such day of several items."""
    return newest(map(newest_of_item, answers))


def newest_of_questions(questions: Iterable[Question]) -> Day | None:
    """The last day on which a question was asked or answered."""
    return newest(day_of(said) for q in questions for said in (q.date, q.answered))


def _days(answer: ItemAnswer) -> Iterator[Said | None]:
    if answer.entry:
        yield answer.entry.date
        for document in answer.entry.documents:
            yield from (document.date, document.signed)
    for element in answer.elements:
        for part in element.parts:
            yield part.date
        for evidence in element.evidence:
            yield evidence.signed
    for post in answer.posts:
        yield post.date
