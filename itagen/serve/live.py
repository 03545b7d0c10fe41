"""Browsers that wait to be told to load their page again, in the words of LiveReload."""

from __future__ import annotations

import json

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.websocket import WebSocketHandler

from itagen.serve.handler import Handler
from itagen.serve.preview import Preview

_RELOAD = {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}


class Live(LiveReloadHandler):  # type: ignore[misc]
    """One browser that waits; livereload keeps them all.

    It says in its greeting what its page shows (its script gives that the name `snipver`). A page
    that became old before it waits is told so as soon as it does.
    """

    def initialize(self, preview: Preview) -> None:
        """Take the state of the server."""
        self._preview = preview
        self._shown = ""

    def check_origin(self, origin: str) -> bool:
        """Ask what tornado asks: livereload would let in every page of the world."""
        return bool(WebSocketHandler.check_origin(self, origin))

    def on_message(self, message: str | bytes) -> None:
        """Greet and note a browser; whoever says something else is no browser of ours."""
        try:
            super().on_message(message)
            told = json.loads(message)
            self._shown = told.get("snipver", self._shown)
        except (AttributeError, TypeError, ValueError):
            self.close()
            return
        if self in self.waiters and self._shown not in ("", self._preview.state):
            self.send_message(_RELOAD)


class Script(Handler, LiveReloadJSHandler):  # type: ignore[misc]
    """The script of livereload, which waits in the page."""


def reload_browsers() -> None:
    """Tell every browser to load its page again."""
    for waiter in LiveReloadHandler.waiters.copy():
        waiter.send_message(_RELOAD)


def close_browsers() -> None:
    """Let every browser go."""
    for waiter in LiveReloadHandler.waiters.copy():
        waiter.close()
