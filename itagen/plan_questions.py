"""The page of all questions and answers, and the links that lead to it."""

from __future__ import annotations

from itagen.entry import QUESTIONS, Question
from itagen.part_views import Link, QuestionView
from itagen.plan_day import day_of, newest_of_questions
from itagen.plan_document import linked_text
from itagen.plan_search import filed_questions
from itagen.plan_ways import Ways
from itagen.site import Site, question_address, question_anchor
from itagen.views import Page, QuestionsPage

NEWEST = 5
_ADDRESS = f"{QUESTIONS}/"
_TITLE = "คำถามและคำตอบ"


def all_questions_link(ways: Ways) -> Link | None:
    """A link to all questions, where there are any."""
    title = ways.say(f"{_TITLE}ทั้งหมด", "All questions and answers")
    return Link(title, _ADDRESS) if ways.site.questions else None


def newest_questions(site: Site) -> tuple[Link, ...]:
    """Links to the newest questions, each with its day."""
    return tuple(map(_link, _newest_first(site)[:NEWEST]))


def questions_page(site: Site, home: Link) -> Page | None:
    """All questions with their answers, where there are any."""
    if not site.questions:
        return None
    view = QuestionsPage(tuple(_view(site, question) for question in _newest_first(site)))
    updated = newest_of_questions(site.questions)
    filed = filed_questions(_TITLE, {question_anchor(q): _link(q) for q in _newest_first(site)})
    return Page(_ADDRESS, "questions.html", _TITLE, view, (home,), updated=updated, filed=filed)


def _newest_first(site: Site) -> list[Question]:
    return sorted(site.questions, key=_newness, reverse=True)


def _newness(question: Question) -> tuple[str, str]:
    asked = day_of(question.date)
    return (asked.iso if asked else "", question.stem)


def _link(question: Question) -> Link:
    asked = day_of(question.date)
    title = question.title.text if question.title else question.stem
    return Link(title, question_address(question), asked.words if asked else "", day=asked)


def _view(site: Site, question: Question) -> QuestionView:
    return QuestionView(
        question_anchor(question),
        question.title.text if question.title else question.stem,
        day_of(question.date),
        linked_text(site, question.folder, question.body),
        day_of(question.answered),
        question.by.text if question.by else "",
        question.channel.text if question.channel else "",
    )
