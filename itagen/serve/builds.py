"""Builds, one after another, in a process of their own.

The server goes on answering while a build works, and can end it at once. The process has no other
thread, so that a build may share its pages out to forked ones; it stays, so that what is loaded and
compiled for one build is there for the next.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from itagen.again import remembering
from itagen.diagnostics import Diagnostic, blocks
from itagen.lock import HeldError
from itagen.pipeline import Made, build_site
from itagen.project import Project
from itagen.remembered import Remembered

_HELD_S = 0.1


@dataclass(frozen=True, slots=True)
class Built:
    """How a build ended.

    Attributes:
        found: everything it found.
        bug: the traceback of a fault of our own; empty where there was none.
    """

    found: tuple[Diagnostic, ...] = ()
    bug: str = ""

    @property
    def stands(self) -> bool:
        """Whether the new site is shown; else the last good one."""
        return not self.bug and not blocks(self.found, strict=False)


class Builds:
    """The process that builds.

    Args:
        project: what is built.
        out: where the preview goes.
    """

    def __init__(self, project: Project, out: Path) -> None:
        self._work = (project, out)
        self._asking = ThreadPoolExecutor(1)
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_build_when_told, args=(theirs, *self._work))
        self._process.start()
        theirs.close()

    async def build(self) -> Built:
        """Build once, after every build that was asked for before."""
        return await asyncio.get_running_loop().run_in_executor(self._asking, self._ask)

    def _ask(self) -> Built:
        if not self._process.is_alive():
            self._start()
        try:
            self._ours.send(None)
            built: Built = self._ours.recv()
        except (EOFError, OSError):
            return Built(bug="the process that builds was stopped from outside")
        return built

    def stop(self) -> None:
        """End the process, also in the midst of a build: the last good site stays."""
        self._process.kill()
        self._process.join()
        self._asking.shutdown()


def _build_when_told(pipe: Connection, project: Project, out: Path) -> None:
    """In the process: build at every word; the end of the server is the end of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pages: Remembered[Made] = Remembered()
    with remembering(), suppress(EOFError, OSError):
        while True:
            pipe.recv()
            pipe.send(_built(project, out, pages))


def _built(project: Project, out: Path, pages: Remembered[Made]) -> Built:
    while True:
        try:
            return Built(tuple(build_site(project, out, preview=pages)))
        except HeldError:  # `itagen serve` and `itagen edit` of one project at the same time
            time.sleep(_HELD_S)
        except Exception:
            return Built(bug=traceback.format_exc())
