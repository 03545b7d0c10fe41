"""The server's own addresses: its style and script, how far the year is, a file to open."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tornado import web

from itagen.serve.handler import Handler
from itagen.serve.notice import PAGES
from itagen.serve.opening import open_file, opens
from itagen.serve.preview import Preview
from itagen.serve.routes import Route
from itagen.serve.status_page import Status

_TYPES = {".css": "text/css", ".js": "text/javascript"}
_MOST = 2000


class Own(Handler):
    """A file that comes with the server."""

    def initialize(self, path: Path) -> None:
        """Take the file."""
        self._path = path

    def get(self) -> None:
        """The file."""
        self.set_header("Content-Type", f"{_TYPES[self._path.suffix]}; charset=utf-8")
        self.finish(self._path.read_bytes())


class Open(Handler):
    """Opens a file that a finding names."""

    def initialize(self, preview: Preview, opening: Callable[[Path, int], bool]) -> None:
        """Take the state of the server, and what opens a file."""
        self._preview = preview
        self._opening = opening

    def post(self) -> None:
        """Open it; what no finding names is not opened, whoever asks."""
        path, line = self._asked()
        built = self._preview.built
        named = {finding.at.path for finding in built.found} if built else set()
        found = opens(self._preview.project, path) if path in named else None
        if found is None:
            raise web.HTTPError(404)
        self.set_status(204 if self._opening(found, line) else 500)

    def _asked(self) -> tuple[str, int]:
        try:
            asked = json.loads(self.request.body)
            return str(asked["path"]), int(asked["line"])
        except (KeyError, TypeError, ValueError):
            raise web.HTTPError(400) from None


def own_routes(preview: Preview) -> list[Route]:
    """The routes of a server for what is its own."""
    opening = {"preview": preview, "opening": open_file}
    return [
        Route(r"/_itagen/serve\.css", Own, {"path": PAGES / "serve.css"}),
        Route(r"/_itagen/serve\.js", Own, {"path": PAGES / "serve.js"}),
        Route("/_itagen/status/", Status, {"preview": preview}),
        Route("/_itagen/open", Open, opening, posts=True, most=_MOST),
    ]
