"""Work for forked processes where the system has them: a stream of jobs, something made ahead."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import count, islice
from typing import TYPE_CHECKING, Any, TypeVar

from itagen.processes import answering, ask, begun, hear, may_fork, tell

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_BLOCK = 32
_WORTH_SHARING = 200

Job = TypeVar("Job")
Given = TypeVar("Given")
Result = TypeVar("Result")


def spread(
    jobs: Callable[[], Iterable[Job]], work: Callable[[Job], Result], processes: int
) -> Iterator[Result]:
    """`work(job)` of every job, in their order, as a stream.

    Each process runs through the same jobs and does the blocks of them that it is given, so that
    only numbers and results travel. It is given the next one when its results are taken: a process
    waits when nobody takes them, and none has to wait for a slower one.

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
        pipes = [stack.enter_context(begun(_blocks, jobs, work)).pipe for _ in range(processes)]
        early: dict[int, list[Result]] = {}
        turn = 0
        for number, block in _finished(pipes):
            early[number] = block
            while turn in early:
                yield from early.pop(turn)
                turn += 1


def processes_for(jobs: int) -> int:
    """How many should share so many jobs: 1 where it is not worth it, or forking is not safe."""
    if jobs < _WORTH_SHARING or not may_fork():
        return 1
    return min(4, len(os.sched_getaffinity(0)))


@contextmanager
def ahead(make: Callable[[], Callable[[Given], Result]]) -> Iterator[Callable[[Given], Result]]:
    """What `make()` gives, made ready by another process while this one goes on.

    Args:
        make: takes long, and needs nothing that this process learns meanwhile.

    Raises:
        WorkerError: `make` or what it made raised in the other process; with its traceback.
    """
    with begun(answering, make) as other:
        yield partial(ask, other.pipe)


def _finished(pipes: list[Connection]) -> Iterator[tuple[int, list[Any]]]:
    """Every block of results with its number, as soon as a process has done it."""
    from multiprocessing.connection import wait

    numbers = count()
    for pipe in (*pipes, *pipes):  # one block to work on, one to go on with
        tell(pipe, next(numbers))
    while pipes:
        ready = wait(pipes)
        for pipe in [pipe for pipe in pipes if pipe in ready]:
            number, block = hear(pipe)
            if block:
                tell(pipe, next(numbers))
                yield number, block
            else:
                pipes.remove(pipe)


def _blocks(
    pipe: Connection, jobs: Callable[[], Iterable[Job]], work: Callable[[Job], Result]
) -> None:
    """In a forked process: send every block of results that is asked for, empty ones at the end."""
    waiting = iter(jobs())
    passed = 0
    while True:
        number = pipe.recv()
        first = (number - passed) * _BLOCK
        block = list(islice(waiting, first, first + _BLOCK))
        passed = number + 1
        pipe.send((number, [work(job) for job in block]))
