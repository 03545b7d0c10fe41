"""`links.json`: what was found of each address and on which day, kept beside content/."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from itagen.links.reply import Reply, Says, Trouble

NAME = "links.json"
_VERSION = 1
_EMPTY = ("", 0, None)


@dataclass(frozen=True, slots=True)
class Note:
    """A reply and the day on which it came."""

    checked: date
    reply: Reply

    def is_fresh(self, today: date, max_age: int) -> bool:
        """Whether it need not be asked again: a fault is, so that who mended it sees so."""
        age = (today - self.checked).days
        return 0 <= age < max_age and self.reply.is_good and not self.reply.says


Notes = dict[str, Note]


def read_notes(path: Path) -> Notes:
    """The notes of a project; what cannot be read was not noted, and is asked again."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        given = data["links"].items() if data["version"] == _VERSION else ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    found = ((address, _note(value)) for address, value in given)
    return {address: note for address, note in found if note}


def _note(value: Any) -> Note | None:
    try:
        secure = value.get("secure")
        reply = Reply(
            value.get("trouble", ""), int(value.get("status", 0)), str(value.get("end", "")),
            str(value.get("type", "")), value.get("says", ""),
            secure if isinstance(secure, bool) else None,
        )  # fmt: skip
        checked = date.fromisoformat(value["checked"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    if reply.trouble not in get_args(Trouble) or reply.says not in get_args(Says):
        return None
    return Note(checked, reply)


def notes_text(notes: Mapping[str, Note]) -> str:
    """The file: an address a block, in order, so that versions of it can be compared."""
    links = {
        address: {"checked": note.checked.isoformat()}
        | {
            name: value
            for name, value in asdict(note.reply).items()
            if value is False or value not in _EMPTY
        }
        for address, note in notes.items()
    }
    data = {"links": links, "version": _VERSION}
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_notes(path: Path, notes: Mapping[str, Note]) -> None:
    """Write it in one step; a project without addresses needs none."""
    if not notes and not path.exists():
        return
    draft = path.with_name(f".{path.name}.draft")
    draft.write_text(notes_text(notes), encoding="utf-8", newline="\n")
    draft.replace(path)
