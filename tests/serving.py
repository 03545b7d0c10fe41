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
def served(root: Path, *options: str, **environment: str) -> Iterator[Served]:
    """Serve a project; the first build has ended when the body begins."""
    command = [sys.executable, "-m", "itagen", "serve", str(root), *options]
    environment = {**os.environ, **environment}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout
        try:
            address = process.stdout.readline().split()[0].rstrip("/")
            assert process.stdout.readline(), "the server ended before it built"
            yield Served(process, address)
        finally:
            process.terminate()


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
