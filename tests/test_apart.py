"""Work in a process of its own may take so much, and what ends that process spares who asked."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from itagen.apart import Limits, apart
from itagen.processes import WorkerError
from tests.projects import ROOT

DONE: list[str] = []
LIMITS = Limits(memory=1 << 28, seconds=1)
FORKED = """
from itagen.processes import may_fork
from tests.test_apart import answers

assert may_fork()
answers()
"""


def work(job: str) -> tuple[str, int]:
    """One piece of work, as it may go."""
    match job:
        case "abort":
            os.abort()
        case "grow":
            bytearray(1 << 29)
        case "hang":
            while True:
                pass
        case "open":
            Path("/no/such/file").read_bytes()
        case "fail":
            raise ValueError(job)
        case "first" if DONE:
            os.abort()
    DONE.append(job)
    return job, os.getpid()


def answers() -> None:
    """Ask for good and bad work in turn."""
    jobs = ("a", "b", "abort", "grow", "c", "hang", "d", "first")
    with apart(work, LIMITS) as ask:
        found = [ask(job) for job in jobs]
        with pytest.raises(FileNotFoundError):
            ask("open")
        with pytest.raises(WorkerError, match="ValueError: fail"):
            ask("fail")
    done = {answer[0]: answer[1] for answer in found if answer}
    assert list(done) == ["a", "b", "c", "d", "first"], found
    assert done["a"] == done["b"], "a process goes on after good work"
    assert len({*done.values(), os.getpid()}) == 5, "a new one follows one that was ended"


@pytest.fixture
def beside_a_thread() -> Iterator[None]:
    """Where no process may be forked."""
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    yield
    ended.set()
    thread.join()


@pytest.mark.usefixtures("beside_a_thread")
def test_beside_a_thread_work_is_ended_and_not_who_asked() -> None:
    answers()


def test_a_forked_process_is_ended_and_not_who_asked() -> None:
    done = subprocess.run([sys.executable, "-c", FORKED], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.usefixtures("beside_a_thread")
def test_who_asked_keeps_its_own_limits() -> None:
    kinds = (resource.RLIMIT_CPU, resource.RLIMIT_DATA, resource.RLIMIT_CORE)
    before = [resource.getrlimit(kind) for kind in kinds]
    with apart(work, LIMITS) as ask:
        assert ask("a")
    assert [resource.getrlimit(kind) for kind in kinds] == before


@pytest.mark.usefixtures("beside_a_thread")
def test_time_is_counted_for_each_piece_of_work() -> None:
    with apart(spend, Limits(memory=1 << 28, seconds=2)) as ask:
        (first, *rest) = [ask(0.8) for _ in range(4)]
    assert first and rest == [first] * 3


@pytest.mark.usefixtures("beside_a_thread")
def test_beside_a_thread_nothing_is_forked() -> None:
    DONE.append("here")
    with apart(known, LIMITS) as ask:
        assert ask(None) == []
    DONE.clear()


def known(_: None) -> list[str]:
    """What the process knows of what was done."""
    return DONE


def spend(seconds: float) -> int:
    """Use the processor for a while."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return os.getpid()
