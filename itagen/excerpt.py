"""The first words of a Markdown text as plain words, for those who list pages."""

from __future__ import annotations

import re
import unicodedata

_READ = 700
_AM = "\u0e33"
_BEFORE = " \u0e40\u0e41\u0e42\u0e43\u0e44"
_LINE = re.compile(r"^\s*(?:#|\||```|~~~|[-=*_]{3,}\s*$|\[[^\]]+\]:)")
_MARK = re.compile(r"^\s*(?:(?:[-+*]|[0-9๐-๙]{1,3}[.)])\s+|(?:>\s?)+)")
_LINKED = re.compile(
    r"!\[[^\]]*\]\((?:<[^>]*>|[^()]*)\)|\[([^\]]*)\](?:\((?:<[^>]*>|[^()]*)\)|\[[^\]]*\])"
)
_STRESS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|`+)(?=\S)(.+?)(?<=\S)\1(?!\w)|(\*\*)(.+?)\3")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def excerpt(text: str, most: int = 200) -> str:
    """The words of its first paragraphs and lists, without headings, tables and marks.

    It is cut after a word where it is longer than `most`; that it goes on is said by `…`.
    """
    lines = (_MARK.sub("", line) for line in text[:_READ].split("\n") if not _LINE.match(line))
    words = " ".join(" ".join(lines).split())
    if any(mark in words for mark in "[*_`\\"):
        words = _LINKED.sub(lambda found: found[1] or "", words)
        words = _STRESS.sub(lambda found: found[2] or found[4], words)
        words = " ".join(_ESCAPE.sub(r"\1", words).split())
    return _cut(words, most, more=len(text) > _READ)


def _cut(words: str, most: int, *, more: bool) -> str:
    if len(words) <= most:
        return f"{words} …" if more and words else words
    end = words.rfind(" ", most // 2, most)
    if end < 0:
        end = most
        while words[end] == _AM or unicodedata.category(words[end]) in {"Mn", "Mc"}:
            end -= 1
    return f"{words[:end].rstrip(_BEFORE)} …"
