"""What is read in PDFs, and what is made of it: facts, findings, pictures, words to be found."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from itagen.evidence.pdf import MOST_PAGES, MOST_SIGNS, PdfFacts, first_page_picture, read_pdf
from itagen.named_years import years_named
from itagen.page_spans import can_be, first_page, page_numbers, turned
from itagen.pipeline import build_site
from itagen.project import Project
from tests.file_samples import (
    RIGHT,
    embedding_pdf,
    hidden_script_pdf,
    launching_pdf,
    locked_pdf,
    make_pdf,
    scanned_pdf,
    scripted_pdf,
)
from tests.projects import ROOT, SHIPPED, findings, item_view, write_demo

REPORT = ROOT / "content" / "2566" / "o13" / "annual-report-2565.pdf"


def read(tmp_path: Path, data: bytes) -> PdfFacts:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    return read_pdf(path)


def with_report(root: Path, data: bytes, *more: str, name: str = "report.pdf") -> Path:
    """The demo whose O13 rests on a document."""
    write_demo(root, SHIPPED[1])
    home = root / "content" / "2566" / "o13"
    home.mkdir(exist_ok=True)
    (home / name).write_bytes(data)
    entry = root / "content" / "2566" / "o13.yaml"
    text = f"{entry.read_text('utf-8')}documents: [{name}]\n" + "".join(more)
    entry.write_text(text, encoding="utf-8")
    return root


def codes(root: Path, *, deep: bool = False) -> list[str]:
    return [finding.code for finding in findings(root, deep=deep)]


def test_the_facts_of_a_real_document() -> None:
    facts = read_pdf(REPORT)
    assert (facts.pages, facts.whole, facts.encrypted, facts.tagged) == (9, True, False, True)
    assert facts.title == "รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565"
    assert (facts.active, facts.scans, facts.is_scan) == ((), (), False)
    assert len(facts.texts) == 9 and "เทศบาลตำบลตัวอย่าง" in facts.texts[0]
    assert "รายงานผลการดำเนินงาน ประจำปีงบประมาณ" in facts.texts[0]


def test_a_made_one_can_be_read_back(tmp_path: Path) -> None:
    facts = read(tmp_path, make_pdf([RIGHT, "หน้าที่สอง"], title="รายงานสมมติ"))
    assert facts.texts == (RIGHT, "หน้าที่สอง")
    assert (facts.pages, facts.title, facts.tagged) == (2, "รายงานสมมติ", False)


@pytest.mark.parametrize(
    ("data", "active"),
    [
        (make_pdf(["/JavaScript /Launch"]), ()),
        (make_pdf([RIGHT], catalog="/OpenAction[6 0 R/Fit]"), ()),
        (scripted_pdf(), ("javascript",)),
        (scripted_pdf("/S/J#61vaScript/#4a#53"), ("javascript",)),
        (hidden_script_pdf(), ("javascript",)),
        (launching_pdf(), ("launch",)),
        (embedding_pdf(), ("embedded",)),
    ],
)
def test_what_a_document_would_do_by_itself(
    tmp_path: Path, data: bytes, active: tuple[str, ...]
) -> None:
    assert read(tmp_path, data).active == active


def test_what_a_document_says_of_itself(tmp_path: Path) -> None:
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description xmlns:pdf="http://ns.example/" '
        'pdf:Keywords="คำสำคัญ"><dc:creator><rdf:Seq><rdf:li>ผู้เขียน</rdf:li></rdf:Seq></dc:creator>'
        "</rdf:Description></x:xmpmeta>"
    ).encode()
    more = b"<</Type/Metadata/Length %d>>stream\n%s\nendstream" % (len(packet), packet)
    made = make_pdf([RIGHT], title="ชื่อเรื่อง", author="เจ้าของ", more=[more])
    assert {"ชื่อเรื่อง", "เจ้าของ", "คำสำคัญ", "ผู้เขียน"} <= set(read(tmp_path, made).properties)


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    assert read(tmp_path, locked_pdf()) == PdfFacts(None, whole=True, encrypted=True)
    assert read(tmp_path, b"%PDF-1.5\nnothing\n%%EOF\n") == PdfFacts(None, whole=True)
    assert not read(tmp_path, make_pdf([RIGHT])[:-20]).whole
    assert read(tmp_path, b"no PDF at all") == PdfFacts(None, whole=False)


def test_scans(tmp_path: Path) -> None:
    facts = read(tmp_path, scanned_pdf(3))
    assert facts.scans == (1, 2, 3) and facts.is_scan
    partly = read(tmp_path, make_pdf([RIGHT, None]))
    assert partly.scans == (2,) and not partly.is_scan
    assert not read(tmp_path, make_pdf(["", "สั้น"])).is_scan


def test_a_long_document_is_read_to_a_bound(tmp_path: Path) -> None:
    facts = read(tmp_path, make_pdf(["ก" * 30] * (MOST_PAGES + 3)))
    assert (facts.pages, len(facts.texts)) == (MOST_PAGES + 3, MOST_PAGES)
    long = make_pdf(["\n".join(["กขค" * 25] * 400)], height=7000)
    assert len(read(tmp_path, long).texts[0]) == MOST_SIGNS


@given(st.binary(max_size=400))
def test_nothing_stops_the_reader(data: bytes) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        facts = read(Path(folder), b"%PDF-1.5\n" + data + b"\n%%EOF")
    assert PdfFacts.from_json(facts.to_json()) == facts


def test_facts_come_back_from_the_store() -> None:
    facts = read_pdf(REPORT)
    assert PdfFacts.from_json(facts.to_json()) == facts
    assert json.loads(facts.to_json())["pages"] == 9


def test_the_picture_is_as_large_as_it_is_said_to_be_and_always_the_same() -> None:
    data = first_page_picture(REPORT)
    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.size) == ("WEBP", read_pdf(REPORT).picture)
    assert picture.width == 320 and first_page_picture(REPORT) == data


@pytest.mark.parametrize(
    ("text", "pages"),
    [("3", (3,)), ("๓-๕", (3, 4, 5)), ("1, 7 – 8", (1, 7, 8)), ("8-2", ()),
     ("4-999999999", (4, 5, 6, 7, 8, 9, 10)),
     ("99", (99,)), ("0", (0,))],
)  # fmt: skip
def test_pages_in_words(text: str, pages: tuple[int, ...]) -> None:
    assert page_numbers(text, 9) == pages


@pytest.mark.parametrize(
    ("text", "better"),
    [("4-2", "2-4"), ("๕–๓", "๓–๕"), ("1, 5, 3 - 2", "1, 5, 2 - 3"), ("8-5,4-3", "5-8,3-4")],
)
def test_pages_from_high_to_low_are_turned(text: str, better: str) -> None:
    assert not can_be(text) and turned(text) == better and can_be(better)


@pytest.mark.parametrize("text", ["0", "0-3", "1, 0", "๐", "1-2-3", "9" * 5000, f"1-{'9' * 5000}"])
def test_pages_that_no_document_has(text: str) -> None:
    assert not can_be(text) and turned(text) == text


@pytest.mark.parametrize(
    ("text", "first"),
    [("13", "13"), ("๓–๕", "3"), ("5, 3", "5"), ("007 - 9, 12", "7"), ("2-2", "2")],
)
def test_pages_in_any_digits_and_order(text: str, first: str) -> None:
    assert can_be(text) and turned(text) == text and first_page(text) == first


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("รายงาน ประจำปีงบประมาณ\nพ.ศ. ๒๕๖๔", {2564}),
        ("แผนพัฒนา (พ.ศ. 2566 – 2570)", {2566, 2567, 2568, 2569, 2570}),
        ("ประกาศ ณ วันที่ 9 มกราคม พ.ศ. 2567", set()),
        ("ตามพระราชบัญญัติการจัดซื้อจัดจ้าง พ.ศ. 2560 ปี 2565", {2565}),
        ("ปี พ .ศ . 2566", {2566}),
        ("เลขที่ 2566", set()),
    ],
)
def test_the_years_that_a_page_names(text: str, named: set[int]) -> None:
    assert years_named(text)[0] == named


def test_a_check_without_documents_and_pictures_loads_no_library(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    for path in (root / "content").rglob("*.p*"):
        assert path.suffix in {".pdf", ".png"}
        path.unlink()
    code = (
        "import sys; from pathlib import Path; from itagen.pipeline import check_project; "
        "from itagen.project import Project; check_project(Project(Path(sys.argv[1]))); "
        "sys.exit('pypdfium2' in sys.modules or 'PIL' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(root)], check=False).returncode == 0


def test_a_second_check_reads_the_store(tmp_path: Path) -> None:
    root = with_report(tmp_path, scanned_pdf())
    assert codes(root) == ["ITA416"]
    code = (
        "import sys; from pathlib import Path; from itagen.pipeline import check_project; "
        "from itagen.project import Project; found = check_project(Project(Path(sys.argv[1])))[1]; "
        "sys.exit('pypdfium2' in sys.modules or [f.code for f in found] != ['ITA416'])"
    )
    assert subprocess.run([sys.executable, "-c", code, str(root)], check=False).returncode == 0


def test_only_files_in_use_are_opened(tmp_path: Path) -> None:
    root = with_report(tmp_path, make_pdf([RIGHT]))
    (root / "content" / "2566" / "o13" / "unused.pdf").write_bytes(b"MZ")
    assert codes(root) == ["ITA403"]


def test_deep_rules_are_silent_unless_asked(tmp_path: Path) -> None:
    text = "\n".join(["เอกสารของหน่วยงานอื่น"] * 10)
    root = with_report(tmp_path, make_pdf([text]))
    assert codes(root) == []
    assert codes(root, deep=True) == ["ITA419"]
    scan = with_report(tmp_path / "scan", scanned_pdf())
    assert codes(scan, deep=True) == ["ITA416"]


def test_neither_a_gap_nor_a_closed_year_excuses_a_program(tmp_path: Path) -> None:
    waiting = "pending: รอข้อมูล\nuntil: 1 ธันวาคม 2566\n"
    root = with_report(tmp_path, b"MZ\x90", waiting)
    refused = [f for f in findings(root) if f.code == "ITA413"]
    assert [str(f.severity) for f in refused] == ["error"]
    year = root / "content" / "2566" / "year.yaml"
    year.write_text(year.read_text("utf-8").replace("state: open", "state: archived"), "utf-8")
    refused = [f for f in findings(root) if f.code == "ITA413"]
    assert [str(f.severity) for f in refused] == ["error"]


def test_the_year_on_the_first_page_is_compared_with_the_claim(tmp_path: Path) -> None:
    cover = "รายงานผลการดำเนินงาน"
    wrong = RIGHT.replace("๒๕๖๕", "๒๕๖๔")
    for name, pages, expected in (
        ("right", [RIGHT], []),
        ("wrong", [wrong, RIGHT], ["ITA418"]),
        ("behind", [cover, wrong], ["ITA418"]),
        ("both", [f"{wrong} เทียบกับปีงบประมาณ 2565"], []),
        ("none", [cover, cover], []),
    ):
        assert codes(with_report(tmp_path / name, make_pdf(pages))) == expected, name


def test_a_picture_of_the_first_page_stands_beside_its_document(tmp_path: Path) -> None:
    root = with_report(tmp_path, make_pdf([RIGHT]), name="รายงาน.pdf")
    about = item_view(root, "2566/o13/").documents[0].document
    assert about and about.picture and (about.scan, about.pages) == (False, 1)
    assert build_site(Project(root), root / "public") == []
    with Image.open(root / "public" / about.picture.address) as picture:
        assert picture.size == (about.picture.width, about.picture.height)
    html = (root / "public/2566/o13/index.html").read_text("utf-8")
    name = about.picture.address.rpartition("/")[2]
    assert f'src="{name}" alt="หน้าแรกของ รายงาน.pdf"' in html and 'loading="lazy"' in html


def test_a_scan_is_told_on_its_page(tmp_path: Path) -> None:
    root = with_report(tmp_path, scanned_pdf())
    build_site(Project(root), root / "public")
    assert "3 หน้า สแกน" in (root / "public/2566/o13/index.html").read_text("utf-8")


def test_the_same_file_named_by_two_elements_shows_its_picture_once(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    home = root / "content" / "2566" / "o13"
    home.mkdir()
    (home / "report.pdf").write_bytes(make_pdf([RIGHT, RIGHT]))
    (root / "content" / "2566" / "o13.yaml").write_text(
        "covers: ปีงบประมาณ 2565\nelements:\n  results: {file: report.pdf, pages: 1}\n"
        "  spending: {file: report.pdf, pages: 2}\n  obstacles: ไม่มีปัญหาในปีนี้\n"
        "  recommendations: ควรเร่งรัดการเบิกจ่ายในไตรมาสแรก\n",
        encoding="utf-8",
    )
    shown = [element.parts[0].document for element in item_view(root, "2566/o13/").elements[:2]]
    assert [bool(about and about.picture) for about in shown] == [True, False]


def test_pages_are_found_by_the_words_in_their_documents(tmp_path: Path) -> None:
    secret = "มะม่วงน้ำดอกไม้"
    root = with_report(tmp_path, make_pdf([f"{RIGHT}\n{secret}", RIGHT]))
    post = root / "content" / "news" / "2566-o07-1.md"
    text = post.read_text("utf-8").replace("---\n", "---\ndocuments: [2566/o13/report.pdf]\n", 1)
    post.write_text(text, encoding="utf-8")
    build_site(Project(root), root / "public")
    folder = root / "public" / "search"
    pages = json.loads((folder / "pages.json").read_text("utf-8"))["pages"]
    texts = json.loads((folder / "texts.json").read_text("utf-8"))["texts"]
    found = {row[0]: text for row, text in zip(pages, texts, strict=True) if secret in text}
    assert set(found) == {"2566/o13/", "news/2566-o07-1/"}
    for text in found.values():
        before, _, behind = text.partition("\n\n")
        assert secret not in before and behind.count("เอกสารสมมติทั้งฉบับ") == 1
