"""One page or file of a site fetched to its end, to be compared with what it should be."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from urllib.parse import urldefrag

from itagen.links.ask import MOST_HOPS, MOST_SECONDS, Turns, redirected
from itagen.links.connection import MOST_BYTES, Head, Network, request
from itagen.links.page import is_html, page_says
from itagen.links.reply import NoReplyError, Says, Trouble
from itagen.links.signs import host_of, own_sign_in, sign_in


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was served at the end of the way.

    Attributes:
        end: the address of it; where we were sent to sign in, that of the way in.
        trouble: why nothing came.
        status: its number.
        page: whether it is a page; `says`: what that says of itself.
        body: its first megabyte.
        length: of all of it, where the server says so.
        sign_in: whether the way led to where one signs in.
    """

    end: str
    trouble: Trouble = ""
    status: int = 0
    page: bool = False
    says: Says = ""
    body: bytes = b""
    length: int | None = None
    sign_in: bool = False

    def is_same_file(self, start: str, size: int) -> bool:
        """Whether a file with the sha256 `start` of its first megabyte and `size` was served."""
        sizes = {size} if self.length is None else {size, self.length}
        return len(sizes) == 1 and hashlib.sha256(self.body).hexdigest() == start


def start_hash(data: bytes) -> str:
    """The sha256 of the first megabyte: as much as is fetched."""
    return hashlib.sha256(data[:MOST_BYTES]).hexdigest()


def fetch(address: str, network: Network, turns: Turns) -> Fetched:
    """What comes of opening an address; never raises for what others do."""
    end, left, seconds = urldefrag(address)[0], MOST_HOPS, MOST_SECONDS
    while True:
        began = time.monotonic()
        try:
            with turns.turn(host_of(end)):
                began = time.monotonic()
                head = request(network, "GET", end, began + seconds)
        except NoReplyError as error:
            return Fetched(end, error.trouble)
        seconds -= time.monotonic() - began
        target = redirected(end, head)
        if not target:
            return _fetched(end, head)
        if sign_in(target) or own_sign_in(target):
            return Fetched(target, status=head.status, sign_in=True)
        if left == 0:
            return Fetched(target, "too-many")
        end, left = target, left - 1


def _fetched(end: str, head: Head) -> Fetched:
    page = is_html(head.type, head.body)
    says = page_says(head.body, head.charset) if page and head.body else ""
    return Fetched(end, "", head.status, page, says, head.body, head.length)
