"""Work on a stream of jobs, shared out to forked processes where the system has them."""

from __future__ import annotations

import gc
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_BLOCK = 32
_WORTH_SHARING = 200
_RARELY = 20_000

Job = TypeVar("Job")
Result = TypeVar("Result")


class WorkerError(Exception):
    """Work in another process failed: our own bug, told with its traceback."""


def spread(
    jobs: Callable[[], Iterable[Job]], work: Callable[[Job], Result], processes: int
) -> Iterator[Result]:
    """`work(job)` of every job, in their order, as a stream.

    Each process runs through the same jobs and does its own blocks of them, so that only results
    travel, and a process waits when nobody takes its results.

    Args:
        jobs: gives the same jobs each time it is called.
        work: its results can be pickled.
        processes: 1 works in this process alone.

    Raises:
        WorkerError: `work` raised in another process; with its traceback.
    """
    if processes < 2:
        yield from map(work, jobs())
        return
    gc.freeze()  # a collection in a forked process would copy every page of memory
    with ExitStack() as stack:
        stack.callback(gc.unfreeze)
        pipes = [
            stack.enter_context(_worker(jobs, work, number, processes))
            for number in range(processes)
        ]
        while pipes:
            block = _received(pipes[0])
            if isinstance(block, WorkerError):
                raise block
            if not block:
                return
            yield from block
            pipes.append(pipes.pop(0))


def processes_for(jobs: int) -> int:
    """How many should share so many jobs: 1 where it is not worth it, or forking is not safe."""
    if jobs < _WORTH_SHARING or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(4, len(os.sched_getaffinity(0)))


def _received(pipe: Connection) -> Any:
    try:
        return pipe.recv()
    except EOFError:
        raise WorkerError("a process was stopped from outside") from None


@contextmanager
def _worker(
    jobs: Callable[[], Iterable[Job]], work: Callable[[Job], Result], number: int, processes: int
) -> Iterator[Connection]:
    import multiprocessing

    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=True)
    process = context.Process(
        target=_blocks, args=(ours, theirs, jobs, work, number, processes), daemon=True
    )
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        process.terminate()
        process.join()


def _blocks(
    ours: Connection,
    theirs: Connection,
    jobs: Callable[[], Iterable[Job]],
    work: Callable[[Job], Result],
    number: int,
    processes: int,
) -> None:
    """In a forked process: send every block of results that is this one's, then an empty one."""
    ours.close()
    gc.set_threshold(_RARELY)
    waiting = iter(jobs())
    turn = 0
    try:
        while block := list(islice(waiting, _BLOCK)):
            if turn % processes == number:
                theirs.send([work(job) for job in block])
            turn += 1
        for _ in range(processes):
            theirs.send([])
    except (BrokenPipeError, KeyboardInterrupt):
        return
    except Exception:
        theirs.send(WorkerError(traceback.format_exc()))
