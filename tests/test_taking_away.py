"""What an edition demands, taken away piece by piece: each gives just one finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import DRAFTS, KINDS, SHIPPED, findings, load_edition, write_demo
from tests.taking_away import Bench, Trials, batches

ONE_BY_ONE = (SHIPPED[1], KINDS[0])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", SHIPPED, ids=lambda path: path.stem)
def test_each_piece_taken_away_is_found_once(edition: Path, kind: str, tmp_path: Path) -> None:
    bench = Bench(tmp_path, edition, kind)
    trials = list(Trials(load_edition(edition), kind))
    if (edition, kind) == ONE_BY_ONE:
        wrong = {trial.name: found for trial in trials if (found := bench.run(trial))}
    else:  # the same rules meet other items and sides: pieces of several items are taken at once
        told = [bench.run_together(batch) for batch in batches(trials)]
        wrong = {name: found for each in told for name, found in each.items()}
    assert not wrong
    assert sum(1 for trial in trials if trial.severity) > 200


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", [*SHIPPED, *DRAFTS], ids=lambda path: path.stem)
def test_the_demo_of_every_edition_has_no_fault(edition: Path, kind: str, tmp_path: Path) -> None:
    assert findings(write_demo(tmp_path, edition, kind)) == []
