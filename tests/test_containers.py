"""What lies in archives and Office files: words that are published with them, and what acts."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import docx
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from itagen.evidence.container import MOST_SIGNS, ContainerFacts, read_container
from itagen.pipeline import build_site
from itagen.project import Project
from tests.file_samples import (
    LOCKED_OFFICE,
    OLD_MACROS,
    OLD_OFFICE,
    damaged_letter,
    letter,
    locked_zip,
    office,
    zipped,
)
from tests.projects import SHIPPED, lines, write_demo

ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def read(folder: Path, data: bytes) -> ContainerFacts:
    path = folder / "a"
    path.write_bytes(data)
    return read_container(path)


def word(author: str, *paragraphs: str) -> bytes:
    made, kept = docx.Document(), io.BytesIO()
    made.core_properties.author = author
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.add_table(1, 2).cell(0, 1).text = "ในตาราง"
    made.sections[0].header.paragraphs[0].text = "หัวกระดาษ"
    made.save(kept)
    return kept.getvalue()


def workbook(author: str, note: str) -> bytes:
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept)
    book.set_properties({"author": author})
    book.add_worksheet().write_comment(0, 0, note)
    book.close()
    return kept.getvalue()


def test_the_words_of_a_real_document(tmp_path: Path) -> None:
    facts = read(tmp_path, word("นายสมมติ ใจดี", "ย่อหน้าแรก", "ย่อหน้า ที่สอง"))
    assert facts.trouble == "" and "นายสมมติ ใจดี" in facts.properties
    assert [line for line in facts.lines if "ตาราง" not in line] == [
        "ย่อหน้าแรก", "ย่อหน้า ที่สอง", "หัวกระดาษ",
    ]  # fmt: skip
    assert "ในตาราง" in facts.lines


def test_the_notes_of_a_real_workbook(tmp_path: Path) -> None:
    facts = read(tmp_path, workbook("นางสมมติ ใจดี", "ความเห็นที่ซ่อนอยู่"))
    assert facts.trouble == "" and "นางสมมติ ใจดี" in facts.properties
    assert any("ความเห็นที่ซ่อนอยู่" in line for line in facts.lines)


def test_words_that_were_deleted_but_kept_are_read(tmp_path: Path) -> None:
    facts = read(tmp_path, letter("หนึ่ง", author="ผู้เขียน", deleted="ลบแล้ว", header="หัว"))
    assert facts.lines == ("หนึ่ง", "ลบแล้ว", "หัว")
    assert facts.properties == ("รายงานสมมติ", "ผู้เขียน")


def test_open_documents_are_read_too(tmp_path: Path) -> None:
    content = (
        f'<o:document-content xmlns:o="{ODF}office:1.0" xmlns:t="{ODF}text:1.0"><o:body>'
        "<t:h>หัวเรื่อง</t:h><t:p>ข้อ<t:span>ความ</t:span><t:tab/>ท้าย</t:p></o:body></o:document-content>"
    )
    meta = '<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>ผู้เขียน</dc:creator></m>'
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    facts = read(tmp_path, zipped(parts | {"meta.xml": meta}))
    assert facts == ContainerFacts(properties=("ผู้เขียน",), lines=("หัวเรื่อง", "ข้อความ ท้าย"))
    scripted = parts | {"Basic/Standard/Module1.xml": "<a/>"}
    assert read(tmp_path, zipped(scripted)).trouble == "macros"


@pytest.mark.parametrize(
    ("data", "trouble", "inside"),
    [
        (office("xl/", {"xl/vbaProject.bin": b"a"}), "macros", ""),
        (office("word/", {"word/VBAPROJECT.BIN": b"a"}), "macros", ""),
        (office("xl/", {"xl/macrosheets/sheet1.xml": "<a/>"}), "macros", ""),
        (OLD_MACROS, "macros", ""),
        (OLD_OFFICE, "", ""),
        (LOCKED_OFFICE, "locked", ""),
        (locked_zip(), "locked", ""),
        (zipped({"a.pdf": "a", "ก/ติดตั้ง.EXE": "MZ"}), "programs", "ก/ติดตั้ง.EXE"),
        (zipped({"a.pdf": "a", "b.xlsx": "b"}), "", ""),
        (damaged_letter(), "damaged", ""),
        (office("word/", {"word/document.xml": "<a>"}), "damaged", ""),
        (b"PK\x03\x04 and no more", "damaged", ""),
    ],
)
def test_what_stands_against_publishing_it(
    data: bytes, trouble: str, inside: str, tmp_path: Path
) -> None:
    facts = read(tmp_path, data)
    assert (facts.trouble, facts.inside) == (trouble, inside)


def test_what_unpacks_without_end_is_not_read(tmp_path: Path) -> None:
    long = b'<w:t xmlns:w="a">' + b"a" * 33_000_000 + b"</w:t>"
    assert read(tmp_path, office("word/", {"word/document.xml": long})) == ContainerFacts()
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><t>&b;</t>'
    assert read(tmp_path, office("word/", {"word/document.xml": bomb})).trouble == "damaged"


def test_words_are_read_to_a_bound(tmp_path: Path) -> None:
    facts = read(tmp_path, letter(*["ก" * 1000] * 2500))
    assert len(facts.lines) == MOST_SIGNS // 1000


@settings(max_examples=200, deadline=None)
@given(
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=12),
    cut=st.integers(0, 400),
)
def test_nothing_stops_the_reader(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(_SMALL)
    for place, value in changes:
        data[place % len(data)] = value
    with tempfile.TemporaryDirectory() as folder:
        facts = read(Path(folder), bytes(data[: len(data) - cut]) or b"a")
        assert ContainerFacts.from_json(facts.to_json()) == facts


_SMALL = letter("หนึ่ง", author="ผู้เขียน")


def test_a_letter_in_a_closed_year_keeps_a_number_from_being_published(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    home = root / "content" / "2566" / "o13"
    home.mkdir()
    (home / "a.docx").write_bytes(word("ผู้เขียน", "เลข ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑"))
    entry, year = home.with_suffix(".yaml"), root / "content" / "2566" / "year.yaml"
    entry.write_text(entry.read_text("utf-8") + "documents: [a.docx]\n", encoding="utf-8")
    text = year.read_text("utf-8").replace("state: open", "state: archived")
    year.write_text(text, encoding="utf-8")
    (line,) = lines(root)
    assert line.startswith("content/2566/o13/a.docx: error[ITA601]")
    build_site(Project(root), root / "public")
    assert not (root / "public").exists()
