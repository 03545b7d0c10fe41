"""One piece of evidence as a flat set of inputs, and back: what the form did not show stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from itagen.edit.texts import Texts

Kind = Literal["text", "pages", "table", "link", "image", "none", "pending", "record", "asis", ""]
Posted = dict[str, "str | Posted"]

# Every key that belongs to a kind; the first of a kind with a file names it.
OWN_KEYS: Mapping[str, tuple[str, ...]] = {
    "text": ("text",),
    "pages": ("file", "pages"),
    "table": ("table", "sheet"),
    "link": ("link", "login"),
    "image": ("image", "alt"),
    "none": ("none",),
    "pending": ("pending", "until"),
}
DOCUMENT_KEYS = ("file", "link", "title", "side", "covers", "date", "by", "signed")
EXTRAS = ("title", "side", "covers", "date", "by", "signed")
_OF_KINDS = frozenset(key for keys in OWN_KEYS.values() for key in keys) | {"columns", "tree"}


def kind_of(value: Texts) -> Kind:
    """What a value is; `asis` where the form can only leave it as it stands in the file."""
    if isinstance(value, str) or is_lines(value):
        return "text"
    if not isinstance(value, dict):
        return "asis"
    found = [kind for kind, keys in OWN_KEYS.items() if any(key in value for key in keys)]
    if "tree" in value or len(found) > 1 or not all(map(_is_flat, value.items())):
        return "asis"
    return found[0] if found else ""  # type: ignore[return-value]


def is_lines(value: Texts) -> bool:
    """Whether a value is a list of single lines, which a form shows as one text."""
    return isinstance(value, list) and all(isinstance(v, str) and "\n" not in v for v in value)


def _is_flat(pair: tuple[str, Texts]) -> bool:
    key, value = pair
    return key == "columns" or isinstance(value, str) or is_lines(value)


def shown(value: Texts | None) -> str:
    """A value as an input shows it."""
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return "\n".join(item for item in value if isinstance(item, str))
    return value.rstrip("\n")


def inputs_of(value: Texts) -> dict[str, str]:
    """The inputs of a piece of evidence by their keys."""
    kind = kind_of(value)
    if not isinstance(value, dict):
        return {"kind": kind, "text": shown(value)}
    found = {key: shown(held) for key, held in value.items() if key not in {"columns", "tree"}}
    if "pages" in found:
        found["pages"] = found["pages"].replace("\n", ", ")
    return {**found, "kind": kind}


def evidence_of(given: Posted, old: Texts | None, *, as_lines: bool = False) -> Texts | None:
    """The value that the inputs say; None where they say nothing.

    Args:
        given: inputs by key; those that were not shown are missing, and their values stay.
        old: what stood there.
        as_lines: whether several lines of a new text are several texts.
    """
    kind = said(given, "kind")
    before: dict[str, Texts] = {} if old is None else {"text": old}
    if isinstance(old, dict):
        before = old
    after = dict(before) if kind == "asis" else _of_kind(kind, before, given)
    for key in EXTRAS:
        if key in given:
            _put(after, key, said(given, key), before.get(key))
    if set(after) == {"text"} and not (isinstance(old, dict) and "text" in old):
        return _text(after["text"], old, as_lines=as_lines)
    return after or None


def _of_kind(kind: str, before: dict[str, Texts], given: Posted) -> dict[str, Texts]:
    """What stays of the old value, with the inputs of the chosen kind."""
    kept = {
        key: value
        for key, value in before.items()
        if key not in _OF_KINDS or key in OWN_KEYS.get(kind, ()) or (key, kind) == _COLUMNS
    }
    for key in OWN_KEYS.get(kind, ()):
        if key in given:
            _put(kept, key, said(given, key), before.get(key))
    return kept


_COLUMNS = ("columns", "table")


def _put(into: dict[str, Texts], key: str, text: str, old: Texts | None) -> None:
    seen = shown(old).replace("\n", ", ") if key == "pages" else shown(old)
    if old is not None and text == _settled(seen):
        into[key] = old
    elif text:
        into[key] = text
    else:
        into.pop(key, None)


def _text(text: Texts, old: Texts | None, *, as_lines: bool) -> Texts:
    if not isinstance(text, str):
        return text
    if isinstance(old, list) or (as_lines and old is None and "\n" in text):
        return [line.strip() for line in text.split("\n") if line.strip()]
    return text


def said(given: Posted, key: str) -> str:
    """The text of an input; of browsers' line breaks one sign stays."""
    value = given.get(key, "")
    if not isinstance(value, str):
        return ""
    return _settled(value)


def _settled(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").strip(" \t")


def is_blank(given: Posted) -> bool:
    """Whether nothing but choices were made in a new piece of evidence."""
    return not any(
        not is_blank(value) if isinstance(value, dict) else said(given, key)
        for key, value in given.items()
        if key not in {"kind", "side"}
    )
