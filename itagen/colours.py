"""The agency's colour, and what can be read on it."""

from __future__ import annotations

import re

_COLOUR = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})")
_LIGHT, _DARK = "#ffffff", "#000000"


def brand(colour: str) -> dict[str, str]:
    """Custom properties for a colour as `#14406b`; none for anything else.

    Words on it are white or black, whichever stands out more (WCAG 2.2, contrast ratio).
    """
    if not _COLOUR.fullmatch(colour.strip().lower()):
        return {}
    own = colour.strip().lower()
    words = max((_LIGHT, _DARK), key=lambda words: contrast(own, words))
    return {"--brand": own, "--on-brand": words}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    found = _COLOUR.fullmatch(colour)
    if found is None:
        raise ValueError(colour)
    red, green, blue = (_linear(int(part, 16) / 255) for part in found.groups())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
