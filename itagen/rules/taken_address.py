"""Two things would stand at one address of the site, or an old address cannot be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from itagen.address import safe_name, safe_path
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import QUESTIONS, Said
from itagen.plan_pictures import plan_pictures
from itagen.rules.rule import Case, Rule
from itagen.text import clean

RULE = Rule(
    "ITA408", "taken-address", Severity.ERROR, "the path is unsafe or missing (ITA401, ITA404)"
)

_OLD = re.compile(r"/?[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*/?")
_OURS = re.compile(
    r"static/.*|(?:.*/)?index\.html|[^/]+/(?:page|\d{4}-\d\d|feed\.xml|feed\.json)"
    r"|\d{4}[^/]*/[^/]+/[a-z0-9_]+-chart(?:-narrow)?\.svg|data/(?:site\.json|site\.schema\.json|items\.csv)"
    r"|.*\.pdf\.webp|\d{4}[^/]*/[^/]+/data/.*"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Files, posts, and the old addresses that lead on."""
    pages = {f"{a.year.folder}/{a.item.stem}/" for a in case.answers}
    pages |= {f"{year.folder}/" for year in case.site.years}
    pages |= {f"{QUESTIONS}/"} if case.site.questions else set()
    yield from _files(case)
    for stream in sorted({post.stream for post in case.site.posts}):
        taken: dict[str, str] = {}
        for post in case.site.stream(stream):
            name = safe_name(post.stem)
            pages.add(f"{safe_name(stream)}/{name}/")
            at = Said(post.stem, post.at)
            if _OURS.fullmatch(f"{safe_name(stream)}/{name}"):
                yield _taken(at, f"{stream}/{name}", "หน้าของโปรแกรมเอง")
            elif taken.setdefault(name, post.path) != post.path:
                yield _taken(at, f"{stream}/{name}", taken[name])
    yield from _old(case, pages)


def _files(case: Case) -> Iterator[Diagnostic]:
    taken: dict[str, str] = {}
    told: set[str] = set()
    pictures = plan_pictures(case.site, case.uses)
    copies = {picture.copy(w): picture.source for picture in pictures for w in picture.widths}
    for use in case.uses:
        path = clean(use.path) if use.path else ""
        if path not in case.site.files or path in told:
            continue
        address = safe_path(path)
        if _OURS.fullmatch(address):
            told.add(path)
            yield _taken(use.said, address, "หน้าของโปรแกรมเอง")
        elif address in copies:
            told.add(path)
            yield _taken(use.said, address, f"content/{copies[address]}")
        elif taken.setdefault(address, path) != path:
            told.add(path)
            yield _taken(use.said, address, f"content/{taken[address]}")


def _old(case: Case, pages: set[str]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for said in _formerly(case):
        address = said.text.strip().lstrip("/")
        if not _OLD.fullmatch(said.text.strip()) or ".." in address:
            message = Words(
                f"ที่อยู่เดิม “{said.text}” ต้องเป็นทางภายในเว็บไซต์ เช่น /news/old/",
                f"the old address “{said.text}” must be a path of the site, such as /news/old/",
            )
            hint = Words(
                "เขียนเฉพาะส่วนหลังชื่อเว็บไซต์ ใช้ตัวอักษรอังกฤษ ตัวเลข . - _ และ /",
                "write what follows the site's name, in ASCII letters, digits, . - _ and /",
            )
            yield RULE.finds(said.at, message, hint)
        elif address in pages or address.rstrip("/") + "/" in pages:
            yield _taken(said, address, "หน้าที่มีอยู่ในปัจจุบัน")
        elif address in seen:
            yield _taken(said, address, "ที่อยู่เดิมของหน้าอื่น")
        seen.add(address)


def _formerly(case: Case) -> Iterator[Said]:
    for answer in case.answers:
        yield from answer.entry.formerly if answer.entry else ()
    for post in case.site.posts:
        yield from post.formerly
    for question in case.site.questions:
        yield from question.formerly
    for old, new in case.site.redirects.items():
        yield Said(old, new.at)


def _taken(said: Said, address: str, by: str) -> Diagnostic:
    message = Words(
        f"ที่อยู่ /{address} บนเว็บไซต์ซ้ำกับ {by}",
        f"the address /{address} of the site is already that of {by}",
    )
    hint = Words(
        "เปลี่ยนชื่อไฟล์ให้ต่างกัน (ตัวพิมพ์เล็กใหญ่ถือว่าเหมือนกัน) หรือลบที่อยู่เดิมบรรทัดนี้",
        "give the files names that differ by more than case, or delete this old address",
    )
    return RULE.finds(said.at, message, hint)
