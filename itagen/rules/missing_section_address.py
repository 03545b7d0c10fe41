"""A section does not say its own address, or says that of the main site."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA504", "missing-section-address", Severity.WARNING)

_HINT = Words(
    "เขียนที่อยู่ของส่วนนี้พร้อมทางใต้เว็บไซต์หลัก เช่น site_url: https://www.example.go.th/ita",
    "write the address of this section with its path, as in https://www.example.go.th/ita",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """The links of the list of places lead from the main site to `site_url`."""
    agency = case.site.agency
    section, own = agency.said("site"), agency.said("site_url")
    if section is None or not agency.is_section or "site_url" in agency.broken:
        return
    if own is None:
        message = Words(
            "site: section แต่ไม่ได้บอก site_url: ลิงก์ที่นำไปวางในเว็บไซต์หลักจึงไม่มีที่อยู่เต็ม",
            "site: section without site_url: links to paste into the main site lack their address",
        )
        yield RULE.finds(section.at, message, _HINT)
    elif _plain(own.text) == _plain(agency.words("main_site")):
        message = Words(
            f"site_url: “{own.text}” เป็นที่อยู่เดียวกับเว็บไซต์หลัก ส่วนนี้ต้องมีที่อยู่ของตัวเอง",
            f"site_url: “{own.text}” is the main site's address; the section needs its own",
        )
        yield RULE.finds(own.at, message, _HINT)


def _plain(address: str) -> str:
    """An address as far as two spellings of one agree: no scheme, `www.` or slash at the end."""
    said = address.strip().casefold()
    return (said.partition("://")[2] or said).removeprefix("www.").rstrip("/")
