"""One request to one address: the machine is looked up once, checked, and that very one is asked.

The standard library's client, because it takes a socket that we opened ourselves.
"""

from __future__ import annotations

import http.client
import io
import re
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast
from urllib.parse import quote, unquote, urlsplit

from itagen.links.guard import in_figures, is_inside_name, is_public
from itagen.links.reply import NoReplyError, Trouble

MOST_BYTES = 1_000_000
MOST_MACHINES = 3
AGENT = "Mozilla/5.0 (compatible; itagen-links; checks the links of a public agency's own site)"
_SAFE = "%/:=&?~+!$,;'@()*[]"
_HOST = re.compile(r"[a-z0-9._-]+")
_CERTIFICATE: dict[int, Trouble] = {
    9: "expired", 10: "expired", 62: "other-name", 64: "other-name", 20: "unproved",
    21: "unproved",
}  # fmt: skip

Resolve = Callable[[str], Sequence[str]]
Dial = Callable[[str, int, float], socket.socket]


def resolve(host: str) -> tuple[str, ...]:
    """Every IP address of a name, as the system knows them."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def dial(machine: str, port: int, seconds: float) -> socket.socket:
    """A connection to an IP address."""
    return socket.create_connection((machine, port), timeout=seconds)


def trust(authorities: Path | None = None) -> ssl.SSLContext:
    """Whom we believe: the system's authorities, or those of a file, as strictly as browsers."""
    context = ssl.create_default_context(cafile=authorities)
    context.verify_flags &= ~getattr(ssl, "VERIFY_X509_STRICT", 0)
    return context


@dataclass(frozen=True, slots=True)
class Network:
    """How machines are found and reached; tests give their own.

    Attributes:
        named: hosts and ports that whoever gives the command typed there: they alone may be of
            the own network.
    """

    resolve: Resolve = resolve
    dial: Dial = dial
    trust: ssl.SSLContext = field(default_factory=trust)
    named: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Head:
    """What a server answered.

    Attributes:
        body: empty for HEAD, never more than a megabyte.
        length: of the whole body, where the server says it.
    """

    status: int
    location: str
    type: str
    charset: str
    body: bytes
    length: int | None = None


class _Timed(io.RawIOBase):
    """Reads a socket until a moment, however slowly it drips."""

    def __init__(self, connection: socket.socket, until: float) -> None:
        self.connection = connection
        self.until = until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        self.connection.settimeout(_left(self.until))
        return self.connection.recv_into(cast(bytearray, buffer))

    def makefile(self, _: str) -> io.BufferedReader:
        return io.BufferedReader(self)


def request(network: Network, method: str, address: str, until: float) -> Head:
    """Ask once; nothing is followed, no cookie and no referrer is sent.

    Raises:
        NoReplyError: the address may not be asked, or nobody answers as a web server does.
    """
    try:
        return _request(network, method, address, until)
    except ssl.SSLCertVerificationError as error:
        raise NoReplyError(_CERTIFICATE.get(error.verify_code, "untrusted")) from None
    except TimeoutError:
        raise NoReplyError("timeout") from None
    except (ssl.SSLError, ConnectionResetError, BrokenPipeError, http.client.HTTPException):
        raise NoReplyError("broken") from None
    except ValueError:
        raise NoReplyError("broken") from None
    except OSError:
        raise NoReplyError("refused") from None


def _request(network: Network, method: str, address: str, until: float) -> Head:
    parts = urlsplit(address)
    name, secure = _ascii(unquote(parts.hostname or "")), parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    machines = _machines(network, name, port)
    with _open(network, machines, port, until) as plain:
        plain.settimeout(_left(until))
        connection = network.trust.wrap_socket(plain, server_hostname=name) if secure else plain
        with connection:
            connection.settimeout(_left(until))
            connection.sendall(_question(method, address, name, parts.port))
            return _answer(connection, method, until)


def _machines(network: Network, host: str, port: int) -> tuple[str, ...]:
    """The IP addresses of a host, every one of them public, or the host named as it is."""
    is_named = (host, port) in network.named
    if is_inside_name(host) and not is_named:
        raise NoReplyError("inside")
    figures = in_figures(host)
    found = (figures,) if figures else _looked_up(network, host)
    if not found:
        raise NoReplyError("unknown-name")
    if not is_named and not all(map(is_public, found)):
        raise NoReplyError("inside")
    return tuple(found)


def _looked_up(network: Network, host: str) -> Sequence[str]:
    try:
        return network.resolve(host)
    except socket.gaierror as error:
        unknown = error.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)}
        raise NoReplyError("unknown-name" if unknown else "unresolved") from None


def _open(network: Network, machines: Sequence[str], port: int, until: float) -> socket.socket:
    """A connection to the first of a host's machines that takes one."""
    attempts = [partial(network.dial, machine, port) for machine in machines[:MOST_MACHINES]]
    for attempt in attempts[:-1]:
        try:
            return attempt(_left(until) / 2)
        except OSError:
            continue
    return attempts[-1](_left(until))


def _question(method: str, address: str, name: str, port: int | None) -> bytes:
    parts = urlsplit(address)
    target = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        target += f"?{quote(parts.query, safe=_SAFE)}"
    host = f"[{name}]" if ":" in name else name
    lines = (
        f"{method} {target} HTTP/1.1", f"Host: {host}:{port}" if port else f"Host: {host}",
        f"User-Agent: {AGENT}", "Accept: */*", "Accept-Language: th, en;q=0.5",
        "Accept-Encoding: identity", "Connection: close",
    )  # fmt: skip
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def _answer(connection: socket.socket, method: str, until: float) -> Head:
    reader = cast(socket.socket, _Timed(connection, until))
    with http.client.HTTPResponse(reader, method=method) as response:
        response.begin()
        body = _body(response) if method == "GET" else b""
        headers = response.headers
        kind = headers.get_content_type() if "content-type" in headers else ""
        return Head(
            response.status, headers.get("location", "").strip(), kind,
            headers.get_content_charset("") or "", body, _length(headers.get("content-length", "")),
        )  # fmt: skip


def _body(response: http.client.HTTPResponse) -> bytes:
    try:
        return response.read(MOST_BYTES)
    except http.client.IncompleteRead as error:
        return error.partial


def _length(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() else None


def _ascii(host: str) -> str:
    """A name as look-ups and headers take it, without a sign that would mean something there."""
    if ":" in host:
        return host
    try:
        name = host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        raise NoReplyError("unknown-name") from None
    if not _HOST.fullmatch(name):
        raise NoReplyError("unknown-name")
    return name


def _left(until: float) -> float:
    seconds = until - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds
