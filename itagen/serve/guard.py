"""Which requests are answered at all: those of a browser that shows this very server.

A page from elsewhere can make a browser call this machine: by a name of its own that it lets point
here (the Host tells), by a form, a script or a websocket (the Origin and `Sec-Fetch-Site` tell).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address

_READS = frozenset(["GET", "HEAD"])


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request says of itself.

    Attributes:
        headers: by any spelling of their names.
        peer: the address at the other end of the connection.
        size: the bytes of the body, as far as the request tells.
    """

    method: str
    headers: Mapping[str, str]
    peer: str
    size: int = 0

    @property
    def is_websocket(self) -> bool:
        """Whether it wants to become one."""
        return self.headers.get("Upgrade", "").lower() == "websocket"


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuses what does not come from a page of this server.

    Attributes:
        hosts: how this server may be called, with its port, as in `127.0.0.1:8000`.
    """

    hosts: frozenset[str]

    def refusal(self, asked: Asked, *, posts: bool, most: int) -> HTTPStatus | None:
        """Why a request is not answered; None where it is.

        Args:
            asked: the request.
            posts: whether what it asks for takes POST.
            most: how many bytes of body that takes.
        """
        if not self._is_from_here(asked):
            return HTTPStatus.FORBIDDEN
        if asked.method not in _READS:
            if asked.method != "POST" or not posts:
                return HTTPStatus.METHOD_NOT_ALLOWED
            if not is_this_machine(asked.peer):
                return HTTPStatus.FORBIDDEN
        if asked.size > (most if asked.method == "POST" else 0):
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return None

    def _is_from_here(self, asked: Asked) -> bool:
        host = asked.headers.get("Host", "").lower()
        if host not in self.hosts:
            return False
        origin = asked.headers.get("Origin")
        if origin is None:
            changes = asked.is_websocket or asked.method not in _READS
            return not changes and not _is_drawn_in(asked)
        return origin.lower() == f"http://{host}"


def _is_drawn_in(asked: Asked) -> bool:
    """Whether a page of another site loads it as a part of itself, not by following a link."""
    site = asked.headers.get("Sec-Fetch-Site", "none")
    followed = asked.headers.get("Sec-Fetch-Mode") == "navigate"
    alone = asked.headers.get("Sec-Fetch-Dest", "document") == "document"
    return site not in {"same-origin", "none"} and not (followed and alone)


def is_this_machine(peer: str) -> bool:
    """Whether the other end of a connection is on this machine."""
    try:
        return ip_address(peer.partition("%")[0]).is_loopback
    except ValueError:
        return False
