"""An address that a browser cannot open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA407", "wrong-link", Severity.ERROR)

_LINK = re.compile(
    r"https?://[^\s/?#]+[.]\S*|https?://localhost\S*|mailto:\S+@\S+|tel:[+0-9๐-๙ -]+",
    re.IGNORECASE,
)
_JOINED = re.compile(r",\s*https?://", re.IGNORECASE)


def check(case: Case) -> Iterator[Diagnostic]:
    """http, https, mailto or tel, without spaces."""
    for use in case.uses:
        if use.path is not None or _opens(use.said.text.strip()):
            continue
        message = Words(f"“{use.said.text}” ไม่ใช่ที่อยู่ที่เปิดได้", f"“{use.said.text}” is no address")
        hint = Words(
            "คัดลอกที่อยู่จากเบราว์เซอร์ ขึ้นต้นด้วย https:// ไม่มีช่องว่าง (โทรศัพท์เขียน tel: ตามด้วยเลข)",
            "copy the whole address from the browser; it begins with https:// and has no space",
        )
        yield RULE.finds_use(use, message, hint)


def _opens(address: str) -> bool:
    try:
        urlsplit(address)
    except ValueError:
        return False
    return bool(_LINK.fullmatch(address)) and not _JOINED.search(address)
