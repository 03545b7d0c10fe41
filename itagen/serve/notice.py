"""What the server adds to a page of the site, and the page that stands while there is none.

A failed check lies over the last good page; warnings are a bar at its foot. The browser loads the
page again after every build, so that both go by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import jinja2

from itagen.diagnostics import Diagnostic, Language, Severity, Words
from itagen.reporters import place
from itagen.serve.opening import opens
from itagen.serve.preview import Preview

PAGES = Path(__file__).parent / "pages"
_BODY = re.compile(rb"<body\b[^>]*>")
_HEAD = b"</head>"
_MOST = 100
_PENDING = frozenset(["still-pending", "pending-without-date", "pending-without-reason"])
_WORDS = {
    "mend": Words("แก้ไข", "mend"),
    "open": Words("เปิดไฟล์", "open the file"),
    "unopened": Words("เปิดให้ไม่ได้ ให้เปิดเอง", "cannot open it; open it yourself"),
    "failed": Words("ตรวจไม่ผ่าน", "the check failed"),
    "warned": Words("คำเตือน", "warnings"),
    "behind": Words("หน้าที่เห็นข้างหลังเป็นหน้าล่าสุดที่ใช้ได้", "The page behind is the last good one."),
    "nothing": Words(
        "ยังไม่มีหน้าเว็บให้ดู จนกว่าจะแก้ข้อผิดพลาดให้หมด",
        "There is no page to show until the errors are mended.",
    ),
    "goes": Words(
        "เมื่อแก้แล้วบันทึกไฟล์ ข้อความนี้จะหายไปเอง", "Mend and save: this message goes by itself."
    ),
    "bug": Words(
        "itagen ขัดข้องเอง ไม่ใช่ความผิดของท่าน โปรดส่งข้อความนี้ให้ผู้ดูแลโปรแกรม",
        "itagen itself failed; this is not your fault. Please report:",
    ),
    "status": Words("ความคืบหน้า", "progress"),
    "back": Words("ดูเว็บไซต์", "to the site"),
    "no_year": Words(
        "ยังไม่รู้ว่าปีใดเป็นปีปัจจุบัน หรืออ่านแบบตรวจของปีนั้นไม่ได้", "The current year or its list is unknown."
    ),
    "building": Words("กำลังสร้างเว็บไซต์", "building the site"),
    "soon": Words("หน้านี้จะเปลี่ยนเองเมื่อสร้างเสร็จ", "This page changes by itself when it is done."),
}


def with_scripts(html: bytes, preview: Preview, port: str) -> bytes:
    """A page with the scripts that wait for the next build.

    Args:
        html: a page that names its head.
        preview: the state of the server.
        port: at which the browser called it.
    """
    added = _template("head.html").render(state=preview.state, port=port).encode("utf-8")
    return html.replace(_HEAD, added + _HEAD, 1)


def with_notice(html: bytes, preview: Preview, *, is_here: bool) -> bytes:
    """A page with what the last build found.

    Args:
        html: a page of the site, which names its body.
        preview: the state of the server.
        is_here: whether the browser runs on this machine, so that it can have a file opened.
    """
    notice = _notice(preview, is_here=is_here).encode("utf-8")
    return _BODY.sub(lambda body: body.group() + notice, html, count=1) if notice else html


def waiting_page(preview: Preview) -> bytes:
    """The page while there is no good site yet."""
    return own_page("waiting.html", preview, building=preview.built is None)


def own_page(name: str, preview: Preview, **values: object) -> bytes:
    """A page of the server itself, from its template."""
    language = preview.language
    page = _template(name).render(words=_said(language), language=language, **values)
    return page.encode("utf-8")


def pending_items(found: Iterable[Diagnostic]) -> tuple[str, ...]:
    """The codes of the items that wait for data."""
    codes = (finding.subject.item for finding in found if finding.name in _PENDING)
    return tuple(dict.fromkeys(code for code in codes if code))


def _notice(preview: Preview, *, is_here: bool) -> str:
    built, language = preview.built, preview.language
    if built is None:
        return ""
    wanted = Severity.WARNING if built.stands else Severity.ERROR
    found = [finding for finding in built.found if finding.severity is wanted]
    pending = pending_items(built.found)
    shown = [_shown(finding, preview, is_here=is_here) for finding in found[:_MOST]]
    rest = Words(f"และอีก {len(found) - _MOST} ข้อ", f"and {len(found) - _MOST} more")
    return _template("notice.html").render(
        failed=not built.stands,
        bug=built.bug,
        behind=preview.site.is_there,
        errors=shown,
        warnings=shown,
        pending=pending,
        headline=_headline(built.stands, len(found), len(pending)).say(language),
        more=rest.say(language) if len(found) > _MOST else "",
        words=_said(language),
        language=language,
    )


def _headline(stands: bool, found: int, pending: int) -> Words:
    if not stands:
        return Words(f"ตรวจไม่ผ่าน พบข้อผิดพลาด {found} จุด", f"The check failed: {found} errors")
    if not pending:
        return Words(f"คำเตือน {found} จุด", f"{found} warnings")
    return Words(
        f"คำเตือน {found} จุด รอข้อมูล {pending} ข้อ", f"{found} warnings, {pending} items pending"
    )


def _shown(finding: Diagnostic, preview: Preview, *, is_here: bool) -> dict[str, object]:
    at, language = finding.at, preview.language
    return {
        "severity": str(finding.severity),
        "message": finding.message.say(language),
        "hint": finding.hint.say(language).strip(),
        "code": finding.code,
        "name": finding.name,
        "place": place(at),
        "path": at.path,
        "line": at.line,
        "text": at.text.strip()[:200] if at.line else "",
        "opens": is_here and opens(preview.project, at.path) is not None,
    }


def _said(language: Language) -> dict[str, str]:
    return {name: words.say(language) for name, words in _WORDS.items()}


@cache
def _template(name: str) -> jinja2.Template:
    loader = jinja2.FileSystemLoader(PAGES)
    environment = jinja2.Environment(
        loader=loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
