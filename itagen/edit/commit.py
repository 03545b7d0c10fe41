"""A commit of what was saved, in the name of the person who did."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PERSON = re.compile(r"\s*([^<>\n]+?)\s*<([^<>\s]+@[^<>\s]+)>\s*")


@dataclass(frozen=True, slots=True)
class Person:
    """Who saves: a name and a mail address."""

    name: str
    mail: str


def parse_person(text: str) -> Person | None:
    """`ชื่อ สกุล <mail@example.go.th>`, or None."""
    found = _PERSON.fullmatch(text)
    return Person(found[1], found[2]) if found else None


def commit(root: Path, paths: Sequence[Path], words: str, person: Person) -> str:
    """Commit these files and no other; empty, or what git says where it could not."""
    names = [path.relative_to(root).as_posix() for path in paths]
    who = {
        "GIT_AUTHOR_NAME": person.name,
        "GIT_AUTHOR_EMAIL": person.mail,
        "GIT_COMMITTER_NAME": person.name,
        "GIT_COMMITTER_EMAIL": person.mail,
    }
    for command in (
        ["add", "--", *names],
        ["commit", "--quiet", "-m", words, "--only", "--", *names],
    ):
        try:
            done = subprocess.run(
                ["git", *command], cwd=root, env={**os.environ, **who}, capture_output=True,
                text=True, encoding="utf-8", errors="replace", check=False, timeout=60,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        if done.returncode:
            return (done.stderr or done.stdout).strip()[-400:]
    return ""
