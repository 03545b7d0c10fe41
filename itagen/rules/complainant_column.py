"""A table about complaints has a column for a person's name or address."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.allowances import Allowances
from itagen.diagnostics import Diagnostic, Location, Severity, Subject, Words
from itagen.entry import Entry, content_path
from itagen.evidence.complaints import complainant_heads, head_rows
from itagen.passages import entry_passages
from itagen.rules.rule import Case, Rule, shown
from itagen.site import Year
from itagen.table_passages import table_names
from itagen.text import clean

RULE = Rule("ITA603", "complainant-column", Severity.WARNING)

_OF_NOBODY = Words("ถ้าช่องนั้นไม่ได้บอกตัวบุคคล", "if they tell of no person")


def check(case: Case) -> Iterator[Diagnostic]:
    """Only where the list says of an item that it is about complaints."""
    allowances = Allowances(case.site, case.opened)
    for heads, at, subject in (*_tables(case), *_files(case)):
        wrong = complainant_heads(heads)
        if not wrong:
            continue
        message = Words(
            f"ตารางเรื่องร้องเรียนมีช่อง “{shown(wrong)}” ซึ่งบอกตัวบุคคล",
            f"a table about complaints has columns that tell of persons: {shown(wrong)}",
        )
        place = _at_head(at, heads, wrong[0])
        offer = allowances.offer(RULE.code, place.path, _OF_NOBODY)
        hint = Words(
            f"ตัดช่องนั้นออก แสดงเพียงจำนวนเรื่อง ประเภท และผล เพื่อคุ้มครองผู้ร้องและผู้ถูกร้อง{offer.th}",
            f"leave these columns out: counts, kinds and results are enough{offer.en}",
        )
        yield RULE.finds(place, message, hint, subject)


_Heads = tuple[tuple[str, ...], Location | tuple[Location, ...], Subject]


def _entries(case: Case) -> Iterator[tuple[Year, Entry]]:
    for year in case.site.years:
        for entry in year.entries.values():
            if entry.item.about == "complaints":
                yield year, entry


def _tables(case: Case) -> Iterator[_Heads]:
    """The heads of every table that stands in a text of these items."""
    for year, entry in _entries(case):
        for passage in entry_passages(year, entry):
            for start, heads in head_rows(passage.text):
                yield heads, passage.place(start, start), passage.subject


def _files(case: Case) -> Iterator[_Heads]:
    """Those of workbooks and CSV files, as they were read, else as entries tell them."""
    seen: set[str] = set()
    for year, entry in _entries(case):
        subject = year.subject(entry.item.code)
        for name in table_names(entry):
            file = case.site.files.get(clean(content_path(entry.folder, name.text)))
            if file and file.table and file.path not in seen:
                seen.add(file.path)
                for heads in file.table.heads:
                    places = (Location(f"content/{file.path}", cell=cell) for cell, _ in heads)
                    yield tuple(head for _, head in heads), tuple(places), subject
        for answer in entry.answers.values():
            for part in answer.evidence:
                if not part.tables:
                    yield tuple(part.columns.values()), part.at, subject


def _at_head(at: Location | tuple[Location, ...], heads: tuple[str, ...], wrong: str) -> Location:
    if isinstance(at, tuple):
        return at[heads.index(wrong)]
    return _at_column(at, at.text.find(wrong), len(wrong))


def _at_column(at: Location, column: int, width: int) -> Location:
    if at.line is None or column < 0:
        return at
    return Location(at.path, at.line, column + 1, width, at.text)
