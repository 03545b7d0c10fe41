"""The store gives back what it was given, and never anything else."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from itagen.store import Store


def test_a_result_is_made_once_for_each_input_and_version(tmp_path: Path) -> None:
    made = []

    def ask(store: Store, kind: str, version: str, given: bytes) -> bytes:
        def make() -> bytes:
            made.append((kind, version, given))
            return given * 2

        return store.recall(kind, version, given, make)

    asked = [("qr", "1", b"a"), ("qr", "1", b"b"), ("qr", "2", b"a"), ("pdf", "1", b"a")]
    for _ in range(2):
        for kind, version, given in asked:
            assert Store(tmp_path).keeps(kind, version, given) == ((kind, version, given) in made)
            assert ask(Store(tmp_path), kind, version, given) == given * 2
            assert Store(tmp_path).keeps(kind, version, given)
    assert made == asked
    assert not Store(tmp_path).keeps("pdf", "1", b"b")


@pytest.mark.parametrize("cut", range(1, 13))
def test_a_result_that_was_cut_short_is_made_anew(cut: int, tmp_path: Path) -> None:
    for given in (b"made", b""):
        assert Store(tmp_path).recall("qr", "1", given, partial(bytes, given)) == given
        for path in tmp_path.rglob("*"):
            if path.is_file():
                path.write_bytes(path.read_bytes()[:-cut])
        assert Store(tmp_path).recall("qr", "1", given, lambda: b"anew") == b"anew"


def test_a_failure_keeps_nothing(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise ValueError

    with pytest.raises(ValueError):
        Store(tmp_path).recall("qr", "1", b"a", fail)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_place_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    taken = tmp_path / "store"
    taken.write_text("a file where the folder should be")
    assert Store(taken).recall("qr", "1", b"a", lambda: b"made") == b"made"


def test_what_a_process_left_that_was_ended_is_taken_away(tmp_path: Path) -> None:
    assert Store(tmp_path).recall("qr", "1", b"a", lambda: b"made") == b"made"
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    kept.unlink()
    kept.with_name(f"{kept.name}.12345").write_bytes(b"ma")
    other = kept.with_name("other.12345")
    other.write_bytes(b"somebody is at work")
    assert Store(tmp_path).recall("qr", "1", b"a", lambda: b"made") == b"made"
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {kept, other}
