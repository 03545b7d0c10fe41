"""What agency.yaml says of the look of a site: read, checked, its emblem published."""

from __future__ import annotations

from pathlib import Path

import pytest

from itagen.agency import Agency
from itagen.pipeline import build_site
from itagen.plan import Plan
from itagen.project import Project
from itagen.read_agency import read_agency
from itagen.read_site import read_site
from tests.projects import SHIPPED, lines, write_demo


def site_with(root: Path, text: str) -> Path:
    write_demo(root, SHIPPED[1])
    path = root / "content" / "agency.yaml"
    path.write_text(path.read_text("utf-8") + text, encoding="utf-8")
    return root


def agency(root: Path, text: str) -> Agency:
    return read_agency(site_with(root, text))[0]


def test_what_is_not_said() -> None:
    found, _ = read_agency(Path("nowhere"))
    assert (found.emblem, found.colour, found.theme, found.hours) == (None, "", "default", "")
    assert (found.languages, found.has_thai_digits, found.forms) == (("th",), False, {})


def test_what_is_said(tmp_path: Path) -> None:
    text = (
        "colour: '#14406B'\ntheme: ours\nlanguages: [en, th]\ndigits: thai\n"
        "hours: จันทร์ – ศุกร์ 08.30 – 16.30 น.\n"
    )
    found = agency(tmp_path, text)
    assert (found.colour, found.theme, found.languages) == ("#14406b", "ours", ("th", "en"))
    assert (found.has_thai_digits, found.hours) == (True, "จันทร์ – ศุกร์ 08.30 – 16.30 น.")


@pytest.mark.parametrize("said", ["emblem: seal.svg", "emblem: {image: seal.svg, alt: ตราสมมติ}"])
def test_the_emblem_is_published(said: str, tmp_path: Path) -> None:
    root = site_with(tmp_path / "site", f"{said}\n")
    (line,) = lines(root)
    assert Plan(read_site(Project(root))).frames()["th"].emblem == ""
    assert "error[ITA401]" in line and "content/agency/seal.svg" in line
    (root / "content" / "agency" / "seal.svg").write_bytes(b"<svg/>")
    assert build_site(Project(root), tmp_path / "out") == []
    assert (tmp_path / "out" / "agency" / "seal.svg").read_bytes() == b"<svg/>"
    assert Plan(read_site(Project(root))).frames()["th"].emblem == "agency/seal.svg"


def test_a_colour_without_quotes_is_understood_and_told(tmp_path: Path) -> None:
    assert agency(tmp_path, "colour: #14406b\n").colour == "#14406b"
    (line,) = lines(tmp_path)
    assert "warning[ITA008]" in line


def test_a_wrong_colour_is_found_and_not_used(tmp_path: Path) -> None:
    assert agency(tmp_path, "colour: navy\n").colour == ""
    (line,) = lines(tmp_path)
    assert "error[ITA007]" in line


def test_a_theme_of_the_site_itself_is_known(tmp_path: Path) -> None:
    root = site_with(tmp_path, "theme: ours\n")
    (line,) = lines(root)
    assert "error[ITA111]" in line
    (root / "themes" / "ours" / "templates").mkdir(parents=True)
    assert lines(root) == []
