"""A file is what its bytes say: its name is only a promise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itagen.evidence.kind import HEAD, TAIL, FileKind, file_kind
from itagen.evidence.svg import is_plain_svg
from tests.file_samples import (
    BROKEN,
    LOGIN,
    LOST,
    OLD_OFFICE,
    POINTER,
    SCRIPTED_SVG,
    WEBP,
    XML_PAGE,
    make_pdf,
    office,
    page,
    samples,
)
from tests.projects import ROOT

PNG = (ROOT / "schema" / "demo" / "picture.png").read_bytes()
EMBLEM = (ROOT / "content" / "agency" / "emblem.svg").read_bytes()
PDF = make_pdf(["made for a test"])
XHTML = b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a --><html xmlns="http://www.w3.org/1999/xhtml">'


def kind(data: bytes, name: str) -> FileKind:
    return file_kind(data if name.endswith(".svg") else data[:HEAD], data[-TAIL:], name)


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (PDF, "a.pdf", "pdf"),
        (b"\r\n  " + PDF, "A.PDF", "pdf"),
        (office("word/"), "a.docx", "docx"),
        (office("xl/"), "a.xlsx", "xlsx"),
        (office("xl/"), "a.xlsm", "xlsx"),
        (office("ppt/"), "a.pptx", "pptx"),
        (office("word/"), "a.zip", "docx"),
        (office("other/"), "a.zip", "zip"),
        (OLD_OFFICE, "a.xls", "ole"),
        (OLD_OFFICE, "a.doc", "ole"),
        (b"{\\rtf1 a}", "a.doc", "rtf"),
        (PNG, "a.png", "png"),
        (b"\xff\xd8\xff\xe0" + b"a" * 90, "a.jpeg", "jpg"),
        (b"GIF89a" + b"a" * 90, "a.gif", "gif"),
        (WEBP, "a.webp", "webp"),
        (EMBLEM, "a.svg", "svg"),
        ("รายการ,จำนวน\n".encode(), "a.csv", "text"),
        ("รายการ,จำนวน\n".encode("cp874"), "a.csv", "text"),
        ("\ufeffรายการ".encode("utf-16"), "a.txt", "text"),
        (b'<?xml version="1.0"?><rss/>', "a.xml", "xml"),
        (b"\0\0\0\x18ftypmp42", "a.mp4", "video"),
        (b"Rar!\x1a\x07\x00", "a.rar", "rar"),
        (b"of no known kind \0", "a.dwg", "other"),
    ],
)
def test_what_keeps_its_promise(data: bytes, name: str, found: str) -> None:
    assert kind(data, name) == FileKind(found)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "a.pdf", FileKind("other", "empty")),
        (LOGIN, "a.pdf", FileKind("login", "disguised", "ลงชื่อเข้าใช้ - ระบบสมมติ")),
        (LOST, "a.pdf", FileKind("error", "disguised", "404 Not Found")),
        (page("แฟ้มงาน", "<p>สมมติ"), "a.xls", FileKind("html", "disguised", "แฟ้มงาน")),
        (XHTML, "a.docx", FileKind("html", "disguised")),
        (POINTER, "a.pdf", FileKind("lfs", "disguised")),
        (POINTER, "a.mp4", FileKind("lfs", "disguised")),
        (POINTER, "a.csv", FileKind("lfs", "disguised")),
        (office("xl/"), "a.docx", FileKind("xlsx", "disguised")),
        (office("other/"), "a.docx", FileKind("zip", "disguised")),
        (OLD_OFFICE, "a.xlsx", FileKind("ole", "disguised")),
        (PDF, "a.docx", FileKind("pdf", "disguised")),
        (PNG, "a.jpg", FileKind("png", "disguised")),
        (b"\0\0\0\x18ftypheic", "a.jpg", FileKind("heic", "disguised")),
        (b"\0\0\0", "a.pdf", FileKind("other", "disguised")),
        (EMBLEM, "a.png", FileKind("svg", "disguised")),
        (EMBLEM, "a.dwg", FileKind("svg", "disguised")),
        (b"MZ\x90\0", "a.pdf", FileKind("program", "refused")),
        (b"\x7fELF\x02", "a.csv", FileKind("program", "refused")),
        (b"#!/bin/sh\n", "a.txt", FileKind("program", "refused")),
        (b"<?php echo 1;", "a.png", FileKind("program", "refused")),
        (b"alert(1)", "a.JS", FileKind("program", "refused")),
        (b"@echo off", "a.bat", FileKind("program", "refused")),
        (LOGIN, "a.html", FileKind("html", "refused", "ลงชื่อเข้าใช้ - ระบบสมมติ")),
        (SCRIPTED_SVG, "a.svg", FileKind("svg", "refused")),
        (XML_PAGE, "a.xml", FileKind("html", "refused")),
        (
            b'<?xml version="1.0"?><?xml-stylesheet href="a"?><a/>',
            "a.kml",
            FileKind("html", "refused"),
        ),
        (b"[InternetShortcut]", "a.url", FileKind("program", "refused")),
        (PDF[:-20], "a.pdf", FileKind("pdf", "truncated")),
        (PNG[:-20], "a.png", FileKind("png", "truncated")),
        (office("xl/")[:-30], "a.xlsx", FileKind("xlsx", "truncated")),
    ],
)
def test_what_does_not(data: bytes, name: str, expected: FileKind) -> None:
    assert kind(data, name) == expected


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>", "<svg:script xmlns:svg='a'/>", "<g onload='a()'/>", "<g\nONCLICK = a()/>",
        "<a href='#x'/>", "<image href='https://e.example/a.png'/>",
        "<use xlink:href='//e.example'/>",
        "<image href=\"data:text/html,a\"/>", "<image href='data:image/svg+xml,a'/>",
        "<set attributeName='href' to='x'/>", "<foreignObject/>", "<style>@import 'a'</style>",
        "<rect fill='url(https://e.example/#a)'/>", "<use href='java&#115;cript:a()'/>",
    ],
)  # fmt: skip
def test_a_drawing_that_does_something_is_no_plain_one(inside: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    assert not is_plain_svg(svg.encode())
    assert not is_plain_svg(svg.encode("utf-16"))


@pytest.mark.parametrize(
    "inside",
    [
        "<use href='#a'/>", "<rect fill='url(#a)'/>", "<text>on time = ok</text>",
        "<image href='data:image/png;base64,AAAA'/>", "<animate attributeName='opacity'/>", "",
    ],
)  # fmt: skip
def test_a_plain_drawing_is_fine(inside: str) -> None:
    head = (
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x">'
    )
    svg = f'{head}<!-- made up --><svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    assert is_plain_svg(svg.encode())
    assert kind(svg.encode(), "a.svg") == FileKind("svg")


@given(st.binary(max_size=300), st.sampled_from(["pdf", "docx", "svg", "csv", "png", "exe", "mp4"]))
def test_no_file_stops_the_reader(data: bytes, ending: str) -> None:
    found = kind(data, f"a.{ending}")
    assert found.fault in {"", "empty", "truncated", "disguised", "refused"}
    assert ending != "exe" or found.fault in {"empty", "refused"}


def test_the_samples_are_as_they_were_made() -> None:
    for name, data in samples():
        assert (BROKEN / name).read_bytes() == data, name
        assert len(data) < 60_000
