"""Files handed in, files written whole, commits in a person's name."""

from __future__ import annotations

import subprocess
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itagen.edit.commit import Person, commit, parse_person
from itagen.edit.save import mark, read_bytes, with_text, write_whole
from itagen.edit.uploads import MOST_BYTES, Refused, Upload, disk_name, keep
from itagen.entry import is_safe
from tests.file_samples import make_pdf

PDF = make_pdf(["รายงาน"])


def kept(folder: Path, name: str, data: bytes) -> str:
    found = keep(folder, Upload("x", name, data))
    assert not isinstance(found, Refused), found
    return found


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("แผนจัดซื้อ 2566.pdf", "แผนจัดซื้อ 2566.pdf"),
        ("C:\\Users\\a\\Desktop\\รายงาน.PDF", "รายงาน.pdf"),
        ("../../../etc/passwd.pdf", "passwd.pdf"),
        ("a:b*c?.pdf", "a-b-c-.pdf"),
        (".htaccess.pdf", "htaccess.pdf"),
        ("~$plan.xlsx", "plan.xlsx"),
        ("~. .plan.xlsx", "plan.xlsx"),
        ("con.pdf", "file-con.pdf"),
        ("a\x00b\n.pdf", "ab-.pdf"),
        ("น้ำ  ใจ .pdf", "น้ำ ใจ.pdf"),
    ],
)
def test_a_name_stays_readable_and_is_safe(sent: str, name: str) -> None:
    assert disk_name(sent) == name


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["", ".pdf", ".xlsx", ".รูป", ".PDF "]))
def test_no_name_leaves_its_folder_or_hides(stem: str, ending: str) -> None:
    name = disk_name(stem + ending)
    assert "/" not in name
    assert "\\" not in name
    assert name not in {"", ".", ".."}
    assert is_safe(name)
    assert not name.startswith((".", "~$"))
    assert len(name.encode()) <= 200


def test_an_upload_never_lies_over_another(tmp_path: Path) -> None:
    other = make_pdf(["อีกฉบับ"])
    assert kept(tmp_path, "แผน.pdf", PDF) == "แผน.pdf"
    assert kept(tmp_path, "แผน.pdf", other) == "แผน-2.pdf"
    assert kept(tmp_path, "แผน.pdf", other) == "แผน-2.pdf"
    assert kept(tmp_path, "แผน.pdf", PDF) == "แผน.pdf"
    (tmp_path / "Plan.pdf").write_bytes(PDF)
    assert kept(tmp_path, "plan.PDF", other) == "plan-2.pdf"
    assert (tmp_path / "Plan.pdf").read_bytes() == PDF
    assert len(list(tmp_path.iterdir())) == 4


def test_a_file_that_is_not_what_its_name_says_is_not_kept(tmp_path: Path) -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(20) + b"IEND"
    for name, data in (
        ("a.pdf", png),
        ("a.pdf", b""),
        ("a.pdf", b"<!doctype html><title>Sign in</title>"),
        ("a.exe", b"MZ\x90\x00"),
        ("a.pdf", b"MZ\x90\x00"),
        ("a.html", b"<p>"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
        ("id_rsa", b"key"),
        ("server.pem", b"key"),
        ("thumbs.db", b"x"),
        ("noending", b"x"),
        ("big.csv", b"a" * (MOST_BYTES + 1)),
    ):
        assert isinstance(keep(tmp_path, Upload("x", name, data)), Refused), name
    assert not list(tmp_path.iterdir())


def test_a_file_is_written_whole_and_keeps_its_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "below" / "a.yaml"
    write_whole(path, b"a: 1\n")
    path.chmod(0o600)
    write_whole(path, with_text(b"\xef\xbb\xbfa: 1\r\n", "a: 2\n"))
    assert path.read_bytes() == b"\xef\xbb\xbfa: 2\r\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["a.yaml"]
    assert mark(read_bytes(path)) != mark(b"a: 1\n") != mark(read_bytes(tmp_path / "none")) == ""


def test_a_reader_sees_the_old_bytes_or_the_new(tmp_path: Path) -> None:
    states = [b"a" * 2_000_000, b"b" * 2_000_000]
    path = tmp_path / "a.yaml"
    write_whole(path, states[0])
    seen: set[bytes] = set()
    ended = Event()

    def read() -> None:
        while not ended.is_set():
            seen.add(path.read_bytes())

    reader = Thread(target=read)
    reader.start()
    for number in range(30):
        write_whole(path, states[number % 2])
    ended.set()
    reader.join()
    assert seen <= set(states)


def test_a_link_is_no_file_of_ours(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert read_bytes(tmp_path / "b") is None


def test_a_person_is_a_name_and_an_address() -> None:
    assert parse_person("สมมติ ตัวอย่างดี <a@example.go.th>") == Person(
        "สมมติ ตัวอย่างดี", "a@example.go.th"
    )
    for wrong in ("", "a@example.go.th", "สมมติ", "a <b>", "a\nb <c@d>"):
        assert parse_person(wrong) is None


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "core.quotepath=off", *arguments], cwd=root, check=True, capture_output=True
    )
    return done.stdout.decode()


def test_a_commit_holds_what_was_saved_and_nothing_else(tmp_path: Path) -> None:
    _git(tmp_path, "init", "-q")
    for name in ("a.yaml", "แผน.pdf", "other.yaml"):
        (tmp_path / name).write_text(name, "utf-8")
    _git(tmp_path, "add", "other.yaml")
    who = Person("สมมติ ตัวอย่างดี", "a@example.go.th")
    told = commit(tmp_path, [tmp_path / "a.yaml", tmp_path / "แผน.pdf"], "แก้ข้อ", who)
    assert told == ""
    assert (
        _git(tmp_path, "log", "-1", "--format=%an|%ae|%cn|%s")
        == "สมมติ ตัวอย่างดี|a@example.go.th|สมมติ ตัวอย่างดี|แก้ข้อ\n"
    )
    assert sorted(_git(tmp_path, "show", "--name-only", "--format=").split()) == [
        "a.yaml",
        "แผน.pdf",
    ]
    assert _git(tmp_path, "status", "--short") == "A  other.yaml\n"


def test_what_git_says_is_told_where_it_cannot_commit(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a", "utf-8")
    assert "git" in commit(tmp_path, [tmp_path / "a.yaml"], "แก้", Person("a", "a@b"))
