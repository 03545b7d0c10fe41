"""What YAML would do to an office's words, and what is read instead (notes: each trap was real)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itagen.source import MAX_LINE, read_source, read_text
from itagen.tree import plain
from itagen.yaml_tree import MAX_DEPTH, dump_yaml

KEPT = {
    "item: 023": {"item": "023"},
    "phone: 027654321": {"phone": "027654321"},
    "hours: 16:30": {"hours": "16:30"},
    "signed: no": {"signed": "no"},
    "name: ON": {"name": "ON"},
    "date: 2567-02-29": {"date": "2567-02-29"},
    "date: 2564-02-29": {"date": "2564-02-29"},
    "money: 1.50": {"money": "1.50"},
    "money: 1e3": {"money": "1e3"},
    "count: 12": {"count": 12},
    "count: '12'": {"count": "12"},
    "ok: true": {"ok": True},
    "none: null": {"none": "null"},
    "hex: 0x1F": {"hex": "0x1F"},
    'nul: "ก\\x007\\0ข"': {"nul": "ก7ข"},
    "empty:": {},
    "thai: ตำแหน่ง": {"thai": "ตำแหน่ง"},
    "thai: ต\u0e4d\u0e32แหน่ง": {"thai": "ตำแหน่ง"},
    "thai: เเผน": {"thai": "แผน"},
    "b\u200b: x": {"b": "x"},
    "a:\u00a0x": {"a": "x"},
    "\ufeffa: x": {"a": "x"},
    "a: x\r\nb: y\r\n": {"a": "x", "b": "y"},
    "a: x # หมายเหตุ": {"a": "x"},
    "a: บ\uf70bาน": {"a": "บ้าน"},
}
REFUSED = {
    "a: b: c": ("broken-yaml", "colon"),
    "a:\n\tb: 1": ("broken-yaml", "tab"),
    "a: [1": ("broken-yaml", "open-bracket"),
    "a: 'x": ("broken-yaml", "open-quote"),
    "a: @x": ("broken-yaml", "special-start"),
    "a: *สำคัญ*": ("broken-yaml", "special-start"),
    "a: *x": ("yaml-feature", "alias"),
    "a: &x y": ("yaml-feature", "anchor"),
    "a: !!python/object:os.system x": ("yaml-feature", "tag"),
    "a: ! ด่วน": ("yaml-feature", "tag"),
    'a: "C:\\data"': ("broken-yaml", "backslash"),
    "a: 1\n---\nb: 2": ("yaml-feature", "documents"),
    "a: 1\na: 2": ("duplicate-key", ""),
    "a: 1\na\u200b: 2": ("duplicate-key", ""),
    "a: {budget: 1,200,000}": ("cut-value", "number"),
    "a: {budget: 480,000 บาท}": ("cut-value", "comma"),
    "a: {who: ผู้นำ, ประชาชน 85 คน}": ("cut-value", "comma"),
    "a: ก #ระยะ": ("cut-value", "comment"),
    "a: #1 ซ่อมถนน": ("cut-value", "comment"),
    "- a": ("broken-yaml", "not-a-mapping"),
    "covers:ปีงบประมาณ 2566\nelements:\n  a: b": ("broken-yaml", "no-space"),
    "a: {file:x.pdf, pages: 1}": ("broken-yaml", "no-space"),
    "a:\n  -project: ก\n  -project: ข": ("broken-yaml", "dash"),
    "a:\n  • project: ก": ("broken-yaml", "dash"),
    "a:\n  - x: 1\n    y: 2\n    x: 3\n    y: 4": ("duplicate-key", ""),
    "ก\nb: 1": ("broken-yaml", "no-colon"),
}


@pytest.mark.parametrize("text", KEPT, ids=repr)
def test_a_value_is_what_was_written(text: str) -> None:
    source = read_text("content/a.yaml", text.removeprefix("\ufeff"))
    assert source.root is not None
    assert plain(source.root) == KEPT[text]
    assert [f for f in source.faults if f.kind != "invisible-characters"] == []


@pytest.mark.parametrize("text", REFUSED, ids=repr)
def test_a_slip_is_named(text: str) -> None:
    faults = read_text("content/a.yaml", text).faults
    kinds = [(f.kind, f.detail) for f in faults if f.kind != "invisible-characters"]
    assert kinds == [REFUSED[text]]


ENCODINGS = {
    "ภาษาไทยของหน่วยงาน".encode("cp874"): "windows-874",
    "ภาษาไทย".encode("utf-16"): "utf-16",
    "ภาษาไทย: ก".encode("utf-16-le"): "utf-16",
    b"%PDF-1.4 \xe2\xe3": "binary",
    b"PK\x03\x04abc": "binary",
    b"\xff\xd8\xff\xe0": "binary",
    b"caf\xe9 \x80\x81": "unknown",
}


@pytest.mark.parametrize("data", ENCODINGS, ids=repr)
def test_every_other_encoding_is_refused_by_name(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    (fault,) = read_source(tmp_path, path).faults
    assert (fault.kind, fault.detail) == ("unreadable-file", ENCODINGS[data])


def test_utf8_with_a_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + "ก: ข".encode())
    source = read_source(tmp_path, path)
    assert source.root and plain(source.root) == {"ก": "ข"} and not source.faults


def test_sizes_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: " + b"x" * 1_000_001)
    assert [f.detail for f in read_source(tmp_path, path).faults] == ["bytes"]
    assert [f.detail for f in read_text("a.yaml", "x" * (MAX_LINE + 1)).faults] == ["line"]
    deep = "a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)
    assert [f.detail for f in read_text("a.yaml", deep).faults] == ["depth"]
    assert [f.kind for f in read_text("a.yaml", "a: " + "[" * 3000).faults] == ["too-large"]


def test_every_value_knows_its_place() -> None:
    source = read_text("a.yaml", "ก:\n  - ข: ค\n    ง: {จ: ฉ}\n")
    assert source.root is not None
    (inner,) = source.root.values["ก"].items  # type: ignore[union-attr]
    value = inner.values["ง"].values["จ"]  # type: ignore[union-attr]
    assert (value.at.line, value.at.column, value.at.width) == (3, 12, 1)
    assert value.at.text == "    ง: {จ: ฉ}"


def test_front_matter_counts_lines_of_the_whole_file() -> None:
    source = read_text("a.md", "---\ntitle: ก\ndate: ข\n---\nเนื้อหา\n")
    assert source.root and source.root.values["date"].at.line == 3
    assert (source.body, source.body_line) == ("เนื้อหา\n", 5)


@given(st.text(max_size=200))
def test_no_text_is_too_strange_to_read(text: str) -> None:
    for name in ("a.yaml", "a.md"):
        source = read_text(name, text)
        assert source.root is not None or source.faults


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange_to_read(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_bytes(data)
        source = read_source(Path(folder), path)
        assert source.root is not None or source.faults


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text("กขคงำ่้ abc12", max_size=9)
    )
)
def test_what_we_write_is_read_back(data: dict[str, str]) -> None:
    from itagen.text import clean

    source = read_text("a.yaml", dump_yaml(data))
    assert source.root is not None
    read = plain(source.root)
    assert isinstance(read, dict)
    assert {k: str(v) for k, v in read.items()} == {k: clean(v) for k, v in data.items()}
