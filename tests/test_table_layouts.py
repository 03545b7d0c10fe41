"""Eight layouts of the same purchases, as offices make them, are read to the same rows."""

from __future__ import annotations

import pytest

from itagen.demand import Coverage, Field
from itagen.diagnostics import Location
from itagen.entry import Evidence
from itagen.evidence.table_book import read_book
from itagen.evidence.table_kept import Reading
from itagen.evidence.table_reading import Ask, read_tables
from itagen.period import part_of_year
from itagen.table_rows import When, with_rows
from itagen.text import arabic
from tests.projects import SHIPPED, load_edition
from tests.table_samples import FOLDER, MONTHS, PURCHASES

LAYOUTS = sorted(path.name for path in FOLDER.iterdir())
HALF = When(Coverage("half_of", by="month"), "fiscal", part_of_year(2566, "fiscal", 0, 6))


def fields() -> tuple[Field, ...]:
    """Those of the list of 2566."""
    item = load_edition(SHIPPED[1]).by_slug["monthly-procurement"]
    return item.elements[0].each


def read(name: str) -> tuple[Reading, Evidence]:
    reading = read_tables(read_book((FOLDER / name).read_bytes(), name), Ask("", fields()))
    again = Reading.from_json(reading.to_json())
    assert again == reading
    return reading, with_rows(Evidence(Location("o21.yaml")), name, again, HALF)


def test_there_are_eight_layouts() -> None:
    assert len(LAYOUTS) == 8


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_gives_the_same_rows(name: str) -> None:
    _, part = read(name)
    found = []
    for row in part.rows:
        said = {name: words.text for name in row.fields if (words := row.words(name))}
        month = row.covers.text if row.covers else ""
        found.append((month, {name: arabic(text) for name, text in said.items()}))
    months = {month: f"{short} {be}" for month, (_, short, be) in MONTHS.items()}
    assert found == [(months[p.month], p.fields) for p in PURCHASES]


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_tells_its_months(name: str) -> None:
    _, part = read(name)
    assert {span.text for span in part.spans} == {f"{m[1]} {m[2]}" for m in MONTHS.values()}


@pytest.mark.parametrize("name", LAYOUTS)
def test_nothing_is_wrong_with_them_but_an_old_encoding(name: str) -> None:
    kinds = [fault.kind for fault in read(name)[0].faults]
    assert kinds == (["old-encoding"] if name == "cp874.csv" else [])
