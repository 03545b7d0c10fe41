"""Where the server listens, and by which names browsers may call it."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress
from dataclasses import dataclass

from itagen.serve.guard import Guard

HERE = "127.0.0.1"
PORT = 8000
_TRIED = 50
_EVERYWHERE = ("0.0.0.0", "::")
_SOMEWHERE = ("192.0.2.1", 9)  # RFC 5737: belongs to nobody


class NoPortError(Exception):
    """The port is taken, or every one of those that are tried."""


class NoHostError(Exception):
    """This machine has no such address."""


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


def listen(host: str, port: int | None) -> Place:
    """Listen at a port, by itself the next free one.

    Args:
        host: an address of this machine; `0.0.0.0` for all of them.
        port: None for the first free one.

    Raises:
        NoPortError: there is none, or the one that was named is taken.
        NoHostError: this machine has no such address.
    """
    for number in (port,) if port is not None else range(PORT, PORT + _TRIED):
        try:
            return Place(_listening(host, number), _names(host))
        except OSError as error:
            if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
                raise NoHostError(host) from None
    raise NoPortError(str(port or PORT))


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, backlog=128)
    listening.setblocking(False)
    return listening


def _names(host: str) -> tuple[str, ...]:
    own = _outward() if host in _EVERYWHERE else host
    named = f"[{own}]" if ":" in own else own.lower()
    return tuple(dict.fromkeys([named, HERE, "localhost"]))


def _outward() -> str:
    """The address of this machine in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        probe.connect(_SOMEWHERE)
        name: str = probe.getsockname()[0]
        return name
    return HERE
