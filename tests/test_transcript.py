"""A new user's first year, typed on a real terminal; the manual shows just that."""

from __future__ import annotations

from pathlib import Path

from tests.transcript import FOLDER, shown, transcript


def test_the_manual_shows_what_stands_on_the_screen(tmp_path: Path) -> None:
    made = transcript(tmp_path)
    assert made == shown()
    assert "เริ่มโครงการใน abt" in made and "3 จาก 43 ครบ, 40 รอข้อมูล" in made
    assert "error[ITA8" in made.rpartition("# แก้ข้อ O13")[2]
    assert (tmp_path / FOLDER / "public" / "2566" / "o13" / "index.html").is_file()
    assert (tmp_path / FOLDER / "submission.xlsx").is_file()
