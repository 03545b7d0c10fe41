"""Charts: what the edition wants drawn, whole labels, true lengths, no script, the same bytes."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from itagen.colours import contrast
from itagen.evidence.charts import Bars, Series, bar_chart, described, number_words, palette
from itagen.pipeline import build_site
from itagen.project import Project
from tests.projects import SHIPPED, write_demo

SVG = "{http://www.w3.org/2000/svg}"
LONG = "ลงทะเบียนผู้สูงอายุ ผู้พิการ และผู้ป่วยเอดส์เพื่อขอรับเบี้ยยังชีพรายเดือนผ่านระบบออนไลน์ของเทศบาล"
ONE = Bars(("ก่อสร้าง", LONG, "ภาษี <ที่ดิน>"), (Series("จำนวน", (40.0, 10.0, 0.0)),))
THREE = Bars(("ต.ค. 2565", "พ.ย. 2565"), (
    Series("ทั้งหมด", (3.0, 5.0)), Series("แล้วเสร็จ", (2.0, None)), Series("ค้าง", (1.0, 0.0)),
))  # fmt: skip


def drawn(bars: Bars) -> ElementTree.Element:
    return ElementTree.fromstring(bar_chart(bars, palette("")))


def words(root: ElementTree.Element) -> list[str]:
    return [node.text or "" for node in root.iter(f"{SVG}text")]


def lengths(root: ElementTree.Element, fill: str) -> list[float]:
    """The bars of a colour from the top; a square of the legend is none."""
    bars = [n for n in root.iter(f"{SVG}rect") if n.get("fill") == fill and n.get("height") != "12"]
    return [float(n.get("width", "0")) for n in sorted(bars, key=lambda n: float(n.get("y", "0")))]


def test_labels_stand_whole_and_numbers_beside_the_bars() -> None:
    root = drawn(ONE)
    assert words(root) == [*reversed(ONE.labels), "0", "10", "40"]
    first, second, third = lengths(root, palette("")[0])
    assert first / second == pytest.approx(4, rel=0.01) and third == 0
    (shift,) = {n.get("transform") for n in root.iter(f"{SVG}g") if n.get("transform")}
    room = float(re.findall(r"[\d.]+", shift or "")[0])
    marks = sum(1 for sign in LONG if re.match("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", sign))
    assert room > (len(LONG) - marks) * 9 and room + first < ONE.width


@pytest.mark.parametrize("bars", [ONE, THREE])
def test_on_phones_labels_stand_whole_above_their_bars(bars: Bars) -> None:
    bars = replace(bars, narrow=True)
    root = drawn(bars)
    labels = {n.text: n for n in root.iter(f"{SVG}text") if n.text in bars.labels}
    tops = [float(labels[label].get("y", "0")) for label in bars.labels]
    own = [n for n in root.iter(f"{SVG}rect") if n.get("fill") == palette("")[0]]
    below = sorted(float(n.get("y", "0")) for n in own if n.get("height") != "12")
    assert all(4 < bar - top < 20 for top, bar in zip(tops, below, strict=False))
    for label, node in labels.items():
        assert node.get("text-anchor") is None
        signs = re.sub("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", "", label or "")
        assert 16 + float(node.get("x", "0")) + 9 * len(signs) <= bars.width
    assert replace(THREE, narrow=True).width == 320
    named = Bars(THREE.labels, (*THREE.series, Series(LONG, (1.0, 1.0))), narrow=True)
    assert named.width > 45 + 9 * 75, "a name below the bars is not cut either"


def test_in_both_drawings_each_value_has_the_same_colour() -> None:
    for colour, bars in zip(palette(""), (2, 1, 2), strict=False):
        for narrow in (False, True):
            assert len(lengths(drawn(replace(THREE, narrow=narrow)), colour)) == bars


def test_several_values_have_a_colour_each_and_are_named() -> None:
    root = drawn(THREE)
    found = words(root)
    assert found[:2] == ["พ.ย. 2565", "ต.ค. 2565"]
    assert {"ทั้งหมด", "แล้วเสร็จ", "ค้าง"} <= set(found)
    colours = palette("")
    assert [len(lengths(root, colour)) for colour in colours[:3]] == [2, 1, 2]


def test_the_agency_colour_is_taken_where_it_can_be_seen() -> None:
    assert palette("#7A1F3D")[0] == "#7a1f3d"
    for weak in ("#ffee00", "#fff", "red", ""):
        assert palette(weak) == palette("")
    assert all(contrast(colour, "#ffffff") >= 3 for colour in palette(""))


def test_a_drawing_holds_no_script_style_or_address() -> None:
    data = bar_chart(THREE, palette("")).decode("utf-8")
    names = {node.tag for node in drawn(THREE).iter()}
    assert names == {f"{SVG}{name}" for name in ("svg", "g", "rect", "text")}
    assert "style" not in data and "href" not in data and "20" + "26" not in data


def test_another_process_draws_the_same_bytes_and_imports_go_on_quietly() -> None:
    code = (
        "import sys\nfrom itagen.evidence.charts import *\nfrom tests.test_charts import THREE\n"
        "sys.stdout.buffer.write(bar_chart(THREE, palette('')))\nimport wave\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == bar_chart(THREE, palette(""))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.text("กขค่า้ abc&<\"'", min_size=1, max_size=90), st.floats(0, 1e9)),
        min_size=2, max_size=40,
    )
)  # fmt: skip
def test_every_label_and_number_is_drawn(rows: list[tuple[str, float]]) -> None:
    labels = tuple(label for label, _ in rows)
    values = tuple(round(value, 2) for _, value in rows)
    shown = [number_words(value) for value in reversed(values)]
    for narrow in (False, True):
        found = words(drawn(Bars(labels, (Series("", values),), narrow)))
        assert found == [*reversed(labels), *shown]


def test_numbers_are_told_in_words() -> None:
    assert described(ONE) == f"ก่อสร้าง 40, {LONG} 10, ภาษี <ที่ดิน> 0"
    assert described(THREE).endswith("พ.ย. 2565 ทั้งหมด 5 ค้าง 0")
    assert [number_words(n) for n in (0, 1626, 93.4, 94.25)] == ["0", "1,626", "93.4", "94.25"]


COUNTS = """covers: ต.ค. 2565 – มี.ค. 2566
elements:
  counts:
    - {total: ๑๒, done: 10, open: 2, covers: ต.ค. 2565}
    - {total: 3 เรื่อง, done: 3, open: ไม่มี, covers: พ.ย. 2565 – มี.ค. 2566}
"""


def chart_of(root: Path, out: Path, text: str) -> list[dict[str, str | None]]:
    (root / "content" / "2566" / "o29.yaml").write_text(text, encoding="utf-8")
    assert build_site(Project(root), out) == []
    return [node.attributes for node in page_of(out).css("main .chart img")]


def page_of(out: Path) -> LexborHTMLParser:
    return LexborHTMLParser((out / "2566" / "o29" / "index.html").read_text("utf-8"))


def test_rows_are_drawn_by_their_period_where_no_label_is_named(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    (found,) = chart_of(root, tmp_path / "out", COUNTS)
    assert found["src"] == "counts-chart.svg" and "12" in (found["alt"] or "")
    svg = ElementTree.parse(tmp_path / "out" / "2566" / "o29" / "counts-chart.svg").getroot()
    assert (svg.get("width"), svg.get("height")) == (found["width"], found["height"])
    (source,) = page_of(tmp_path / "out").css("main .chart source")
    assert source.attributes["srcset"] == "counts-chart-narrow.svg"
    assert "max-width" in (source.attributes["media"] or "")
    narrow = ElementTree.parse(tmp_path / "out/2566/o29/counts-chart-narrow.svg").getroot()
    assert narrow.get("width") == source.attributes["width"] == "320" and sorted(
        words(narrow)
    ) == sorted(words(svg))
    assert "ต.ค. 2565" in " ".join(words(svg))
    assert words(svg).count("3") == 2 and words(svg).count("0") == 1


def test_a_single_row_is_drawn_number_by_number(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    rows = COUNTS.split("    - ")
    (found,) = chart_of(root, tmp_path / "out", rows[0] + "    - {total: 5, done: 4, open: 1}\n")
    assert (found["alt"] or "").count(",") == 2


def test_a_chart_that_names_no_field_of_its_own_is_a_fault(tmp_path: Path) -> None:
    from tests.projects import lines

    root = write_demo(tmp_path, SHIPPED[1])
    own = root / "schema" / "editions"
    own.mkdir(parents=True)
    text = SHIPPED[1].read_text("utf-8")
    text = text.replace("chart: {value: [total, done, open]}", "chart: {label: day, value: total}")
    (own / SHIPPED[1].name).write_text(text, encoding="utf-8")
    (found,) = lines(root)
    assert "ITA90" in found and "“day”" in found
