"""What pages tell of a document before it is opened: kind, size, pages, day, host."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from itagen.diagnostics import Severity
from itagen.evidence.pdf import picture_version, read_pdf
from itagen.part_views import Day, DocumentView, PagePicture
from itagen.picture_files import FOR_A_PAGE
from itagen.pipeline import build_site, check_project
from itagen.plan_document import size_words
from itagen.project import Project
from itagen.read_site import read_site
from itagen.store import Store, digest
from tests.projects import ROOT, SHIPPED, findings, item_view, write_demo

REPORT = ROOT / "content" / "2566" / "o13" / "annual-report-2565.pdf"


def entry(root: Path, documents: str) -> Path:
    path = root / "content" / "2566" / "o13.yaml"
    path.write_text(path.read_text("utf-8") + documents, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (350_400, "350 kB"), (999_499, "999 kB"),
     (999_500, "1.0 MB"), (1_249_999, "1.2 MB"), (48_000_000, "48.0 MB")],
)  # fmt: skip
def test_a_size_in_words(size: int, words: str) -> None:
    assert size_words(size) == words


@given(st.integers(0, 10**10))
@example(999_500)
def test_a_size_in_words_is_near_the_size(size: int) -> None:
    number, unit = size_words(size).split(" ")
    factor, most = {"B": (1, 0), "kB": (1000, 500), "MB": (1_000_000, 50_000)}[unit]
    assert abs(float(number) * factor - size) <= most + 1


def test_a_document_tells_what_it_is(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    files = root / "content" / "2566" / "o13"
    files.mkdir(exist_ok=True)
    shutil.copy(REPORT, files / "Report.PDF")
    (files / "plan.xlsx").write_bytes(b"x" * 1500)
    (files / "broken.pdf").write_bytes(b"%PDF-1.4 that stops here")
    entry(root, "documents:\n  - {file: Report.PDF, date: 5 ม.ค. 2566, covers: ปีงบประมาณ 2565}\n"
          "  - plan.xlsx\n  - broken.pdf\n  - {link: 'https://data.example.go.th/x', title: ข้อมูล}\n"
          "  - {link: 'tel:0200000000'}\n")  # fmt: skip
    report, plan, broken, link, phone = item_view(root, "2566/o13/").documents
    size = size_words(REPORT.stat().st_size)
    picture = PagePicture("2566/o13/report.pdf.webp", 320, 453)
    assert report.document == DocumentView("PDF", size, 9, picture=picture)
    assert report.day == Day("2023-01-05", "5 มกราคม 2566")
    assert report.period == "ปีงบประมาณ 2565"
    assert plan.document == DocumentView("Excel", "2 kB")
    assert broken.document == DocumentView("PDF", "24 B")
    assert link.document == DocumentView(host="data.example.go.th")
    assert phone.document is None


def test_evidence_tells_it_too_and_days_have_their_machine_form(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    files = root / "content" / "2566" / "o13"
    files.mkdir(exist_ok=True)
    shutil.copy(REPORT, files / "report.pdf")
    (root / "content" / "2566" / "o13.yaml").write_text(
        "covers: ปีงบประมาณ 2565\ndocuments: [report.pdf]\nelements:\n"
        "  results: {pages: ๔–๖}\n  spending: {file: report.pdf, date: 1 ก.พ. 2566}\n"
        "  obstacles: {pages: 8}\n  recommendations: ควรเร่งรัดการเบิกจ่ายในไตรมาสแรก\n",
        encoding="utf-8",
    )
    view = item_view(root, "2566/o13/")
    results, spending, _, recommendations = (element.parts[0] for element in view.elements)
    assert results.document and results.document.pages == 9
    assert results.link and results.link.href.endswith("report.pdf#page=4")
    assert spending.document == results.document and results.document.picture is None
    assert spending.day and spending.day.iso == "2023-02-01"
    assert recommendations.document is None and recommendations.day is None


@pytest.mark.parametrize(("typed", "better"), [("4-2", "2-4"), ("[1, ๕–๓]", "๓–๕")])
def test_pages_from_high_to_low_are_refused_with_what_is_meant(
    typed: str, better: str, tmp_path: Path
) -> None:
    path = write_demo(tmp_path, SHIPPED[1]) / "content" / "2566" / "o13.yaml"
    text = re.sub(
        "results: .*", f"results: {{file: x.docx, pages: {typed}}}", path.read_text("utf-8")
    )
    path.write_text(text, encoding="utf-8")
    (finding,) = findings(tmp_path)
    assert finding.code == "ITA007" and finding.hint.th == f"เขียน {better}"


def test_a_document_is_read_once_a_content(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    file = root / "content" / "2566" / "o13" / "report.pdf"
    file.parent.mkdir(exist_ok=True)
    shutil.copy(REPORT, file)
    entry(root, "documents: [report.pdf]\n")
    store = Project(root).store / "pdf"

    def pages() -> int | None:
        about = item_view(root, "2566/o13/").documents[0].document
        assert about
        return about.pages

    assert pages() == 9
    kept = [p for p in store.rglob("*") if p.is_file() and b'"pages": 9,' in p.read_bytes()]
    assert len(kept) == 1
    kept[0].write_bytes(kept[0].read_bytes().replace(b'"pages": 9,', b'"pages": 7,'))
    assert pages() == 7
    file.write_bytes(b"%PDF-1.4 another one, damaged")
    assert pages() is None


def test_reading_a_site_opens_no_document(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    read_site(Project(root))
    assert not Project(root).store.exists()


def test_one_document_serves_items_and_years_and_is_published_once(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    shared, last = root / "content" / "files", root / "content" / "2565"
    shared.mkdir()
    shutil.copy(REPORT, shared / "report.pdf")
    last.mkdir()
    (last / "year.yaml").write_text("edition: oit-2565\nstate: archived\n", encoding="utf-8")
    named = "documents: [{file: files/report.pdf, title: รายงานผล}]\n"
    (last / "o12.yaml").write_text(f"covers: ปีงบประมาณ 2564\n{named}", encoding="utf-8")
    for name in ("o13", "o17"):
        path = root / "content" / "2566" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8") + named, encoding="utf-8")
    build_site(Project(root), tmp_path / "public")
    public = tmp_path / "public"
    digest = hashlib.sha256(REPORT.read_bytes()).digest()
    copies = [
        path.relative_to(public).as_posix()
        for path in public.rglob("*.pdf")
        if hashlib.sha256(path.read_bytes()).digest() == digest
    ]
    assert copies == ["files/report.pdf"]
    for page in ("2566/o13", "2566/o17", "2565/o12"):
        html = (public / page / "index.html").read_text("utf-8")
        assert 'href="../../files/report.pdf"' in html


def test_a_document_that_unpacks_without_end_is_told_and_ends_nothing(tmp_path: Path) -> None:
    """709 bytes that hold 3,000 million; by the command, since processes with threads fork none."""
    root = write_demo(tmp_path, SHIPPED[1])
    home = root / "content" / "2566" / "o13"
    home.mkdir()
    shutil.copy(ROOT / "tests" / "data" / "unpacks-without-end.pdf", home / "bomb.pdf")
    path = root / "content" / "2566" / "o13.yaml"
    path.write_text(path.read_text("utf-8") + "documents: [bomb.pdf]\n", "utf-8")
    command = [sys.executable, "-m", "itagen", "check", str(root), "--format", "concise"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1, done.stderr
    assert done.stdout.count("[ITA410]") == 1 and "bomb.pdf" in done.stdout, done.stdout


def test_a_first_page_that_could_not_be_drawn_stays_blank_and_is_told_again(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    home = root / "content" / "2566" / "o13"
    home.mkdir()
    shutil.copy(REPORT, home / "report.pdf")
    path = root / "content" / "2566" / "o13.yaml"
    path.write_text(path.read_text("utf-8") + "documents: [report.pdf]\n", "utf-8")
    project = Project(root)
    version = f"{picture_version()} {FOR_A_PAGE}"
    Store(project.store).recall("pdf-picture", version, digest(REPORT), bytes)
    for _ in range(2):
        (told,) = build_site(project, tmp_path / "public")
        assert told.code == "ITA422"
    assert check_project(project)[1] == []
    with Image.open(tmp_path / "public/2566/o13/report.pdf.webp") as picture:
        assert picture.size == read_pdf(REPORT).picture
        assert {value > 250 for value in picture.convert("L").tobytes()} == {True}
    unused = "accept: [{rule: ITA302, reason: ตัวอย่าง, by: ปลัดเทศบาล}]\n"
    before = path.read_text("utf-8")
    path.write_text(before + unused, "utf-8")
    codes = sorted(finding.code for finding in build_site(project, tmp_path / "public"))
    assert codes == ["ITA109", "ITA422"], "what check tells is told once"
    path.write_text(before, "utf-8")
    accept = "accept: [{rule: ITA422, reason: แผนที่ฉบับประกาศ แก้ไขไม่ได้, by: ปลัดเทศบาล}]\n"
    path.write_text(path.read_text("utf-8") + accept, "utf-8")
    assert check_project(project)[1] == []
    (noted,) = build_site(project, tmp_path / "public", strict=True)
    assert (noted.code, noted.severity) == ("ITA422", Severity.NOTE)


def test_a_drawing_that_somebody_stopped_is_tried_again(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    sample = ROOT / "tests" / "sites" / "broken" / "slow-first-page" / "content" / "2566"
    shutil.copytree(sample, root / "content" / "2566", dirs_exist_ok=True)
    command = [sys.executable, "-m", "itagen", "build", str(root), "--out", str(tmp_path / "out")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as build:
        while not (drawing := [pid for pid in children(build.pid) if worked(pid) > 2]):
            assert build.poll() is None
            time.sleep(0.1)
        os.kill(drawing[0], signal.SIGKILL)
        said, _ = build.communicate()
    assert build.returncode == 0 and said.count("[ITA422]") == 1
    kept = [path.stat().st_size for path in (root / ".itagen").rglob("pdf-picture/*/*")]
    assert len(kept) == 1 and kept[0] > 100, "only that of the other document"


def children(process: int) -> list[int]:
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text()
    except FileNotFoundError:
        return []
    return [int(pid) for pid in told.split()]


def worked(process: int) -> float:
    """How many seconds of the processor a process has used."""
    try:
        said = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")
