"""What stands in the cells of workbooks and CSV files about persons, with the cells' names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from itagen.diagnostics import Location
from itagen.entry import Entry, Said, content_path
from itagen.passages import Passage, asks_for_contact
from itagen.site import Site
from itagen.text import clean

_WITH_THE_DOCUMENT = ".ods"  # its cells are read with the words of the document


def table_passages(site: Site) -> Iterator[Passage]:
    """The cells in which a number of a person stands; of an item where its entry names the file."""
    named = dict(_named(site))
    for file in site.files.values():
        of = named.get(clean(file.path), Passage("", Location("")))
        told = file.path.lower().endswith(_WITH_THE_DOCUMENT)
        for numbers in file.table.numbers if file.table and not told else ():
            places, texts = zip(*numbers, strict=True)
            at = Location(f"content/{file.path}")
            yield replace(of, text="\n".join(texts), at=at, cells=places)


def _named(site: Site) -> Iterator[tuple[str, Passage]]:
    """The tables that entries name, each with the item it belongs to."""
    for year in site.years:
        for entry in year.entries.values():
            of = Passage(
                "", entry.at, year.subject(entry.item.code), entry.item,
                for_contact=asks_for_contact(entry.item),
            )  # fmt: skip
            for name in table_names(entry):
                yield clean(content_path(entry.folder, name.text)), of


def table_names(entry: Entry) -> Iterator[Said]:
    """The files that an entry names as a table, as a file or among its documents."""
    parts = (part for answer in entry.answers.values() for part in answer.evidence)
    named = ((part.table, part.file) for part in parts)
    told = (*(d.file for d in entry.documents), *(said for pair in named for said in pair))
    return (said for said in told if said)
