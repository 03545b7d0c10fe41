"""`itagen serve` as a process, and a browser that waits for its word."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

# Nothing here waits for more than this machine; a wait that long is a fault.
PATIENCE_S = 60.0
# Longer than it takes to notice a change, so that a change that counts would be noticed.
QUIET_S = 1.5


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs on this machine."""

    process: subprocess.Popen[str]
    address: str

    @property
    def host(self) -> str:
        """The server with its port, as a browser names it."""
        return urlsplit(self.address).netloc

    def page(self, path: str) -> str:
        """What a browser is shown, whatever the status."""
        try:
            with urlopen(f"{self.address}{path}") as answer:
                text: str = answer.read().decode("utf-8")
        except HTTPError as error:
            text = error.read().decode("utf-8")
        return text


@contextmanager
def running(
    *arguments: str, lines: int = 1, **environment: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A command of itagen that serves, and the address that it tells; killed after the body.

    What it says after so many lines is read and forgotten: a full pipe would hold it up.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "itagen", *arguments],
        stdout=subprocess.PIPE, encoding="utf-8", env={**os.environ, **environment},
    ) as process:  # fmt: skip
        try:
            assert process.stdout
            said = [process.stdout.readline() for _ in range(lines)]
            assert all(said), "it ended before it said so much"
            Thread(target=process.stdout.read, daemon=True).start()
            yield process, said[0].split()[0]
        finally:
            process.kill()


@contextmanager
def served(root: Path, *options: str, **environment: str) -> Iterator[Served]:
    """Serve a project; the first build has ended when the body begins."""
    with running("serve", str(root), *options, lines=2, **environment) as (process, address):
        yield Served(process, address.rstrip("/"))


class Waiting:
    """A browser that waits for a reload."""

    def __init__(self, socket: WebSocketClientConnection) -> None:
        self._socket = socket

    async def reload(self) -> None:
        """Wait until the page must be loaded again."""
        told = await asyncio.wait_for(self._socket.read_message(), PATIENCE_S)
        assert told is not None and json.loads(told)["command"] == "reload"

    async def silence(self, after: str = "") -> None:
        """Nothing is told for a while."""
        try:
            told = await asyncio.wait_for(self._socket.read_message(), QUIET_S)
        except TimeoutError:
            return
        raise AssertionError(f"{after}: {told!r}")


@asynccontextmanager
async def waiting(server: Served, shown: str = "") -> AsyncIterator[Waiting]:
    """Connect as livereload's script does, in a page that shows this state of the server."""
    headers = {"Origin": server.address}
    request = HTTPRequest(f"ws://{server.host}/livereload", headers=headers)
    socket = await websocket_connect(request)
    hello: dict[str, object] = {
        "command": "hello",
        "protocols": ["http://livereload.com/protocols/official-7"],
    }
    hello |= {"snipver": shown} if shown else {}
    await socket.write_message(json.dumps(hello))
    assert json.loads(str(await socket.read_message()))["command"] == "hello"
    await socket.write_message(json.dumps({"command": "info", "url": server.address}))
    await asyncio.sleep(0.1)
    try:
        yield Waiting(socket)
    finally:
        socket.close()
        while await socket.read_message() is not None:
            pass
