"""What all answers of the server have in common."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from tornado import web

_SENT = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Handler(web.RequestHandler):
    """An answer that is never kept, guessed at or shown inside another site."""

    def set_default_headers(self) -> None:
        """Say so; a handler may name its own Content-Security-Policy by `allow`."""
        self.clear_header("Server")
        for name, value in _SENT.items():
            self.set_header(name, value)
        self.allow("default-src 'none'; base-uri 'none'; form-action 'none'")

    def allow(self, policy: str) -> None:
        """Set the Content-Security-Policy; no other site may frame the answer in any case."""
        self.set_header("Content-Security-Policy", f"{policy}; frame-ancestors 'none'")

    def compute_etag(self) -> None:
        """Give none: what is asked for again is sent again."""

    def write_error(self, status_code: int, **_: Any) -> None:
        """The status in words, and nothing of the request or of this machine."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {HTTPStatus(status_code).phrase}\n")
