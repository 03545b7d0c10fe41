"""A section does not say to which main site it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.text import is_address

RULE = Rule(
    "ITA503", "missing-main-site", Severity.ERROR, "the address cannot be opened anyway (ITA407)"
)

_HINT = Words(
    "เพิ่มบรรทัด main_site: ตามด้วยที่อยู่หน้าแรกของเว็บไซต์หลัก เช่น main_site: https://www.example.go.th "
    "ถ้าทั้งเว็บไซต์สร้างด้วย itagen ให้แก้เป็น site: whole",
    "add main_site: with the address of the main home page, or write site: whole",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """`site: section` asks for `main_site`, a page of the web."""
    agency = case.site.agency
    section, main = agency.said("site"), agency.said("main_site")
    if section is None or not agency.is_section or "main_site" in agency.broken:
        return
    if main is None:
        message = Words(
            "site: section แต่ไม่ได้บอก main_site: ว่าเว็บไซต์หลักของหน่วยงานอยู่ที่ใด",
            "site: section, but no main_site: says where the agency's main site is",
        )
        yield RULE.finds(section.at, message, _HINT)
    elif not is_address(main.text) and main.at not in {finding.at for finding in case.found}:
        message = Words(
            f"main_site: “{main.text}” ไม่ใช่หน้าเว็บ ต้องขึ้นต้นด้วย https://",
            f"main_site: “{main.text}” is no page of the web; it begins with https://",
        )
        yield RULE.finds(main.at, message, _HINT)
