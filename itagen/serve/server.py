"""The server from its start to its end: build, serve, watch, reload, until interrupted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress

from tornado.httpserver import HTTPServer

from itagen.again import remembering
from itagen.serve.builds import Builds, Built
from itagen.serve.changes import changes
from itagen.serve.live import Live, Script, close_browsers, reload_browsers
from itagen.serve.own_pages import own_routes
from itagen.serve.place import Place
from itagen.serve.preview import Preview
from itagen.serve.routes import Application, Route
from itagen.serve.site_files import SiteFile

_BODY_S = 30.0

More = Callable[[Preview], Iterable[Route]]


def serve(
    preview: Preview,
    place: Place,
    told: Callable[[Built], None],
    more: More = lambda _: (),
    opened: Callable[[str], object] | None = None,
) -> None:
    """Serve a project until interrupted.

    Args:
        preview: of the project.
        place: where to listen.
        told: what to do with the end of each build.
        more: routes beside those of the site.
        opened: shows an address in a browser, once it is answered there; it may take its time.
    """
    with remembering(), suppress(KeyboardInterrupt):
        asyncio.run(_serve(preview, place, told, more, opened))


async def _serve(
    preview: Preview,
    place: Place,
    told: Callable[[Built], None],
    more: More,
    opened: Callable[[str], object] | None,
) -> None:
    application = Application([*more(preview), *_routes(preview)], place.guard())
    server = HTTPServer(application, max_body_size=0, body_timeout=_BODY_S)
    server.add_socket(place.socket)
    builds = Builds(preview.project, preview.folder)
    if opened:
        asyncio.get_running_loop().run_in_executor(None, opened, place.address)
    try:
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
        *own_routes(preview),
        Route("/livereload", Live, {"preview": preview}),
        Route(r"/livereload\.js", Script),
        Route("/.*", SiteFile, {"preview": preview}),
    ]
