"""The Nu HTML checker finds no error on any page of any site."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

from tests.browser.sites import Site

VNU = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Said of every file: the checker takes 'self' for another place than the folder of the page, and a
# block of data for a script; what Chromium says of them is seen in test_visitor.py.
NOT_OURS = (
    "Resource violates Content Security Policy",
    "Inline script violates Content Security Policy",
)
FAULTY = "<!doctype html><html lang=th><title>ก</title><p><div></p><img src=x>"


def checked(*folders: Path) -> list[dict[str, Any]]:
    """What the checker says of every page below the folders."""
    command = ["java", "-jar", str(VNU), "--format", "json", "--stdout", "--exit-zero-always"]
    command += ["--also-check-svg", "--skip-non-html", *map(str, folders)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return messages


def test_no_page_has_an_error(sites: tuple[Site, ...], tmp_path: Path, notes: list[str]) -> None:
    faulty = tmp_path / "faulty.html"
    faulty.write_text(FAULTY, encoding="utf-8")
    errors, warnings, sure = [], Counter[str](), 0
    for said in checked(*(site.folder for site in sites), tmp_path):
        if said["url"].endswith(faulty.name):
            sure += said["type"] == "error"
        elif said["type"] != "info":
            place = f"{said['url']}:{said.get('lastLine')}"
            errors.append(f"{place}: {said['message']}\n    {said.get('extract', '')!r}")
        elif not said["message"].startswith(NOT_OURS):
            warnings[said["message"]] += 1
    notes += [f"HTML warning, {count} times: {text}" for text, count in warnings.most_common()]
    assert sure, "the checker found nothing on a page with errors"
    assert not errors, "\n".join(["", *errors])
