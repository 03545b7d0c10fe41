"""What was submitted stands at another address of the site, or the whole site does."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.address import safe_path
from itagen.diagnostics import Diagnostic, Location, Severity, Subject, Words
from itagen.frozen import Frozen
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA812", "changed-address", Severity.ERROR, "the thing itself is gone (ITA810, ITA811)"
)

_HINT = Words(
    "คืนชื่อโฟลเดอร์ แบบตรวจ (edition:) หรือ site_url: ให้เหมือนวันที่ส่ง "
    "ถ้าจำเป็นต้องย้ายจริงและที่อยู่เดิมยังพาไปที่ใหม่ได้ ใช้ --allow-frozen-change",
    "give the folder, the edition or site_url its old name; --allow-frozen-change alone lets this "
    "pass, where the old address leads on",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare each address that was given with the one it has now."""
    site_url = case.site.agency.said("site_url")
    now = site_url.text if site_url else ""
    told: set[str] = set()
    for folder, frozen in case.site.frozen.items():
        if frozen is None:
            continue
        if frozen.site_url != now and frozen.site_url not in told:
            told.add(frozen.site_url)
            at = site_url.at if site_url else Location(case.site.agency.path)
            yield RULE.finds(at, _moved(frozen.site_url, now), _HINT, Subject(folder))
        yield from _inside(case, folder, frozen)


def _inside(case: Case, folder: str, frozen: Frozen) -> Iterator[Diagnostic]:
    """Addresses below the site's own; those of items together, as one cause moves them all."""
    now = {a.item.code: f"{folder}/{a.item.stem}/" for a in case.answers if a.year.folder == folder}
    lost = [code for code, kept in frozen.items.items() if now.get(code) != kept.address]
    if lost:
        first = frozen.items[lost[0]].address
        at = Location(f"content/{folder}/year.yaml")
        message = _moved(first, now.get(lost[0], ""), len(lost) - 1)
        yield RULE.finds(at, message, _HINT, Subject(folder))
    here = {path: safe_path(path) for path in frozen.files if path in case.site.files}
    here |= {f"content/{path}": address for path, address in case.site.sources.items()}
    for path, kept in (*frozen.files.items(), *frozen.posts.items()):
        if here.get(path, kept.address) != kept.address:
            at = Location(path if path in frozen.posts else f"content/{path}")
            yield RULE.finds(at, _moved(kept.address, here[path]), _HINT, Subject(folder))


def _moved(before: str, now: str, others: int = 0) -> Words:
    more = Words(f" (และอีก {others} ข้อ)", f" (and {others} more)") if others else Words("", "")
    if not now:
        return Words(
            f"ที่อยู่ {before} ที่ส่งไปแล้วไม่มีในเว็บไซต์แล้ว{more.th}",
            f"the submitted address {before} is not on the site any more{more.en}",
        )
    return Words(
        f"ที่อยู่ที่ส่งไปแล้วคือ {before or '-'} แต่ตอนนี้เป็น {now}{more.th}",
        f"the submitted address is {before or '-'}, and now it is {now}{more.en}",
    )
