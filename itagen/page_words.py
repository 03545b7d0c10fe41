"""The words of a rendered page, as the search is given them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from itagen.search_index import Indexed
from itagen.search_views import Filed

_HINT = b"<wbr>"
_IN_LINE = [
    "a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time", "u",
]  # fmt: skip
_UNSEARCHED = "[data-unsearched], script, style, h1"


def read_words(address: str, html: bytes, filed: Sequence[Filed]) -> Iterator[Indexed]:
    """What the search knows of a page: what it is filed under, and the words on it.

    Words that a theme marks with `data-unsearched` are the theme's, not the agency's. What it
    marks with `data-repeats` is said in full elsewhere, and comes last, behind a blank line.
    """
    tree = _content(html) if any(one.has_text for one in filed) else None
    for one in filed:
        node = _place(tree, one.place) if tree and one.has_text else None
        yield Indexed(
            f"{address}#{one.place}" if one.place else address,
            one.title, one.title_en, one.code, one.year, one.group,
            heads=_heads(node) if node else (),
            text=_text(node) if node else "",
        )  # fmt: skip


def _place(tree: LexborHTMLParser, place: str) -> LexborNode | None:
    return tree.css_first(f'[id="{place}"]' if place else "main") or tree.body


def _text(node: LexborNode) -> str:
    repeated = [line for part in node.css("[data-repeats]") for line in _lines(part)]
    for part in node.css("[data-repeats]"):
        part.decompose()
    return "\n".join([*_lines(node), *(["", *repeated] if repeated else [])])


def _heads(node: LexborNode) -> tuple[str, ...]:
    return tuple(head.text(strip=True) for head in node.css("h2, h3"))


def _content(html: bytes) -> LexborHTMLParser:
    tree = LexborHTMLParser(html.replace(_HINT, b""))
    for node in tree.css(_UNSEARCHED):
        node.decompose()
    tree.unwrap_tags(_IN_LINE)
    return tree


def _lines(node: LexborNode) -> Iterator[str]:
    """Every line of text, once."""
    node.merge_text_nodes()
    lines = (" ".join(line.split()) for line in node.text(separator="\n").split("\n"))
    return iter(dict.fromkeys(filter(None, lines)))
