"""The schemas for editors: every edition, every kind; what passes `check` passes them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from itagen.editor_schema import editor_schemas, for_editors, schema_names, with_lines
from itagen.project import Project
from itagen.scaffold import scaffold
from itagen.schema import shape
from itagen.source import read_source
from itagen.tree import plain
from tests.projects import (
    DRAFTS,
    KINDS,
    SHIPPED,
    demo,
    findings,
    load_edition,
    load_kind,
    run_here,
    write_demo,
    write_files,
)

WRITTEN = ("entry", "agency", "year", "post", "question")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", [*SHIPPED, *DRAFTS], ids=lambda path: path.stem)
def test_what_passes_check_passes_the_editor(edition: Path, kind: str, tmp_path: Path) -> None:
    loaded = load_edition(edition)
    root = write_files(tmp_path, for_editors(demo(edition, kind), loaded, load_kind(kind)))
    named = 0
    for path in sorted((root / "content").rglob("*.yaml")):
        line = path.read_text("utf-8").partition("\n")[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
        if found:
            named += 1
            schema = json.loads((path.parent / found.group(1)).read_bytes())
            entry = read_source(root, path).root
            assert entry is not None
            errors = jsonschema_rs.Draft7Validator(schema).iter_errors(plain(entry))
            assert not [error.message for error in errors], path
    assert named > len(loaded.items) / 2
    if edition in SHIPPED:
        assert findings(root) == []


@pytest.mark.parametrize("edition", SHIPPED, ids=lambda path: path.stem)
def test_a_missing_element_fails_in_the_editor_alone(edition: Path) -> None:
    loaded = load_edition(edition)
    schemas = editor_schemas(loaded, load_kind(KINDS[0]))
    for item in loaded.items:
        asked = [e.id for e in item.elements if e.demand == "required" and not e.from_]
        checks = jsonschema_rs.Draft7Validator(json.loads(schemas[f"{loaded.id}/{item.stem}.json"]))
        assert checks.is_valid({"pending": "รอ"}) and checks.is_valid({"none": "ไม่มี"})
        if asked and item.needs_file:
            assert not checks.is_valid({"elements": {name: {} for name in asked[1:]}})
            assert checks.is_valid({"elements": {name: {} for name in asked}})


@pytest.mark.parametrize("name", WRITTEN)
def test_every_key_that_staff_write_is_explained_in_thai(name: str) -> None:
    words = shape("words")
    unexplained = set(_keys(shape(name))) - words.keys()
    assert not unexplained, "give them words in schema/shapes/words.json"
    for said in words.values():
        assert re.search("[ก-๙]", said["title"]) and re.search("[ก-๙]", said["description"])


def test_every_key_of_a_measure_is_explained_in_thai() -> None:
    """Their words are their own: `state` of a measure is not that of a year."""
    schemas = editor_schemas(load_edition(SHIPPED[1]), load_kind(KINDS[0]))
    measures = json.loads(schemas["measures.json"])["properties"]["measures"]
    for said in (measures, *measures["items"]["properties"].values()):
        assert re.search("[ก-๙]", said["title"]) and re.search("[ก-๙]", said["description"])
    state = measures["items"]["properties"]["state"]
    assert "มาตรการนี้" in state["description"] and len(state["enum"]) == 3


def _keys(schema: Any) -> list[str]:
    if not isinstance(schema, dict):
        return [key for part in schema for key in _keys(part)] if isinstance(schema, list) else []
    own = list(schema.get("properties", {}))
    return own + [key for part in schema.values() for key in _keys(part)]


def test_a_new_project_names_schemas_that_are_there(tmp_path: Path) -> None:
    edition, kind = load_edition(SHIPPED[1]), load_kind(KINDS[0])
    files = for_editors(scaffold(edition, kind, "หน่วยงานสมมติ"), edition, kind)
    root = write_files(tmp_path, files)
    for path in (root / "content").rglob("*.yaml"):
        line = path.read_text("utf-8").partition("\n")[0]
        assert (path.parent / line.partition("$schema=")[2]).is_file(), path
    assert {finding.code for finding in findings(root)} == {"ITA213"}


def test_lines_are_added_once_and_nothing_else_changes() -> None:
    edition = load_edition(SHIPPED[1])
    text = "covers: ปีงบประมาณ 2565  # จากกองคลัง\r\nelements: {}\r\n".encode()
    path = f"content/{edition.be}/o13.yaml"
    line = f"# yaml-language-server: $schema=../../schema/editor/{edition.id}/o13.json".encode()
    names = schema_names(edition)
    for mark in (b"", b"\xef\xbb\xbf"):
        once = with_lines({path: mark + text, "content/2566/note.txt": b"x"}, names)
        assert once == {path: mark + line + b"\r\n" + text, "content/2566/note.txt": b"x"}
        assert with_lines(once, names) == once


def test_the_command_writes_them_for_a_project_that_has_none(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    out = tmp_path / "elsewhere"
    moved = root / "content" / "redirects.yaml"
    moved.write_text("old/plan.html: 2566/o06/\n", encoding="utf-8")
    command = [sys.executable, "-m", "itagen", "schema", str(root), "--out", str(out), "--lines"]
    for count in (r"เติมบรรทัดแรก [1-9]\d* ไฟล์", "เติมบรรทัดแรก 0 ไฟล์"):
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        assert re.search(count, done.stdout)
    entry = root / "content" / "2566" / "o13.yaml"
    named = entry.read_text("utf-8").partition("\n")[0].partition("$schema=")[2]
    assert (entry.parent / named).resolve() == (out / "oit-2566" / "o13.json").resolve()
    assert moved.read_text("utf-8").split("\n")[0].endswith("elsewhere/redirects.json")
    assert (out / "redirects.json").is_file()
    assert Project(root).editions().keys() and findings(root) == []


def schema_of(path: Path) -> str:
    """The schema that a file names, from the project folder; it is there."""
    named = re.findall(r"^# yaml-language-server: \$schema=(\S+)$", path.read_text("utf-8"), re.M)
    assert len(named) == 1, path
    place = Path(path.parent, named[0]).resolve()
    assert place.is_file()
    return place.relative_to(path.parents[2]).as_posix()


def test_what_is_begun_later_names_its_schema_too(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    old = root / "content" / "2566"
    (old / "o13.yaml").unlink()
    assert run_here("new", "O13", cwd=root)[0] == 0
    assert schema_of(old / "o13.yaml") == "schema/editor/oit-2566/o13.json"
    assert [path.name for path in (root / "schema").rglob("*.json")] == ["o13.json"]
    (old / "measures.yaml").write_text("measures: [{measure: อบรม}]\n", encoding="utf-8")
    run_here("schema", "--lines", cwd=root)
    edition = load_edition(SHIPPED[2])
    assert run_here("new-year", edition.id, cwd=root)[0] == 0
    new = root / "content" / "2567"
    assert schema_of(new / "measures.yaml") == "schema/editor/measures.json"
    assert schema_of(new / "year.yaml") == "schema/editor/year.json"
    entries = [item.stem for item in edition.items if (new / f"{item.stem}.yaml").is_file()]
    assert any("ยกมาจาก" in (new / f"{stem}.yaml").read_text("utf-8") for stem in entries)
    for stem in entries:
        assert schema_of(new / f"{stem}.yaml") == f"schema/editor/{edition.id}/{stem}.json"


def test_a_second_list_of_a_year_has_a_folder_of_its_own(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    (root / "content" / "2566").rename(root / "content" / "2566-oit")
    run_here("schema", "--lines", cwd=root)
    assert schema_of(root / "content" / "2566-oit" / "o13.yaml").endswith("oit-2566/o13.json")
