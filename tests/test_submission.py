"""The table for the assessor; and the live site compared with it, on a server of our own."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import get_args

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from itagen.answering import answer_site
from itagen.links.connection import Network
from itagen.links.crowd import HostTurns
from itagen.links.fetched import Fetched, fetch
from itagen.links.reply import Trouble
from itagen.pipeline import build_site, check_project
from itagen.placement import standings
from itagen.project import Project
from itagen.reports.submission import Handed, handed_items
from itagen.text import key
from itagen.verify import Wrong, questions, verify
from tests.projects import ROOT
from tests.projects import run_here as run

LOOPBACK = "127.0.0.1"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built as a section below /ita/, whose main site is on the same host."""
    root = tmp_path_factory.mktemp("section")
    shutil.copytree(ROOT / "content", root / "content")
    agency = root / "content" / "agency.yaml"
    text = agency.read_text("utf-8").replace("site: whole", "site: section")
    text = text.replace("https://www.example.go.th\n", "https://www.example.go.th/ita\n", 1)
    agency.write_text(f"{text}main_site: https://www.example.go.th\n", encoding="utf-8")
    build_site(Project(root), root / "public")
    assert (root / "public" / "2566" / "o13" / "index.html").is_file()
    return root


@pytest.fixture(scope="module")
def published(project: Path) -> dict[str, bytes]:
    """The built section, and a main home page with every link that it must have."""
    public = project / "public"
    files = {
        f"/ita/{path.relative_to(public).as_posix()}": path.read_bytes()
        for path in public.rglob("*")
        if path.is_file()
    }
    must = [p for p in standings(check_project(Project(project))[0]) if p.must]
    links = "".join(f'<a href="/ita/{"/".join(p.address.split("/")[-3:])}">x</a>' for p in must)
    return {**files, "/index.html": f"<title>เทศบาล</title><h1>เทศบาล</h1>{links}".encode()}


class Live:
    """What a server gives of the files, and what was asked of it."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.status: dict[str, int] = {}
        self.moved: dict[str, str] = {}
        self.hits: list[str] = []

    def page(self, name: str) -> str:
        return f"/ita/2566/{name}/index.html"


@pytest.fixture
def live(published: dict[str, bytes]) -> Live:
    return Live(dict(published))


@pytest.fixture
def address(live: Live) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path + ("index.html" if self.path.endswith("/") else "")
            live.hits.append(path)
            body = live.files.get(path)
            status = live.status.get(path, 200 if body is not None else 404)
            target = live.moved.get(path)
            self.send_response(302 if target else status)
            if target:
                self.send_header("Location", target)
            kind = "text/html; charset=utf-8" if path.endswith(".html") else "application/pdf"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing on the screen."""

    server = ThreadingHTTPServer((LOOPBACK, 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://{LOOPBACK}:{server.server_port}"
    server.shutdown()
    server.server_close()


def found_on(project: Path, address: str) -> list[Wrong]:
    agency = project / "content" / "agency.yaml"
    text = agency.read_text("utf-8")
    moved = text.replace("main_site: https://www.example.go.th", f"main_site: {address}")
    agency.write_text(moved, encoding="utf-8")
    try:
        site, _ = check_project(Project(project))
    finally:
        agency.write_text(text, encoding="utf-8")
    assert site.current
    items = handed_items(site, answer_site(site), site.current)
    asked = questions(site, items, standings(site), f"{address}/ita", project / "content")
    port = int(address.rpartition(":")[2])
    network = Network(named=frozenset([(LOOPBACK, port)]))
    return verify(asked, network, HostTurns(pause=0), lambda _: None)


def test_a_site_that_is_as_the_project_has_no_finding(
    project: Path, live: Live, address: str
) -> None:
    assert found_on(project, address) == []
    assert len(live.hits) == len(set(live.hits)) > 50
    assert "/index.html" in live.hits and live.page("o13") in live.hits


def test_why_nothing_came_is_told_in_thai(project: Path) -> None:
    site, _ = check_project(Project(project))
    assert site.current
    items = handed_items(site, answer_site(site), site.current)
    address = "https://www.example.go.th/ita"
    asked = list(questions(site, items, standings(site), address, project / "content"))
    for trouble in filter(None, get_args(Trouble)):
        told = {said for each in asked if (said := each.judge(Fetched(each.address, trouble)))}
        assert told and all(said.th.startswith("เปิดไม่ได้ ") for said in told)
        assert not any(trouble in said.th for said in told)


def test_ten_planted_faults_are_ten_findings(project: Path, live: Live, address: str) -> None:
    files = live.files
    report = "/ita/2566/o13/annual-report-2565.pdf"
    (plan,) = (
        path for path in files if path.startswith("/ita/2566/o04/") and path.endswith(".pdf")
    )
    del files[live.page("o11")]
    live.moved[live.page("o12")] = "/wp-login.php?redirect_to=x"
    files[live.page("o14")] = files[live.page("o14")].replace(
        b'itagen-content" content="', b'itagen-content" content="0'
    )
    files[live.page("o15")] = files[live.page("o16")]
    live.status[live.page("o17")] = 500
    live.moved[live.page("o18")] = "/ita/"
    files[live.page("o19")] = "<title>เทศบาล</title><h1>จัดซื้อจัดจ้าง</h1>".encode()
    files[report] = files[report] + b"\n% another"
    live.moved[plan], files["/ita/2566/o04/old.pdf"] = "/ita/2566/o04/old.pdf", files[plan]
    files["/index.html"] = files["/index.html"].replace(b"/ita/2566/o28/", b"/complaints/")
    found = found_on(project, address)
    told = {(wrong.code, wrong.address.removeprefix(address)): wrong.words.th for wrong in found}
    assert len(found) == 10
    assert told == {
        ("O11", "/ita/2566/o11/"): "ไม่พบ (ตอบ 404)",
        ("O12", "/ita/2566/o12/"): "ต้องเข้าสู่ระบบหรือขอสิทธิ์ก่อนจึงเห็น",
        ("O14", "/ita/2566/o14/"): told["O14", "/ita/2566/o14/"],
        ("O15", "/ita/2566/o15/"): "เป็นหน้าของข้อ O16",
        ("O17", "/ita/2566/o17/"): "ไม่พบ (ตอบ 500)",
        ("O18", "/ita/2566/o18/"): f"ถูกส่งต่อไป {address}/ita/",
        ("O19", "/ita/2566/o19/"): "เปิดได้ แต่ไม่ใช่หน้าของข้อนี้ที่ itagen สร้าง",
        ("O13", report): "เอกสารแนบไม่ใช่ไฟล์เดียวกับในโครงการ",
        ("O4", plan): f"ถูกส่งต่อไป {address}/ita/2566/o04/old.pdf",
        ("O28", ""): told["O28", ""],
    }
    assert "เนื้อหาไม่ตรง" in told["O14", "/ita/2566/o14/"] and "เว็บไซต์หลัก" in told["O28", ""]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<title>เข้าสู่ระบบ</title><h1>ต้องมีสิทธิ์การเข้าถึง</h1>", "ต้องเข้าสู่ระบบ"),
        ("<title>404</title><h1>ไม่พบหน้านี้</h1>", "หน้าบอกว่าไม่พบ"),
    ],
)
def test_what_a_page_says_of_itself_counts(
    project: Path, live: Live, address: str, body: str, words: str
) -> None:
    live.files[live.page("o13")] = body.encode()
    (wrong,) = found_on(project, address)
    assert wrong.code == "O13" and wrong.words.th.startswith(words)


def test_a_page_that_is_served_for_a_file_is_told(project: Path, live: Live, address: str) -> None:
    live.files["/ita/2566/o13/annual-report-2565.pdf"] = b"<!doctype html><h1>x</h1>"
    (wrong,) = found_on(project, address)
    assert wrong.code == "O13" and "เอกสารแนบ" in wrong.words.th


def test_a_change_of_the_project_that_is_not_published_is_told(project: Path, address: str) -> None:
    entry = project / "content" / "2566" / "o13.yaml"
    before = entry.read_text("utf-8")
    entry.write_text(before.replace("93.62", "93.63"), encoding="utf-8")
    try:
        (wrong,) = found_on(project, address)
    finally:
        entry.write_text(before, encoding="utf-8")
    assert wrong.code == "O13" and "เนื้อหาไม่ตรง" in wrong.words.th


def test_only_the_host_that_was_named_may_be_inside(address: str) -> None:
    port = int(address.rpartition(":")[2])
    turns = HostTurns(pause=0)
    assert fetch(f"{address}/", Network(), turns).trouble == "inside"
    named = Network(named=frozenset([(LOOPBACK, port)]))
    assert fetch(f"{address}/", named, turns).status == 200
    assert fetch(f"http://{LOOPBACK}:{port + 1}/", named, turns).trouble == "inside"
    assert fetch(f"http://localhost:{port}/", named, turns).trouble == "inside"


def items_of(root: Path) -> tuple[Handed, ...]:
    site, _ = check_project(Project(root))
    assert site.current
    return handed_items(site, answer_site(site), site.current)


def test_the_table_has_every_item_with_its_full_address() -> None:
    items = {item.code: item for item in items_of(ROOT)}
    assert len(items) == 43 and all(item.has for item in items.values())
    assert items["O13"].addresses == ("https://www.example.go.th/2566/o13/",)
    assert items["O7"].addresses == (
        "https://www.example.go.th/2566/o07/", "https://www.example.go.th/news/"
    )  # fmt: skip
    assert items["O19"].remark.th.startswith("ประกาศว่าไม่มี: ") or items["O19"].remark.th == ""


def test_the_clicks_are_those_of_the_pages(site: Path) -> None:
    """Each path begins at the home page, and its last words are a link there, or on the list."""
    home = LexborHTMLParser((site / "index.html").read_bytes())
    listed = LexborHTMLParser((site / "2566" / "index.html").read_bytes())
    for item in items_of(ROOT):
        assert item.path[0] == "หน้าแรก"
        stem = item.answer.item.stem
        page = home if len(item.path) < 4 else listed
        links = [a for a in page.css("a[href]") if f"{stem}/" in (a.attributes["href"] or "")]
        words = [" ".join(link.text().split()) for link in links]
        wanted = item.path[-1].removeprefix(f"{item.code} ")
        assert any(wanted in text for text in words), (item.path, words)
        if page is listed:
            assert any(key(item.path[1]) == key(a.text()) for a in home.css("a")), item.path
        for name in item.path[1 if page is home else 2 : -1]:
            assert name in page.text() or name.endswith("ของหน้าแรก"), item.path


def test_the_command_writes_it_and_warns_of_a_site_without_address(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    code, said = run("submission", "--format", "xlsx", "--out", "s.xlsx", cwd=tmp_path)
    assert (code, said) == (0, "เขียนแล้ว s.xlsx\n")
    rows = CalamineWorkbook.from_path(tmp_path / "s.xlsx").get_sheet_by_index(0).to_python()
    assert len(rows) == 44 and rows[13][2:4] == ["มี", "https://www.example.go.th/2566/o13/"]
    (tmp_path / "content" / "2566" / "o13.yaml").write_text("pending: รอสภา\n", encoding="utf-8")
    agency = tmp_path / "content" / "agency.yaml"
    kept = [line for line in agency.read_text("utf-8").split("\n") if "site_url" not in line]
    agency.write_text("\n".join(kept), encoding="utf-8")
    code, said = run("submission", "--format", "csv", "--out", "s.csv", cwd=tmp_path)
    assert code == 0 and "site_url" in said
    text = (tmp_path / "s.csv").read_bytes().decode("utf-8-sig")
    assert "O13,รายงานผลการดำเนินงานประจำปี,ไม่มี,2566/o13/" in text and "รอข้อมูล: รอสภา" in text
    assert run("submission", "--verify", "www.example.go.th", cwd=tmp_path)[0] == 2


def test_an_item_with_an_error_is_not_handed_in_as_there(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path = tmp_path / "content" / "2566" / "o13.yaml"
    text = path.read_text("utf-8")
    assert "covers: ปีงบประมาณ 2565" in text
    path.write_text(text.replace("covers: ปีงบประมาณ 2565", "covers: ปีงบประมาณ 2564"), "utf-8")
    site, found = check_project(Project(tmp_path))
    assert site.current
    items = handed_items(site, answer_site(site), site.current, found)
    (faulty,) = [item for item in items if not item.has]
    assert faulty.code == "O13" and "check --item O13" in faulty.remark.th
