"""What holds for every test: hypothesis looks at answers, never at the clock; sites to look at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from itagen.pipeline import build_site
from itagen.project import Project
from tests.environments import build_wheel
from tests.projects import ROOT, write_demo

settings.register_profile("itagen", deadline=None)
settings.load_profile("itagen")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built once for all tests that only look at it."""
    out = tmp_path_factory.mktemp("example") / "public"
    assert not build_site(Project(ROOT), out)
    return out


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """The demo of an edition and kind of agency, built once for all tests that only look at it."""

    @cache
    def built(edition: Path, kind: str) -> Path:
        root = write_demo(tmp_path_factory.mktemp("demo"), edition, kind)
        found = build_site(Project(root), root / "public")
        assert (root / "public" / "index.html").is_file(), found
        return root / "public"

    return built


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built once for all tests that install it."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))
