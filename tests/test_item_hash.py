"""What an item says has one hash, however its file is written; each change of it has another."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from itagen.answering import answer_site
from itagen.answers import ItemAnswer
from itagen.entry import Evidence, Part
from itagen.item_hash import attachments, item_content, item_hash, page_hash, post_hash
from itagen.project import Project
from itagen.read_files import with_files
from itagen.read_site import read_site
from itagen.read_tables import with_tables
from itagen.store import Store
from itagen.written_json import Written, json_bytes
from tests.projects import ROOT
from tests.table_samples import FOLDER

YEAR = "content/2566"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


def answers(root: Path) -> dict[str, ItemAnswer]:
    found = answer_site(read_site(Project(root)))
    return {answer.item.code: answer for answer in found if answer.year.folder == "2566"}


def hashes(root: Path) -> dict[str, str]:
    return {code: item_hash(answer) for code, answer in answers(root).items()}


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text, count = re.subn(old, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count, f"{old} is not in {name}"
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (f"{YEAR}/o13.yaml", r"\A", "# a comment\n"),
        (f"{YEAR}/o13.yaml", r"file: annual", "file: 2566/o13/annual"),
        (f"{YEAR}/o13.yaml", r"covers: (.*)", r"covers: '\1'"),
        (f"{YEAR}/o13.yaml", r"\A(#.*\n)(covers.*\n)((?:.*\n)*)\Z", r"\1\3\2"),
        (f"{YEAR}/o13.yaml", r"results:\n    pages: 4-6", "results: {pages: 4-6}"),
        (f"{YEAR}/o13.yaml", r"\Z", "formerly: [/old]\n"),
        (f"{YEAR}/o22.yaml", r"\Z", "\n\n"),
        ("content/agency.yaml", r"\A", "# moved a line down\n"),
        (f"{YEAR}/year.yaml", r"หัวหน้าสำนักปลัดเทศบาล", "ปลัดเทศบาล"),
    ],
)
def test_a_hash_is_of_what_is_said_not_of_how(root: Path, name: str, old: str, new: str) -> None:
    before = hashes(root)
    change(root, name, old, new)
    assert hashes(root) == before


@pytest.mark.parametrize(
    ("code", "name", "old", "new"),
    [
        ("O13", f"{YEAR}/o13.yaml", "covers: ปีงบประมาณ 2565", "covers: ปีงบประมาณ 2564"),
        ("O13", f"{YEAR}/o13.yaml", r"pages: 4-6", "pages: 4-7"),
        ("O13", f"{YEAR}/o13.yaml", r"title: ตาราง", "title: ตา"),
        ("O13", f"{YEAR}/o13.yaml", r"55,984,200", "55,984,201"),
        ("O13", f"{YEAR}/o13.yaml", r"file: annual-report", "file: 2566/o12/annual-report"),
        ("O1", f"{YEAR}/o01.yaml", r"นายสมมติ ตัวอย่างดี", "นายสมมุติ ตัวอย่างดี"),
        ("O5", "content/agency.yaml", r"0 2000 0100", "0 2000 0102"),
        ("O3", f"{YEAR}/o03.md", r"\Z", "\nอีกบรรทัด\n"),
    ],
)
def test_a_change_is_another_hash(root: Path, code: str, name: str, old: str, new: str) -> None:
    before = hashes(root)
    change(root, name, old, new)
    after = hashes(root)
    assert {other for other in after if after[other] != before[other]} == {code}


def test_every_item_has_a_hash_of_its_own_content(root: Path) -> None:
    found = answers(root)
    assert all(item_content(answer) for answer in found.values() if not answer.posts)
    assert len({page_hash(answer) for answer in found.values()}) == len(found) == 43
    told = str([item_content(answer) for answer in found.values() if not answer.posts])
    assert not re.search(r"Location|None|'at'|\[\]|\{\}|''", told)


def test_a_post_changes_the_page_of_its_item_and_not_the_item(root: Path) -> None:
    before = next(answer for answer in answers(root).values() if answer.posts)
    path = root / before.posts[0].path
    path.write_text(path.read_text("utf-8") + "\nอีกบรรทัด\n", encoding="utf-8")
    after = answers(root)[before.item.code]
    assert item_hash(after) == item_hash(before) and page_hash(after) != page_hash(before)
    pairs = zip(before.posts, after.posts, strict=True)
    assert [post_hash(old) != post_hash(new) for old, new in pairs].count(True) == 1


def test_attachments_are_the_files_of_an_item_each_once(root: Path) -> None:
    site = read_site(Project(root))
    found = {code: attachments(site, answer) for code, answer in answers(root).items()}
    assert found["O13"] == ("2566/o13/annual-report-2565.pdf", "2566/o13/spending-2565.xlsx")
    assert found["O5"] == ("agency/map.png",)
    assert all((root / "content" / name).is_file() for names in found.values() for name in names)


def written_inline(part: Part) -> Part:
    """The same with its rows as those of an entry are held."""
    if not isinstance(part, Evidence):
        return part
    rows = tuple(replace(row, fields=dict(row.fields)) for row in part.rows)
    return replace(part, rows=rows)


def test_rows_that_were_read_in_a_table_are_hashed_as_rows_of_an_entry(root: Path) -> None:
    shutil.copy(FOLDER / "two-rows.xlsx", root / YEAR / "o21" / "sakhoro1.xlsx")
    project = Project(root)
    site = with_tables(with_files(read_site(project), project), project)
    read = next(answer for answer in answer_site(site) if answer.at.path == f"{YEAR}/o21.yaml")
    inline = []
    for element in read.elements:
        given = element.answer
        parts = tuple(map(written_inline, given.parts)) if given else ()
        inline.append(replace(element, answer=replace(given, parts=parts) if given else None))
    same = replace(read, elements=tuple(inline))
    assert item_hash(read) == item_hash(same)
    (part,) = json.loads(json_bytes(item_content(read)))["elements"]["purchases"]
    tables = read.elements[0].evidence[0].tables
    lines = [(n, m) for n, t in enumerate(tables) for m, line in enumerate(t.lines) if line.more]
    table, number = lines[0]
    line = tables[table].lines[number]
    assert part["tables"][table]["lines"][number] == {
        "number": line.number, "cells": list(line.cells), "more": list(map(list, line.more)),
    }  # fmt: skip


def test_a_store_changes_no_hash(root: Path) -> None:
    project, store = Project(root), Store(root / "kept")
    told = []
    for change_it in (
        lambda: None,
        lambda: shutil.copy(FOLDER / "two-rows.xlsx", root / YEAR / "o21" / "sakhoro1.xlsx"),
        lambda: change(root, f"{YEAR}/o21.yaml", "title: ", "title: ฉบับแก้ "),
    ):
        change_it()
        site = with_tables(with_files(read_site(project), project), project)
        read = next(a for a in answer_site(site) if a.at.path == f"{YEAR}/o21.yaml")
        first, again = page_hash(read, store), page_hash(read, store)
        assert first == again == page_hash(read)
        told.append(first)
    assert len(set(told)) == len(list((root / "kept" / "page-hash").glob("*/*"))) == 3


def test_what_is_written_stands_among_values_as_it_is() -> None:
    value = {"b": [Written(b'{"x":1}'), "\\0", 'a"b'], "a": Written(b"[]")}
    text = json_bytes(value, sort_keys=True, separators=(",", ":"))
    assert text.decode() == '{"a":[],"b":[{"x":1},"\\\\0","a\\"b"]}'
    assert json_bytes("\x000\x00") == b'"\\u00000\\u0000"'
    with pytest.raises(TypeError, match="set is nothing that JSON has"):
        json_bytes({1, 2})
