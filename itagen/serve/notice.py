"""What the server adds to a page of the site, and the page that stands while there is none."""

from __future__ import annotations

from itagen.serve.preview import Preview

_HEAD = b"</head>"


def with_notice(html: bytes, preview: Preview, port: str) -> bytes:  # noqa: ARG001
    """A page with the script that waits for a reload."""
    script = f'<script src="/livereload.js?port={port}" defer></script>'
    return html.replace(_HEAD, script.encode() + _HEAD, 1)


def waiting_page(preview: Preview) -> bytes:
    """The page while there is no good site yet."""
    words = "กำลังสร้างเว็บไซต์" if preview.built is None else "ยังสร้างเว็บไซต์ไม่ได้"
    head = f'<!doctype html><html lang="th"><head><title>{words}</title></head>'
    return f"{head}<body>{words}</body></html>".encode()
