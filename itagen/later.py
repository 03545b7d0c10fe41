"""A sequence that is made when somebody looks beyond its first values: there may be thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar, overload

Value = TypeVar("Value", covariant=True)


class Later(Sequence[Value]):
    """As many values as are told, made at most once; for all else like a tuple of them.

    Args:
        size: how many there are in all.
        make: gives those behind the first.
        first: those that are made already.
    """

    __slots__ = ("_all", "_first", "_make", "_size")

    def __init__(
        self, size: int, make: Callable[[], Iterable[Value]], first: tuple[Value, ...] = ()
    ) -> None:
        self._size, self._make, self._first = size, make, first
        self._all: tuple[Value, ...] | None = None

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, place: int) -> Value: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Value, ...]: ...

    def __getitem__(self, place: int | slice) -> Value | tuple[Value, ...]:
        if isinstance(place, int):
            return self._until(place)[place]
        wanted = range(self._size)[place]
        found = self._until(max(wanted[0], wanted[-1])) if wanted else ()
        return tuple(found[number] for number in wanted)

    def __iter__(self) -> Iterator[Value]:
        yield from self._first
        if self._size > len(self._first):
            yield from self._made()[len(self._first) :]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (tuple, Later)) and self._made() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._made())

    def __repr__(self) -> str:
        return repr(self._made())

    def _until(self, last: int) -> tuple[Value, ...]:
        return self._first if 0 <= last < len(self._first) else self._made()

    def _made(self) -> tuple[Value, ...]:
        if self._all is None:
            self._all, self._make = (*self._first, *self._make()), tuple
        return self._all


def joined(parts: Sequence[Sequence[Value]]) -> Later[Value]:
    """One sequence of all parts."""
    return Later(sum(map(len, parts)), lambda: chain.from_iterable(parts))
