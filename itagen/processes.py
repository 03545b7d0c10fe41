"""Other processes: how one is begun, asked and ended."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_RARELY = 20_000
_LAST_WORDS_S = 10
# None: it is there still. Windows knows no SIGKILL (9) and SIGHUP (1).
_FROM_OUTSIDE = {None, -signal.SIGINT, -signal.SIGTERM, -9, -1}


class WorkerError(Exception):
    """Work in another process failed: our own bug, told with its traceback."""


class StoppedError(WorkerError):
    """Another process was ended before it could answer."""


class Other(NamedTuple):
    """Another process, and our end of its pipe."""

    pipe: Connection
    process: BaseProcess

    def ended_itself(self) -> bool:
        """Whether a process that is gone broke down or took too much: nobody stopped it."""
        self.process.join(_LAST_WORDS_S)
        return self.process.exitcode not in _FROM_OUTSIDE


def may_fork() -> bool:
    """Whether a process may be forked: on Linux, where no thread could hold a lock meanwhile."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def begun(work: Callable[..., None], *given: object, forked: bool = True) -> Iterator[Other]:
    """A process that does `work(pipe, *given)`; it is ended afterwards, and with this one.

    Args:
        work: a function of a module, unless the process is forked.
        given: can be pickled, unless the process is forked.
        forked: whether it goes on from what this one knows; else it begins anew.
    """
    from multiprocessing import get_context

    context = get_context("fork") if forked else get_context("spawn")
    ours, theirs = context.Pipe(duplex=True)
    process = context.Process(target=_watched, args=(ours, theirs, work, *given), daemon=True)
    process.start()
    theirs.close()
    try:
        yield Other(ours, process)
    finally:
        ours.close()
        process.terminate()
        process.join()


def ask(pipe: Connection, given: object) -> Any:
    """What a process that does `answering` answers.

    Raises:
        WorkerError: the process failed or is gone.
    """
    tell(pipe, given)
    return hear(pipe)


def answering(pipe: Connection, make: Callable[[], Callable[[Any], Any]]) -> None:
    """In another process: make something, then answer by it."""
    answer = make()
    while True:
        pipe.send(answer(pipe.recv()))


def tell(pipe: Connection, given: object) -> None:
    """Send something to a process; one that is gone is noticed when it should answer."""
    with suppress(ConnectionError):
        pipe.send(given)


def hear(pipe: Connection) -> Any:
    """The next that a process says.

    Raises:
        WorkerError: it failed; with its traceback.
        StoppedError: it is gone.
    """
    try:
        found = pipe.recv()
    except (OSError, EOFError):
        raise StoppedError("a process was ended before it could answer") from None
    if isinstance(found, WorkerError):
        raise found
    return found


def _watched(
    ours: Connection, theirs: Connection, work: Callable[..., None], *given: object
) -> None:
    """In another process: work until who asks stops it; a failure is its last answer."""
    ours.close()
    gc.set_threshold(_RARELY)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        work(theirs, *given)
    except (ConnectionError, EOFError, KeyboardInterrupt):
        return
    except Exception:
        theirs.send(WorkerError(traceback.format_exc()))


def _end_with_parent() -> None:
    """In another process: it holds pipes of who began it, and must not outlive that one."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)
