"""One value of a YAML file set, every other byte as staff wrote it; files written in one step."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path


def with_value(text: str, key: str, value: str, after: str) -> str:
    """The text with the single-line value of a top-level key set.

    Args:
        text: a YAML file in block style.
        key: `state`.
        value: as it stands in YAML, quoted where need be.
        after: the key whose line a key that is not there yet is put behind; else it comes first.
    """
    pattern = rf"^({re.escape(key)}:[ \t]*)[^\r\n#]*?([ \t]*(?:[ \t]#[^\r\n]*)?)(?=\r?$)"
    found = re.search(pattern, text, re.MULTILINE)
    if found:
        opening = f"{found[1].rstrip()} "
        return f"{text[: found.start()]}{opening}{value}{found[2]}{text[found.end() :]}"
    end = "\r\n" if "\r\n" in text else "\n"
    line = re.search(rf"^{re.escape(after)}:.*(?:\r?\n|$)", text, re.MULTILINE)
    place = line.end() if line else 0
    before = text[:place]
    joined = before if not before or before.endswith("\n") else f"{before}{end}"
    return f"{joined}{key}: {value}{end}{text[place:]}"


def read_whole(path: Path) -> str:
    """The text of a file with its own line ends."""
    return path.read_bytes().decode("utf-8")


def write_whole(path: Path, text: str) -> None:
    """Exchange the file for another text in one step."""
    draft = path.with_name(f".{path.name}.draft")
    draft.write_bytes(text.encode("utf-8"))
    draft.replace(path)


def write_fresh(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths below a folder.

    Raises:
        FileExistsError: one is there; it stays as it is.
    """
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
