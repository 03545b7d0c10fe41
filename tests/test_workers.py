"""Work shared out to processes gives what one process gives, in the same order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest

from itagen.processes import WorkerError
from itagen.workers import ahead, spread
from tests.projects import SHIPPED, write_demo
from tests.test_publish import snapshot


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 500])
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_jobs(count: int, processes: int) -> None:
    found = list(spread(lambda: range(count), lambda job: job * 2, processes))
    assert found == [job * 2 for job in range(count)]


def test_a_slow_block_keeps_its_place() -> None:
    def work(job: int) -> int:
        if job == 0:
            time.sleep(0.3)
        return job

    assert list(spread(lambda: range(500), work, 2)) == list(range(500))


def test_a_failure_is_raised_with_its_traceback() -> None:
    with pytest.raises(WorkerError, match="ZeroDivisionError"):
        list(spread(lambda: range(100), lambda job: 1 // (50 - job), 2))


def test_a_process_that_is_killed_is_told_as_such() -> None:
    def work(job: int) -> int:
        if job == 50:
            os.kill(os.getpid(), signal.SIGKILL)
        return job

    with pytest.raises(WorkerError, match="ended before it could answer"):
        list(spread(lambda: range(100), work, 2))


def test_results_that_nobody_takes_leave_no_process_behind() -> None:
    results = spread(lambda: range(10_000), lambda job: f"{job:9999}", 2)
    assert next(iter(results)) == f"{0:9999}"
    results.close()  # type: ignore[attr-defined]
    assert active_children() == []


def test_what_is_made_ahead_answers_from_another_process() -> None:
    def make() -> Callable[[int], tuple[int, int]]:
        made_in = os.getpid()
        return lambda given: (given * 2, made_in)

    with ahead(make) as asked:
        answers = [asked(given) for given in (1, 2)]
    assert [double for double, _ in answers] == [2, 4]
    assert os.getpid() not in {made_in for _, made_in in answers}
    assert active_children() == []


@pytest.mark.parametrize("broken", ["making", "answering"])
def test_a_failure_ahead_is_raised_with_its_traceback(broken: str) -> None:
    def make() -> Callable[[int], float]:
        return (lambda given: 1 / given) if broken == "answering" else [][0]

    with ahead(make) as asked, pytest.raises(WorkerError, match=r"ZeroDivision|IndexError"):
        asked(0)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_one_process_and_many_make_the_same_site(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    for number in range(200):
        text = f"---\ntitle: ข่าวสมมติที่ {number}\ndate: 1 พฤศจิกายน 2565\n---\nเรื่องสมมติ *ก*\n"
        (root / "content" / "news" / f"n{number:03}.md").write_text(text, encoding="utf-8")
    sites = []
    for name, cores in (("one", {0}), ("many", {0, 1})):
        out = tmp_path / name
        command = (
            f"import os; os.sched_setaffinity(0, {cores}); import sys; "
            "from itagen.cli import main; sys.argv[1:] = ['build', '.', '--out', "
            f"{str(out)!r}]; main()"
        )
        subprocess.run([sys.executable, "-c", command], cwd=root, check=True)
        sites.append(snapshot(out))
    assert len(sites[0]) > 250
    assert sites[0] == sites[1]
