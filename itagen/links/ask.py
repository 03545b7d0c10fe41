"""One address asked to its end: HEAD then GET, each redirect looked at before it is followed."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit

from itagen.links.connection import Head, Network, request
from itagen.links.page import PAGES, is_html, page_says
from itagen.links.reply import NoReplyError, Reply, Trouble
from itagen.links.signs import host_of, sign_in

MOST_HOPS = 10
MOST_SECONDS = 20.0
_MOVED = frozenset([301, 302, 303, 307, 308])
_PERHAPS_OF_HEAD: frozenset[Trouble] = frozenset(["broken", "timeout"])
_SEEN = "%/:=&?~+!$,;'@()*[]#"


class Turns(Protocol):
    """Who may ask a host now."""

    def turn(self, host: str) -> AbstractContextManager[None]:
        """Wait until it is our turn, and hold it."""


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where the way ended: at an answer, or in trouble."""

    address: str
    head: Head | None = None
    trouble: Trouble = ""


def ask(address: str, network: Network, turns: Turns, seconds: float = MOST_SECONDS) -> Reply:
    """What comes of opening an address; never raises for what others do.

    Args:
        address: of http or https.
        network: how machines are found and reached.
        turns: asked before each request.
        seconds: for all requests together, without the waiting for a turn.
    """
    start = urldefrag(address)[0]
    way = _Way(network, turns, seconds)
    stop = way.follow("HEAD", start)
    if _tells_too_little(stop):
        stop = way.follow("GET", stop.address)
    reply = _reply(start, stop)
    if start.lower().startswith("http://") and reply.is_good:
        return replace(reply, secure=_opens_securely(start, stop.address, network, turns))
    return reply


class _Way:
    """The way from one address, with the seconds and redirects that are left for it."""

    def __init__(self, network: Network, turns: Turns, seconds: float) -> None:
        self.network, self.turns = network, turns
        self.seconds, self.hops = seconds, MOST_HOPS

    def follow(self, method: str, address: str) -> _Stop:
        while True:
            try:
                head = self._once(method, address)
            except NoReplyError as error:
                return _Stop(address, trouble=error.trouble)
            target = redirected(address, head)
            if not target:
                return _Stop(address, head)
            if sign_in(target):
                return _Stop(target, replace(head, type="text/html"))
            if self.hops == 0:
                return _Stop(target, trouble="too-many")
            address, self.hops = target, self.hops - 1

    def _once(self, method: str, address: str) -> Head:
        with self.turns.turn(host_of(address)):
            began = time.monotonic()
            try:
                return request(self.network, method, address, began + self.seconds)
            finally:
                self.seconds -= time.monotonic() - began


def redirected(address: str, head: Head) -> str:
    """Where an answer sends us, empty where it is the last, or leads into an app."""
    if head.status not in _MOVED or not head.location:
        return ""
    written = quote(head.location.encode("latin-1", "replace"), safe=_SEEN)
    try:
        target = urldefrag(urljoin(address, written))[0]
        known = urlsplit(target).scheme in {"http", "https"}
    except ValueError:
        return ""
    return target if known else ""


def _tells_too_little(stop: _Stop) -> bool:
    """Whether GET may say more: HEAD was refused, has no type, or is of a page."""
    if stop.head is None:
        return stop.trouble in _PERHAPS_OF_HEAD
    if sign_in(stop.address):
        return False
    return stop.head.status >= 400 or not stop.head.type or stop.head.type in PAGES


def _reply(start: str, stop: _Stop) -> Reply:
    end = _without_query(stop.address) if stop.address != start else ""
    head = stop.head
    if head is None:
        return Reply(stop.trouble, end=end)
    page = is_html(head.type, head.body)
    mislabelled = head.body and not page and head.type in PAGES
    kind = "text/html" if page else "" if mislabelled else head.type
    says = page_says(head.body, head.charset) if page and head.body else ""
    return Reply(status=head.status, end=end, type=kind, says=says)


def _without_query(address: str) -> str:
    """What follows `?` may be a key for one visit; it is kept out of what is noted."""
    scheme, host, path, *_ = urlsplit(address)
    return urlunsplit((scheme, host.rpartition("@")[2], path, "", ""))


def _opens_securely(start: str, end: str, network: Network, turns: Turns) -> bool:
    """Whether a page of plain http has a twin that is served with https."""
    if end.startswith("https://") and host_of(end) == host_of(start):
        return True
    way, twin = _Way(network, turns, MOST_SECONDS), f"https{start[4:]}"
    if (port := urlsplit(start).port) is not None:
        twin = twin.replace(f":{port}", "", 1)
    stop = way.follow("HEAD", twin)
    if _tells_too_little(stop) and not (stop.head and stop.head.status < 400):
        stop = way.follow("GET", stop.address)
    return bool(stop.head and stop.head.status < 400 and stop.address.startswith("https://"))
