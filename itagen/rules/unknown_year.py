"""The year that agency.yaml shows has no folder."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, shown

RULE = Rule(
    "ITA108", "unknown-year", Severity.ERROR, "agency.yaml cannot be read, or names no year"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """`current` must be one of the years' folders."""
    said, site = case.site.agency.said("current"), case.site
    folders = [year.folder for year in site.years]
    if said is None or site.current:
        return
    message = Words(
        f"current: {said.text} แต่ไม่มีโฟลเดอร์ content/{said.text} ที่มี year.yaml",
        f"current: {said.text}, but there is no content/{said.text} with a year.yaml",
    )
    hint = Words(
        f"แก้เป็นปีที่มี คือ {shown(folders)}" if folders else "สร้างโฟลเดอร์ของปีนั้นพร้อม year.yaml",
        f"write one of {shown(folders)}" if folders else "make the folder with its year.yaml",
    )
    yield RULE.finds(said.at, message, hint)
