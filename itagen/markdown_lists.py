"""Numbered lists of a Markdown text that keep the numerals they were written with."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.sane_lists import SaneOListProcessor

from itagen.text import arabic

_THAI = r"[๐-๙]{1,9}\."
_ARABIC = r"[0-9]{1,9}\."


class _Numbered(SaneOListProcessor):
    """Items whose numbers are of one kind; an item of the other kind opens a list of its own."""

    def __init__(self, markdown: Markdown, own: str, other: str, name: str | None) -> None:
        super().__init__(markdown.parser)
        self.RE = re.compile(rf"^ {{0,3}}{own} +(.*)")
        self.CHILD_RE = re.compile(rf"^ {{0,3}}(({own})) +(.*)")
        self._other = re.compile(rf"\n(?= {{0,3}}{other} )")
        self._name = name

    def run(self, parent: Element, blocks: list[str]) -> None:
        blocks[:1] = self._other.split(blocks[0])
        last = self.lastChild(parent)
        continues = last is not None and last.tag == "ol" and last.get("class") == self._name
        self.SIBLING_TAGS = ["ol"] if continues else []  # type: ignore[misc]
        before = len(parent)
        super().run(parent, blocks)
        if len(parent) > before and parent[before].tag == "ol":
            self._finish(parent[before])

    def _finish(self, made: Element) -> None:
        start = arabic(made.attrib.pop("start", "1")).lstrip("0") or "0"
        if start != "1":
            made.set("start", start)
        if self._name:
            made.set("class", self._name)


def register_lists(markdown: Markdown) -> None:
    """Read `1.` and `๑.` as lists of two kinds; the second is `<ol class="thai">`."""
    processors = markdown.parser.blockprocessors
    processors.register(_Numbered(markdown, _ARABIC, _THAI, None), "olist", 40)
    processors.register(_Numbered(markdown, _THAI, _ARABIC, "thai"), "olist-thai", 39)
