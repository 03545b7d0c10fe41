"""The settings for a host are tried as the host would: its command, in a clean clone."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from selectolax.lexbor import LexborHTMLParser

from itagen.pipeline import build_site
from itagen.project import Project
from tests.environments import UNCOMPILED, new_environment
from tests.projects import ROOT, SHIPPED, write_demo


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        """Say nothing of each request."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example under `/ita/` of a plain web server."""
    folder = tmp_path_factory.mktemp("host")
    assert not build_site(Project(ROOT), folder / "ita")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def links_of(address: str) -> list[str]:
    with urlopen(address) as answer:
        page = answer.read()
        if "html" not in answer.headers["Content-Type"]:
            return []
    nodes = LexborHTMLParser(page.decode("utf-8")).css("[href], [src]")
    found = [node.attributes.get("href") or node.attributes.get("src") or "" for node in nodes]
    return [urldefrag(urljoin(address, link)).url for link in found]


def test_every_link_works_below_a_path_of_a_web_server(served: str) -> None:
    waiting = [f"{served}/ita/"]
    seen = set(waiting)
    while waiting:
        for link in links_of(waiting.pop()):
            if urlsplit(link).netloc == urlsplit(served).netloc and link not in seen:
                assert urlsplit(link).path.startswith("/ita/"), link
                seen.add(link)
                waiting.append(link)
    assert len([link for link in seen if link.endswith("index.html")]) > 86


def test_the_command_for_netlify_builds_a_clean_clone(tmp_path: Path) -> None:
    told = tomllib.loads((ROOT / "netlify.toml").read_text("utf-8"))
    settings = told["build"]
    version = settings["environment"]["PYTHON_VERSION"]
    assert tuple(map(int, version.split("."))) >= (3, 11)
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    programs = new_environment(tmp_path / "env").parent
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        settings["command"], shell=True, cwd=clone, env={**os.environ, **UNCOMPILED, "PATH": path},
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert (clone / settings["publish"] / "index.html").is_file()
    kept = [path for plugin in told["plugins"] for path in plugin["inputs"]["paths"]]
    assert [path for path in kept if any((clone / path).rglob("*"))] == kept


@pytest.mark.parametrize("path", ["", "/ita"])
def test_nginx_is_told_what_the_built_site_says(path: str, tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    agency = root / "content" / "agency.yaml"
    kept = [line for line in agency.read_text("utf-8").split("\n") if "site_url" not in line]
    forms = "forms: {questions: 'https://forms.example.go.th/q'}"
    url = f"site_url: https://www.example.go.th{path}"
    agency.write_text("\n".join([*kept, forms, url, ""]), "utf-8")
    assert not [f for f in build_site(Project(root), tmp_path / "out") if f.code < "ITA500"]
    line = next(
        line
        for line in (tmp_path / "out" / "_headers").read_text("utf-8").splitlines()
        if "Content-Security-Policy" in line
    )
    assert "form-action 'self' https://forms.example.go.th;" in line
    command = [sys.executable, "-m", "itagen", "hosting", "."]
    told = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True)
    assert line.split(": ", 1)[1] in told.stdout
    assert f"location {path}/ {{" in told.stdout
    assert f"location {path}/static/ {{" in told.stdout
    assert f"error_page 404 {path}/404.html;" in told.stdout
