"""The first words of a Markdown text as plain words, for those who list pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SPACIOUS = 2
_AM = "\u0e33"
_BEFORE = " \u0e40\u0e41\u0e42\u0e43\u0e44"
_LINE = re.compile(r"\s*(?:#|\||```|~~~|[-=*_]{3,}\s*$|\[[^\]]+\]:)")
_MARK = re.compile(r"\s*(?:(?:[-+*]|[0-9๐-๙]{1,3}[.)])\s+|(?:>\s?)+)?")
_TARGET = r"(?:\((?:<[^>]*>|[^()]*)\)|\[[^\]]*\])"
_LINKED = re.compile(rf"!\[[^\]]*\]{_TARGET}|\[([^\]]*)\]{_TARGET}")
_STRESS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|`+)(?=\S)(.+?)(?<=\S)\1(?!\w)|(\*\*)(.+?)\3")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def excerpt(text: str, most: int = 160) -> str:
    """The words of its first paragraphs and lists, without headings, tables and marks.

    It is cut after a word where it is longer than `most`; that it goes on is said by `…`.
    """
    found = ""
    for line in _lines(text):
        found = f"{found} {line}"
        if len(found) > most * _SPACIOUS:
            break
    words = " ".join(_plain(found[: most * _SPACIOUS]).split())
    return words if len(words) <= most else _cut(words, most)


def _lines(text: str) -> Iterator[str]:
    """Lines that hold words; one that begins with a letter is nothing else."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        line = text[start:] if end < 0 else text[start:end]
        start = len(text) if end < 0 else end + 1
        if line[:1].isalpha():
            yield line
        elif line and not _LINE.match(line):
            yield _MARK.sub("", line, count=1)


def _plain(words: str) -> str:
    if not any(mark in words for mark in "[*_`\\"):
        return words
    words = _LINKED.sub(lambda found: found[1] or "", words)
    words = _STRESS.sub(lambda found: found[2] or found[4], words)
    return _ESCAPE.sub(r"\1", words)


def _cut(words: str, most: int) -> str:
    end = words.rfind(" ", most // 2, most)
    if end < 0:
        end = most
        while words[end] == _AM or unicodedata.category(words[end]) in {"Mn", "Mc"}:
            end -= 1
    return f"{words[:end].rstrip(_BEFORE)} …"
