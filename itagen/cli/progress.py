"""A line that counts what is done, for whoever waits before a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from itagen.diagnostics import Language, Words


@contextmanager
def counting(count: int, words: Words, language: Language) -> Iterator[Callable[[int], None]]:
    """What to tell how many of `count` are done; nothing is shown in a pipe."""
    if not sys.stderr.isatty() or not count:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words.say(language), total=count)
        yield lambda done: bar.update(task, completed=done)
