"""A save that comes too late: both versions, and what may become of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from itagen.edit.posted import Values
from itagen.edit.texts import Texts, same
from itagen.edit.uploads import Refused

_UNREADABLE = "ตอนนี้ยังอ่านไม่ได้ เลือก “ใช้ตามไฟล์” แล้วแก้ไฟล์เป็นข้อความให้อ่านได้ก่อน"


@dataclass(frozen=True, slots=True)
class Differs:
    """One place in which the file and the form differ."""

    title: str
    file: str
    form: str


@dataclass(frozen=True, slots=True)
class Stale:
    """The file is no longer the one that the form was made of: nothing of it was written.

    Attributes:
        sent: everything that was sent, so that it can be sent again.
        base: the state of the file now.
    """

    differs: tuple[Differs, ...]
    sent: tuple[tuple[str, str], ...]
    base: str
    refused: tuple[Refused, ...] = ()


def read_was(text: str) -> Values:
    """The values that a form was made of, as it sends them back."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return cast(Values, found) if isinstance(found, dict) and _is_texts(found) else {}


def _is_texts(value: object) -> bool:
    if isinstance(value, list):
        return all(map(_is_texts, value))
    if isinstance(value, dict):
        return all(map(_is_texts, value.values()))
    return isinstance(value, str)


def over(now: Values, was: Values, mine: Values) -> Values:
    """The file as it is now, with what I changed laid over it, element by element."""
    result = dict(now)
    for key in {**was, **mine}:
        before, after = was.get(key), mine.get(key)
        if before is not None and after is not None and same(before, after):
            continue
        there = result.get(key)
        if key == "elements" and isinstance(after, dict) and isinstance(there, dict):
            inner = before if isinstance(before, dict) else {}
            result[key] = over(there, inner, after)
        elif after is None:
            result.pop(key, None)
        else:
            result[key] = after
    return result


def differences(
    file: Values | None, form: Values, titles: Mapping[str, str]
) -> tuple[Differs, ...]:
    """Where two states of a file differ, in words that staff know.

    Args:
        file: as it is now; None where it cannot be read, and nothing may be laid over it.
        form: as it was sent.
        titles: what keys are called; elements are `elements.<id>`.
    """
    left, right = _flat(file or {}), _flat(form)
    if file is None:
        return (Differs("ไฟล์", _UNREADABLE, in_words(form, titles)),)
    return tuple(
        Differs(titles.get(key, key), *(in_words(s.get(key), titles) for s in (left, right)))
        for key in {**left, **right}
        if not (key in left and key in right and same(left[key], right[key]))
    )


def _flat(values: Values) -> Values:
    elements = values.get("elements")
    inner = elements if isinstance(elements, dict) else {}
    rest = {key: value for key, value in values.items() if key != "elements"}
    return {**rest, **{f"elements.{key}": value for key, value in inner.items()}}


def in_words(value: Texts | None, titles: Mapping[str, str]) -> str:
    """A value as lines that can be compared by eye."""
    match value:
        case None:
            return ""
        case str():
            return value.rstrip("\n")
        case list():
            return "\n".join(f"- {in_words(item, titles)}" for item in value)
        case dict():
            return "\n".join(
                f"{titles.get(key, key)}: {in_words(item, titles)}" for key, item in value.items()
            )
