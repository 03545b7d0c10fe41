"""Files that are edited keep all that was not: comments, order, quotes, unknown text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itagen.edit import yaml_lines
from itagen.edit.texts import Texts, same, texts
from itagen.edit.yaml_lines import edited
from itagen.edit.yaml_round import comments
from itagen.yaml_tree import build_tree
from tests.projects import ROOT

ENTRY = """\
# ข้อนี้ถามกองคลังก่อนแก้

covers: ปีงบประมาณ 2565   # รายงานของปีก่อน
documents: [annual-report-2565.pdf, 'งบ 2565.pdf']
# องค์ประกอบ
elements:
  results: {pages: 3-12}  # นับจากหน้าปก
  # ตารางจากระบบบัญชี
  spending:
    table: spending-2565.xlsx
    sheet: "งบ"
  obstacles: |
    # ไม่ใช่หมายเหตุ

    ข้อความสองย่อหน้า
  people:
  - name: นายสมมติ   # รอคำสั่ง
    phone: '0 2000 0000'
  # คนที่สอง
  - name: นางจำลอง
    rate: 1.50

# ท้ายไฟล์
"""


def values(text: str) -> dict[str, Texts]:
    root, faults = build_tree(text, "", tuple(text.split("\n")))
    assert root is not None and not faults, faults
    found = texts(root)
    assert isinstance(found, dict)
    return found


def changed(old: str, new: str) -> list[str]:
    """The lines that one text has and the other lacks."""
    return sorted((Counter(old.split("\n")) - Counter(new.split("\n"))).elements()) + sorted(
        (Counter(new.split("\n")) - Counter(old.split("\n"))).elements()
    )


def test_one_word_changes_one_line() -> None:
    wanted: Any = values(ENTRY)
    wanted["covers"] = "ปีงบประมาณ 2564"
    assert changed(ENTRY, edited(ENTRY, wanted)) == [
        "covers: ปีงบประมาณ 2565   # รายงานของปีก่อน",
        "covers: ปีงบประมาณ 2564   # รายงานของปีก่อน",
    ]


def test_a_value_deep_in_a_list_changes_its_line_alone() -> None:
    wanted: Any = values(ENTRY)
    wanted["elements"]["people"][1]["rate"] = "2"
    assert changed(ENTRY, edited(ENTRY, wanted)) == ["    rate: 1.50", "    rate: 2"]


def test_what_is_deleted_leaves_its_comments() -> None:
    wanted: Any = values(ENTRY)
    del wanted["covers"]
    del wanted["elements"]["people"][0]
    new = edited(ENTRY, wanted)
    assert values(new) == wanted
    assert Counter(comments(new)) == Counter(comments(ENTRY))
    assert "  results: {pages: 3-12}  # นับจากหน้าปก\n" in new
    assert "\n# รายงานของปีก่อน\n" in new


def test_a_new_key_stands_at_its_place() -> None:
    wanted: dict[str, Texts] = {"elements": {"a": "ก"}}
    order = ("covers", "documents", "elements", "pending", "until")
    text = "# หัว\nelements:\n  a: ก\n"
    new = edited(
        text, {**wanted, "until": "1 ม.ค. 2566", "pending": "รอ", "covers": "ปีงบประมาณ 2566"}, order
    )
    assert new.split("\n")[:3] == ["# หัว", "covers: ปีงบประมาณ 2566", "elements:"]
    assert values(new)["until"] == "1 ม.ค. 2566"


def test_a_text_that_yaml_would_misread_is_quoted() -> None:
    hard = ["true", "ก: ข", "ก #ข", "- ก", "{ก", "'", '"', "1,200,000", "*ก", "&ก", "!ก", "| ก"]
    wanted: dict[str, Texts] = {"a": list(hard), "b": {"c": "true"}}
    new = edited("a: [x]\nb: {c: x}\n", wanted)
    assert same(values(new), dict(wanted))


ATOMS = (
    st.text(st.sampled_from("กขคำ่ี้ 09aZ:#-'\"{}[],|>&*!%@`~\n\t=?.๑"), min_size=1, max_size=24)
    .map(lambda t: t.strip("\n\t "))
    .filter(bool)
)
TREES: st.SearchStrategy[Texts] = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4),
        st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)
ROOTS = st.dictionaries(
    st.sampled_from(["covers", "documents", "elements", "pending", "x"]), TREES, min_size=1
)


@settings(max_examples=60, deadline=None)
@given(ROOTS, st.lists(ROOTS, min_size=1, max_size=3))
def test_whatever_is_wanted_is_what_the_file_then_says(
    first: dict[str, Texts], rest: list[dict[str, Texts]]
) -> None:
    text = edited("# หัว\n", first)
    for wanted in rest:
        before = Counter(comments(text))
        text = edited(text, wanted)
        assert same(values(text), dict(wanted))
        assert not before - Counter(comments(text))


def _leaves(value: Texts, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [p for key, below in value.items() for p in _leaves(below, (*path, key))]
    if isinstance(value, list):
        return [p for i, below in enumerate(value) for p in _leaves(below, (*path, i))]
    return [path]


EXAMPLE = sorted((ROOT / "content").glob("2566/o*.yaml"))


@pytest.mark.parametrize("path", EXAMPLE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_value_of_the_example_can_be_edited_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each value in turn gets another word: the last resort is not needed, no other line moves."""

    def never(text: str, wanted: object) -> str:
        raise AssertionError(f"written anew: {text} for {wanted}")

    monkeypatch.setattr(yaml_lines, "_anew", never)
    text = path.read_text("utf-8")
    for leaf in _leaves(values(text))[:12]:
        wanted: Any = values(text)
        here = wanted
        for step in leaf[:-1]:
            here = here[step]
        old = here[leaf[-1]]
        here[leaf[-1]] = "คำใหม่: หนึ่ง"
        new = edited(text, wanted)
        assert same(values(new), dict(wanted))
        assert Counter(comments(new)) == Counter(comments(text))
        assert abs(new.count("\n") - text.count("\n")) <= str(old).count("\n") + 2
