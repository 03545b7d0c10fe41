"""One key of a YAML text rewritten with ruamel, and the comments of a text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import ScalarEvent
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from itagen.edit.texts import Texts
from itagen.yaml_kept import round_trip

_FLAGS = frozenset(["true", "false"])
_FLAG_KEYS = frozenset(["none", "pending", "login"])


def rewritten(block: str, value: Texts) -> str:
    """The text of one key, `key: …`, with another value; its comments stay where ruamel can.

    Args:
        block: the text with the key in its first column.
        value: what the key is to hold.
    """
    yaml = round_trip()
    data: CommentedMap = yaml.load(block)
    (name,) = data
    data[name] = merged(data[name], value, str(name))
    return _dumped(yaml, data)


def written(name: str, value: Texts) -> str:
    """A new key as staff would write it: blocks, no quotes where none are needed."""
    return _dumped(round_trip(), CommentedMap({name: merged(None, value, name)}))


def written_item(value: Texts) -> str:
    """A new item of a list, without its dash."""
    return _dumped(round_trip(), merged(None, value, ""))


def _dumped(yaml: YAML, data: object) -> str:
    stream = io.StringIO()
    if isinstance(data, str):  # a bare text would end with a mark of the end of the document
        yaml.dump(CommentedMap({"x": data}), stream)
        return stream.getvalue().removeprefix("x:").removeprefix(" ")
    yaml.dump(data, stream)
    return stream.getvalue()


def merged(old: Any, new: Texts, name: str) -> Any:
    """The round-trip value that holds `new`, keeping all of `old` that says the same."""
    if isinstance(new, str):
        return old if isinstance(old, str) and same_text(old, new) else _scalar(new, name)
    if isinstance(new, dict):
        kept = old if isinstance(old, CommentedMap) else CommentedMap()
        for key in [key for key in kept if key not in new and not _is_blank(kept[key])]:
            del kept[key]
        for key, value in new.items():
            kept[key] = merged(kept.get(key), value, key)
        return kept
    return _list(old if isinstance(old, CommentedSeq) else CommentedSeq(), new, name)


def same_text(old: str, new: str) -> bool:
    """Whether two texts differ at most in the line break at their end, which a form loses."""
    return old.rstrip("\n") == new.rstrip("\n")


def _list(old: CommentedSeq, new: list[Texts], name: str) -> CommentedSeq:
    for action, first, last, start, end in reversed(steps([plain(item) for item in old], new)):
        paired = min(last - first, end - start) if action == "replace" else 0
        for offset in range(paired):
            old[first + offset] = merged(old[first + offset], new[start + offset], name)
        if action == "equal":
            continue
        for index in reversed(range(first + paired, last)):
            del old[index]
        for index, value in enumerate(new[start + paired : end]):
            old.insert(first + paired + index, merged(None, value, name))
    return old


def steps(old: list[Texts], new: list[Texts]) -> list[tuple[str, int, int, int, int]]:
    """How a list becomes another: `equal`, `replace`, `delete` and `insert` with their spans."""
    if len(old) == len(new):
        return [
            ("equal" if a == b else "replace", i, i + 1, i, i + 1)
            for i, (a, b) in enumerate(zip(old, new, strict=True))
        ]
    matcher = SequenceMatcher(None, list(map(repr, old)), list(map(repr, new)), autojunk=False)
    return list(matcher.get_opcodes())


def plain(value: Any) -> Texts:
    """A round-trip value as plain texts, lists and mappings; blank ones are left out."""
    if isinstance(value, CommentedMap):
        return {str(k): plain(v) for k, v in value.items() if not _is_blank(v)}
    if isinstance(value, CommentedSeq):
        return [plain(item) for item in value]
    return str(value)


def _is_blank(value: Any) -> bool:
    return value is None or (type(value) is str and not value)


def _scalar(text: str, name: str) -> Any:
    if "\n" in text:
        return LiteralScalarString(text if text.endswith("\n") else f"{text}\n")
    if text in _FLAGS and name not in _FLAG_KEYS:
        return DoubleQuotedScalarString(text)
    return text


def comments(text: str) -> Iterator[str]:
    """Every comment of a YAML text, from its sign to the end of its line."""
    for line in _without_scalars(text).split("\n"):
        before, sign, words = line.partition("#")
        if sign and (not before or before[-1].isspace()):
            yield f"#{words}".rstrip()


def _without_scalars(text: str) -> str:
    """The text with spaces where values stand, so that a `#` can only begin a comment."""
    shown = list(text)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            if isinstance(event, ScalarEvent):
                start, end = event.start_mark.index, event.end_mark.index
                if event.style in {"|", ">"}:  # a comment may follow the sign itself
                    start = text.find("\n", start, end) if "\n" in text[start:end] else end
                for index in range(start, end):
                    if shown[index] != "\n":
                        shown[index] = " "
    except YAMLError:
        return "".join(shown)
    return "".join(shown)
