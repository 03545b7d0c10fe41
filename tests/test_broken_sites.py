"""Each folder of sites/broken is a small overlay on the demo, with the exact findings it must give.

`removed.txt` names files of the demo that are taken away, `padded.txt` those that are made larger
with spaces, and their sizes, `expected.txt` the findings, a line each.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from itagen.check_links import outside_of
from itagen.links.notes import NAME, read_notes
from itagen.pipeline import build_site
from itagen.project import Project
from itagen.read_site import read_site
from itagen.reporters import concise
from itagen.rules import AFTERWARDS, ASKED, BUILT, DEEP, rule_tags
from tests.projects import ROOT, lines, write_demo

BROKEN = ROOT / "tests" / "sites" / "broken"
SITES = sorted(path for path in BROKEN.iterdir() if path.is_dir())
BASE = ROOT / "schema" / "editions" / "oit-2566.yaml"
NOT_CONTENT = {"expected.txt", "padded.txt", "removed.txt"}


def lay_over(site: Path, root: Path) -> None:
    removed = site / "removed.txt"
    for name in removed.read_text("utf-8").split("\n") if removed.exists() else []:
        if name.strip():
            (root / name.strip()).unlink()
    for path in sorted(site.rglob("*")):
        if path.is_dir() or path.name in NOT_CONTENT:
            continue
        target = root / path.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target, follow_symlinks=False)
    padded = site / "padded.txt"
    for line in padded.read_text("utf-8").splitlines() if padded.exists() else []:
        name, size = line.split()
        with (root / name).open("ab") as file:
            file.write(b" " * (int(size) - file.tell()))


def found(rule: str, root: Path) -> list[str]:
    """What check finds, a line each; or what the command finds that alone has the rule."""
    if rule.replace("-", "_") in ASKED:
        assert lines(root) == []
        found = outside_of(read_site(Project(root))).findings(read_notes(root / NAME))
        return concise(found, (), "th").split("\n")[:-1]
    if rule.replace("-", "_") not in (*BUILT, *AFTERWARDS):
        return lines(root, deep=rule.replace("-", "_") in DEEP)
    return concise(build_site(Project(root), root / "public"), (), "th").split("\n")[:-1]


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_broken_site_gives_just_its_findings(site: Path, tmp_path: Path) -> None:
    lay_over(site, write_demo(tmp_path, BASE))
    expected = (site / "expected.txt").read_text("utf-8").strip().split("\n")
    assert found(site.name, tmp_path) == expected


def test_every_rule_has_its_broken_site() -> None:
    assert {site.name for site in SITES} == {rule.name for rule, _ in rule_tags()}


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_broken_site_shows_its_own_rule(site: Path) -> None:
    codes = {rule.name: rule.code for rule, _ in rule_tags()}
    assert f"[{codes[site.name]}]" in (site / "expected.txt").read_text("utf-8")
