"""`itagen edit` as a process, and a browser without scripts that fills its forms."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.serving import PATIENCE_S, running

BOUNDARY = "----itagen-test-4f1a"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, redirects not followed."""

    status: int
    text: str
    location: str = ""
    policy: str = ""

    @property
    def page(self) -> LexborHTMLParser:
        """The page."""
        return LexborHTMLParser(self.text)


@dataclass
class Form:
    """A form as a browser fills it: what is sent by name, and the files chosen."""

    action: str
    fields: dict[str, str]
    files: list[tuple[str, str, bytes]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor that runs on this machine."""

    process: subprocess.Popen[str]
    origin: str

    @property
    def host(self) -> str:
        """As a browser names it."""
        return urlsplit(self.origin).netloc

    def ask(
        self, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        """One request; a POST where there is a body."""
        method = "GET" if body is None else "POST"
        with closing(HTTPConnection(self.host, timeout=PATIENCE_S)) as connection:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        location = answer.getheader("Location") or ""
        policy = answer.getheader("Content-Security-Policy") or ""
        return Reply(answer.status, text, location, policy)

    def form(self, path: str) -> Form:
        """The form of a page, as it is opened."""
        reply = self.ask(path)
        assert reply.status == 200, (path, reply.status, reply.text[:400])
        return form_of(reply)

    def send(self, form: Form, **headers: str) -> Reply:
        """Send a form as a browser does."""
        told = {
            "Origin": self.origin,
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        return self.ask(form.action, multipart(form.fields, form.files), told)

    def save(self, form: Form) -> Reply:
        """Send a form that is taken, and open the page that follows."""
        reply = self.send(form)
        assert reply.status == 303, (reply.status, reply.text[-2000:])
        return self.ask(reply.location)


@contextmanager
def editing(root: Path, *options: str) -> Iterator[Editor]:
    """Edit a project; it answers when the body begins."""
    with running("edit", str(root), *options) as (process, address):
        assert address.endswith("/_edit/"), address
        editor = Editor(process, address.removesuffix("/_edit/"))
        _wait_for(editor)
        yield editor


def _wait_for(editor: Editor) -> None:
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            editor.ask("/_edit/static/edit.css")
            return
        except OSError:
            assert time.monotonic() < end, "the editor does not answer"
            time.sleep(0.05)


def form_of(reply: Reply) -> Form:
    """What a browser would send of the form on a page."""
    form = reply.page.css_first("main form")
    assert form is not None
    fields: dict[str, str] = {}
    for node in form.css("input, select, textarea"):
        name = node.attributes.get("name")
        value = _value(node)
        if name and value is not None:
            fields[name] = value
    return Form(form.attributes["action"] or "", fields)


def _value(node: LexborNode) -> str | None:
    """What a control sends; None where it sends nothing."""
    if node.tag == "textarea":
        return node.text().removeprefix("\n").replace("\n", "\r\n")
    if node.tag == "select":
        chosen = node.css_first("option[selected]") or node.css_first("option")
        assert chosen is not None
        return chosen.attributes["value"] or "" if "value" in chosen.attributes else chosen.text()
    kind = node.attributes.get("type") or "text"
    if kind == "file" or (kind in {"radio", "checkbox"} and "checked" not in node.attributes):
        return None
    return node.attributes.get("value") or ""


def multipart(fields: Mapping[str, str], files: Sequence[tuple[str, str, bytes]]) -> bytes:
    """A body as Chromium writes it: names in UTF-8."""
    parts: list[bytes] = []
    for name, value in fields.items():
        head = f'Content-Disposition: form-data; name="{name}"\r\n\r\n'
        parts.append(head.encode() + value.encode())
    for name, filename, data in files:
        shown = filename.replace('"', "%22")
        head = f'Content-Disposition: form-data; name="{name}"; filename="{shown}"\r\n'
        parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + data)
    between = f"--{BOUNDARY}\r\n".encode()
    return b"".join(between + part + b"\r\n" for part in parts) + f"--{BOUNDARY}--\r\n".encode()
