"""Work in a process of its own may take so much, and what ends that process spares who asked."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from itagen.apart import Limits, apart
from itagen.processes import StoppedError, WorkerError
from tests.projects import ROOT
from tests.serving import PATIENCE_S

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


@pytest.mark.usefixtures("beside_a_thread")
def test_who_is_stopped_by_somebody_else_did_no_wrong() -> None:
    for sign in (signal.SIGKILL, signal.SIGTERM):
        with apart(stop, LIMITS) as ask:
            with pytest.raises(StoppedError):
                ask(sign)
            assert ask(0) == 0, "another one goes on"


def stop(sign: int) -> int:
    """Be stopped as from outside."""
    if sign:
        os.kill(os.getpid(), sign)
        time.sleep(60)
    return sign


@pytest.mark.usefixtures("beside_a_thread")
def test_ended_processes_leave_nothing_open() -> None:
    opened = Path("/proc/self/fd")
    with apart(work, LIMITS) as ask:
        assert ask("abort") is None
        before = len(list(opened.iterdir()))
        assert [ask("abort") for _ in range(3)] == [None] * 3
        assert len(list(opened.iterdir())) == before


NO_MODULE = """
import threading
from itagen.apart import Limits, apart
from itagen.processes import StoppedError, WorkerError

threading.Thread(target=threading.Event().wait, daemon=True).start()
try:
    with apart(len, Limits(1 << 28, 1)) as ask:
        print(ask("abc"))
except WorkerError as error:
    print(error)
"""


def test_a_process_that_cannot_begin_is_told_as_such(tmp_path: Path) -> None:
    """A script that another process cannot read again, as from a pipe."""
    done = subprocess.run(
        [sys.executable, "-"], input=NO_MODULE, cwd=tmp_path, capture_output=True, text=True
    )
    assert "could not begin" in done.stdout, done


PARENT = """
import os, sys, threading
from itagen.apart import Limits, apart
from tests.test_apart import hang

if __name__ == "__main__":
    if sys.argv[1] == "spawned":
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    with apart(hang, Limits(1 << 28, 600)) as ask:
        ask(None)
"""


@pytest.mark.parametrize("way", ["forked", "spawned"])
def test_work_ends_with_who_asked(way: str, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script), way]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environ, text=True) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        parent.kill()
    end = time.monotonic() + PATIENCE_S
    while is_running(worker):
        assert time.monotonic() < end, "it works on"
        time.sleep(0.05)


def is_running(process: int) -> bool:
    """Whether it is there and no zombie."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def hang(_: None) -> None:
    """Never end."""
    os.write(1, f"{os.getpid()}\n".encode())
    while True:
        pass


def spend(seconds: float) -> int:
    """Use the processor for a while."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return os.getpid()
