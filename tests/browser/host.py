"""A web server for one built site, doing what a static host does: `_headers`, 404.html, brotli."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import brotli

Rules = tuple[tuple[re.Pattern[str], tuple[tuple[str, str], ...]], ...]
# What hosts compress; pictures and fonts are compressed already.
TEXT = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")
# Types that not every machine knows.
KINDS = {".webmanifest": "application/manifest+json", ".woff2": "font/woff2"}
# Hosts that compress at each request take a middling quality; 11 would flatter the site.
QUALITY = 5


def parse_headers(text: str) -> Rules:
    """The rules of a `_headers` file: a line with a path, below it `Name: value`, indented."""
    rules: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            name, _, value = line.partition(":")
            rules[-1][1].append((name.strip(), value.strip()))
        else:
            rules.append((_pattern(line.strip()), []))
    return tuple((pattern, tuple(headers)) for pattern, headers in rules)


def _pattern(path: str) -> re.Pattern[str]:
    """`*` stands for anything, `:name` for anything up to a slash."""
    parts = re.split(r"(\*|:[A-Za-z]\w*)", path)
    return re.compile(
        "".join(
            ".*" if part == "*" else "[^/]+" if part.startswith(":") else re.escape(part)
            for part in parts
        )
    )


def headers_of(rules: Rules, path: str) -> dict[str, str]:
    """What the rules send for a path; two values of one name are joined, as hosts do."""
    found: dict[str, str] = {}
    for pattern, headers in rules:
        for name, value in headers if pattern.fullmatch(path) else ():
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


@cache
def _compressed(path: Path) -> bytes:
    return bytes(brotli.compress(path.read_bytes(), quality=QUALITY))


class StaticHost(SimpleHTTPRequestHandler):
    """Answers out of one folder."""

    protocol_version = "HTTP/1.1"
    # A browser sends the next request before the last answer is acknowledged: no waiting for it.
    disable_nagle_algorithm = True

    def __init__(self, *args: object, rules: Rules, directory: str) -> None:
        self.rules = rules
        self.extensions_map = {**self.extensions_map, **KINDS}
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        found = Path(self.translate_path(self.path))
        if found.is_dir() and not path.endswith("/"):
            self._answer(301, b"", {"Location": f"{path}/"})
            return
        file = found / "index.html" if found.is_dir() else found
        if file.is_file() and not file.name.startswith(("_", ".")):
            self._send(200, file, path)
        else:
            self._send(404, Path(self.directory) / "404.html", path)

    def _send(self, status: int, file: Path, path: str) -> None:
        kind = self.guess_type(str(file))
        headers = {"Content-Type": kind, **headers_of(self.rules, path)}
        if kind.startswith(TEXT) and "br" in self.headers.get("Accept-Encoding", ""):
            self._answer(status, _compressed(file), {**headers, "Content-Encoding": "br"})
        else:
            self._answer(status, file.read_bytes(), headers)

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        # A visitor may leave before the end of a picture.
        with suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        """Say nothing of each request."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; the origin, without a slash at its end."""
    told = folder / "_headers"
    rules = parse_headers(told.read_text("utf-8")) if told.is_file() else ()
    answering = partial(StaticHost, rules=rules, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), answering)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
