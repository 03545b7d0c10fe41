"""The server from its start to its end: build, serve, watch, reload, until interrupted."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from tornado.httpserver import HTTPServer

from itagen.serve.builds import Builds, Built
from itagen.serve.changes import changes
from itagen.serve.guard import Guard
from itagen.serve.live import Live, Script, close_browsers, reload_browsers
from itagen.serve.preview import Preview
from itagen.serve.routes import Application, Route
from itagen.serve.site_files import BuiltSite, SiteFile

HERE = "127.0.0.1"
PORT = 8000
_TRIED = 50
_BODY_S = 30.0

More = Callable[[Preview], Iterable[Route]]


class NoPortError(Exception):
    """The port is taken, or every one of those that are tried."""


@dataclass(frozen=True, slots=True)
class Place:
    """A socket that listens, and how browsers may call it.

    Attributes:
        names: host names and addresses without the port; the first is the one to tell.
    """

    socket: socket.socket
    names: tuple[str, ...]

    @property
    def port(self) -> int:
        """The port that is listened at."""
        port: int = self.socket.getsockname()[1]
        return port

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{self.names[0]}:{self.port}/"

    def guard(self) -> Guard:
        """Who is let in."""
        return Guard(frozenset(f"{name}:{self.port}" for name in self.names))


def place(host: str, port: int | None) -> Place:
    """Listen at a port, by itself the next free one.

    Raises:
        NoPortError: there is none, or the one that was named is taken.
    """
    for number in (port,) if port is not None else range(PORT, PORT + _TRIED):
        with suppress(OSError):
            return Place(_listening(host, number), _names(host))
    raise NoPortError(str(port or PORT))


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, backlog=128)
    listening.setblocking(False)
    return listening


def _names(host: str) -> tuple[str, ...]:
    return (host, "localhost") if host == HERE else (host, HERE, "localhost")


def serve(
    preview: Preview,
    place: Place,
    told: Callable[[Built], None],
    more: More = lambda _: (),
) -> None:
    """Serve a project until interrupted.

    Args:
        preview: of the project.
        place: where to listen.
        told: what to do with the end of each build.
        more: routes beside those of the site.
    """
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(preview, place, told, more))


async def _serve(preview: Preview, place: Place, told: Callable[[Built], None], more: More) -> None:
    application = Application([*more(preview), *_routes(preview)], place.guard())
    server = HTTPServer(application, max_body_size=0, body_timeout=_BODY_S)
    server.add_socket(place.socket)
    builds = Builds(preview.project, preview.folder)
    try:
        await _built(preview, builds, told)
        async for _ in changes(preview.project.root):
            await _built(preview, builds, told)
    finally:
        builds.stop()
        close_browsers()
        server.stop()


async def _built(preview: Preview, builds: Builds, told: Callable[[Built], None]) -> None:
    built = await builds.build()
    preview.note(built)
    told(built)
    reload_browsers()


def _routes(preview: Preview) -> list[Route]:
    """What every server answers: the site comes last and takes what is left."""
    return [
        Route("/livereload", Live),
        Route(r"/livereload\.js", Script),
        Route("/.*", SiteFile, {"site": BuiltSite(preview.folder), "preview": preview}),
    ]
