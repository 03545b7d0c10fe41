"""Publishing: nothing missing, nothing mixed, nothing deleted that itagen did not make."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from itagen.lock import HeldError, held
from itagen.pipeline import build_site
from itagen.project import Project
from itagen.publish import MARKER, ForeignFolderError, NothingBeforeError, roll_back, staged
from tests.projects import SHIPPED, write_demo

BUILD = [sys.executable, "-m", "itagen", "build", "."]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def publish(out: Path, files: dict[str, bytes], *, in_place: bool = False) -> None:
    with staged(out) as tree:
        for name, data in files.items():
            tree.write(name, data)
        tree.publish(in_place=in_place)


def rename_agency(root: Path, number: int) -> None:
    path = root / "content" / "agency.yaml"
    lines = path.read_text("utf-8").split("\n")
    lines[0] = f"name: หน่วยงานที่ {number}"
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("in_place", [False, True])
def test_a_file_goes_a_file_comes(in_place: bool, tmp_path: Path) -> None:
    out = tmp_path / "public"
    publish(out, {"index.html": b"1", "a/b.html": b"1", "a/c.pdf": b"1"}, in_place=in_place)
    publish(out, {"index.html": b"2", "a/c.pdf": b"1"}, in_place=in_place)
    assert {n: d for n, d in snapshot(out).items() if n != MARKER} == {
        "index.html": b"2",
        "a/c.pdf": b"1",
    }


def test_in_place_killed_midway_is_mended_by_the_next_build(tmp_path: Path) -> None:
    out = tmp_path / "public"
    publish(out, {"a.html": b"1", "b.html": b"1", "gone.html": b"1"})
    kill = "import os; from pathlib import Path; import itagen.publish as p\n"
    kill += "replace = Path.replace\n"
    kill += "def once(self, target):\n    replace(self, target); os._exit(9)\n"
    kill += "Path.replace = once\n"
    kill += f"with p.staged(Path({str(out)!r})) as tree:\n"
    kill += (
        "    tree.write('a.html', b'2'); tree.write('b.html', b'2'); tree.publish(in_place=True)"
    )
    assert subprocess.run([sys.executable, "-c", kill], check=False).returncode == 9
    assert {(out / name).read_bytes() for name in ("a.html", "b.html")} == {b"1", b"2"}
    publish(out, {"a.html": b"1", "b.html": b"1"}, in_place=True)
    assert {n: d for n, d in snapshot(out).items() if n != MARKER} == {
        "a.html": b"1",
        "b.html": b"1",
    }


def test_in_place_leaves_what_others_put_there(tmp_path: Path) -> None:
    out = tmp_path / "public"
    publish(out, {"index.html": b"1", "old.html": b"1"})
    (out / "CNAME").write_bytes(b"example.go.th")
    publish(out, {"index.html": b"2"}, in_place=True)
    assert snapshot(out).keys() == {MARKER, "CNAME", "index.html"}


def test_roll_back_and_forth(tmp_path: Path) -> None:
    out = tmp_path / "public"
    publish(out, {"index.html": b"1"})
    with pytest.raises(NothingBeforeError):
        roll_back(out)
    publish(out, {"index.html": b"2"})
    roll_back(out)
    assert (out / "index.html").read_bytes() == b"1"
    roll_back(out)
    assert (out / "index.html").read_bytes() == b"2"


def test_a_tree_left_half_made_is_no_earlier_site(tmp_path: Path) -> None:
    out = tmp_path / "public"
    publish(out, {"index.html": b"1"})
    with pytest.raises(RuntimeError), staged(out) as tree:
        tree.write("index.html", b"2")
        raise RuntimeError
    assert (out / "index.html").read_bytes() == b"1"
    with pytest.raises(NothingBeforeError):
        roll_back(out)
    publish(out, {"index.html": b"3"})
    assert (out / "index.html").read_bytes() == b"3"


@pytest.mark.parametrize("name", ["public", ".public.itagen"])
def test_a_folder_of_others_is_never_touched(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine.txt").write_bytes(b"x")
    with pytest.raises(ForeignFolderError):
        publish(tmp_path / "public", {"index.html": b"1"})
    assert (tmp_path / name / "mine.txt").read_bytes() == b"x"


def test_the_lock_tells_who_holds_it_and_a_dead_holder_does_not_block(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    waits = "import sys,time; from pathlib import Path; from itagen.lock import held\n"
    waits += f"with held(Path({str(lock)!r})):\n    print('held', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", waits], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(HeldError) as error, held(lock):
            pass
        assert str(holder.pid) in error.value.holder
        holder.kill()
    with held(lock):
        assert str(os.getpid()) in lock.read_text("utf-8")


def test_a_kill_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    """20 kills at random moments while a reader polls: no page is missing, none is mixed."""
    root = write_demo(tmp_path, SHIPPED[1])
    build_site(Project(root), root / "public")
    names = sorted(n for n in snapshot(root / "public") if n.endswith(".html"))
    chance = random.Random(20)
    for number in range(20):
        rename_agency(root, number)
        build = subprocess.Popen(BUILD, cwd=root, stdout=subprocess.DEVNULL)
        until = time.monotonic() + chance.uniform(0.05, 0.9)
        while build.poll() is None and time.monotonic() < until:
            assert (root / "public" / "index.html").read_bytes().endswith(b"</html>")
        build.kill()
        build.wait()
        pages = {name: (root / "public" / name).read_text("utf-8") for name in names}
        titles = {
            page.split('class="head__name"')[1].split(">")[1].split("<")[0]
            for page in pages.values()
        }
        assert len(titles) == 1, titles
    assert subprocess.run(BUILD, cwd=root, stdout=subprocess.DEVNULL, check=False).returncode == 0


def test_the_same_bytes_in_any_zone_locale_seed_and_folder(tmp_path: Path) -> None:
    trees = []
    for folder, zone, locale, seed in (
        ("one", "Asia/Bangkok", "th_TH.UTF-8", "1"),
        ("อีกที่หนึ่ง", "America/New_York", "C", "2"),
    ):
        root = write_demo(tmp_path / folder, SHIPPED[1])
        environment = os.environ | {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        done = subprocess.run(BUILD, cwd=root, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        trees.append(snapshot(root / "public"))
    assert trees[0] == trees[1]


def test_a_link_to_a_folder_does_not_stay_in_the_site(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "public", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("ของฉัน", encoding="utf-8")
    publish(out, {"index.html": b"1"})
    publish(out, {"index.html": b"2"})
    (tmp_path / ".public.itagen" / "way").symlink_to(elsewhere)
    publish(out, {"index.html": b"3"})
    assert not (out / "way").exists() and (elsewhere / "mine.txt").is_file()
