"""Where engineers meet itagen: pre-commit and code hosts, each run as it would be, offline."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from itagen.cli import COMMANDS
from tests.environments import UNCOMPILED
from tests.projects import ROOT, SHIPPED, write_demo
from tests.test_sarif import official

WRONG = "content/2566/o13.yaml"
# Installs take what is installed here: pip fetches nothing, neither libraries nor build tools.
OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",
    **UNCOMPILED,
    "PYTHONPATH": sysconfig.get_paths()["purelib"],
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "ก", "GIT_AUTHOR_EMAIL": "k@example.go.th",
    "GIT_COMMITTER_NAME": "ก", "GIT_COMMITTER_EMAIL": "k@example.go.th",
}  # fmt: skip


def run(
    *command: str, cwd: Path, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **OFFLINE, **(more or {})}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def git(*arguments: str, cwd: Path, more: Mapping[str, str] | None = None) -> str:
    done = run("git", *arguments, cwd=cwd, more=more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def slip(root: Path) -> None:
    """A slip of a clerk: last year's report."""
    entry = root / WRONG
    entry.write_text(entry.read_text("utf-8").replace("2565", "2564"), encoding="utf-8")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A project kept in git."""
    root = write_demo(tmp_path / "kept", SHIPPED[1])
    git("init", "-q", cwd=root)
    git("add", "-A", cwd=root)
    git("commit", "-qm", "begin", cwd=root)
    return root


def shim(folder: Path) -> dict[str, str]:
    """A PATH on which `itagen` is this checkout, as where it is installed."""
    folder.mkdir()
    program = folder / "itagen"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m itagen "$@"\n', "utf-8")
    program.chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.parametrize("hook", ["itagen-check", "itagen-check-installed"])
def test_pre_commit_refuses_a_fault_and_lets_good_content_pass(
    hook: str, kept: Path, tmp_path: Path
) -> None:
    source = tmp_path / "itagen"
    git("clone", "-q", str(ROOT), str(source), cwd=tmp_path)
    told = {
        "repos": [
            {
                "repo": str(source),
                "rev": git("rev-parse", "HEAD", cwd=source),
                "hooks": [{"id": hook}],
            }
        ]
    }
    (kept / ".pre-commit-config.yaml").write_text(json.dumps(told), encoding="utf-8")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home"), **shim(tmp_path / "bin")}
    done = run(sys.executable, "-m", "pre_commit", "install", cwd=kept, more=home)
    assert done.returncode == 0, done.stdout + done.stderr
    slip(kept)
    git("add", "-A", cwd=kept)
    refused = run("git", "commit", "-qm", "slip", cwd=kept, more=home)
    assert refused.returncode == 1 and f"{WRONG}:1:9: error[ITA301]" in refused.stderr
    assert "แก้ไข: " in refused.stderr
    git("checkout", "-q", "HEAD", "--", WRONG, cwd=kept)
    git("commit", "-qm", "good", cwd=kept, more=home)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a machine whose `python` knows no itagen."""
    folder = tmp_path_factory.mktemp("machine")
    venv.create(folder, symlinks=True)  # its pip is the one beside the libraries: see PYTHONPATH
    return folder / "bin"


def steps_of(host: str, root: Path, wheel: Path) -> tuple[list[str], dict[str, str]]:
    """The commands of the file that `itagen ci` writes, in order, and the variables it sets."""
    done = run(
        sys.executable, "-m", "itagen", "ci", host, str(root), "--install", str(wheel), cwd=root
    )
    assert done.returncode == 0, done.stderr
    if host == "github":
        told = yaml.safe_load((root / ".github" / "workflows" / "itagen.yml").read_text("utf-8"))
        steps: list[dict[str, Any]] = told["jobs"]["check"]["steps"]
        return [step["run"] for step in steps if "run" in step], told["env"]
    told = yaml.safe_load((root / ".gitlab-ci.yml").read_text("utf-8"))
    jobs = [job for job in told.values() if isinstance(job, dict) and "script" in job]
    first: list[str] = told["default"]["before_script"]
    return first + [line for job in jobs for line in job["script"]], told["variables"]


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_a_code_host_checks_and_builds(host: str, kept: Path, machine: Path, wheel: Path) -> None:
    commands, variables = steps_of(host, kept, wheel)
    told = {"PATH": f"{machine}{os.pathsep}/usr/bin{os.pathsep}/bin", **variables}
    for command in commands:
        done = run("bash", "-e", "-o", "pipefail", "-c", command, cwd=kept, more=told)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    assert (kept / "public" / "index.html").is_file()
    assert (machine / "itagen").is_file()
    if host == "github":
        slip(kept)
        refuses(commands[1:], kept, told)


def refuses(commands: list[str], root: Path, told: dict[str, str]) -> None:
    """With a fault all but the report for the tab Security fail, and that holds the fault."""
    done = {
        command: run("bash", "-e", "-o", "pipefail", "-c", command, cwd=root, more=told)
        for command in commands
    }
    failed = [command for command in commands if done[command].returncode]
    assert failed == [command for command in commands if "sarif" not in command]
    log = json.loads((root / "itagen.sarif").read_text("utf-8"))
    assert official().is_valid(log) and log["runs"][0]["results"][0]["ruleId"] == "ITA301"
    said = done["itagen check --format github"].stdout
    assert said.startswith(f"::error file={WRONG},line=1,col=9,title=ITA301 wrong-year::O13 ")


def test_a_file_of_a_code_host_is_never_written_over(kept: Path) -> None:
    told = [sys.executable, "-m", "itagen", "ci", "gitlab", str(kept)]
    assert run(*told, cwd=kept).returncode == 0
    before = (kept / ".gitlab-ci.yml").read_bytes()
    assert re.search(rb"ITAGEN: 'itagen==\d", before)
    assert run(*told, cwd=kept).returncode == 2
    assert run(*told[:-2], "github", str(kept), "--install", "a'b", cwd=kept).returncode == 2
    assert (kept / ".gitlab-ci.yml").read_bytes() == before
    assert not (kept / ".github" / "workflows").exists() and "ci" in COMMANDS
