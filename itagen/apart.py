"""Dangerous work in a process of its own, which may take so much and no more."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from itagen.processes import Other, StoppedError, WorkerError, ask, begun, hear, may_fork

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Given = TypeVar("Given")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of work may take where the system can hold it to that.

    Attributes:
        memory: bytes beside what the process holds when it begins.
        seconds: of the processor, so that a machine busy with something else takes none of them.
    """

    memory: int
    seconds: int


@contextmanager
def apart(
    work: Callable[[Given], Result], limits: Limits
) -> Iterator[Callable[[Given], Result | None]]:
    """`work` by another process, begun when it is first asked: what ends that one spares this one.

    The answer is None where the work ends its process. One that had done other work before may
    have died of that, so another is begun for this alone.

    Args:
        work: a function of a module; its results can be pickled.
        limits: those of memory are kept on Linux alone, those of time not on Windows.

    Raises:
        OSError: `work` raised it.
        StoppedError: somebody else stopped the process.
        WorkerError: `work` raised something else in the other process, with its traceback; or the
            process could not begin.
    """
    with ExitStack() as stack:
        yield _Asked(stack, work, limits)


class _Asked(Generic[Given, Result]):
    """Asks the process that works, and begins it where there is none."""

    def __init__(self, stack: ExitStack, work: Callable[[Given], Result], limits: Limits) -> None:
        self._stack, self._work, self._limits = stack, work, limits
        self._running: tuple[Other, ExitStack] | None = None

    def __call__(self, given: Given) -> Result | None:
        was_new = self._running is None
        if self._running is None:
            its = self._stack.enter_context(ExitStack())
            self._running = (_ready(its, self._work, self._limits), its)
        other, its = self._running
        try:
            found = ask(other.pipe, given)
        except StoppedError:
            by_itself = other.ended_itself()
            its.close()
            self._running = None
            if not was_new:
                return self(given)
            if by_itself:
                return None
            raise
        if isinstance(found, OSError):
            raise found
        return cast("Result", found)


def _ready(its: ExitStack, work: Callable[[Given], Result], limits: Limits) -> Other:
    """A process that waits for work, ended with a stack."""
    other = its.enter_context(begun(_work_limited, work, limits, forked=may_fork()))
    try:
        hear(other.pipe)
    except StoppedError:
        raise WorkerError("a process for dangerous work could not begin") from None
    return other


def _work_limited(pipe: Connection, work: Callable[[Any], Any], limits: Limits) -> None:
    """In another process: say that it is ready, then work; taking more than allowed ends it."""
    if sys.platform == "linux":
        _limit_memory(limits.memory)
    pipe.send(None)
    while True:
        given = pipe.recv()
        if sys.platform != "win32":
            _limit_time(limits.seconds)
        try:
            pipe.send(_tried(work, given))
        except MemoryError:
            os._exit(1)


def _tried(work: Callable[[Given], Result], given: Given) -> Result | OSError:
    """In another process: the system's refusal is an answer."""
    try:
        return work(given)
    except OSError as error:
        return error


def _limit_memory(more: int) -> None:
    """Let this process hold so many bytes more than now; a lower limit of the system stays."""
    import resource

    status = Path("/proc/self/status").read_text().splitlines()
    held = next(int(line.split()[1]) for line in status if line.startswith("VmData:")) * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or held + more < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (held + more, hard))


def _limit_time(more: int) -> None:
    """Let this process work so many seconds more, and leave no file behind if it does not end."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime) + more
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (allowed, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
