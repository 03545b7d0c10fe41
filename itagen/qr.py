"""QR codes, drawn from an address as a piece of a page."""

from __future__ import annotations

import io

import segno


def qr_svg(address: str) -> str:
    """An inline SVG without classes, styles or script, with the address as its name."""
    code = segno.make_qr(address, error="m")
    drawing = code.svg_inline(
        scale=4, border=2, light="#fff", title=address, svgclass=None, lineclass=None
    )
    return str(drawing).replace("<svg ", '<svg role="img" ', 1)


def qr_text(address: str) -> str:
    """The same for a terminal, in half blocks."""
    drawn = io.StringIO()
    segno.make_qr(address, error="m").terminal(drawn, border=2, compact=True)
    return drawn.getvalue()
