"""Addresses of a table into entries that nobody has begun, and old addresses into redirects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from itagen.diagnostics import Words
from itagen.edition import Item
from itagen.intake.addresses import host_of, path_of
from itagen.intake.report import RowTold
from itagen.intake.rows import Work
from itagen.scaffold import PENDING, pending_entry
from itagen.site import Site, Year
from itagen.source import read_source
from itagen.text import bare_address, key
from itagen.tree import Scalar
from itagen.yaml_tree import dump_yaml

Rows = Sequence[tuple[Work, RowTold]]
_SOCIAL = ("facebook.com", "line.me", "lin.ee", "youtube.com", "instagram.com", "x.com",
           "twitter.com", "tiktok.com")  # fmt: skip
_FEWEST = 2


def take_entries(root: Path, year: Year, rows: Rows) -> Iterator[tuple[str, str]]:
    """The entries that get links, as path below the project and text."""
    for work, told in rows:
        item, links = work.item, work.addresses.found
        if item is None or not links:
            continue
        if work.addresses.joined:
            told.left.append(Words(
                "ไม่แน่ใจในที่อยู่ที่ถูกตัดเป็นท่อน ต่อให้แล้วเป็น " + " ".join(links) + " โปรดลองเปิด",
                "sure of an address that was in pieces: joined to " + " ".join(links),
            ))  # fmt: skip
        if any(element.from_ == "social" for element in item.elements):
            continue
        path = f"content/{year.folder}/{item.stem}.yaml"
        before = _untouched(root, path, item)
        if before is not None:
            told.took.append(Words(f"ลิงก์ {len(links)} แห่ง", f"{len(links)} links"))
            yield path, f"{before.rstrip()}\n{dump_yaml({'documents': _documents(work, item)})}"
        elif missing := _not_in(root, year, item, links):
            told.left.append(Words(
                f"ลิงก์ {' '.join(missing)} เพราะมีผู้เขียนไฟล์ของ {item.code} แล้ว ให้เติมเองหากยังใช้",
                f"links {' '.join(missing)}, as staff wrote the file of {item.code}",
            ))  # fmt: skip


def _documents(work: Work, item: Item) -> list[dict[str, str]]:
    name, links = work.told.menu[-1] if work.told.menu else item.label, work.addresses.found
    many = len(links) > 1
    return [
        {"title": f"{name} ({number})" if many else name, "link": link}
        for number, link in enumerate(links, 1)
    ]


def _untouched(root: Path, path: str, item: Item) -> str | None:
    """The text of an entry that still waits as it was made, or of a new one; None of any other."""
    file = root / path
    if file.with_suffix(".md").exists():
        return None
    if not file.exists():
        return pending_entry(item)
    source = read_source(root, file)
    if source.root is None:
        return None
    said = source.root.values.get("pending")
    waits = isinstance(said, Scalar) and said.text == PENDING
    return (
        file.read_text("utf-8")
        if waits and set(source.root.values) <= {"pending", "until"}
        else None
    )


def _not_in(root: Path, year: Year, item: Item, links: Iterable[str]) -> list[str]:
    entry = year.entries.get(item.code)
    path = root / entry.path if entry else None
    text = path.read_text("utf-8") if path and path.is_file() else ""
    return [link for link in links if link not in text]


def take_social(work: Work, told: RowTold, site: Site) -> list[dict[str, str]]:
    """The social pages of a row for agency.yaml, unless it names some."""
    if site.agency.facts.get("social"):
        if any(key(link) not in _social_keys(site) for link in work.addresses.found):
            told.left.append(Words(
                "ลิงก์ " + " ".join(work.addresses.found) + " เพราะ agency.yaml มี social: แล้ว",
                "links " + " ".join(work.addresses.found) + ", as agency.yaml has social:",
            ))  # fmt: skip
        return []
    told.took.append(Words("ลิงก์ลงใน social: ของ agency.yaml", "links into agency.yaml's social:"))
    return [{"title": _social_name(link), "link": link} for link in work.addresses.found]


def _social_keys(site: Site) -> set[str]:
    return {key(fact.link.text) for fact in site.agency.facts.get("social", ()) if fact.link}


def _social_name(link: str) -> str:
    return host_of(link).split(".")[-2].capitalize() if "." in host_of(link) else link


def own_host(site: Site, rows: Rows) -> str:
    """The host of the agency's site until now: as agency.yaml says, else the table's usual one."""
    said = site.agency.words("main_site") or site.agency.words("site_url")
    if said:
        return host_of(said)
    hosts = Counter(host for work, _ in rows for a in work.addresses.found if (host := host_of(a)))
    found = [h for h, times in hosts.most_common() if times >= _FEWEST and h not in _SOCIAL]
    return found[0] if found else ""


def take_redirects(site: Site, year: Year, host: str, rows: Rows) -> dict[str, str]:
    """Old addresses of the agency's own site that lead nowhere yet, and the pages they mean."""
    found: dict[str, str] = {}
    held = {bare_address(old).strip("/") for old in site.redirects}
    for work, told in rows:
        item = work.item
        for address in work.addresses.found if item else ():
            path = path_of(address)
            if item is None or host_of(address) != host:
                _tell_foreign(address, host, told)
            elif not path:
                told.left.append(Words(
                    f"ที่อยู่เดิม {address} ลงใน redirects.yaml เพราะเป็นหน้าแรก มี ? หรือมีอักษรที่ใช้ไม่ได้",
                    f"{address} into redirects.yaml: a start page, a query or odd signs",
                ))  # fmt: skip
            elif path in found:
                told.left.append(Words(
                    f"ที่อยู่เดิม /{path} ลงใน redirects.yaml เพราะเป็นของข้ออื่นแล้ว ({found[path]})",
                    f"/{path} into redirects.yaml, as it leads to {found[path]}",
                ))  # fmt: skip
            elif path.strip("/").casefold() not in held:
                found[path] = f"{year.folder}/{item.stem}/"
    return found


def _tell_foreign(address: str, host: str, told: RowTold) -> None:
    if host and host_of(address) not in _SOCIAL:
        told.left.append(Words(
            f"ที่อยู่เดิม {address} ลงใน redirects.yaml เพราะไม่ได้อยู่ใน {host} ดูว่าเป็นของท่านหรือไม่",
            f"{address} into redirects.yaml, as it is not on {host}; look whose it is",
        ))  # fmt: skip
