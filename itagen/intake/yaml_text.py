"""YAML that staff wrote, changed without touching their words, comments and order."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from itagen.yaml_kept import round_trip

if TYPE_CHECKING:
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap

_FLUSH_LIST = re.compile(r"^( *)[^\s#-][^\n]*:[ ]*\n\1- ", re.MULTILINE)


def load_round(text: str) -> CommentedMap:
    """The mapping of a text with all that stands around its values; of a blank text an empty one.

    Every plain value stays text, as the strict reader has it.
    """
    from ruamel.yaml.comments import CommentedMap

    found = _round(text).load(text)
    return found if isinstance(found, CommentedMap) else CommentedMap()


def dump_round(data: CommentedMap, before: str) -> str:
    """The text of a mapping, its lists as far in as they were `before`; comments alone stay."""
    if not before.strip() or not data:
        before = ""
    stream = io.StringIO()
    _round(before).dump(data, stream)
    told = any(line.lstrip()[:1] not in {"", "#"} for line in before.split("\n"))
    comments = "" if told or not before else f"{before.rstrip()}\n"
    return f"{comments}{stream.getvalue()}"


def flow(value: list[str] | dict[str, Any]) -> Any:
    """A list or mapping to stand on one line."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    found = CommentedMap(value) if isinstance(value, dict) else CommentedSeq(value)
    found.fa.set_flow_style()
    return found


def _round(text: str) -> YAML:
    return round_trip(flush_lists=_FLUSH_LIST.search(text) is not None)
