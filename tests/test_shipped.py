"""Shipped data is found in a checkout, in an editable install and in an installed wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.environments import UNCOMPILED, new_environment
from tests.projects import ROOT

ASK = "import itagen.shipped as s; print(s.shipped_folder())"


def run(python: Path, *arguments: str, cwd: Path) -> str:
    told = {**os.environ, **UNCOMPILED}
    environment = {k: v for k, v in told.items() if k not in {"PYTHONPATH", "PYTHONHOME"}}
    done = subprocess.run(
        [str(python), *arguments], cwd=cwd, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout.strip()


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A virtual environment that sees the installed libraries, but not this checkout."""
    python = new_environment(tmp_path / "env")
    libraries = sysconfig.get_paths()["purelib"]
    own = run(
        python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])", cwd=tmp_path
    )
    keep = f"import sys; sys.path.append({libraries!r})"
    (Path(own) / "libraries.pth").write_text(keep + "\n", encoding="utf-8")
    return python


def test_in_a_checkout(tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {ASK}"
    assert run(Path(sys.executable), "-c", code, cwd=tmp_path) == str(ROOT)


def test_in_an_editable_install(empty: Path, tmp_path: Path) -> None:
    run(
        empty, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps",
        "--no-build-isolation", "-e", str(ROOT), cwd=tmp_path,
    )  # fmt: skip
    assert run(empty, "-c", ASK, cwd=tmp_path) == str(ROOT)


def test_in_an_installed_wheel(empty: Path, wheel: Path, tmp_path: Path) -> None:
    run(
        empty, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps",
        "--force-reinstall", str(wheel), cwd=tmp_path,
    )  # fmt: skip
    found = run(empty, "-c", ASK, cwd=tmp_path)
    assert Path(found).is_relative_to(tmp_path / "env")
    program = tmp_path / "env" / "bin" / "itagen"
    site = tmp_path / "site"
    run(empty, str(program), "init", str(site), cwd=tmp_path)
    assert "public" in run(empty, str(program), "build", str(site), cwd=tmp_path)
    assert (site / "public" / "index.html").is_file()
