"""Markdown of staff to safe HTML: raw HTML is off, and an allow-list stands after."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from itagen.text_links import INSIDE

_MAX_BRACKETS = 200
_MAX_INDENT = 24
_DEEP = re.compile(rf"^( {{{_MAX_INDENT}}}) +", re.MULTILINE)
_QUOTES = re.compile(r"^(?:> ?){11,}", re.MULTILINE)
_MARKED = re.compile(rf'(?<=(?:ref|src)="){INSIDE}([^"]*)')
_INLINE = re.compile(r"[\\`*_\[<]|  \n")
_TAGS = {
    "p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a", "img",
    "table", "thead", "tbody", "tr", "th", "td", "h2", "h3", "h4", "h5", "h6", "del",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)


class _PlainTexts(Treeprocessor):
    """Spares texts without a mark the search for marks: most of what staff write is such."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _INLINE.search(element.text):
                element.text = AtomicString(element.text)


@cache
def _parser() -> markdown.Markdown:
    parser = markdown.Markdown(
        extensions=[TableExtension(), SaneListExtension()], output_format="html"
    )
    parser.treeprocessors.deregister("prettify")
    parser.treeprocessors.register(_PlainTexts(parser), "plain-texts", 25)
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.inlinePatterns.deregister("entity")
    return parser


def html_of(text: str, link: Callable[[str], str], *, below: int = 2) -> str:
    """HTML of a Markdown text.

    Args:
        text: what staff wrote.
        link: the `href` on the page for an address of the site that the text marks as such.
        below: the level of its highest heading.
    """
    guarded = _QUOTES.sub("> " * 10, _DEEP.sub(r"\1", _without_traps(text)))
    html = _lowered(_parser().reset().convert(guarded), below - 1)
    return _CLEANER.clean(_MARKED.sub(lambda found: escape(link(found.group(1))), html))


def _without_traps(text: str) -> str:
    """Brackets without end cost the parser minutes; so many are no links."""
    for mark in "[<`":
        if text.count(mark) > _MAX_BRACKETS:
            text = text.replace(mark, f"\\{mark}")
    return text


def _lowered(html: str, by: int) -> str:
    """Headings one or more levels down, so that the page keeps one h1."""

    def lower(found: re.Match[str]) -> str:
        return f"{found.group(1)}h{min(6, int(found.group(2)) + by)}>"

    return re.sub(r"(</?)h([1-6])>", lower, html)
