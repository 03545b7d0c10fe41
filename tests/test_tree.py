"""A chart of organisation written as a tree: what it meets, how it is drawn, what programs get."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from itagen.pipeline import build_site
from itagen.project import Project
from tests.projects import SHIPPED, findings, lines, write_demo

O1 = "content/2566/o01.yaml"
POLITICAL, OFFICIAL = "ฝ่ายการเมือง", "ฝ่ายข้าราชการประจำ"
TREE = {
    "name": "ปลัดเทศบาล",
    "who": "นางสาวสมมุติ ตัวอย่างตรง",
    "below": [{"name": "กองคลัง", "below": ["งานพัสดุ", "งานรายได้"]}, "หน่วยตรวจสอบภายใน"],
}


def of_depth(levels: int) -> dict[str, object]:
    """A chain of so many boxes, as deep as a clerk can indent."""
    box: dict[str, object] = {"name": f"ชั้น {levels}"}
    for level in range(levels - 1, 0, -1):
        box = {"name": f"ชั้น {level}", "below": [box]}
    return box


def with_charts(root: Path, *charts: Mapping[str, object]) -> Path:
    write_demo(root, SHIPPED[1])
    entry = {
        "elements": {"chart": list(map(dict, charts)), "units": "กองคลังและกองช่าง ขึ้นต่อปลัดเทศบาล"}
    }
    if not any("image" in chart for chart in charts):
        (root / "content/2566/o01/picture.png").unlink()
    (root / O1).write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
    return root


def built(root: Path) -> LexborHTMLParser:
    assert build_site(Project(root), root / "public") == []
    return LexborHTMLParser((root / "public" / "2566" / "o01" / "index.html").read_bytes())


def drawn(items: LexborNode) -> list[object]:
    """The boxes of a list, each with those below it."""
    found: list[object] = []
    for item in items.iter():
        name = item.css_first(".tree__name")
        below = next((child for child in item.iter() if child.tag == "ul"), None)
        assert item.tag == "li" and name is not None
        found.append((name.text(), drawn(below)) if below else name.text())
    return found


def test_a_tree_of_each_side_meets_the_chart_and_is_drawn_as_lists(tmp_path: Path) -> None:
    mayor = {"side": POLITICAL, "tree": ["นายกเทศมนตรี", "สภาเทศบาล"]}
    page = built(with_charts(tmp_path, mayor, {"side": OFFICIAL, "tree": TREE, "title": "แผนผัง"}))
    political, official = page.css("#chart .tree > ul")
    assert drawn(political) == ["นายกเทศมนตรี", "สภาเทศบาล"]
    finance = ("กองคลัง", ["งานพัสดุ", "งานรายได้"])
    assert drawn(official) == [("ปลัดเทศบาล", [finance, "หน่วยตรวจสอบภายใน"])]
    assert [node.text() for node in page.css(".tree__who")] == ["นางสาวสมมุติ ตัวอย่างตรง"]
    assert [node.text() for node in page.css("figure > figcaption")] == ["แผนผัง"]
    assert [node.text() for node in page.css(".evidence__side")] == [POLITICAL, OFFICIAL]


def test_a_tree_and_a_picture_may_stand_together(tmp_path: Path) -> None:
    both = {"tree": TREE, "image": "picture.png", "alt": "แผนผังของหน่วยงานตัวอย่าง"}
    page = built(with_charts(tmp_path, {"side": POLITICAL, **both}, {"side": OFFICIAL, **both}))
    assert len(page.css("#chart figure.tree")) == len(page.css("#chart img")) == 2


@pytest.mark.parametrize("in_list", [True, False])
def test_eight_levels_are_drawn_and_more_are_told(tmp_path: Path, *, in_list: bool) -> None:
    for levels in range(7, 12):
        tree = [of_depth(levels)] if in_list else of_depth(levels)
        charts = ({"side": side, "tree": tree} for side in (POLITICAL, OFFICIAL))
        root = with_charts(tmp_path / str(levels), *charts)
        codes = {finding.code for finding in findings(root)}
        if levels <= 8:
            assert codes == set()
            assert len(built(root).css(".tree__box")) == 2 * levels
        else:
            assert codes <= {"ITA007", "ITA003"} and codes


def test_one_side_alone_is_not_enough(tmp_path: Path) -> None:
    root = with_charts(tmp_path, {"side": OFFICIAL, "tree": TREE})
    assert [finding.code for finding in findings(root)] == ["ITA205"]


def test_a_persons_number_in_a_box_is_found(tmp_path: Path) -> None:
    box = {"name": "กองคลัง", "who": "นายสมมติ 1-2345-67890-12-1"}
    official = {"side": OFFICIAL, "tree": [TREE, box]}
    (line,) = lines(with_charts(tmp_path, {"side": POLITICAL, "tree": "นายก"}, official))
    assert "error[ITA601]" in line


def test_programs_get_the_tree(tmp_path: Path) -> None:
    built(
        with_charts(tmp_path, {"side": POLITICAL, "tree": "นายก"}, {"side": OFFICIAL, "tree": TREE})
    )
    data = json.loads((tmp_path / "public" / "data" / "site.json").read_bytes())
    chart = next(e for e in data["years"][0]["items"][0]["elements"] if e["id"] == "chart")
    mayor, clerk = chart["evidence"]
    assert mayor == {"kind": "tree", "side": POLITICAL, "tree": [{"name": "นายก"}]}
    assert clerk["tree"][0]["who"] == TREE["who"]
    assert clerk["tree"][0]["below"][1] == {"name": "หน่วยตรวจสอบภายใน"}
