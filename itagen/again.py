"""Pure functions that a process need not run again for what it gave them before.

Of a project nearly all is the same from one change to the next. A process that reads and builds it
again and again, as those of `serve` and `edit`, does so while `remembering()`; any other keeps
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Result = TypeVar("Result")

_MOST = 20_000


class _Process:
    remembers = False


@contextmanager
def remembering() -> Iterator[None]:
    """Meanwhile this process remembers what its functions gave, also from one time to the next."""
    _Process.remembers = True
    try:
        yield
    finally:
        _Process.remembers = False


def once(make: Callable[[*Given], Result]) -> Callable[[*Given], Result]:
    """Let a function give, where the process remembers, what it gave before.

    That is, for the same texts and the very same objects, and rows of them. It must be pure, and
    neither what it is given nor what it gives may ever be changed. Where it holds too much it
    forgets all of it.
    """
    known: dict[object, tuple[tuple[object, ...], Result]] = {}

    @wraps(make)
    def found(*given: *Given) -> Result:
        if not _Process.remembers:
            return make(*given)
        key = _same(given)
        kept = known.get(key)
        if kept is None:
            if len(known) >= _MOST:
                known.clear()
            kept = known[key] = given, make(*given)  # held, so that its id stays its own
        return kept[1]

    return found


def _same(given: object) -> object:
    """What is the same for the same texts and the very same objects, and for rows of them."""
    if type(given) is tuple:
        return tuple(map(_same, given))
    return given if isinstance(given, str) else id(given)
