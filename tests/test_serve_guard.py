"""Every request of data/hostile_requests.yaml is refused, whatever lies beside the site."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from tests.projects import SHIPPED, write_demo
from tests.serving import Served, served

LIST = Path(__file__).parent / "data" / "hostile_requests.yaml"
# 0: the connection is closed without a word, as some requests deserve.
REFUSED = {0, 400, 403, 404, 405, 413, 431}
SECRET = "a secret of this machine"


def requests() -> Iterator[Any]:
    listed: dict[str, dict[str, Any]] = yaml.safe_load(LIST.read_text("utf-8"))
    for group, named in listed.items():
        for name, request in named.items():
            yield pytest.param(request, id=f"{group}: {name}")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site with things in its folder that are none of it, and links that lead out."""
    folder = tmp_path_factory.mktemp("guard")
    root = write_demo(folder / "site", SHIPPED[1])
    (folder / "secret").mkdir()
    for name in ("index.html", "secret.txt"):
        (folder / "secret" / name).write_text(SECRET, "utf-8")
    with served(root) as running:
        out = root / ".itagen" / "preview"
        (out / "stray.txt").write_text(SECRET, "utf-8")
        (out / "2566" / ".hidden").write_text(SECRET, "utf-8")
        (out / "link.txt").symlink_to(folder / "secret" / "secret.txt")
        page = out / "2566" / "o02" / "index.html"
        page.unlink()
        page.symlink_to(folder / "secret" / "index.html")
        (out / "2566" / "o03").rename(out / "2566" / "was-o03")
        (out / "2566" / "o03").symlink_to(folder / "secret", target_is_directory=True)
        yield running


def sent(server: Served, request: dict[str, Any]) -> tuple[int, bytes]:
    """What comes back for a request."""
    names = {
        "host": server.host,
        "port": server.host.rpartition(":")[2],
        "address": server.address,
        "length": str(len(request.get("body", ""))),
    }
    headers = [*request.get("with", ()), *request.get("more", ())]
    if not any(header.startswith("Host:") for header in headers):
        headers.insert(0, "Host: {host}")
    kept = [header for header in headers if header != "Host:"]
    head = "\r\n".join([request["to"], *kept])
    for name, value in names.items():
        head = head.replace(f"{{{name}}}", value)
    ends_open = kept[-1:] == ["X: "]
    data = f"{head}{'' if ends_open else f'{chr(13)}{chr(10)}' * 2}{request.get('body', '')}"
    return exchanged(server, data.encode("latin-1") + b"x" * request.get("fill", 0))


def exchanged(server: Served, data: bytes) -> tuple[int, bytes]:
    """The status of the answer and the rest of it; 0 where the connection is closed."""
    where = urlsplit(server.address)
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=20) as wire:
        answer = HTTPResponse(wire)
        try:
            wire.sendall(data)
            answer.begin()
            return answer.status, str(answer.headers).encode() + answer.read()
        except ConnectionError:
            return 0, b""


@pytest.mark.parametrize("request_", list(requests()))
def test_a_hostile_request_is_refused(request_: dict[str, Any], server: Served) -> None:
    status, answer = sent(server, request_)
    assert status in REFUSED, answer[:200]
    for kept in (SECRET, "kind: local_government", "root:"):
        assert kept.encode() not in answer


def test_there_are_as_many_as_were_promised() -> None:
    assert len(list(requests())) >= 64


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_browser_here_is_answered(host: str, server: Served) -> None:
    """What is refused above is refused for what it says: this says nothing wrong."""
    port = server.host.rpartition(":")[2]
    for more in ("", f"Origin: http://{host}:{port}\r\n", "Sec-Fetch-Site: same-origin\r\n"):
        head = f"GET / HTTP/1.1\r\nHost: {host}:{port}\r\n{more}\r\n"
        assert exchanged(server, head.encode())[0] == 200
