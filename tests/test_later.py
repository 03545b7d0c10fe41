"""A sequence made later is for all who look at it the tuple that it stands for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itagen.later import Later, joined


@given(st.lists(st.integers(), max_size=8), st.integers(0, 8), st.slices(10), st.integers(-9, 9))
def test_it_is_the_same_as_a_tuple(values: list[int], known: int, part: slice, place: int) -> None:
    whole = tuple(values)
    first = whole[:known]

    def later() -> Later[int]:
        return Later(len(whole), lambda: iter(whole[len(first) :]), first)

    assert later() == whole == tuple(later()) and later() == later()
    assert hash(later()) == hash(whole) and repr(later()) == repr(whole)
    assert len(later()) == len(whole) and later()[part] == whole[part]
    assert joined([later(), whole]) == whole + whole
    if -len(whole) <= place < len(whole):
        assert later()[place] == whole[place]
    else:
        with pytest.raises(IndexError):
            later()[place]


def test_it_is_made_once_and_not_for_its_first_values() -> None:
    made: list[int] = []

    def rest() -> Iterator[int]:
        made.append(1)
        yield from (3, 4)

    later = Later(4, rest, (1, 2))
    assert later[:2] == (1, 2) and later[1] == 2 and next(iter(later)) == 1 and len(later) == 4
    assert made == []
    assert later[2] == 3 and list(later) == [1, 2, 3, 4] and later == (1, 2, 3, 4)
    assert made == [1]
