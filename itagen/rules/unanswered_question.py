"""A published question has no answer, or does not say who answered and when."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Question
from itagen.rules.rule import Case, Rule
from itagen.text import is_hollow

RULE = Rule("ITA219", "unanswered-question", Severity.WARNING, "the file cannot be read")


def check(case: Case) -> Iterator[Diagnostic]:
    """One finding a question: the answer itself, else what is unsaid of it."""
    for question in case.site.questions:
        if "*" in question.broken:
            continue
        if question.body is None or is_hollow(question.body.text):
            yield _unanswered(question)
            continue
        said = {"answered": question.answered, "by": question.by}
        lacking = [n for n, words in said.items() if not words and n not in question.broken]
        if lacking:
            yield _unsigned(question, lacking)


def _unanswered(question: Question) -> Diagnostic:
    title = question.title.text if question.title else question.stem
    message = Words(
        f"คำถาม “{title}” ยังไม่มีคำตอบ", f"the question “{title}” has no answer"
    )  # fmt: skip
    hint = Words(
        "พิมพ์คำตอบต่อจากบรรทัด --- ที่สอง หรือยังไม่เผยแพร่คำถามนี้จนกว่าจะตอบ",
        "write the answer below the second ---, or keep the question back until there is one",
    )
    return RULE.finds(question.title.at if question.title else question.at, message, hint)


def _unsigned(question: Question, lacking: list[str]) -> Diagnostic:
    thai = {"answered": "ตอบเมื่อใด (answered:)", "by": "หน่วยงานใดตอบ (by:)"}
    english = {"answered": "when (answered:)", "by": "who (by:)"}
    message = Words(
        f"คำตอบนี้ไม่ได้บอกว่า{'และ'.join(thai[name] for name in lacking)}",
        f"the answer does not say {' and '.join(english[name] for name in lacking)}",
    )
    hint = Words(
        "เพิ่มใต้บรรทัด date: เช่น answered: 12 มกราคม 2566 และ by: กองช่าง",
        "add it below date:, such as answered: 12 มกราคม 2566 and by: กองช่าง",
    )
    return RULE.finds(question.title.at if question.title else question.at, message, hint)
