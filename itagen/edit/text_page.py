"""A file as text, for what no form can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itagen.edit.desk import Desk
from itagen.edit.page import Answer
from itagen.edit.save import mark, read_bytes, with_text, write_whole
from itagen.edit.seen import Seen
from itagen.edit.stale import Differs, Stale


@dataclass(frozen=True, slots=True)
class TextPages:
    """Texts of content/ by their path there."""

    desk: Desk
    seen: Seen

    def show(self, path: str, note: str, why: str = "") -> Answer:
        """The text of a file that exists."""
        if path not in set(self.seen.texts()):
            words = "ไม่มีไฟล์นี้ หรือแก้ที่นี่ไม่ได้"
            html = self.desk.page(self.seen, "refused.html", title="ไม่พบหน้านี้", words=words)
            return Answer(html, 404)
        data = read_bytes(self.seen.project.content / path) or b""
        if not _is_text(data):
            words = "ไฟล์นี้ไม่ได้เข้ารหัสเป็น UTF-8 ให้เปิดด้วย Notepad แล้วบันทึกใหม่โดยเลือก UTF-8"
            html = self.desk.page(self.seen, "refused.html", title=f"content/{path}", words=words)
            return Answer(html, 409)
        return Answer(
            self.desk.page(
                self.seen,
                "text.html",
                path=f"content/{path}",
                text=_text(data),
                why=why,
                found=self.seen.at(f"content/{path}"),
                base=mark(data),
                was="",
                action=f"/_edit/text/{path}",
                watched=path,
                note=self.desk.notes.get(note),
            )
        )

    def save(self, path: str, sent: Mapping[str, str]) -> Answer:
        """Write the text, unless the file changed since it was opened."""
        file = self.seen.project.content / path
        data = read_bytes(file)
        if path not in set(self.seen.texts()) or not _is_text(data or b""):
            return self.show(path, "")
        text = sent.get("text", "").replace("\r\n", "\n")
        where = f"/_edit/text/{path}"
        if mark(data) != sent.get("base", ""):
            differs = (Differs("ข้อความทั้งไฟล์", _text(data or b""), text),)
            stale = Stale(differs, tuple(sent.items()), mark(data))
            html = self.desk.page(
                self.seen, "stale.html", stale=stale, name=path, action=where, back=where,
                path=f"content/{path}",
            )  # fmt: skip
            return Answer(html, 409)
        new = with_text(data, text)
        if new != data:
            write_whole(file, new)
        note = self.desk.after([file] if new != data else [], f"แก้ {path}", ())
        return Answer(goes_to=f"{where}?note={note}")


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n")
