"""The message that the README shows is what the program says."""

from __future__ import annotations

import tempfile
from pathlib import Path

from itagen.reporters import text
from tests.projects import SHIPPED, findings, write_demo


def message() -> str:
    with tempfile.TemporaryDirectory() as folder:
        root = write_demo(Path(folder), SHIPPED[1])
        entry = root / "content" / "2566" / "o13.yaml"
        entry.write_text(entry.read_text("utf-8").replace("2565", "2564"), encoding="utf-8")
        return text(findings(root), (), "th")


def test_it_names_file_line_and_cure() -> None:
    said = message()
    assert said.startswith("content/2566/o13.yaml:1:9: error[ITA301] O13 ")
    assert "แก้ไข: " in said
