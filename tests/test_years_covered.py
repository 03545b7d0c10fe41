"""Words that lie beside, across and within the span that a report must cover."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from itagen.coverage import astray
from itagen.demand import Coverage
from itagen.period import Period, year_of
from itagen.period_text import parse_period
from tests.projects import SHIPPED, lines, load_edition, write_demo

OIT = SHIPPED[1]


def codes(root: Path, item: str, covers: str) -> list[str]:
    """What is found where an item of the demo says that it covers this."""
    path = root / f"content/2566/{item}.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub("covers: .*", f"covers: {covers}", text, count=1), encoding="utf-8")
    return [line.split("[")[1][:6] for line in lines(root)]


@pytest.mark.parametrize(
    ("item", "covers", "found"),
    [
        ("o13", "ปีงบประมาณ 2564", "ITA301"),
        ("o13", "ปีงบประมาณ 2566", "ITA301"),
        ("o13", "2566", "ITA301"),
        ("o13", "ปีปฏิทิน 2566", "ITA301"),
        ("o13", "ไตรมาส 1/2566", "ITA301"),
        ("o17", "ปีงบประมาณ 2566", "ITA301"),
        ("o12", "6 เดือนหลัง ปีงบประมาณ 2566", "ITA301"),
        # some months of what is asked are there, so that those that lack are worth telling
        ("o13", "ปีปฏิทิน 2564", "ITA302"),
        ("o13", "1 ก.ค. 2565 – 30 มิ.ย. 2566", "ITA302"),
        ("o13", "15 – 30 ก.ย. 2565", "ITA302"),
        ("o12", "ม.ค. – มิ.ย. 2566", "ITA312"),
        ("o13", "ปีปฏิทิน 2565", "ITA312"),
        ("o13", "ปีงบประมาณ 2565 - 2566", ""),
    ],
)
def test_a_report_is_of_another_year_or_lacks_months(
    item: str, covers: str, found: str, tmp_path: Path
) -> None:
    assert codes(write_demo(tmp_path, OIT), item, covers) == ([found] if found else [])


def parts(*covers: str) -> str:
    """An O13 whose results are given in parts."""
    told = "".join(f"  - {{text: ข้อมูลตัวอย่างเพื่อทดสอบ, covers: {words}}}\n" for words in covers)
    return f"results:\n{told}  spending:"


@pytest.mark.parametrize(
    ("covers", "found"),
    [
        (("ต.ค. – ธ.ค. 2565", "ปีงบประมาณ 2566"), ["ITA301", "ITA301"]),
        (("ต.ค. – ธ.ค. 2565", "ปีงบประมาณ 2564"), ["ITA301", "ITA301"]),
        (("ม.ค. – ก.ย. 2565", "ต.ค. – ธ.ค. 2565"), ["ITA312"]),
        (("ม.ค. – มิ.ย. 2565", "ต.ค. – ธ.ค. 2565"), ["ITA302"]),
    ],
)
def test_parts_are_judged_together(
    covers: tuple[str, ...], found: list[str], tmp_path: Path
) -> None:
    path = write_demo(tmp_path, OIT) / "content/2566/o13.yaml"
    text = re.sub("results: .*\n  spending:", parts(*covers), path.read_text("utf-8"))
    path.write_text(text, encoding="utf-8")
    assert [line.split("[")[1][:6] for line in lines(tmp_path)] == found


def test_a_year_of_the_calendar_has_but_one_reading() -> None:
    edition = load_edition(OIT)
    report = Coverage("report_of", -1, basis="calendar")
    fiscal, next_year = year_of(2566, "fiscal"), year_of(2566, "calendar")
    assert astray(report, edition, [fiscal]) == frozenset()
    assert astray(report, edition, [next_year]) == {next_year}
    sole = replace(edition, or_basis=None)
    assert astray(Coverage("report_of", -1), sole, [fiscal]) == {fiscal}


def test_a_year_may_hold_the_span_without_an_end() -> None:
    edition, open_end = load_edition(OIT), parse_period("ตั้งแต่ปี 2560 เป็นต้นไป", "fiscal")
    assert isinstance(open_end, Period)
    assert astray(Coverage("report_of", -1), edition, [open_end]) == frozenset()
