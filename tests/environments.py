"""Virtual environments and the wheel for tests that install; what they cost is made once."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from tests.projects import ROOT

# pip takes this 0 for "do not compile": what is not imported need not be.
UNCOMPILED = {"PIP_NO_COMPILE": "0"}


def new_environment(folder: Path) -> Path:
    """The Python of a virtual environment that holds pip alone: ours, as unpacking one is slow."""
    venv.create(folder, symlinks=sys.platform != "win32")
    places = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    own, ours = Path(places["purelib"]), Path(sysconfig.get_paths()["purelib"])
    (own / "pip").symlink_to(ours / "pip")
    return Path(places["scripts"]) / "python"


def build_wheel(out: Path) -> Path:
    """A wheel of this checkout."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "PYTHONHOME"}}
    done = subprocess.run(
        [*command, str(ROOT)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr + done.stdout
    (built,) = out.glob("*.whl")
    return built
