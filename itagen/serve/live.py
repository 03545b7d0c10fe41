"""Browsers that wait to be told to load their page again, in the words of LiveReload."""

from __future__ import annotations

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.websocket import WebSocketHandler

from itagen.serve.handler import Handler

_RELOAD = {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}


class Live(LiveReloadHandler):  # type: ignore[misc]
    """One browser that waits; livereload keeps them all."""

    def check_origin(self, origin: str) -> bool:
        """Ask what tornado asks: livereload would let in every page of the world."""
        return bool(WebSocketHandler.check_origin(self, origin))

    def on_message(self, message: str | bytes) -> None:
        """Greet and note a browser; whoever says something else is no browser of ours."""
        try:
            super().on_message(message)
        except (AttributeError, TypeError, ValueError):
            self.close()


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
