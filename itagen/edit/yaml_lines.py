"""A YAML text with other values, line by line: what is not edited keeps its every byte.

Blocks are walked down to the smallest key or list item that changes; only its own lines are
written anew, by ruamel, so that quotes and comments within them stay. No comment is ever lost: one
that went with what was deleted is left where that stood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence as Lines
from dataclasses import dataclass

from itagen.edit.texts import Texts, same, texts
from itagen.edit.yaml_round import comments, rewritten, steps, written, written_item
from itagen.tree import Mapping, Node, Sequence, is_blank
from itagen.yaml_tree import build_tree, dump_yaml

Wanted = dict[str, Texts]


def edited(text: str, wanted: Wanted, order: Lines[str] = ()) -> str:
    """The text of a mapping changed so that it says `wanted`.

    Args:
        text: YAML, with line breaks of one sign.
        wanted: the values that it is to have; keys without a value stay as they are.
        order: the order in which new keys of the whole stand.
    """
    lines = text.split("\n")
    root, _ = build_tree(text, "", tuple(lines))
    if root is None:
        return _anew(text, wanted)
    changes = list(_Walk(tuple(lines), tuple(order)).mapping(root, wanted, len(lines)))
    placed = sorted(enumerate(changes), key=lambda c: (c[1].first, c[1].last, c[0]), reverse=True)
    for _, change in placed:
        lines[change.first : change.last] = change.lines
    made = "\n".join(lines)
    return made if _holds(made, wanted) and not _lost(text, made) else _anew(text, wanted)


def _holds(text: str, wanted: Wanted) -> bool:
    root, _ = build_tree(text, "", tuple(text.split("\n")))
    return root is not None and same(texts(root), dict(wanted))


def _lost(old: str, new: str) -> list[str]:
    """The comments of one text that another lacks."""
    return list((Counter(comments(old)) - Counter(comments(new))).elements())


def _anew(text: str, wanted: Wanted) -> str:
    """The last resort: all comments above, and the values below as a new file has them."""
    kept = [comment for comment in comments(text) if text.strip()]
    return "\n".join([*kept, dump_yaml(wanted) if wanted else ""])


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines from `first` up to `last` (counted from 0) give way to others."""

    first: int
    last: int
    lines: list[str]


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a key or list item stands: its lines from 0, and its column."""

    first: int
    last: int
    column: int


@dataclass(frozen=True, slots=True)
class _Walk:
    lines: tuple[str, ...]
    order: tuple[str, ...]

    def mapping(self, node: Mapping, wanted: Wanted, end: int) -> Iterator[_Change]:
        """The changes of a mapping written in lines, which ends before the line `end`."""
        spans = self._spans([key.at.line or 1 for key, _ in node.pairs], node, end)
        for (key, value), span in zip(node.pairs, spans, strict=True):
            if key.text in wanted:
                yield from self._key(value, wanted[key.text], span)
            elif not is_blank(value):
                yield self._without(span, is_first=key is node.pairs[0][0])
        known = {key.text for key, _ in node.pairs}
        for name in (name for name in wanted if name not in known):
            yield self._added(name, wanted[name], node, spans)

    def _spans(self, starts: list[int], node: Node, end: int) -> list[_Span]:
        """Where each of a block's parts stands, without the comments between them."""
        column = (node.at.column or 1) - 1
        if isinstance(node, Mapping) and node.pairs:
            column = (node.pairs[0][0].at.column or 1) - 1
        firsts = [line - 1 for line in starts]
        afters = [*firsts[1:], end] if firsts else []
        return [
            _Span(first, self._content_end(first, after, column), column)
            for first, after in zip(firsts, afters, strict=True)
        ]

    def _content_end(self, first: int, after: int, column: int) -> int:
        """The end of a part without what stands behind it: blank lines, comments of the next."""
        while after > first + 1:
            line = self.lines[after - 1]
            indent = len(line) - len(line.lstrip())
            if line.strip() and not (line.lstrip().startswith("#") and indent <= column):
                break
            after -= 1
        return after

    def _key(self, node: Node, value: Texts, span: _Span) -> Iterator[_Change]:
        if same(texts(node), value):
            return
        is_block = (node.at.line or 0) > span.first + 1 and not self._is_flow(node)
        if is_block and value and isinstance(node, Mapping) and isinstance(value, dict):
            yield from self.mapping(node, value, span.last)
        elif is_block and value and isinstance(node, Sequence) and isinstance(value, list):
            yield from self._sequence(node, value, span.last)
        else:
            block = self._cut(span)
            yield self._instead(span, block, rewritten(block, value))

    def _is_flow(self, node: Node) -> bool:
        line, column = (node.at.line or 1) - 1, (node.at.column or 1) - 1
        return self.lines[line][column : column + 1] in {"[", "{"}

    def _sequence(self, node: Sequence, wanted: list[Texts], end: int) -> Iterator[_Change]:
        items = [item for item in node.items if not is_blank(item)]
        dash = (node.at.column or 1) - 1
        spans = self._spans([self._dash_line(item, dash) for item in items], node, end)
        for action, first, last, start, stop in steps([texts(item) for item in items], wanted):
            paired = min(last - first, stop - start) if action == "replace" else 0
            for offset in range(paired):
                index = first + offset
                yield from self._item(items[index], wanted[start + offset], spans[index])
            if action == "equal":
                continue
            for span in spans[first + paired : last]:
                yield self._without(span, is_first=False)
            at = spans[first + paired - 1].last if first + paired else spans[0].first
            added = [self._dashed(value, dash) for value in wanted[start + paired : stop]]
            if added:
                yield _Change(at, at, [line for block in added for line in block])

    def _dash_line(self, item: Node, dash: int) -> int:
        """The line of an item's dash, from 1: a value may begin below it."""
        line = item.at.line or 1
        while line > 1 and self.lines[line - 1][dash : dash + 1] != "-":
            line -= 1
        return line

    def _item(self, node: Node, value: Texts, span: _Span) -> Iterator[_Change]:
        if same(texts(node), value):
            return
        inline = isinstance(node, Mapping) and not self._is_flow(node)
        if inline and isinstance(node, Mapping) and isinstance(value, dict) and value:
            yield from self.mapping(node, value, span.last)
            return
        block = "x:\n" + "\n".join(self.lines[span.first : span.last]) + "\n"
        made = rewritten(block, [value]).split("\n", 1)[1]
        shift = span.column - (len(made) - len(made.lstrip(" ")))
        new = [_shifted(line, shift) for line in made.rstrip("\n").split("\n")]
        yield _Change(span.first, span.last, [*self._saved(block, made, span.column), *new])

    def _dashed(self, value: Texts, dash: int) -> list[str]:
        first, *rest = written_item(value).rstrip("\n").split("\n")
        body = [f"{' ' * (dash + 2)}{line}" if line else "" for line in rest]
        return [f"{' ' * dash}- {first}", *body]

    def _cut(self, span: _Span) -> str:
        """The lines of a key, the key in the first column."""
        first, *rest = self.lines[span.first : span.last]
        return "\n".join([first[span.column :], *(_shifted(r, -span.column) for r in rest), ""])

    def _instead(self, span: _Span, old: str, new: str) -> _Change:
        before = self.lines[span.first][: span.column]
        first, *rest = new.rstrip("\n").split("\n")
        lines = [f"{before}{first}", *(_shifted(line, span.column) for line in rest)]
        saved = self._saved(old, new, span.column)
        if before.strip():  # a dash: what was saved stands below its first key
            return _Change(span.first, span.last, [*lines, *saved])
        return _Change(span.first, span.last, [*saved, *lines])

    def _saved(self, old: str, new: str, column: int) -> list[str]:
        return [f"{' ' * column}{comment}" for comment in _lost(old, new)]

    def _without(self, span: _Span, *, is_first: bool) -> _Change:
        """Lines deleted, but for their comments and the dash that the next key now follows."""
        saved = self._saved(self._cut(span), "", span.column)
        before = self.lines[span.first][: span.column]
        if is_first and before.strip() and not self.lines[span.first].lstrip().startswith("#"):
            return _Change(span.first, span.last, [before.rstrip(), *saved])
        return _Change(span.first, span.last, saved)

    def _added(self, name: str, value: Texts, node: Mapping, spans: list[_Span]) -> _Change:
        """A new key at its place in the order, else at the end."""
        column = spans[0].column if spans else 0
        at = spans[-1].last if spans else self._content_end(-1, len(self.lines), -1)
        if name in self.order and column == 0:
            later = self.order[self.order.index(name) + 1 :]
            for (key, _), span in zip(node.pairs, spans, strict=True):
                if key.text in later:
                    at = self._above(span.first)
                    break
        lines = [_shifted(line, column) for line in written(name, value).rstrip("\n").split("\n")]
        return _Change(at, at, lines)

    def _above(self, first: int) -> int:
        """Above the comments of a key, but below those at the top of the file."""
        at = first
        while at > 0 and self.lines[at - 1].lstrip().startswith("#"):
            at -= 1
        return at if at > 0 else first


def _shifted(line: str, by: int) -> str:
    """A line further to the right, or to the left as far as it has spaces."""
    if by >= 0:
        return f"{' ' * by}{line}" if line else ""
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, -by) :]
