"""Real servers on this machine that stand for the internet, reached as the internet is.

Names are looked up in `machines`, and every figure there is a public one, so that the guard is the
one that staff have. Only `dial` knows that those machines are ports of this one.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from itagen.links.connection import Network, trust

TLS = Path(__file__).parent / "data" / "tls"
PLAIN, GOOD, EXPIRED, OTHER, SELF = (f"93.184.216.{number}" for number in range(34, 39))
CERTIFICATES = {GOOD: "good", EXPIRED: "expired", OTHER: "other", SELF: "self"}


@dataclass
class Page:
    """What a server gives at one address."""

    status: int = 200
    body: bytes = b"<!doctype html><title>A page</title><h1>A page</h1>"
    type: str | None = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    of_head: int | None = None
    meanwhile: Callable[[], object] | None = None


def moved(target: str, status: int = 302) -> Page:
    """A redirect; its address goes out as bytes of UTF-8, as careless servers send it."""
    return Page(status, b"", headers={"Location": target.encode().decode("latin-1")})


class Outside:
    """Pages by `host/path`, and every request that came."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.machines: dict[str, Sequence[str]] = {}
        self.hits: list[tuple[str, str]] = []
        self.asked: list[dict[str, str]] = []
        self.dialled: list[tuple[str, int]] = []
        self.ports: dict[tuple[str, int], int] = {}
        self.network = Network(self.resolve, self.dial, trust(TLS / "ca.pem"))

    def resolve(self, host: str) -> Sequence[str]:
        known = self.machines.get(host)
        if known is None:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return known

    def dial(self, machine: str, port: int, seconds: float) -> socket.socket:
        self.dialled.append((machine, port))
        own = self.ports.get((machine, port))
        if own is None:
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", own), timeout=seconds)

    def add(self, host: str, pages: dict[str, Page], machine: str = GOOD) -> None:
        self.machines[host] = (machine,)
        self.pages |= {f"{host}{path}": page for path, page in pages.items()}


@contextmanager
def outside() -> Iterator[Outside]:
    """The servers: port 80 of every machine without TLS, 443 with its certificate."""
    there = Outside()
    servers = []
    plain = _serve(there, None)
    servers.append(plain)
    for machine in (PLAIN, *CERTIFICATES):
        there.ports[machine, 80] = plain.server_port
        there.ports[machine, 8080] = plain.server_port
    for machine, name in CERTIFICATES.items():
        server = _serve(there, TLS / f"{name}.pem")
        servers.append(server)
        there.ports[machine, 443] = server.server_port
    try:
        yield there
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""


def _serve(there: Outside, certificate: Path | None) -> _Server:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._give(with_body=True)

        def do_HEAD(self) -> None:
            self._give(with_body=False)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing on the screen."""

        def _give(self, *, with_body: bool) -> None:
            host = (self.headers["Host"] or "").partition(":")[0]
            where = f"{host}{self.path}"
            there.hits.append((self.command, where))
            there.asked.append({name.lower(): value for name, value in self.headers.items()})
            page = there.pages.get(where, Page(404, b"<title>?</title>"))
            if page.meanwhile:
                page.meanwhile()
            status = page.of_head if page.of_head and not with_body else page.status
            self.send_response(status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            if page.type:
                self.send_header("Content-Type", page.type)
            self.send_header("Content-Length", str(len(page.body)))
            self.end_headers()
            if with_body:
                self.wfile.write(page.body)

    server = _Server(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server
