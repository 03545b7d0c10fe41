"""Markdown of staff to safe HTML: raw HTML is off, and an allow-list stands after."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from html import escape, unescape
from itertools import chain, pairwise
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from itagen.english import english_phrases
from itagen.markdown_lists import register_lists
from itagen.text_links import INSIDE

_MAX_BRACKETS = 200
_MAX_INDENT = " " * 24
_MAX_QUOTES = 10
_DEEP = re.compile(rf"^({_MAX_INDENT}) +", re.MULTILINE)
_QUOTES = re.compile(rf"^(?:> ?){{{_MAX_QUOTES + 1},}}", re.MULTILINE)
_MARKED = re.compile(rf'(?<=(?:ref|src)="){INSIDE}([^"]*)')
_INLINE = re.compile(r"[\\`*_\[<]")
_BREAK = "  \n"
_TAGS = {
    "p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a", "img",
    "table", "thead", "tbody", "tr", "th", "td", "h2", "h3", "h4", "h5", "h6", "del", "span",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"},
    "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
}  # fmt: skip
_VALUES = {"ol": {"class": {"thai"}}, "span": {"lang": {"en"}}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    tag_attribute_values=_VALUES,
    url_schemes=_SCHEMES,
    link_rel=None,
)
_MARKED_BY = {
    "`": ("backtick",),
    "\\": ("escape", "unescape"),
    "[": ("reference", "link", "image_link", "image_reference", "short_reference",
          "short_image_ref"),
    "<": ("autolink", "automail"),
    "*_": ("em_strong", "em_strong2", "not_strong"),
    "#": ("hashheader",),
    "=-": ("setextheader",),
    "-_*": ("hr",),
    "|": ("table",),
    ">": ("quote",),
}  # fmt: skip
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_CODE = {"code", "pre"}
_APART = re.compile(r"[\s-]+")
_RARE = re.compile(r"[^\w\s\u0e31\u0e34-\u0e3a\u0e47-\u0e4e-]")


class _PlainTexts(Treeprocessor):
    """Spares texts without a mark the search for marks: most of what staff write is such."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            text = element.text
            if text and not _INLINE.search(text) and _BREAK not in text:
                element.text = AtomicString(text)


class _Finish(Treeprocessor):
    """Gives headings their level and id, English phrases their language."""

    below = 2
    ids: dict[str, int]

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            if element.tag in _HEADINGS:
                self._head(element)
            if element.text and element.tag not in _CODE and (spans := _spans(element.text)):
                element.text = element.text[: spans[0][0]]
                element[0:0] = [span for _, span in spans]
            if any(child.tail for child in element):
                _mark_tails(element)

    def _head(self, element: Element) -> None:
        element.tag = f"h{min(6, _HEADINGS[element.tag] + self.below - 1)}"
        words = "".join(element.itertext()).replace(AMP_SUBSTITUTE, "&")
        if base := heading_id(unescape(words)):
            element.set("id", _free(base, self.ids))


def heading_id(words: str) -> str:
    """What a heading is called in an address; empty where it has no letter.

    Thai marks stay, so that ก้าน and กาน are two. One in ASCII gets a prefix: the names that a
    theme and an edition give are such.
    """
    lower = unicodedata.normalize("NFC", words).lower()
    name = _APART.sub("-", _RARE.sub(_mark_or_nothing, lower)).strip("-")
    return f"h-{name}" if name.isascii() and name else name


def _mark_or_nothing(found: re.Match[str]) -> str:
    return found[0] if unicodedata.category(found[0]) in {"Mn", "Mc"} else ""


def _free(base: str, ids: dict[str, int]) -> str:
    """The name, numbered where it is taken already; from now on it is taken."""
    number = ids.get(base, 0) + 1
    name = base if number == 1 else f"{base}-{number}"
    while name in ids:
        number += 1
        name = f"{base}-{number}"
    ids[base] = number
    ids.setdefault(name, 1)
    return name


def _mark_tails(element: Element) -> None:
    for index in range(len(element) - 1, -1, -1):
        tail = element[index].tail
        if tail and (spans := _spans(tail)):
            element[index].tail = tail[: spans[0][0]]
            element[index + 1 : index + 1] = [span for _, span in spans]


def _spans(text: str) -> list[tuple[int, Element]]:
    """The English phrases of a text, each with its place and with what follows it."""
    spans: list[tuple[int, Element]] = []
    if not (places := english_phrases(text)):
        return spans
    for (start, end), (after, _) in pairwise([*places, (len(text), 0)]):
        span = Element("span", lang="en")
        span.text, span.tail = text[start:end], text[end:after]
        spans.append((start, span))
    return spans


@cache
def _parser(signs: frozenset[str]) -> tuple[markdown.Markdown, _Finish]:
    """A parser for texts in which, of all signs that mark something, these occur."""
    parser = markdown.Markdown(
        extensions=[TableExtension(), SaneListExtension()], output_format="html"
    )
    finish = _Finish(parser)
    parser.treeprocessors.deregister("prettify")
    parser.treeprocessors.register(_PlainTexts(parser), "plain-texts", 25)
    parser.treeprocessors.register(finish, "finish", -10)
    parser.preprocessors.deregister("html_block")
    absent = (names for sign, names in _MARKED_BY.items() if sign not in signs)
    for name in ("html", "entity", *chain.from_iterable(absent)):
        for part in (parser.inlinePatterns, parser.parser.blockprocessors, parser.treeprocessors):
            part.deregister(name, strict=False)
    register_lists(parser)
    return parser, finish


def html_of(
    text: str, link: Callable[[str], str], *, below: int = 2, ids: dict[str, int] | None = None
) -> str:
    """HTML of a Markdown text.

    Args:
        text: what staff wrote.
        link: the `href` on the page for an address of the site that the text marks as such.
        below: the level of its highest heading.
        ids: the ids that the page has so far, each with how often it was wanted; those of this
            text join them. One dictionary a page.
    """
    guarded = _without_traps(text)
    parser, finish = _parser(frozenset(s for s in _MARKED_BY if any(sign in guarded for sign in s)))
    finish.below, finish.ids = below, {} if ids is None else ids
    html = parser.reset().convert(guarded)
    if INSIDE in html:
        html = _MARKED.sub(lambda found: escape(link(found.group(1))), html)
    return _CLEANER.clean(html)


def _without_traps(text: str) -> str:
    """Brackets without end cost the parser minutes, and depth its stack; so many are no marks."""
    for mark in "[<`":
        if text.count(mark) > _MAX_BRACKETS:
            text = text.replace(mark, f"\\{mark}")
    if _MAX_INDENT in text:
        text = _DEEP.sub(r"\1", text)
    if text.count(">") > _MAX_QUOTES:
        text = _QUOTES.sub("> " * _MAX_QUOTES, text)
    return text
