"""Which handler answers which address; the guard stands before all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote_to_bytes

from tornado import httputil, web

from itagen.serve.guard import Asked, Guard
from itagen.serve.handler import Handler

_MOST_MESSAGE = 4096


@dataclass(frozen=True, slots=True)
class Route:
    """An address and what answers it.

    Attributes:
        pattern: fits the whole path as it is sent, still percent-encoded; its named groups are
            given to `get` and `post`.
        handler: a `Handler`, or a handler of websockets.
        given: what its `initialize` gets.
        posts: whether it takes POST.
        most: how many bytes a POST may have.
    """

    pattern: str
    handler: type[web.RequestHandler]
    given: Mapping[str, object] = field(default_factory=dict)
    posts: bool = False
    most: int = 0

    def match(self, path: str) -> re.Match[str] | None:
        """The parts of a path, if this route answers it."""
        return re.fullmatch(self.pattern, path)


class Application(web.Application):
    """Routes behind a guard, asked in their order."""

    def __init__(self, routes: Iterable[Route], guard: Guard) -> None:
        super().__init__(log_function=lambda _: None, websocket_max_message_size=_MOST_MESSAGE)
        self._routes = tuple(routes)
        self._guard = guard

    def find_handler(self, request: httputil.HTTPServerRequest, **_: Any) -> Any:
        """What answers a request; called before any of its body is read."""
        found = ((route, route.match(request.path)) for route in self._routes)
        route, match = next(((r, m) for r, m in found if m), (None, None))
        status = self._refusal(request, route) or (None if route else HTTPStatus.NOT_FOUND)
        if status or not (route and match):
            return self.get_handler_delegate(request, Refused, {"status": status})
        parts = {name: unquote_to_bytes(part or "") for name, part in match.groupdict().items()}
        return self.get_handler_delegate(
            request, route.handler, dict(route.given), path_kwargs=parts
        )

    def _refusal(
        self, request: httputil.HTTPServerRequest, route: Route | None
    ) -> HTTPStatus | None:
        posts, most = (route.posts, route.most) if route else (False, 0)
        limit = most if request.method == "POST" else 0
        request.connection.set_max_body_size(limit)  # type: ignore[union-attr]
        size = request.headers.get("Content-Length", "0")
        asked = Asked(
            request.method or "",
            request.headers,
            request.remote_ip or "",
            int(size) if size.isdecimal() else limit + 1,
        )
        return self._guard.refusal(asked, posts=posts, most=most)


class Refused(Handler):
    """The answer to what is not answered: a status, and nothing of what was asked."""

    def initialize(self, status: HTTPStatus) -> None:
        """Take the status."""
        self._status = status

    def prepare(self) -> None:
        """Answer whatever the method is."""
        raise web.HTTPError(self._status)
