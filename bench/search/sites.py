"""The sites of the exam: built, and read as a visitor reads them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from itagen.pipeline import build_site
from itagen.project import Project

ROOT = Path(__file__).resolve().parent.parent.parent
SEEDS = ("seed-2565", "seed-2566", "seed-2567")
SITES = {"example": ROOT} | {name: ROOT / "tests" / "sites" / name for name in SEEDS}

# Whatever else there is begins a line of its own.
INLINE = {
    "a",
    "abbr",
    "b",
    "code",
    "em",
    "i",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "wbr",
}
# Controls, and words that stand there only for programs that read aloud.
NOT_TEXT = "script, style, form, [data-script], .unseen"


def build(name: str, out: Path) -> Path:
    """Build one site of the exam into a new folder.

    Raises:
        RuntimeError: the site has errors; nothing was built.
    """
    found = build_site(Project(SITES[name]), out)
    if not (out / "index.html").is_file():
        raise RuntimeError(f"{name}: {found}")
    return out


def hits(site: Path) -> frozenset[str]:
    """Every address that a search of the built site may answer with."""
    found = set()
    for address, kind, page in _thai_pages(site):
        if kind in {"item", "post", "list", "section"}:
            found.add(address)
        if kind == "questions":
            found |= {f"{address}#{node.id}" for node in page.css("main article[id]")}
    return frozenset(found)


def texts(site: Path) -> dict[str, tuple[str, ...]]:
    """The lines of every item, post and question by address, in sorted order.

    Lists are left out: they repeat the titles of what they list.
    """
    found = {}
    for address, kind, page in _thai_pages(site):
        if kind in {"item", "post"}:
            found[address] = _lines(page.css("main"))
        if kind == "questions":
            for node in page.css("main article[id]"):
                found[f"{address}#{node.id}"] = _lines([node])
    return dict(sorted(found.items()))


def _thai_pages(site: Path) -> Iterator[tuple[str, str, LexborHTMLParser]]:
    for path in sorted(site.rglob("index.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        html, body = page.css_first("html"), page.css_first("body")
        if html and body and html.attributes.get("lang") == "th":
            folder = path.parent.relative_to(site).as_posix()
            yield f"{folder}/", body.attributes.get("data-page") or "", page


def _lines(nodes: list[LexborNode]) -> tuple[str, ...]:
    lines: list[list[str]] = [[]]
    for node in nodes:
        _drop_ways_elsewhere(node)
        _read(node, lines)
    joined = (" ".join("".join(line).split()) for line in lines)
    return tuple(line for line in joined if line)


def _drop_ways_elsewhere(node: LexborNode) -> None:
    """Take away controls, and the panel that names the same item of other years."""
    for unseen in node.css("section li .unseen"):
        section = unseen.parent
        while section is not None and section.tag != "section":
            section = section.parent
        if section is not None:
            section.decompose()
    for other in node.css(NOT_TEXT):
        other.decompose()


def _read(node: LexborNode, lines: list[list[str]]) -> None:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            lines[-1].append(child.text_content or "")
        elif child.tag in INLINE:
            _read(child, lines)
        else:
            lines.append([])
            _read(child, lines)
            lines.append([])
