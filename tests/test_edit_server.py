"""`itagen edit` over HTTP: saving, stale saves, refusals, a server that is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from itagen.edit.uploads import MOST_BYTES
from itagen.edit.yaml_round import comments
from tests.editing import BOUNDARY, Editor, Form, editing, form_of, multipart
from tests.file_samples import make_pdf, office
from tests.projects import write_files
from tests.test_small_edition import EDITION, FILES

PDF = make_pdf(["รายงาน"])
CLOSED = 499
MORE = """
  C4:
    slug: news
    title: ข่าวของคลินิก
    group: all
    coverage: {done_in: 0}
    stream: {of: news, kinds: [ข่าว, ประกาศ]}
    elements: {posts: ข่าว}
  C5:
    slug: complaints
    title: เรื่องร้องเรียน
    group: all
    none: {when: ไม่มีเรื่องร้องเรียน}
    elements:
      list: {title: รายการเรื่อง, each: {topic: เรื่อง, result: {title: ผล, type: steps}}}
      figures: {title: ตาราง, accepts: [table, pages], demand: if_any}
"""
COMMENTED = """\
# ค่าบริการ: ถามฝ่ายการเงินก่อนแก้
covers: ปี 2570   # ตามประกาศ

# ตารางจากบอร์ดหน้าห้องยา
elements:
  prices: |
    # ไม่ใช่หมายเหตุ
    ตรวจทั่วไป 100 บาท
# ท้ายไฟล์
accept:
  - {rule: year-in-title, reason: "ดูแล้ว", by: 'หัวหน้า'}   # ตกลงกันแล้ว
"""
POST = "---\n# ร่างแรก\ntitle: เปิดคลินิก\ndate: 1 กุมภาพันธ์ 2570\n---\nเปิดแล้ว\n"
C2 = "/_edit/2570/c02/"


def project(root: Path) -> Path:
    files = {
        **FILES,
        "schema/editions/clinic-2570.yaml": EDITION + MORE,
        "content/2570/c02.yaml": COMMENTED,
        "content/news/2570-02-01.md": POST,
    }
    return write_files(root, {name: text.encode() for name, text in files.items()})


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("edit"))


@pytest.fixture(scope="module")
def editor(root: Path) -> Iterator[Editor]:
    with editing(root) as running:
        yield running


def test_the_list_names_every_item_with_its_state(editor: Editor) -> None:
    words = editor.ask("/_edit/").page.css_first("main")
    assert words is not None
    for title in ("แพทย์ประจำ", "อัตราค่าบริการ", "จำนวนผู้รับบริการปีก่อน", "ข่าวของคลินิก", "เรื่องร้องเรียน"):
        assert title in words.text()
    assert "ครบแล้ว 4 จาก 5 ข้อ" in words.text()


def test_fifty_saves_in_a_row_lose_no_comment_and_no_key(editor: Editor, root: Path) -> None:
    path = root / "content/2570/c02.yaml"
    before = path.read_text("utf-8")
    for number in range(50):
        form = editor.form(C2)
        form.fields["elements.prices.0.text"] = f"# ไม่ใช่หมายเหตุ\nตรวจทั่วไป {number} บาท"
        form.fields["covers"] = "ปี 2570" if number % 2 else "พ.ศ. 2570"
        page = editor.save(form)
        assert "บันทึกแล้ว" in page.text
    assert path.read_text("utf-8") == before.replace("100 บาท", "49 บาท")


def test_a_finding_stands_at_its_field_and_the_entry_is_kept(editor: Editor, root: Path) -> None:
    form = editor.form("/_edit/2570/c03/")
    form.fields["covers"] = "ปี 2568"
    page = editor.save(form).page
    field = page.css_first('[id="covers"]')
    assert field is not None
    assert field.attributes["aria-invalid"] == "true"
    told = page.css_first('[id="covers-found"]')
    assert told is not None
    assert "ITA30" in told.text()
    assert "ปี 2568" in (root / "content/2570/c03.yaml").read_text("utf-8")
    assert field.attributes["value"] == "ปี 2568"
    form = editor.form("/_edit/2570/c03/")
    form.fields["covers"] = "ปี 2569"
    assert editor.save(form).page.css_first('[id="covers-found"]') is None


def test_an_item_without_a_file_gets_one(editor: Editor, root: Path) -> None:
    form = editor.form("/_edit/2570/c05/")
    assert form.fields["base"] == ""
    form.fields |= {
        "elements.list.0.topic": "เสียงดัง",
        "elements.list.0.result.text": "รับเรื่อง\r\nตรวจสอบ\r\nแจ้งผล",
        "elements.figures.0.kind": "table",
    }
    form.files.append(("elements.figures.0.table@upload", "ตาราง เรื่อง.xlsx", office("xl/")))
    form.files.append(("documents@upload", "รายงาน ปี 2570.pdf", PDF))
    form.files.append(("documents@upload", "ปลอม.pdf", b"MZ\x90\x00 no PDF"))
    page = editor.save(form)
    assert "ไม่ได้เก็บไฟล์ ปลอม.pdf" in page.text
    assert (root / "content/2570/c05.yaml").read_text("utf-8") == (
        "documents:\n  - รายงาน ปี 2570.pdf\n"
        "elements:\n  list:\n    - topic: เสียงดัง\n      result:\n"
        "        - รับเรื่อง\n        - ตรวจสอบ\n        - แจ้งผล\n"
        "  figures:\n    table: ตาราง เรื่อง.xlsx\n"
    )
    folder = root / "content/2570/c05"
    assert sorted(p.name for p in folder.iterdir()) == ["ตาราง เรื่อง.xlsx", "รายงาน ปี 2570.pdf"]
    link = page.page.css_first('a[download][href$=".pdf"]')
    assert link is not None
    assert editor.ask(link.attributes["href"] or "").status == 200


def test_none_and_pending_are_choices(editor: Editor, root: Path) -> None:
    path = root / "content/2570/c05.yaml"
    form = editor.form("/_edit/2570/c05/")
    form.fields |= {"state": "pending", "pending": "รอมติที่ประชุม", "until": "1 มีนาคม 2570"}
    editor.save(form)
    assert path.read_text("utf-8").endswith("pending: รอมติที่ประชุม\nuntil: 1 มีนาคม 2570\n")
    form = editor.form("/_edit/2570/c05/")
    form.fields |= {"state": "none", "none": "ในปี 2570 ไม่มีเรื่องร้องเรียน"}
    editor.save(form)
    assert "pending" not in path.read_text("utf-8")
    assert "none: ในปี 2570 ไม่มีเรื่องร้องเรียน\n" in path.read_text("utf-8")
    offered = editor.ask(C2).page.css('[name="state"]')
    assert [node.attributes["value"] for node in offered] == ["data", "pending"]


def test_rows_are_added_ordered_and_removed(editor: Editor) -> None:
    where, name = "/_edit/2570/c01/", "elements.people"
    for number in range(1, 4):
        form = editor.form(where)
        form.fields |= {f"{name}.{number}.name": f"แพทย์ {number}", f"{name}.{number}.hours": "จันทร์"}
        editor.save(form)
    form = editor.form(where)
    form.fields[f"{name}.3.place"] = "1"
    form.fields[f"{name}.1.remove"] = "1"
    editor.save(form)
    form = editor.form(where)
    names = [form.fields[f"{name}.{n}.name"] for n in range(3)]
    assert names == ["แพทย์ 3", "แพทย์หญิงสมมติ ตัวอย่าง", "แพทย์ 2"]


def test_a_stale_save_is_refused_with_both_versions(editor: Editor, root: Path) -> None:
    path = root / "content/2570/c02.yaml"
    mine, other = editor.form(C2), editor.form(C2)
    other.fields["elements.prices.0.text"] = "ของอีกแท็บหนึ่ง"
    editor.save(other)
    path.write_text(path.read_text("utf-8") + "formerly: /old/\n", "utf-8")
    mine.fields["covers"] = "พ.ศ. 2570"
    mine.fields["elements.prices.0.text"] = "ของฉัน"
    before = path.read_bytes()
    reply = editor.send(mine)
    assert reply.status == 409
    assert path.read_bytes() == before
    shown = reply.page.css_first("main")
    assert shown is not None
    assert "ของอีกแท็บหนึ่ง" in shown.text()
    assert "ของฉัน" in shown.text()
    again = form_of(reply)
    again.fields["choice"] = "mine"
    editor.save(again)
    text = path.read_text("utf-8")
    assert "ของฉัน" in text
    assert "formerly: /old/" in text
    assert not Counter(comments(COMMENTED)) - Counter(comments(text))


def test_a_post_is_written_and_edited(editor: Editor, root: Path) -> None:
    form = editor.form("/_edit/posts/news/new/")
    form.fields |= {
        "title": "หยุดทำการ",
        "date": "5 มีนาคม 2570",
        "kind": "ประกาศ",
        "body": "หยุด 1 วัน",
    }
    form.files.append(("documents@upload", "ประกาศ.pdf", PDF))
    page = editor.save(form)
    assert "แก้เรื่อง 2570-03-05" in page.text
    assert (root / "content/news/2570-03-05.md").read_text("utf-8") == (
        "---\ntitle: หยุดทำการ\ndate: 5 มีนาคม 2570\nkind: ประกาศ\n"
        "documents:\n  - ประกาศ.pdf\n---\nหยุด 1 วัน\n"
    )
    form = editor.form("/_edit/posts/news/2570-02-01/")
    form.fields["title"] = "เปิดคลินิกใหม่"
    editor.save(form)
    assert (root / "content/news/2570-02-01.md").read_text("utf-8") == POST.replace(
        "เปิดคลินิก", "เปิดคลินิกใหม่"
    )
    assert "เปิดคลินิกใหม่" in editor.ask("/_edit/posts/news/").text


def test_a_file_is_edited_as_text_with_its_line_breaks(editor: Editor, root: Path) -> None:
    path = root / "content/agency.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    form = editor.form("/_edit/text/agency.yaml")
    form.fields["text"] += "email: a@example.go.th\r\n"
    editor.save(form)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfname: ")
    assert data.endswith(b"email: a@example.go.th\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_file_of_another_encoding_is_left_alone(editor: Editor, root: Path) -> None:
    """What Notepad wrote as ANSI cannot be shown whole, so it is not written over."""
    path = root / "content/2570/c03.yaml"
    before = path.read_bytes()
    form = editor.form("/_edit/2570/c03/")
    path.write_bytes("covers: ปี 2569\n".encode("cp874"))
    try:
        for where in ("/_edit/2570/c03/", "/_edit/text/2570/c03.yaml"):
            reply = editor.ask(where)
            assert reply.status == 409
            assert "UTF-8" in reply.text
        text = Form("/_edit/text/2570/c03.yaml", {"token": form.fields["token"], "text": "x"})
        for sent in (form, text):
            assert editor.send(sent).status == 409
        assert path.read_bytes() == "covers: ปี 2569\n".encode("cp874")
    finally:
        path.write_bytes(before)


def test_a_file_that_was_broken_meanwhile_is_not_laid_over(editor: Editor, root: Path) -> None:
    path = root / "content/2570/c03.yaml"
    before = path.read_bytes()
    form = editor.form("/_edit/2570/c03/")
    form.fields["covers"] = "ปี 2568"
    path.write_bytes(b"covers: [\nsomebody writes: here\n")
    try:
        reply = editor.send(form)
        assert reply.status == 409
        again = form_of(reply)
        again.fields["choice"] = "mine"
        assert editor.send(again).status == 409
        assert path.read_bytes() == b"covers: [\nsomebody writes: here\n"
    finally:
        path.write_bytes(before)


def hostile(editor: Editor, form: Form) -> Iterator[tuple[str, int]]:
    """What a page from elsewhere, or a hand that types requests, may send."""
    good = {"Origin": editor.origin, "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    body = multipart(form.fields, ())

    def sent(path: str, data: bytes, **headers: str) -> int:
        try:
            return editor.ask(path, data, {**good, **headers}).status
        except ConnectionError:  # refused before the body was read
            return CLOSED

    yield "no origin", sent(C2, body, Origin="")
    yield "foreign origin", sent(C2, body, Origin="http://evil.example")
    yield "origin of another port", sent(C2, body, Origin="http://127.0.0.1:1")
    yield "null origin", sent(C2, body, Origin="null")
    yield "foreign host", sent(C2, body, Host="evil.example")
    for token in ("", "x", form.fields["token"][:-1]):
        yield f"token {token!r}", sent(C2, multipart({**form.fields, "token": token}, ()))
    yield "no token", sent(C2, multipart({"covers": "x"}, ()))
    for path in (
        "/_edit/text/..%2f..%2fsecret.yaml", "/_edit/text/../secret.yaml",
        "/_edit/text/%2e%2e/secret.yaml", "/_edit/text/..%5csecret.yaml",
        "/_edit/text//etc/passwd", "/_edit/text/%252e%252e%252fsecret.yaml",
        "/_edit/text/.hidden.yaml", "/_edit/text/linked.yaml", "/_edit/text/2570/c05/none.yaml",
        "/_edit/2570/..%2f..%2fsecret/", "/_edit/2570/year/", "/_edit/2571/c02/",
        "/_edit/posts/..%2f..%2f/x/", "/_edit/posts/2570/c02/",
        "/_edit/posts/news/..%2f..%2fsecret/",
        "/_edit/", "/_edit/2570/", "/_edit/static/edit.css",
    ):  # fmt: skip
        yield path, sent(path, body)
    for path in ("../secret.yaml", "agency.yaml", "linked.yaml", "/etc/passwd", ".hidden.yaml", ""):
        opening = multipart({"token": form.fields["token"], "path": path}, ())
        yield f"open {path}", sent("/_edit/open/", opening)
    for path in (
        "../secret.yaml",
        "agency.yaml",
        "%2e%2e/secret.yaml",
        "linked.pdf",
        "2570/c02.yaml",
    ):
        yield f"file {path}", editor.ask(f"/_edit/file/{path}").status
    yield "static", editor.ask("/_edit/static/../item.html").status


def test_hostile_requests_are_refused(editor: Editor, root: Path) -> None:
    (root / "secret.yaml").write_text("a: 1\n", "utf-8")
    (root / "content/.hidden.yaml").write_text("a: 1\n", "utf-8")
    (root / "content/linked.yaml").symlink_to(root / "secret.yaml")
    (root / "content/linked.pdf").symlink_to(root / "secret.yaml")
    before = {p: p.read_bytes() for p in sorted(root.glob("content/**/*")) if p.is_file()}
    try:
        answers = dict(hostile(editor, editor.form(C2)))
    finally:
        (root / "content/linked.yaml").unlink()
        (root / "content/linked.pdf").unlink()
    assert len(answers) > 35
    assert {name: status for name, status in answers.items() if status < 400} == {}
    assert {p: p.read_bytes() for p in before if p.exists()} == {
        p: data for p, data in before.items() if "linked" not in p.name
    }
    assert editor.ask("/_edit/mark/..%2fsecret.yaml").text == ""
    assert editor.ask("/_edit/mark/.hidden.yaml").text == ""


def test_a_body_beyond_all_measure_is_not_read(editor: Editor) -> None:
    headers = {"Origin": editor.origin, "Content-Length": str(4 * MOST_BYTES)}
    with suppress(ConnectionError):
        assert editor.ask(C2, b"", headers).status in {400, 413}


def test_names_of_uploads_lead_nowhere(editor: Editor, root: Path) -> None:
    form = editor.form(C2)
    names = [
        "../../up.pdf",
        "..\\..\\up.pdf",
        "/etc/up.pdf",
        "C:\\up.pdf",
        "%2e%2e%2fup.pdf",
        "....//up.pdf",
    ]
    form.files = [("documents@upload", name, PDF) for name in names]
    editor.save(form)
    assert {p.name for p in (root / "content/2570/c02").iterdir()} == {"up.pdf", "%2e%2e%2fup.pdf"}
    assert not [p for p in root.rglob("up.pdf") if p.parent.name != "c02"]


def test_no_page_of_the_editor_reaches_out(editor: Editor) -> None:
    for path in (
        "/_edit/",
        C2,
        "/_edit/posts/news/",
        "/_edit/posts/news/new/",
        "/_edit/text/agency.yaml",
    ):
        reply = editor.ask(path)
        assert reply.policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'")
        assert "unsafe" not in reply.policy
        for node in reply.page.css("[src], link[href]"):
            assert (node.attributes.get("src") or node.attributes.get("href") or "").startswith(
                "/_edit/"
            )
        assert not reply.page.css("[style], [onclick], script:not([src])")


def test_a_document_opens_in_the_program_of_the_machine(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    write_files(root, {"content/2570/c02/แผน.pdf": PDF})
    told = tmp_path / "told"
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > {told}\n', "utf-8")
    opener.chmod(0o755)
    path = os.environ["PATH"]
    os.environ["PATH"] = f"{opener.parent}:{path}"
    try:
        with editing(root) as editor:
            token = editor.form(C2).fields["token"]
            reply = editor.send(Form("/_edit/open/", {"token": token, "path": "2570/c02/แผน.pdf"}))
            assert reply.status == 204
            end = time.monotonic() + 30
            while not told.exists() or not told.read_text("utf-8"):
                assert time.monotonic() < end
                time.sleep(0.02)
    finally:
        os.environ["PATH"] = path
    assert told.read_text("utf-8") == str(root / "content/2570/c02/แผน.pdf")


def test_each_save_is_a_commit_on_wish(tmp_path: Path) -> None:
    root = project(tmp_path)

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=root, check=True, capture_output=True)
        return done.stdout.decode()

    git("init", "-q")
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "first")
    with editing(root, "--commit-as", "สมมติ ตัวอย่างดี <s@example.go.th>") as editor:
        form = editor.form(C2)
        form.fields["covers"] = "พ.ศ. 2570"
        form.files.append(("documents@upload", "แผน.pdf", PDF))
        assert "commit ไม่สำเร็จ" not in editor.save(form).text
        assert "ไม่มีอะไรเปลี่ยน" in editor.save(editor.form(C2)).text
    log = git("-c", "core.quotepath=off", "log", "--format=%an <%ae> %s", "--name-only").split("\n")
    assert log == [
        "สมมติ ตัวอย่างดี <s@example.go.th> แก้ C2 ปี 2570", "", "content/2570/c02.yaml",
        "content/2570/c02/แผน.pdf", "a <a@b> first", "",
    ]  # fmt: skip


def test_a_server_killed_while_it_saves_leaves_whole_files(tmp_path: Path) -> None:
    chance = random.Random(2566)
    root = project(tmp_path)
    path = root / "content/2570/c02.yaml"
    long = "ก" * 200_000
    for run in range(3):
        with editing(root) as editor:
            form = editor.form(C2)
            form.fields["elements.prices.0.text"] = f"{run} {long}"
            saving = Thread(target=_send, args=(editor, form))
            saving.start()
            time.sleep(chance.uniform(0, 0.2))
            editor.process.send_signal(signal.SIGKILL)
            editor.process.wait()
            saving.join()
        text = path.read_text("utf-8")
        assert f"{run} {long}" in text or text == COMMENTED
        assert not Counter(comments(COMMENTED)) - Counter(comments(text))
        assert text.endswith("# ตกลงกันแล้ว\n")
        path.write_text(COMMENTED, "utf-8")


def _send(editor: Editor, form: Form) -> None:
    with suppress(OSError):
        editor.send(form)
