"""Dangerous work in a process of its own, which may take so much and no more."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from itagen.processes import StoppedError, answering, ask, begun, may_fork

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

    The answer is None where the process does not survive the work, begun for it alone if it died
    in one that had done other work before.

    Args:
        work: a function of a module; its results can be pickled.
        limits: those of memory are kept on Linux alone, those of time not on Windows.

    Raises:
        OSError: `work` raised it.
        WorkerError: `work` raised something else in the other process; with its traceback.
    """
    with ExitStack() as stack:
        running: list[Connection] = []

        def asked(given: Given) -> Result | None:
            was_new = False
            while not was_new:
                was_new = not running
                if was_new:
                    limited = partial(_limited, work, limits)
                    process = begun(answering, limited, forked=may_fork())
                    running.append(stack.enter_context(process))
                try:
                    found = ask(running[0], given)
                except StoppedError:
                    running.clear()
                    continue
                if isinstance(found, OSError):
                    raise found
                return cast("Result", found)
            return None

        yield asked


def _limited(
    work: Callable[[Given], Result], limits: Limits
) -> Callable[[Given], Result | OSError]:
    """In another process: the work, which ends the process where it takes more."""
    if sys.platform == "linux":
        _limit_memory(limits.memory)
    return partial(_tried, work, limits.seconds)


def _tried(work: Callable[[Given], Result], seconds: int, given: Given) -> Result | OSError:
    """In another process: the system's refusal is an answer, want of memory the end."""
    if sys.platform != "win32":
        _limit_time(seconds)
    try:
        return work(given)
    except OSError as error:
        return error
    except MemoryError:
        os._exit(1)


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
