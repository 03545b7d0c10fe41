"""`itagen admin`: what Decap CMS is told fits the files that it will open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from itagen.cli.admin import command
from itagen.edit.decap import INTEGRITY, SCRIPT, Backend, admin_files, admin_policy, is_pinned
from itagen.edit.item_desk import values_of
from itagen.edit.kinds import is_lines
from itagen.edit.seen import see
from itagen.edit.texts import Texts
from itagen.project import Project
from tests.projects import ROOT, SHIPPED, write_demo

GITLAB = Backend("gitlab", "group/project", "main", app_id="abc")
GITHUB = Backend("github", "group/project", "main", sign_in="https://auth.example.go.th")
PLAIN = {"string", "text", "select", "file"}


def config_of(root: Path, backend: Backend = GITLAB) -> dict[str, Any]:
    files = admin_files(see(Project(root)), backend, b"script")
    assert set(files) == {"index.html", "config.yml", SCRIPT}
    config: dict[str, Any] = yaml.safe_load(files["config.yml"])
    return config


def fits(field: dict[str, Any], value: Texts) -> bool:
    """Whether a widget of Decap can show a value."""
    widget = field["widget"]
    if widget in PLAIN:
        return isinstance(value, str)
    fields = {f["name"]: f for f in field.get("fields", ())}
    if widget == "object":
        return isinstance(value, dict) and all(
            fits(fields[k], v) for k, v in value.items() if k in fields
        )
    assert widget == "list"
    if "field" in field:
        return is_lines(value)
    return isinstance(value, list) and all(fits({**field, "widget": "object"}, v) for v in value)


@pytest.mark.parametrize("root", [ROOT, *SHIPPED], ids=lambda path: path.stem)
def test_every_field_has_the_shape_that_the_file_has(root: Path, tmp_path: Path) -> None:
    project = root if root is ROOT else write_demo(tmp_path, root)
    offered = 0
    for collection in config_of(project)["collections"]:
        for file in collection.get("files", ()):
            values = values_of((project / file["file"]).read_bytes())
            assert values is not None
            for field in file["fields"]:
                if field["name"] in values:
                    assert fits(field, values[field["name"]]), (file["file"], field["name"])
                    offered += 1
            assert file["media_folder"] == f"/content/{file['public_folder']}"
    assert offered > 40


def test_a_stream_takes_new_posts(tmp_path: Path) -> None:
    collections = config_of(write_demo(tmp_path, SHIPPED[1]))["collections"]
    streams = {c["name"]: c for c in collections if c.get("create")}
    assert set(streams) == {"news", "procurement"}
    assert all(c["folder"] == f"content/{name}" for name, c in streams.items())


def test_signing_in_to_gitlab_needs_no_server(tmp_path: Path) -> None:
    assert config_of(write_demo(tmp_path, SHIPPED[1]))["backend"] == {
        "name": "gitlab", "repo": "group/project", "branch": "main", "auth_type": "pkce",
        "app_id": "abc", "base_url": "https://gitlab.com", "api_root": "https://gitlab.com/api/v4",
    }  # fmt: skip
    assert GITHUB.config()["base_url"] == "https://auth.example.go.th"


def test_the_page_runs_only_the_script_beside_it(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    page = admin_files(see(Project(root)), GITLAB, b"")["index.html"].decode()
    assert page.count("<script") == 1
    assert f'<script src="{SCRIPT}" integrity="{INTEGRITY}">' in page
    for backend in (GITLAB, GITHUB):
        rules = dict(rule.split(" ", 1) for rule in admin_policy(backend).split("; "))
        assert rules["script-src"] == "'self' 'unsafe-eval'"
        assert rules["default-src"] == "'none'"


def test_another_script_is_refused(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    script = tmp_path / "decap-cms.js"
    script.write_bytes(b"alert(1)")
    assert not is_pinned(b"alert(1)")
    for more, words in (
        ([], "--app-id"),
        (["--app-id", "x"], "npm pack decap-cms@"),
        (["--backend", "github"], "--sign-in"),
    ):
        asked = [str(root), "--repo", "g/p", "--script", str(script), *more]
        done = CliRunner().invoke(command, asked)
        assert done.exit_code == 2
        assert words in done.output
    assert not (root / "public").exists()
