"""What of persons may not be published: what tempers it, who sees it, what is never copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from itagen.diagnostics import Severity
from itagen.evidence.complaints import complainant_heads, head_rows
from itagen.pipeline import build_site
from itagen.project import Project
from itagen.reporters import REPORTERS
from tests.file_samples import RIGHT, make_pdf
from tests.projects import SHIPPED, findings, lines, write_demo

Y = "content/2566"
NUMBER = "1-2345-67890-12-1"
ACCEPT = "accept: [{rule: ITA601, reason: เลขสมมติในแบบคำขอ, by: ผู้รับรองสมมติ}]\n"


def with_number(root: Path, *, before: str = "", year: str = "") -> Path:
    write_demo(root, SHIPPED[1])
    path = root / f"{Y}/o13.yaml"
    text = path.read_text("utf-8").replace("results: ", f"results: เลข {NUMBER} ")
    path.write_text(before + text, encoding="utf-8")
    if year:
        path = root / f"{Y}/year.yaml"
        text = path.read_text("utf-8")
        path.write_text(text.replace("state: open", f"state: {year}"), encoding="utf-8")
    return root


def severities(root: Path) -> list[tuple[str, str]]:
    return [(str(finding.severity), finding.code) for finding in findings(root)]


@pytest.mark.parametrize("state", ["submitted", "archived"])
def test_a_closed_year_does_not_lower_it(tmp_path: Path, state: str) -> None:
    assert severities(with_number(tmp_path / "a", year=state)) == [("error", "ITA601")]
    allowed = with_number(tmp_path / "b", year=state, before=ACCEPT)
    assert severities(allowed) == [("note", "ITA601")]


def test_pending_does_not_lower_it(tmp_path: Path) -> None:
    root = with_number(tmp_path, before="pending: รอผลการตรวจสอบ\nuntil: 1 มีนาคม 2566\n")
    assert ("error", "ITA601") in severities(root)


def test_an_unsure_list_does_not_lower_it(tmp_path: Path) -> None:
    with_number(tmp_path)
    own = tmp_path / "schema" / "editions" / "oit-2566.yaml"
    own.parent.mkdir(parents=True)
    text = SHIPPED[1].read_text("utf-8")
    own.write_text(text.replace("    sure: medium", "    sure: low"), encoding="utf-8")
    assert severities(tmp_path) == [("error", "ITA601")]


def test_an_allowance_shows_who_and_why(tmp_path: Path) -> None:
    (finding,) = findings(with_number(tmp_path, before=ACCEPT))
    assert finding.severity is Severity.NOTE
    assert "เลขสมมติในแบบคำขอ" in finding.hint.th and "ผู้รับรองสมมติ" in finding.hint.th


@pytest.mark.parametrize(
    ("home", "at", "text"),
    [("content/news/2566-o07-1", "content/news/2566-o07-1.md", "documents: [list.pdf]\n"),
     ("content/files", f"{Y}/o13.yaml", "documents: [files/list.pdf]\n")],
)  # fmt: skip
def test_what_stands_in_a_file_is_allowed_where_the_file_is_named(
    home: str, at: str, text: str, tmp_path: Path
) -> None:
    write_demo(tmp_path, SHIPPED[1])
    (tmp_path / home).mkdir(parents=True)
    (tmp_path / home / "list.pdf").write_bytes(make_pdf([f"{RIGHT} {NUMBER}"]))
    path = tmp_path / at
    said = path.read_text("utf-8")
    mark = "---\n" if said.startswith("---") else ""
    path.write_text(f"{mark}{text}{said.removeprefix(mark)}", encoding="utf-8")
    assert severities(tmp_path) == [("error", "ITA601")]
    path.write_text(f"{mark}{ACCEPT}{text}{said.removeprefix(mark)}", encoding="utf-8")
    assert severities(tmp_path) == [("note", "ITA601")]


def test_where_an_allowance_is_written_is_told(tmp_path: Path) -> None:
    write_demo(tmp_path, SHIPPED[1])
    line = "accept: [{rule: ITA601, reason: เหตุผล, by: ผู้รับรอง}]"
    post, entry = "content/news/2566-o07-1.md", f"{Y}/o13.yaml"
    for path, before, after in (
        (post, "---\ntitle", "---\ndocuments: [list.pdf]\ntitle"),
        (entry, "results: ", f"results: เลข {NUMBER} "),
        (f"{Y}/year.yaml", "office:\n    unit: ", f"office:\n    unit: {NUMBER} "),
    ):
        text = (tmp_path / path).read_text("utf-8")
        (tmp_path / path).write_text(text.replace(before, after, 1), encoding="utf-8")
    (tmp_path / "content/news/2566-o07-1").mkdir()
    (tmp_path / "content/news/2566-o07-1/list.pdf").write_bytes(make_pdf([f"{RIGHT} {NUMBER}"]))
    hints = {f.at.path: f.hint for f in findings(tmp_path) if f.code == "ITA601"}
    assert hints[entry].th.endswith(f"{line} ใน {entry}")
    assert hints["content/news/2566-o07-1/list.pdf"].th.endswith(
        f"{line} ในส่วนหัวระหว่าง --- ของ {post}"
    )
    assert "accept" not in hints[f"{Y}/year.yaml"].th + hints[f"{Y}/year.yaml"].en
    for code, edit in (("ITA602", "โทร 081-234-5678"), ("ITA601", NUMBER)):
        (tmp_path / f"{Y}/o10.yaml").write_text(
            f"elements:\n  policy: ข้อมูลตัวอย่าง {edit}\n", encoding="utf-8"
        )
        (hint,) = (f.hint for f in findings(tmp_path) if f.at.path == f"{Y}/o10.yaml")
        assert f"{{rule: {code}, reason: why, by: who says so}}] in {Y}/o10.yaml" in hint.en


def test_an_allowance_of_a_column_is_told(tmp_path: Path) -> None:
    write_demo(tmp_path, SHIPPED[1])
    (tmp_path / f"{Y}/o29.yaml").write_text(
        "covers: 1 ต.ค. 2565 – 31 มี.ค. 2566\nelements:\n  counts:\n"
        "  - {table: complaints.csv, columns: {total: จำนวน, done: ชื่อผู้ร้องเรียน}}\n",
        encoding="utf-8",
    )
    (hint,) = (f.hint for f in findings(tmp_path) if f.code == "ITA603")
    assert hint.th.endswith(f"{{rule: ITA603, reason: เหตุผล, by: ผู้รับรอง}}] ใน {Y}/o29.yaml")


def test_an_allowance_of_nothing_is_told_in_open_years_alone(tmp_path: Path) -> None:
    for state, told in (("open", [("warning", "ITA109")]), ("archived", [])):
        root = with_number(tmp_path / state, before=ACCEPT, year=state)
        path = root / f"{Y}/o13.yaml"
        path.write_text(path.read_text("utf-8").replace(NUMBER, ""), encoding="utf-8")
        assert severities(root) == told


@pytest.mark.parametrize("form", sorted(REPORTERS))
def test_no_report_shows_a_number_whole(tmp_path: Path, form: str) -> None:
    root = with_number(tmp_path)
    path = root / f"{Y}/o10.yaml"
    path.write_text(f"elements:\n  polcy: {NUMBER}\n", encoding="utf-8")
    report = REPORTERS[form](findings(root), (), "th")
    assert "ITA006" in report and "1-23xx-xxxxx-xx-1" in report
    assert NUMBER not in report and NUMBER.replace("-", "") not in report


def test_a_mark_stands_below_the_hidden_number(tmp_path: Path) -> None:
    (finding,) = findings(with_number(tmp_path))
    at = finding.at
    start = (at.column or 1) - 1
    assert at.text[start : start + at.width] == "1-23xx-xxxxx-xx-1"


def test_each_line_of_a_text_is_named(tmp_path: Path) -> None:
    write_demo(tmp_path, SHIPPED[1])
    (tmp_path / f"{Y}/o03.yaml").write_text(
        f"elements:\n  duties: |\n    หน้าที่ตามกฎหมาย\n\n    ผู้รับผิดชอบ {NUMBER}\n", encoding="utf-8"
    )
    (tmp_path / f"{Y}/o10.yaml").unlink()
    (tmp_path / f"{Y}/o10.md").write_text(
        f"# นโยบายคุ้มครองข้อมูลส่วนบุคคลของหน่วยงาน\n\nก\n\nข {NUMBER}\n", encoding="utf-8"
    )
    assert [line.partition(": ")[0] for line in lines(tmp_path)] == [
        f"{Y}/o03.yaml:5",
        f"{Y}/o10.md:5:3",
    ]


def test_contact_data_that_the_list_asks_for_are_no_finding(tmp_path: Path) -> None:
    write_demo(tmp_path, SHIPPED[1])
    people = tmp_path / f"{Y}/o02.yaml"
    text = people.read_text("utf-8")
    told = text.replace("ช่องทางการติดต่อ ตัวอย่างที่ 1", "โทร 081-234-5678")
    assert told != text
    people.write_text(told, encoding="utf-8")
    agency = tmp_path / "content" / "agency.yaml"
    text = agency.read_text("utf-8").replace("- 0 2000 0000", "- 0 2000 0000\n- 09 1234 5678")
    agency.write_text(text, encoding="utf-8")
    post = tmp_path / "content" / "news" / "2566-o07-1.md"
    with post.open("a", encoding="utf-8") as file:
        file.write("\nโทร 0812345678 หรือ 091-234-5678 หรือ 0-2000-0000\n")
    assert lines(tmp_path) == []


def test_columns_that_an_entry_names_are_read(tmp_path: Path) -> None:
    write_demo(tmp_path, SHIPPED[1])
    (tmp_path / f"{Y}/o29.yaml").write_text(
        "covers: 1 ต.ค. 2565 – 31 มี.ค. 2566\nelements:\n  counts:\n"
        "  - {table: complaints.csv, columns: {total: จำนวน, done: ชื่อผู้ร้องเรียน}}\n",
        encoding="utf-8",
    )
    assert ("warning", "ITA603") in severities(tmp_path)


@pytest.mark.parametrize(
    ("heads", "wrong"),
    [
        (("ลำดับ", "ชื่อ-สกุล", "ที่อยู่"), ("ชื่อ-สกุล", "ที่อยู่")),
        (("ชื่อ – นามสกุล ผู้ร้อง", "เรื่อง"), ("ชื่อ – นามสกุล ผู้ร้อง",)),
        (("ผู้ถูกกล่าวหา", "ผล"), ("ผู้ถูกกล่าวหา",)),
        (("เบอร์โทรผู้แจ้งเบาะแส",), ("เบอร์โทรผู้แจ้งเบาะแส",)),
        (("ชื่อ-สกุล", "ตำแหน่ง"), ()),
        (("ช่องทาง", "ที่อยู่", "โทรศัพท์"), ()),
        (("จำนวนผู้ร้องเรียน", "ประเภทผู้ร้อง", "การแจ้งผลผู้ร้อง"), ()),
        (("ชื่อเรื่อง", "จำนวน", "ผลการดำเนินการ"), ()),
    ],
)
def test_heads_that_tell_of_persons(heads: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    assert complainant_heads(heads) == wrong


def test_tables_are_found_in_a_text() -> None:
    text = "ก | ข\n\n| ชื่อ | **เรื่อง** |\n|:--|--:|\n| a | b |\n\n---\nค"
    assert list(head_rows(text)) == [(7, ("ชื่อ", "เรื่อง"))]


def test_a_number_in_the_name_of_a_file_is_found_once(tmp_path: Path) -> None:
    write_demo(tmp_path, SHIPPED[1])
    news = tmp_path / "content" / "news"
    (news / "2566-o07-1.md").rename(news / "1234567890121.md")
    (line,) = lines(tmp_path)
    assert line == (
        "content/news/1234567890121.md: error[ITA601] พบเลขประจำตัวประชาชน 1-23xx-xxxxx-xx-1"
    )


SECRETS = (
    ".env", ".git/config", ".git/notes.pdf", "Thumbs.db", "~$lock.xlsx", "id_rsa", ".DS_Store",
    ".ssh/id_ed25519", "server.pem", ".hidden/report.pdf", "desktop.ini",
)  # fmt: skip


@pytest.fixture
def secretive(tmp_path: Path) -> Path:
    write_demo(tmp_path, SHIPPED[1])
    folders = ("content", Y, f"{Y}/o13", "content/news/2566-o07-1", "content/agency")
    for folder in folders:
        for name in SECRETS:
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("CANARY-OF-THE-OFFICE", encoding="utf-8")
    return tmp_path


def published(root: Path) -> list[Path]:
    out = root / "public"
    told = [p for p in out.rglob("*") if p.is_file() and b"CANARY-OF-THE-OFFICE" in p.read_bytes()]
    return told + [p for p in out.rglob("*") if any(p.match(n.rpartition("/")[2]) for n in SECRETS)]


def test_secrets_that_lie_in_content_are_not_copied(secretive: Path) -> None:
    assert build_site(Project(secretive), secretive / "public") == []
    assert (secretive / "public" / "index.html").is_file()
    assert published(secretive) == []


@pytest.mark.parametrize("name", SECRETS)
def test_naming_a_secret_is_an_error_and_copies_nothing(secretive: Path, name: str) -> None:
    entry = secretive / f"{Y}/o13.yaml"
    with entry.open("a", encoding="utf-8") as file:
        file.write(f"documents: ['{name}', '2566/o13/{name}']\n")
    post = secretive / "content" / "news" / "2566-o07-1.md"
    with post.open("a", encoding="utf-8") as file:
        file.write(f"\nดู [ไฟล์]({name})\n")
    found = build_site(Project(secretive), secretive / "public")
    assert {f.code for f in found if f.at.path == f"{Y}/o13.yaml"} == {"ITA604"}
    assert all(f.severity is Severity.ERROR for f in found)
    assert not (secretive / "public").exists()


def test_a_text_that_links_to_a_secret_does_not_bring_it_along(secretive: Path) -> None:
    from itagen.plan import Plan
    from itagen.read_site import read_site

    post = secretive / "content" / "news" / "2566-o07-1.md"
    with post.open("a", encoding="utf-8") as file:
        file.writelines(f"\n[ไฟล์](<{name}>) ![รูป](<{name}>)\n" for name in SECRETS)
    copied = {
        copy.source.rpartition("/")[2] for copy in Plan(read_site(Project(secretive))).copies()
    }
    assert copied and copied.isdisjoint(name.rpartition("/")[2] for name in SECRETS)
