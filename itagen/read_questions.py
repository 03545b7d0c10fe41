"""The published questions and answers, content/questions/*.md, to the model."""

from __future__ import annotations

from collections.abc import Iterable

from itagen.entry import QUESTIONS, Question, Said
from itagen.project import Project
from itagen.read_entry import broken_of
from itagen.read_values import accepts, said, says
from itagen.schema import fixed_shape
from itagen.source import read_source
from itagen.tree import Fault


def read_questions(
    project: Project, names: Iterable[str]
) -> tuple[tuple[Question, ...], list[Fault]]:
    """Read every question of the files that lie directly in content/questions."""
    questions: list[Question] = []
    faults: list[Fault] = []
    for name in sorted(names):
        if name.endswith(".md"):
            question, wrong = _question(project, name)
            questions.append(question)
            faults += wrong
    return tuple(questions), faults


def _question(project: Project, name: str) -> tuple[Question, list[Fault]]:
    source = read_source(project.root, project.content / QUESTIONS / name)
    stem = name.removesuffix(".md")
    if source.root is None:
        gone = Question(stem, source.path, source.at(), broken=frozenset("*"))
        return gone, list(source.faults)
    wrong = list(fixed_shape("question").faults(source.root))
    get = source.root.values.get
    question = Question(
        stem,
        source.path,
        source.at(),
        title=said(get("title")),
        date=said(get("date")),
        answered=said(get("answered")),
        by=said(get("by")),
        channel=said(get("channel")),
        body=Said(source.body or "", source.at(source.body_line)),
        accepts=accepts(get("accept")),
        formerly=says(get("formerly")),
        broken=broken_of(wrong).keys,
    )
    return question, [*source.faults, *wrong]
