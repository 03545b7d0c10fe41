"""What a page says of itself although its server calls it well: not there, or not for you."""

from __future__ import annotations

import re

from itagen.links.reply import Says

PAGES = frozenset(["text/html", "application/xhtml+xml"])
_FILES = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xd8", b"\x89PNG")
_SHORT = 400
_MISSING = re.compile(
    r"ไม่พบ(?:หน้า|เพจ|ไฟล์|เอกสาร|เว็บเพจ|url)|(?:หน้า|เพจ|ไฟล์)(?:เว็บ|ที่)?[^.]{0,30}ไม่(?:มีอยู่|พบ)"
    r"|ขออภัย.{0,30}ไม่พบ|(?<![\d.])404(?![\d.])|not found|page (?:does not|doesn.t) exist"
    r"|(?:page|file) (?:cannot|can.t|could not) be found|nothing found|no longer available",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?:คุณ|ท่าน)?ต้องมีสิทธิ์(?:ในการ)?(?:การ)?เข้าถึง|ต้องขอสิทธิ์|ขอสิทธิ์การเข้าถึง|ไม่มีสิทธิ์เข้าถึง|you need access"
    r"|you need permission|request access|access denied",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)


def is_html(kind: str, body: bytes) -> bool:
    """Whether what was served is a page, by its type and its first bytes."""
    start = body[:512].lstrip(b"\xef\xbb\xbf \r\n\t")
    if not kind:
        return start.startswith(b"<")
    return kind in PAGES and not start.startswith(_FILES)


def page_says(body: bytes, charset: str) -> Says:
    """From its title and main headings, and from all of it where it is short."""
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(_decoded(body, charset))
    for node in page.css("script, style, noscript"):
        node.decompose()
    heads = [node.text() for node in page.css("title, h1")]
    words = page.body.text(separator=" ") if page.body else ""
    squeezed = " ".join(words.split())
    told = " | ".join([*heads, squeezed if len(squeezed) < _SHORT else ""])
    told = " ".join(told.split())
    if _MISSING.search(told):
        return "missing"
    return "closed" if _CLOSED.search(told) else ""


def _decoded(body: bytes, charset: str) -> str:
    """As the server or the page says it is written; many offices still write windows-874."""
    named = _CHARSET.search(body[:2048])
    for name in (charset, named[1].decode("ascii") if named else "", "utf-8", "cp874"):
        wanted = "cp874" if name.lower() in {"windows-874", "tis-620", "iso-8859-11"} else name
        try:
            return body.decode(wanted)
        except (LookupError, UnicodeDecodeError):
            continue
    return body.decode("utf-8", "replace")
