"""What meets the elements of one item, as open data: what its page shows, for programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from itagen.address import full_address
from itagen.answers import ElementAnswer
from itagen.claims import basis_of, entry_period, read_said, said_for
from itagen.coverage import asks_for_day
from itagen.demand import Field
from itagen.entry import Document, Evidence, Part, Record, Said
from itagen.part_views import BranchView, PartView
from itagen.period import Period, name_th
from itagen.period_text import Refusal, parse_period
from itagen.plan_document import document_part
from itagen.plan_parts import Parts
from itagen.site import Site
from itagen.store import Store
from itagen.table_data import data_folder, keeps_rows, rows_given, sheet_stem, sheets_of
from itagen.table_files import MEDIA
from itagen.table_rows import Cells
from itagen.text_links import INSIDE
from itagen.written_json import Written, json_bytes, quoted

Data = dict[str, Any]

_VERSION = "1"  # to be raised when the same rows give another text
_MARKED = re.compile(rf"(\]\(\s*<?|\]:\s*<?){INSIDE}")


def element_data(parts: Parts, element: ElementAnswer, store: Store) -> Data:
    """One element: what it is, how far it is, and what meets it; the store keeps its rows."""
    demanded = element.element
    return {
        "id": demanded.id,
        "title": demanded.title,
        "demand": demanded.demand,
        "state": element.state,
        "pending": element.pending.text if element.pending else None,
        "evidence": [_evidence(parts, element, part) for part in element.evidence],
        "records": _all_records(parts, element, store),
    } | _tables(parts, element)


def _tables(parts: Parts, element: ElementAnswer) -> Data:
    """The files that hold its rows, or those of its sheets."""
    demanded, count = element.element, len(sheets_of(element))
    if keeps_rows(element):
        stems = [demanded.id]
    else:
        stems = [] if demanded.each else [sheet_stem(element, n) for n in range(1, count + 1)]
    folder = data_folder(parts.answer)
    found = [{ending: f"{folder}{stem}.{ending}" for ending in MEDIA} for stem in stems]
    return {"tables": found} if found else {}


def document_data(document: Document, folder: str, site: Site, parts: Parts | None = None) -> Data:
    """A line of `documents`, of an item (`parts`) or of a post."""
    found = _shown(document_part(document, folder, site), site)
    if document.covers and parts:
        basis = basis_of(parts.answer, parts.answer.item.coverage)
        found["covers"] = _span(document.covers, parse_period(document.covers.text, basis))
    return found


def period_data(period: Period) -> Data:
    """Days from and to, the last one null where no end is given, and the same in words."""
    last = period.last.isoformat() if period.last else None
    return {"from": period.first.isoformat(), "to": last, "words": name_th(period)}


def _evidence(parts: Parts, element: ElementAnswer, part: Evidence) -> Data:
    found = _shown(parts.part(element, part), parts.site, is_table=bool(part.table))
    if part.pages:
        found["pages"] = part.pages.text
    return found | dict(_when(parts, element, part))


def _all_records(
    parts: Parts, element: ElementAnswer, store: Store
) -> list[Data | Written] | Written:
    """All rows; where all were read in tables they are made once for the same tables."""

    def made() -> bytes:
        return json_bytes(list(_records(parts, element)))

    if given := rows_given(parts, element):
        return Written(store.recall("open-rows", _VERSION, given, made))
    return list(_records(parts, element))


def _records(parts: Parts, element: ElementAnswer) -> Iterator[Data | Written]:
    """Each row, those of tables too, of which there may be thousands, many of the same time."""
    begun = {f.id: f'{quoted(f.id)}: [{{"kind": "text", "text": ' for f in element.element.each}
    times: dict[tuple[str, str], str] = {}
    for record in element.records:
        if not isinstance(record.fields, Cells):
            yield _record(parts, element, record)
            continue
        told = record.fields.plain
        cells = [f"{begun[n]}{quoted(told[n])}}}]" for n in begun if told.get(n)]
        when = (_words(record.covers), _words(record.date))
        if when not in times:
            times[when] = json_bytes(dict(_when(parts, element, record)))[1:-1].decode()
        side = f'"side": {quoted(record.side.text)}' if record.side else ""
        found = (f'"fields": {{{", ".join(cells)}}}', side, times[when])
        yield Written(f"{{{', '.join(filter(None, found))}}}".encode())


def _words(said: Said | None) -> str:
    return said.text if said else ""


def _record(parts: Parts, element: ElementAnswer, record: Record) -> Data:
    fields = {field.id: _cell(parts, element, record, field) for field in element.element.each}
    found: Data = {"fields": {name: cell for name, cell in fields.items() if cell}}
    if record.side:
        found["side"] = record.side.text
    return found | dict(_when(parts, element, record))


def _cell(parts: Parts, element: ElementAnswer, record: Record, field: Field) -> list[Data]:
    values = record.fields.get(field.id, ())
    shown = parts.cell(element, record, field)
    found = [_shown(view, parts.site) for view in shown]
    for value, cell in zip(values, found, strict=True):
        if field.type in {"money", "count"} and value.text:
            cell["text"] = value.text.text
    return found


def _when(parts: Parts, element: ElementAnswer, part: Part) -> Iterator[tuple[str, Any]]:
    """The day or the period of a part, where the list asks for one and something says it."""
    answer, coverage = parts.answer, element.coverage
    said = said_for(answer, element, part) if coverage else None
    if coverage is None or said is None:
        return
    within = entry_period(answer, coverage)
    found = read_said(said, coverage, basis_of(answer, coverage), within)
    if not asks_for_day(coverage):
        yield "covers", _span(said, found)
    elif isinstance(found, Period):
        yield "date", found.first.isoformat()


def _span(said: Said, found: Period | Refusal) -> Data:
    if isinstance(found, Refusal):
        return {"from": None, "to": None, "words": said.text}
    return period_data(found)


def _shown(view: PartView, site: Site, *, is_table: bool = False) -> Data:
    """What a page shows of one piece of evidence; what it does not have is left out."""
    found: Data = {"kind": _kind(view, is_table=is_table)}
    if view.text:
        found["text"] = _MARKED.sub(r"\1", view.text)
    if view.tree:
        found["tree"] = [_branch(branch) for branch in view.tree.branches]
        if view.tree.title:
            found["title"] = view.tree.title
    if view.link:
        found |= _link(view, site.agency.words("site_url"))
    told = {
        "image": view.image,
        "alt": view.alt,
        "side": view.side,
        "none": view.none,
        "pending": view.pending,
        "signed": view.signed,
        "date": view.day.iso if view.day else "",
    }
    return found | {name: value for name, value in told.items() if value}


def _branch(branch: BranchView) -> Data:
    found: Data = {"name": branch.name}
    if branch.who:
        found["who"] = branch.who
    if branch.below:
        found["below"] = [_branch(below) for below in branch.below]
    return found


def _kind(view: PartView, *, is_table: bool) -> str:
    if view.link and not is_table:
        return "link" if view.link.outside else "file"
    named = {
        "table": is_table,
        "image": view.image,
        "text": view.text,
        "tree": view.tree,
        "none": view.none,
        "pending": view.pending,
    }
    return next((name for name, value in named.items() if value), "text")


def _link(view: PartView, url: str) -> Data:
    link = view.link
    if link is None:
        return {}
    found = {"title": link.title}
    if link.outside:
        found["link"] = link.href
    elif link.href:
        found["file"] = link.href.partition("#")[0]
        if url:
            found["address"] = full_address(url, found["file"])
    return found
