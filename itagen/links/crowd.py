"""Many addresses at once, each host one at a time and with a pause."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Event, Lock

from itagen.links.ask import ask
from itagen.links.connection import Network
from itagen.links.reply import Reply
from itagen.links.signs import host_of

CROWD = 8
PAUSE = 0.5


class HostTurns:
    """A turn for each host: no second request before the first has ended, and a while after."""

    def __init__(
        self,
        pause: float = PAUSE,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.pause, self.sleep, self.clock = pause, sleep, clock
        self._door = Lock()
        self._locks: dict[str, Lock] = {}
        self._ended: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until it is our turn, and hold it."""
        name = host.lower().removeprefix("www.")
        with self._door:
            lock = self._locks.setdefault(name, Lock())
        with lock:
            ended = self._ended.get(name)
            wait = 0.0 if ended is None else ended + self.pause - self.clock()
            if wait > 0:
                self.sleep(wait)
            try:
                yield
            finally:
                self._ended[name] = self.clock()


def ask_all(
    addresses: Iterable[str], network: Network, turns: HostTurns, crowd: int = CROWD
) -> Generator[tuple[str, Reply], None, None]:
    """Each address with its reply, as they come; who stops taking them stops the asking."""
    hosts: dict[str, list[str]] = {}
    for address in sorted(set(addresses)):
        hosts.setdefault(host_of(address).lower(), []).append(address)
    came: SimpleQueue[tuple[str, Reply] | Exception] = SimpleQueue()

    stopped = Event()

    def ask_host(own: list[str]) -> None:
        try:
            for address in own:
                if stopped.is_set():
                    return
                came.put((address, ask(address, network, turns)))
        except Exception as error:
            came.put(error)

    pool = ThreadPoolExecutor(crowd)
    try:
        for own in hosts.values():
            pool.submit(ask_host, own)
        for _ in range(sum(map(len, hosts.values()))):
            found = came.get()
            if isinstance(found, Exception):
                raise found
            yield found
    finally:
        stopped.set()
        pool.shutdown(wait=False, cancel_futures=True)
