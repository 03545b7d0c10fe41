"""What was submitted of a year: addresses and hashes, in a file that is committed.

The file is canonical JSON, `content/frozen/2566.json`: the same content gives the same bytes. It
lies outside the year's folder, so that a folder that is renamed or deleted is missed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

FOLDER = "frozen"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """What was submitted: its address on the site and the hash of its content or bytes."""

    address: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """A year as it was submitted.

    Attributes:
        day: given by whoever submitted, of the Common Era.
        site_url: under which the addresses were given, empty where none was said.
        items: by code; those that had content.
        files: attachments, by their paths below content/.
        posts: of the streams that items select, by their paths below the project.
    """

    edition: str
    day: date
    site_url: str
    items: Mapping[str, Kept]
    files: Mapping[str, Kept]
    posts: Mapping[str, Kept]


def record_of(folder: str) -> str:
    """The file of a year's record, below content/."""
    return f"{FOLDER}/{folder}.json"


def frozen_text(frozen: Frozen) -> str:
    """The file: a thing a block, in order, so that versions of it can be compared."""
    data = {
        "version": _VERSION,
        "edition": frozen.edition,
        "date": frozen.day.isoformat(),
        "site_url": frozen.site_url,
        "items": _plain(frozen.items),
        "files": _plain(frozen.files),
        "posts": _plain(frozen.posts),
    }
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def parse_frozen(text: str) -> Frozen | None:
    """The record that a file holds; None where it was damaged or is of another version."""
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            return None
        parts = (_kept(data[name]) for name in ("items", "files", "posts"))
        day = date.fromisoformat(data["date"])
        return Frozen(str(data["edition"]), day, str(data["site_url"]), *parts)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _plain(kept: Mapping[str, Kept]) -> dict[str, Any]:
    return {name: {"address": each.address, "sha256": each.sha256} for name, each in kept.items()}


def _kept(data: Any) -> dict[str, Kept]:
    return {str(n): Kept(str(v["address"]), str(v["sha256"])) for n, v in data.items()}
