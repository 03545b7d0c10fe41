"""The file of an item, taken over into another year: its words and comments whole.

Files that it names by bare names are named where they lie, so that none is copied. What belongs to
the old page or the old list alone (`formerly`, elements that are not asked any more) becomes a
comment. Nothing else of the text is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from itagen.entry import content_path
from itagen.source import Source
from itagen.tree import Mapping, Scalar
from itagen.uses import Use

_OF_PAGE = "formerly"


@dataclass(frozen=True, slots=True)
class _Edit:
    """A value to be written anew: its line, column (both from 1) and width, and what it becomes."""

    line: int
    column: int
    width: int
    words: str


def carried_text(
    source: Source,
    folder: str,
    named: Iterable[Use],
    code: str,
    head: Sequence[str],
    gone: Iterable[str] = (),
) -> str | None:
    """The text of the file for the item `code`; None where it cannot be taken over.

    Args:
        source: the file of the older year, as it was read.
        folder: where its bare names lie, below content/: `2566/o13`.
        named: every file that it names.
        code: the item's code in the new list.
        head: comments to stand on top, without their `# `.
        gone: elements that the new list does not have, which become comments.
    """
    root = source.root
    if root is None:
        return None
    bare = {use.said for use in named if use.path and "/" not in use.said.text}
    moved = {said: _file(source, said.at.line, said.at.column, said.text, folder) for said in bare}
    linked = {said.text for said, edit in moved.items() if edit is None}
    lines = list(source.lines)
    edits = {edit for edit in moved.values() if edit} | set(_item(root, code))
    for edit in sorted(edits, key=lambda e: (e.line, e.column), reverse=True):
        line, start = lines[edit.line - 1], edit.column - 1
        lines[edit.line - 1] = f"{line[:start]}{edit.words}{line[start + edit.width :]}"
    if not _comment_out(lines, root, source, gone):
        return None
    is_markdown = source.body is not None
    comments = [f"# {words}" for words in head]
    return _linked("\n".join(_headed(lines, comments, is_markdown=is_markdown)), linked, folder)


def with_key(text: str, line: str, *, is_markdown: bool) -> str:
    """The text with one more key, behind the comments on top."""
    lines = text.split("\n")
    first = next((n for n, words in enumerate(lines) if words.strip() and words[0] != "#"), 0)
    if lines[first].rstrip() == "---":
        return "\n".join(_headed(lines, [line], is_markdown=is_markdown))
    return "\n".join([*lines[:first], line, *lines[first:]])


def _headed(lines: Sequence[str], head: Sequence[str], *, is_markdown: bool) -> list[str]:
    """Lines on top; in Markdown within the front matter, which it is given where it has none."""
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() == "---":
        return [*lines[: start + 1], *head, *lines[start + 1 :]]
    return ["---", *head, "---", *lines] if is_markdown else [*head, *lines]


def _item(root: Mapping, code: str) -> Iterator[_Edit]:
    said = root.values.get("item")
    if isinstance(said, Scalar) and said.at.line and said.at.column:
        yield _Edit(said.at.line, said.at.column, said.at.width, code)


def _file(
    source: Source, line: int | None, column: int | None, name: str, folder: str
) -> _Edit | None:
    """The name of a file as its path, where the name is a value of its own and not in a text."""
    if line is None or column is None:
        return None
    written = source.lines[line - 1][column - 1 :]
    opening = written[:1] if written[:1] in {"'", '"'} else ""
    if not written.startswith(f"{opening}{name}{opening}"):
        return None
    return _Edit(line, column + len(opening), len(name), content_path(folder, name))


def _linked(text: str, names: Iterable[str], folder: str) -> str:
    """The links and pictures of Markdown texts, likewise."""
    for name in names:
        path = content_path(folder, name).replace("\\", r"\\")
        link = rf"(\]\(\s*<?|^\s*\[[^\]\n]+\]:\s*<?){re.escape(name)}(?=[)>\s#]|$)"
        text = re.sub(link, rf"\g<1>{path}", text, flags=re.MULTILINE)
    return text


def _comment_out(lines: list[str], root: Mapping, source: Source, gone: Iterable[str]) -> bool:
    """Make comments of what belongs to the old page or list alone; whether that can be done."""
    last = source.body_line - 2 if source.body is not None else len(lines)
    elements, done = root.values.get("elements"), _hide(lines, root, _OF_PAGE, last)
    if isinstance(elements, Mapping):
        starts = (key.at.line for key, _ in root.pairs)
        after = [line for line in starts if line and line > (elements.at.line or 0)]
        inside = min(after, default=last + 1) - 1
        for name in gone:
            done = _hide(lines, elements, name, inside) and done
    return done


def _hide(lines: list[str], mapping: Mapping, name: str, last: int) -> bool:
    """Make comments of a key's lines; whether it stands on lines of its own, or not at all.

    `last` is the last line of the mapping, from 1.
    """
    starts = [key.at.line for key, _ in mapping.pairs if key.at.line]
    key = mapping.key(name)
    if key is None or key.at.line is None or key.at.column is None:
        return True
    if starts.count(key.at.line) > 1 or lines[key.at.line - 1][: key.at.column - 1].strip():
        return False
    after = min((line for line in starts if line > key.at.line), default=last + 1)
    for number in range(key.at.line, after):
        line = lines[number - 1]
        lines[number - 1] = f"# {line}" if line.strip() and line[0] != "#" else line
    return True
