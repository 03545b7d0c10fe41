"""Whether a drawing in SVG is nothing but a drawing."""

from __future__ import annotations

import re

_ACTIVE = re.compile(
    r"<(?:[\w-]+:)?(?:script|foreignobject|iframe|embed|object|handler|listener)\b"
    r"|[\s\"'/]on[a-z]+\s*="
    r"|attributename\s*=\s*[\"']?\s*(?:xlink:)?href"
    r"|javascript:|<!entity|<\?xml-stylesheet|@import"
)
_TARGETS = re.compile(
    r"""(?:href|[\s"']src)\s*=\s*(?:"([^"]*)"|'([^']*)')|url\(\s*["']?([^)"']*)"""
)
_INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,]|$)")
_LINK = re.compile(r"<(?:[\w-]+:)?a\b")


def is_plain_svg(data: bytes) -> bool:
    """Whether it runs nothing and asks nobody: no script, handler, entity, link, foreign file."""
    try:
        text = data.decode("utf-8-sig").lower()
    except UnicodeDecodeError:
        return False
    if "\0" in text or _ACTIVE.search(text) or _LINK.search(text):
        return False
    targets = ("".join(groups) for groups in _TARGETS.findall(text))
    return all(_INSIDE.match(target) for target in targets)
