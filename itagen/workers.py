"""Work for forked processes where the system has them: a stream of jobs, one ahead, one apart."""

from __future__ import annotations

import gc
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_BLOCK = 32
_WORTH_SHARING = 200
_RARELY = 20_000
_TRIES = 2

Job = TypeVar("Job")
Given = TypeVar("Given")
Result = TypeVar("Result")


class WorkerError(Exception):
    """Work in another process failed: our own bug, told with its traceback."""


class StoppedError(WorkerError):
    """Another process was ended before it could answer."""


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
        pipes = [stack.enter_context(_forked(_blocks, jobs, work)) for _ in range(processes)]
        early: dict[int, list[Result]] = {}
        turn = 0
        for number, block in _finished(pipes):
            early[number] = block
            while turn in early:
                yield from early.pop(turn)
                turn += 1


def processes_for(jobs: int) -> int:
    """How many should share so many jobs: 1 where it is not worth it, or forking is not safe."""
    if jobs < _WORTH_SHARING or not _may_fork():
        return 1
    return min(4, len(os.sched_getaffinity(0)))


def _may_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def ahead(make: Callable[[], Callable[[Given], Result]]) -> Iterator[Callable[[Given], Result]]:
    """What `make()` gives, made ready by another process while this one goes on.

    Args:
        make: takes long, and needs nothing that this process learns meanwhile.

    Raises:
        WorkerError: `make` or what it made raised in the other process; with its traceback.
    """
    with _forked(_answer_from, make) as pipe:

        def asked(given: Given) -> Result:
            _tell(pipe, given)
            return cast("Result", _result(pipe))

        yield asked


@contextmanager
def apart(work: Callable[[Given], Result], most: int) -> Iterator[Callable[[Given], Result | None]]:
    """`work` by another process, begun when it is first asked: what ends that one spares this one.

    The answer is None where two processes in turn did not survive the work. Where forking is not
    safe, the work is done here, without a limit.

    Args:
        work: its results can be pickled.
        most: bytes that the other process may hold beside what this one holds.

    Raises:
        OSError: `work` raised it.
        WorkerError: `work` raised something else in the other process; with its traceback.
    """
    with ExitStack() as stack:
        running: list[Callable[[Given], Result | OSError]] = []

        def limited() -> Callable[[Given], Result | OSError]:
            _limit_memory(most)
            return partial(_tried, work)

        def asked(given: Given) -> Result | None:
            if not running and not _may_fork():
                return work(given)
            for _ in range(_TRIES):
                if not running:
                    running.append(stack.enter_context(ahead(limited)))
                try:
                    found = running[0](given)
                except StoppedError:
                    running.clear()
                    continue
                if isinstance(found, OSError):
                    raise found
                return found
            return None

        yield asked


def _tried(work: Callable[[Given], Result], given: Given) -> Result | OSError:
    """In a forked process: the system's refusal is an answer, want of memory the end."""
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


def _answer_from(pipe: Connection, make: Callable[[], Callable[[Any], Any]]) -> None:
    """In a forked process: make it, then answer by it."""
    answer = make()
    while True:
        pipe.send(answer(pipe.recv()))


def _finished(pipes: list[Connection]) -> Iterator[tuple[int, list[Any]]]:
    """Every block of results with its number, as soon as a process has done it."""
    from multiprocessing.connection import wait

    numbers = count()
    for pipe in (*pipes, *pipes):  # one block to work on, one to go on with
        _tell(pipe, next(numbers))
    while pipes:
        ready = wait(pipes)
        for pipe in [pipe for pipe in pipes if pipe in ready]:
            number, block = _result(pipe)
            if block:
                _tell(pipe, next(numbers))
                yield number, block
            else:
                pipes.remove(pipe)


def _tell(pipe: Connection, given: object) -> None:
    with suppress(ConnectionError):  # a process that is gone is noticed when it should answer
        pipe.send(given)


def _result(pipe: Connection) -> Any:
    try:
        found = pipe.recv()
    except (ConnectionError, EOFError):
        raise StoppedError("a process was stopped from outside") from None
    if isinstance(found, WorkerError):
        raise found
    return found


@contextmanager
def _forked(work: Callable[..., None], *given: object) -> Iterator[Connection]:
    """A process that does `work(pipe, *given)`, and our end of its pipe."""
    import multiprocessing

    context = multiprocessing.get_context("fork")
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


def _watched(
    ours: Connection, theirs: Connection, work: Callable[..., None], *given: object
) -> None:
    """In a forked process: work until who asks stops it; a failure is its last answer."""
    ours.close()
    gc.set_threshold(_RARELY)
    try:
        work(theirs, *given)
    except (ConnectionError, EOFError, KeyboardInterrupt):
        return
    except Exception:
        theirs.send(WorkerError(traceback.format_exc()))


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
