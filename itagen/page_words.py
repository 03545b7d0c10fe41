"""The words of a rendered page, as the search is given them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from itagen.search_index import Indexed
from itagen.search_views import Filed

_HINT = b"<wbr>"
_IN_LINE = "a,abbr,b,bdi,cite,code,em,i,mark,q,s,small,span,strong,sub,sup,time,u"
_UNSEARCHED = "[data-unsearched], script, style, h1"


def parsed(html: bytes) -> LexborHTMLParser:
    """A page as a browser would read it, without hints where a line may break within a word."""
    return LexborHTMLParser(html.replace(_HINT, b""))


def read_words(address: str, page: LexborHTMLParser, filed: Sequence[Filed]) -> Iterator[Indexed]:
    """What the search knows of a page: what it is filed under, and the words on it.

    The page is used up: what is no word of its own is taken away.

    Words that a theme marks with `data-unsearched` are the theme's, not the agency's. What it
    marks with `data-repeats` is said in full elsewhere, and comes last, behind a blank line, and so
    do the words of the documents that the page names.
    """
    main = next(iter(page.tags("main")), page.body)
    if main and any(one.has_text for one in filed):
        _keep_words(main)
    for one in filed:
        node = _place(main, one.place) if main and one.has_text else None
        yield Indexed(
            f"{address}#{one.place}" if one.place else address,
            one.title, one.title_en, one.code, one.year, one.group,
            heads=_heads(node) if node else (),
            text=_text(node, one.beside) if node else "",
        )  # fmt: skip


def _keep_words(main: LexborNode) -> None:
    for node in main.css(_UNSEARCHED):
        node.decompose()
    for node in main.css(_IN_LINE):
        node.unwrap()


def _place(main: LexborNode, place: str) -> LexborNode:
    return (main.css_first(f'[id="{place}"]') if place else None) or main


def _text(node: LexborNode, beside: Sequence[str]) -> str:
    repeats = node.css("[data-repeats]")
    repeated = [line for part in repeats for line in _lines(part)]
    for part in repeats:
        part.decompose()
    behind = [*repeated, *beside]
    return "\n".join([*_lines(node), *(["", *behind] if behind else [])])


def _heads(node: LexborNode) -> tuple[str, ...]:
    return tuple(head.text(strip=True) for head in node.css("h2, h3"))


def _lines(node: LexborNode) -> Iterator[str]:
    """Every line of text, once."""
    node.merge_text_nodes()
    lines = (" ".join(line.split()) for line in node.text(separator="\n").split("\n"))
    return iter(dict.fromkeys(filter(None, lines)))
