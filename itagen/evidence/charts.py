"""Bar charts as SVG files: no script, no style, no date; the same numbers give the same bytes."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from itagen.colours import contrast

VERSION = 1  # to be raised when the same bars are drawn otherwise
_NARROWEST, _BARS_WIDTH, _PHONE = 720, 400, 320
_FONT = 16
_SIGN, _NARROW_SIGN = 10, 9
_BAR, _FOOT = 30, 24
_WORDS, _GROUND, _LINE = "#1a1a1a", "#ffffff", "#767676"
_PALETTE = ("#14406b", "#b35a00", "#3b7d4f", "#8c3f7d", "#6b6b6b", "#a32f2f")
_SEEN = 3.0
_DRAWN = {
    "g": ("transform",),
    "rect": ("x", "y", "width", "height"),
    "text": ("x", "y"),
}
_LEFT_OUT = {"tooltip-overlay", "overlay", "background", "x"}
_NUMBER = re.compile(r"\d+\.\d{3,}")


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one kind, one for each label; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """What a bar chart shows; with several series, each label has a bar of each.

    Attributes:
        narrow: the labels stand above their bars, so that a phone shows them larger.
    """

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    narrow: bool = False

    @property
    def width(self) -> int:
        """How wide its drawing is: no label is cut, and the bars keep their room."""
        longest = _longest(self.labels)
        if self.narrow:
            longest = max(longest, _longest([series.name for series in self.series]))
            return max(_PHONE, _NARROW_SIGN * longest + 5 * _SIGN)
        return max(_NARROWEST, _SIGN * longest + _BARS_WIDTH)

    @property
    def height(self) -> int:
        """How high its drawing is."""
        legend = _BAR * len(self.series) if len(self.series) > 1 else 0
        rows = len(self.series) + self.narrow
        return _FOOT + len(self.labels) * (_BAR * rows + 12) + legend


def number_words(value: float) -> str:
    """`1,626`, `93.4`."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def palette(brand: str) -> tuple[str, ...]:
    """Colours of bars, the agency's own first where it stands out from the ground."""
    try:
        seen = contrast(brand.strip().lower(), _GROUND) >= _SEEN
    except ValueError:
        seen = False
    return (brand.strip().lower(), *_PALETTE[1:]) if seen else _PALETTE


def bar_chart(bars: Bars, colours: Sequence[str]) -> bytes:
    """The drawing: horizontal bars from the top, each label whole, each number at its bar."""
    drawn = _laid_out(bars)
    size = {"width": str(bars.width), "height": str(bars.height)}
    root = Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {bars.width} {bars.height}", **size,
        "font-family": "sans-serif", "font-size": str(_FONT), "fill": _WORDS,
    })  # fmt: skip
    SubElement(root, "rect", {**size, "fill": _GROUND})
    pen = _Pen(bars, colours, _rise(drawn, bars) if bars.narrow else 0)
    for part in drawn:
        pen.copy(part, root)
    svg: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return svg + b"\n"


def _laid_out(bars: Bars) -> Any:
    """The chart with every place computed. It draws from below, and its labels have no marks.

    Where labels stand above their bars, a series of nothing keeps their room.
    """
    import pygal
    from pygal.style import Style

    # its finder of plugins knows only how Python 3.3 imported, and warns at every import after it
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "pygal"]
    sizes = dict.fromkeys(("label_font_size", "major_label_font_size", "value_font_size"), _FONT)
    values = [v for series in bars.series for v in series.values if v is not None]
    chart = pygal.HorizontalBar(
        style=Style(**sizes, legend_font_size=_FONT), width=bars.width, height=bars.height, js=(),
        print_values=True, print_values_position="top", truncate_label=-1, truncate_legend=-1,
        show_legend=len(bars.series) > 1, legend_at_bottom=True, legend_at_bottom_columns=1,
        value_formatter=number_words, margin=_SIGN, show_x_labels=False,
        margin_left=-_SIGN if bars.narrow else _SIGN,
        margin_right=_SIGN * (2 + max(map(len, map(number_words, values)), default=0)),
        include_x_axis=True, range=(0, max(filter(None, values), default=1)),
    )  # fmt: skip
    chart.uuid = "bars"
    shown = [" " if bars.narrow else _without_marks(label) for label in _upwards(bars.labels)]
    chart.x_labels = shown
    if bars.narrow:
        chart.add(None, [None] * len(shown))
    for series in bars.series:
        chart.add(_without_marks(series.name), list(_upwards(series.values)))
    return chart.render_tree()


def _rise(drawn: Any, bars: Bars) -> float:
    """How far above the middle of its place a label stands, which is higher by a line of text."""
    grounds = [node for node in drawn.iter() if node.get("class") == "background"]
    place = float(grounds[-1].get("height")) / len(bars.labels)
    return place / 2 * (1 - 1 / (len(bars.series) + 1)) - _FONT / 4


def _upwards(values: Sequence[Any]) -> list[Any]:
    return list(reversed(values))


def _longest(texts: Iterable[str]) -> int:
    """How many signs the widest of them has."""
    return max(map(len, map(_without_marks, texts)), default=0)


def _without_marks(text: str) -> str:
    """As many signs as the text is wide: vowels and tones above and below take no room."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Mn")


class _Pen:
    """Copies what is drawn, and nothing else: text with its marks, bars with their colours."""

    def __init__(self, bars: Bars, colours: Sequence[str], rise: float) -> None:
        self._labels = iter(_upwards(bars.labels))
        self._names = iter([series.name for series in bars.series])
        self._colours = (colours[-1], *colours[:-1]) if bars.narrow else tuple(colours)
        self._rise = rise
        self._inset = f"{bars.width / 60:.1f}"  # where the laid out bars begin

    def copy(self, node: Any, target: Element, fill: str = "", kind: str = "") -> None:
        """One element with all that is in it."""
        tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
        classes = (node.get("class") or "").split()
        if tag not in _DRAWN or _LEFT_OUT & set(classes):
            return
        for name in classes:
            if name.startswith("color-"):
                fill = self._colours[int(name.removeprefix("color-")) % len(self._colours)]
        kind = next((k for k in ("axis", "legend", "text-overlay") if k in classes), kind)
        told = {name: _rounded(node.get(name)) for name in _DRAWN[tag] if node.get(name)}
        if tag == "rect":
            told["fill"] = fill
        made = SubElement(target, tag, told)
        if tag == "text":
            self._write(made, node.text or "", kind)
        for part in node:
            self.copy(part, made, fill, kind)

    def _write(self, made: Element, text: str, kind: str) -> None:
        if kind == "axis" and self._rise:
            made.set("x", self._inset)
            made.set("y", f"{float(made.get('y', '0')) - self._rise:.1f}")
            text = next(self._labels)
        elif kind == "axis":
            made.set("text-anchor", "end")
            text = next(self._labels)
        elif kind == "legend":
            text = next(self._names)
        made.text = text


def _rounded(value: str) -> str:
    return _NUMBER.sub(lambda found: f"{float(found[0]):.1f}", value)


def described(bars: Bars, most: int = 12) -> str:
    """The numbers in words, for those who cannot see the bars."""
    return ", ".join(_told(bars, range(min(most, len(bars.labels)))))


def _told(bars: Bars, places: Iterable[int]) -> Iterator[str]:
    for place in places:
        values = [
            f"{series.name} {number_words(value)}" if len(bars.series) > 1 else number_words(value)
            for series in bars.series
            if (value := series.values[place]) is not None
        ]
        yield f"{bars.labels[place]} {' '.join(values)}".strip()
