"""Rename a post or an attachment, and keep its old address working."""

from __future__ import annotations

import re
from pathlib import Path

from itagen.address import safe_name, safe_path
from itagen.project import Project


class CannotMoveError(Exception):
    """The old name is not there, the new one is taken, or the two are of different kinds."""


def move(project: Project, old: str, new: str) -> list[str]:
    """Rename `old` (a path below content/) to the name `new`; return what was changed.

    Raises:
        CannotMoveError: nothing was changed.
    """
    path = project.content / old
    target = path.with_name(new if "." in new else f"{new}{path.suffix}")
    if not path.is_file() or target.exists() or target.suffix != path.suffix:
        raise CannotMoveError(old)
    if path.suffix == ".md" and path.parent.parent == project.content:
        return _move_post(project, path, target)
    return _move_attachment(project, path, target)


def _move_post(project: Project, path: Path, target: Path) -> list[str]:
    stream = path.parent.name
    before = f"/{safe_name(stream)}/{safe_name(path.stem)}/"
    text = path.read_text("utf-8")
    target.write_text(_with_formerly(text, before), encoding="utf-8", newline="\n")
    changed = [f"{stream}/{target.name}"]
    beside = path.with_suffix("")
    if beside.is_dir():
        files = [f.relative_to(beside).as_posix() for f in sorted(beside.rglob("*")) if f.is_file()]
        beside.rename(target.with_suffix(""))
        after = f"/{safe_name(stream)}/{safe_name(target.stem)}/"
        _redirect(project, [(f"{before}{safe_path(f)}", f"{after}{safe_path(f)}") for f in files])
        changed.append(f"{stream}/{target.stem}/")
    path.unlink()
    return changed


def _with_formerly(text: str, address: str) -> str:
    """The front matter with one more old address."""
    known = re.search(r"^formerly:[ \t]*\[(.*)\][ \t]*$", text, re.MULTILINE)
    if known:
        listed = f"{known.group(1)}, {address}" if known.group(1).strip() else address
        return f"{text[: known.start()]}formerly: [{listed}]{text[known.end() :]}"
    block = re.search(r"^formerly:[ \t]*\n", text, re.MULTILINE)
    if block:
        return f"{text[: block.end()]}- {address}\n{text[block.end() :]}"
    return text.replace("---\n", f"---\nformerly: [{address}]\n", 1)


def _move_attachment(project: Project, path: Path, target: Path) -> list[str]:
    folder = path.parent.relative_to(project.content).as_posix()
    named = re.compile(rf"(?<![\w.\-/]){re.escape(path.name)}(?![\w\-])")
    full = re.compile(rf"(?<![\w.\-]){re.escape(f'{folder}/{path.name}')}(?![\w\-])")
    changed = []
    for entry in sorted(project.content.rglob("*")):
        if entry.suffix not in {".yaml", ".md"} or not entry.is_file():
            continue
        text = entry.read_text("utf-8")
        own = entry.with_suffix("").relative_to(project.content).as_posix() == folder
        mended = full.sub(f"{folder}/{target.name}", text)
        mended = named.sub(target.name, mended) if own else mended
        if mended != text:
            entry.write_text(mended, encoding="utf-8", newline="\n")
            changed.append(entry.relative_to(project.content).as_posix())
    path.rename(target)
    before, after = (safe_path(f"{folder}/{name}") for name in (path.name, target.name))
    if before != after:
        _redirect(project, [(f"/{before}", f"/{after}")])
    return [f"{folder}/{target.name}", *changed]


def _redirect(project: Project, pairs: list[tuple[str, str]]) -> None:
    """Add old addresses to content/redirects.yaml, whose other lines stay as they are."""
    path = project.content / "redirects.yaml"
    text = path.read_text("utf-8") if path.exists() else ""
    lines = "".join(f"{old}: {new}\n" for old, new in pairs)
    end = "" if not text or text.endswith("\n") else "\n"
    path.write_text(f"{text}{end}{lines}", encoding="utf-8", newline="\n")
