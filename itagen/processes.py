"""Other processes: how one is begun, asked and ended."""

from __future__ import annotations

import gc
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_RARELY = 20_000


class WorkerError(Exception):
    """Work in another process failed: our own bug, told with its traceback."""


class StoppedError(WorkerError):
    """Another process was ended before it could answer."""


def may_fork() -> bool:
    """Whether a process may be forked: on Linux, where no thread could hold a lock meanwhile."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def begun(work: Callable[..., None], *given: object, forked: bool = True) -> Iterator[Connection]:
    """A process that does `work(pipe, *given)`, and our end of its pipe; it is ended afterwards.

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
        yield ours
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
    except (ConnectionError, EOFError):
        raise StoppedError("a process was stopped from outside") from None
    if isinstance(found, WorkerError):
        raise found
    return found


def _watched(
    ours: Connection, theirs: Connection, work: Callable[..., None], *given: object
) -> None:
    """In another process: work until who asks stops it; a failure is its last answer."""
    ours.close()
    gc.set_threshold(_RARELY)
    try:
        work(theirs, *given)
    except (ConnectionError, EOFError, KeyboardInterrupt):
        return
    except Exception:
        theirs.send(WorkerError(traceback.format_exc()))
