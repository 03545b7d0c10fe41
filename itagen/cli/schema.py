"""`itagen schema`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click

from itagen.cli.options import language_option, open_project, project_argument
from itagen.diagnostics import Language, Words
from itagen.editor_schema import FOLDER, editor_schemas, schema_names, with_lines
from itagen.project import Project
from itagen.read_site import read_site

_NOTHING = Words(
    "ยังไม่รู้ประเภทหน่วยงานหรือแบบตรวจของปีใดเลย ให้สั่ง itagen check แล้วแก้ตามที่แจ้ง",
    "the kind of agency or the list of every year is unknown; run itagen check, mend what it says",
)


@click.command("schema")
@project_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help=f"โฟลเดอร์ของ schema ({FOLDER} ในโครงการ) · where the schemas go",
)
@click.option("--lines", is_flag=True, help="เติมบรรทัดแรกให้ไฟล์ของทุกข้อ · name them in the files")
@language_option
def command(folder: Path, out: Path | None, lines: bool, language: Language) -> None:
    """เขียน JSON Schema ให้ VS Code เสนอและอธิบายสิ่งที่เขียนได้ (schemas for an editor)."""
    project = open_project(folder, language)
    site = read_site(project)
    years = [(year.edition, year.folder) for year in site.years if year.edition]
    if site.kind is None or not years:
        raise click.UsageError(_NOTHING.say(language))
    target = out or project.root / FOLDER
    schemas: dict[str, bytes] = {}
    for edition, _ in years:
        schemas |= editor_schemas(edition, site.kind)
    for name, data in schemas.items():
        _write(target / name, data)
    named = sum(_name(project, schema_names(*year), target) for year in years) if lines else 0
    said = Words(
        f"เขียน {len(schemas)} ไฟล์ใน {target}" + (f" เติมบรรทัดแรก {named} ไฟล์" if lines else ""),
        f"wrote {len(schemas)} files to {target}" + (f", named in {named} files" if lines else ""),
    )
    click.echo(said.say(language))


def _name(project: Project, names: Mapping[str, str], target: Path) -> int:
    """Name the schemas in the files of a project, and count those that did not yet."""
    paths = [path for path in names if (project.root / path).is_file()]
    files = {path: (project.root / path).read_bytes() for path in paths}
    away = Path(os.path.relpath(target.resolve(), project.root)).as_posix()
    changed = {p: d for p, d in with_lines(files, names, away).items() if d != files[p]}
    for path, data in changed.items():
        _write(project.root / path, data)
    return len(changed)


def _write(path: Path, data: bytes) -> None:
    """Write a file whole: a clerk's own is the old or the new one, whatever happens."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.itagen-new")
    draft.write_bytes(data)
    draft.replace(path)
