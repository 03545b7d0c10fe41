"""YAML text to a tree of values with places. The only importer of yaml.

Scalars are strict (design §4): text, but for `true`, `false` and whole numbers; no anchors, aliases
or tags; a key stands once. A slip becomes a Fault beside what could be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from itagen.diagnostics import Location
from itagen.slips import BAD_DASH, NO_SPACE, rejoin, syntax_detail
from itagen.tree import Fault, Mapping, Node, Scalar, Sequence, scalars

MAX_DEPTH = 24

_GLUED_COMMENT = re.compile(r"\s+(#[^\s#].*)")
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def build_tree(
    text: str, path: str, lines: tuple[str, ...]
) -> tuple[Mapping | None, tuple[Fault, ...]]:
    """Return the mapping that the text holds (None where it cannot be trusted) and its faults."""
    return _Builder(path, lines).build(text)


class _DashError(Exception):
    """A list item begins with a mark that is none; what follows cannot be trusted."""

    def __init__(self, at: Location) -> None:
        super().__init__()
        self.at = at


class _Builder:
    """Events of one YAML text to a tree, gathering faults on the way."""

    def __init__(self, path: str, lines: tuple[str, ...]) -> None:
        self.path = path
        self.lines = lines
        self.faults: list[Fault] = []

    def at(self, line: int = 1, column: int = 1, width: int = 1) -> Location:
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Location(self.path, line, column, width, text)

    def build(self, text: str) -> tuple[Mapping | None, tuple[Fault, ...]]:
        """Return the mapping that the text holds; None where it cannot be trusted."""
        try:
            root = self._document(yaml.parse(text, Loader=_Loader))
        except _DashError as error:
            self._fault("broken-yaml", error.at, "dash")
            root = None
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
            root = None
        except (yaml.YAMLError, RecursionError) as error:
            self._fault("broken-yaml", self.at(), "other", str(error)[:80])
            root = None
        if root is not None and not isinstance(root, Mapping):
            self._fault("broken-yaml", root.at, "not-a-mapping")
            root = None
        return root, tuple(self.faults)

    def _fault(
        self, kind: str, at: Location, detail: str = "", found: str = "",
        other: Location | None = None,
    ) -> None:  # fmt: skip
        self.faults.append(Fault(kind, at, detail, found, other))

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        line, column = self._place(error.problem_mark)
        text = self.lines[line - 1]
        detail = syntax_detail(error.problem or "", text, column)
        before = self.lines[line - 2] if line > 1 else ":"
        if NO_SPACE.match(before) or BAD_DASH.match(before):
            detail, line = syntax_detail("", before, 1), line - 1
        if detail == "colon" and text.count(":") < 2:
            line, detail = (line, "indent") if ":" in before else (line - 1, "no-colon")
        elif detail in {"open-quote", "open-bracket", "no-colon"} and error.context_mark:
            line, column = self._place(error.context_mark)
        text = self.lines[line - 1]
        column = min(column, len(text) + 1)
        self._fault("broken-yaml", self.at(line, column), detail, text.strip()[:60])

    def _place(self, mark: yaml.Mark | None) -> tuple[int, int]:
        if mark is None:
            return 1, 1
        return min(mark.line + 1, len(self.lines)), mark.column + 1

    def _document(self, events: Iterator[yaml.Event]) -> Node | None:
        """Build without recursion, so that no nesting can exhaust the stack."""
        stack: list[_Open] = []
        done: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and done is not None:
                self._fault("yaml-feature", self._at(event), "documents", "---")
                return None
            node: Node | None = self._leaf(event)
            if isinstance(event, yaml.CollectionStartEvent):
                self._refuse_features(event)
                stack.append(_Open(event, self._at(event)))
                if len(stack) > MAX_DEPTH:
                    self._fault("too-large", self._at(event), "depth", str(MAX_DEPTH))
                    return None
                continue
            if isinstance(event, yaml.CollectionEndEvent):
                node = self._close(stack.pop())
            if node is None:
                continue
            if stack:
                stack[-1].children.append(node)
            else:
                done = node
        return done if done is not None else Mapping((), self.at())

    def _leaf(self, event: yaml.Event) -> Scalar | None:
        if isinstance(event, yaml.AliasEvent):
            self._fault("yaml-feature", self._at(event), "alias", f"*{event.anchor}")
            return Scalar(f"*{event.anchor}", self._at(event))
        if not isinstance(event, yaml.ScalarEvent):
            return None
        self._refuse_features(event)
        text = event.value.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
        bare = event.style is None or event.style == ""
        cut = self._glued_comment(_span(event)[1]) if bare else ""
        if cut and not text:
            return Scalar(cut, self._at(event))
        return Scalar(text, self._at(event), plain=bare)

    def _refuse_features(self, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if event.anchor:
            self._fault("yaml-feature", self._at(event), "anchor", f"&{event.anchor}")
        if tag:
            self._fault("yaml-feature", self._at(event), "tag", str(tag))

    def _glued_comment(self, end: tuple[int, int]) -> str:
        """The words that would be lost, reported."""
        line, column = end
        if line >= len(self.lines):
            return ""
        glued = _GLUED_COMMENT.match(self.lines[line], column)
        if glued:
            at = self.at(line + 1, glued.start(1) + 1, len(glued.group(1)))
            self._fault("cut-value", at, "comment", glued.group(1))
        return glued.group(1) if glued else ""

    def _at(self, event: yaml.Event) -> Location:
        (line, column), (end_line, end_column) = _span(event)
        width = max(1, end_column - column) if line == end_line else 1
        return self.at(line + 1, column + 1, width)

    def _close(self, opened: _Open) -> Node:
        if isinstance(opened.event, yaml.SequenceStartEvent):
            return Sequence(tuple(opened.children), opened.at)
        pairs = list(zip(opened.children[::2], opened.children[1::2], strict=True))
        return Mapping(tuple(self._pairs(pairs, opened)), opened.at)

    def _pairs(
        self, pairs: list[tuple[Node, Node]], opened: _Open
    ) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        doubled = False
        flow = bool(opened.event.flow_style)
        spaced = self._spaced(pairs) if flow else pairs
        for key, value in rejoin(spaced, self._cut_at_comma) if flow else spaced:
            if not isinstance(key, Scalar):
                self._fault("yaml-feature", key.at, "complex-key")
                key = next(scalars(key), Scalar("?", key.at))
            if BAD_DASH.match(key.text):
                raise _DashError(key.at)
            if key.text in seen and doubled:
                continue
            if key.text in seen:
                doubled = True
                self._fault("duplicate-key", key.at, found=key.text, other=seen[key.text].at)
            else:
                seen[key.text] = key
                yield key, value

    def _spaced(self, pairs: list[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
        """Tell `{file:x.pdf}` apart, which YAML reads as a name without a value."""
        found: list[tuple[Node, Node]] = []
        told = False
        for key, value in pairs:
            glued = isinstance(key, Scalar) and key.plain and NO_SPACE.match(key.text)
            if isinstance(key, Scalar) and glued and isinstance(value, Scalar) and not value.text:
                name, _, rest = key.text.partition(":")
                if not told:
                    self._fault("broken-yaml", key.at, "no-space", key.text)
                told = True
                found.append((Scalar(name, key.at), Scalar(rest, key.at)))
            else:
                found.append((key, value))
        return found

    def _cut_at_comma(self, value: Scalar, whole: str) -> None:
        number = re.fullmatch(r"[\d,.]+", whole)
        self._fault("cut-value", value.at, "number" if number else "comma", whole)


class _Open:
    """A collection whose end has not come yet."""

    def __init__(self, event: yaml.CollectionStartEvent, at: Location) -> None:
        self.event = event
        self.at = at
        self.children: list[Node] = []


def _span(event: yaml.Event) -> tuple[tuple[int, int], tuple[int, int]]:
    """Line and column, from 0, of the start and the end of an event."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return (0, 0), (0, 0)
    return (start.line, start.column), (end.line, end.column)


def dump_yaml(data: object) -> str:
    """Plain data as YAML that staff can read: block style, Thai as it is."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
