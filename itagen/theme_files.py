"""What is wrong with the files of a site's own theme that are no templates: styles and words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from itagen.diagnostics import Language
from itagen.source import Source, read_source
from itagen.theme_fault import Kind, ThemeFault, links_out
from itagen.tree import Mapping as MappingNode
from itagen.tree import Scalar

WORDS = "words.yaml"
Said = Mapping[str, Mapping[Language, str]]


def file_faults(own: Path) -> Iterator[ThemeFault]:
    """Links out of the theme, styles that cannot be read, words that say nothing.

    Args:
        own: the folder of the theme, `themes/<name>` of the project.
    """
    yield from links_out(own)
    root = own.parent.parent
    for path in sorted(own.rglob("*.css")):
        try:
            path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            yield ThemeFault(path.relative_to(root).as_posix(), line, "encoding", path.name)
    if (own / WORDS).is_file():
        yield from _word_faults(read_source(root, own / WORDS))


def read_words(path: Path) -> Said:
    """What a theme says, by key; of what is written wrongly nothing."""
    source = read_source(path.parent, path)
    if source.root is None:
        return {}
    return {key.text: said for key, node in source.root.pairs if (said := _said(node))}


def _said(node: object) -> Mapping[Language, str]:
    if not isinstance(node, MappingNode):
        return {}
    thai, english = node.values.get("th"), node.values.get("en")
    if not isinstance(thai, Scalar) or not isinstance(english, Scalar):
        return {}
    return {"th": thai.text, "en": english.text}


def _word_faults(source: Source) -> Iterator[ThemeFault]:
    if source.root is None:
        for fault in source.faults[:1]:
            kind: Kind = "encoding" if fault.kind == "unreadable-file" else "words"
            yield ThemeFault(source.path, fault.at.line, kind, fault.found, fault.at.text)
        return
    for key, node in source.root.pairs:
        if not _said(node):
            yield ThemeFault(source.path, key.at.line, "words", key.text, key.at.text)
