"""The page of one item's form, and what follows a save."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from itagen.answers import ItemAnswer
from itagen.edit.desk import Desk
from itagen.edit.item_desk import open_item, save_item
from itagen.edit.page import Answer
from itagen.edit.seen import Seen
from itagen.edit.stale import Stale
from itagen.edit.text_page import TextPages
from itagen.edit.uploads import Upload

_AS_TEXT = "ไฟล์ของข้อนี้เป็น Markdown หรือยังอ่านไม่ได้ จึงแก้เป็นข้อความที่นี่ ข้อค้นพบแสดงไว้ข้างล่าง"


@dataclass(frozen=True, slots=True)
class ItemPages:
    """Forms of items."""

    desk: Desk
    seen: Seen

    def show(self, folder: str, stem: str, note: str) -> Answer:
        """The form, or the text of a file that no form can show."""
        answer = self.seen.answer(folder, stem)
        if answer is None:
            words = "ไม่มีข้อนี้ในแบบตรวจของปีนี้"
            html = self.desk.page(self.seen, "refused.html", title="ไม่พบหน้านี้", words=words)
            return Answer(html, 404)
        opened = open_item(self.seen, answer)
        if opened is None:
            path = self.seen.path_of(answer).removeprefix("content/")
            return TextPages(self.desk, self.seen).show(path, note, _AS_TEXT)
        where = f"{folder}/{stem}/"
        return Answer(
            self.desk.page(
                self.seen,
                "item.html",
                open=opened,
                found=opened.findings,
                folder=folder,
                base=opened.base,
                was=opened.was,
                action=f"/_edit/{where}",
                preview=f"/{where}",
                watched=opened.path.removeprefix("content/"),
                note=self.desk.notes.get(note),
            )
        )

    def save(
        self, folder: str, stem: str, sent: Mapping[str, str], uploads: Iterable[Upload]
    ) -> Answer:
        """Save, and show the form again with the findings; a stale one shows both versions."""
        answer = self.seen.answer(folder, stem)
        if answer is None:
            return self.show(folder, stem, "")
        result = save_item(self.seen, answer, sent, uploads)
        where = f"/_edit/{folder}/{stem}/"
        if isinstance(result, Stale):
            return self._stale(answer, result, where)
        words = f"แก้ {answer.item.code} ปี {folder}"
        note = self.desk.after(result.paths, words, result.refused)
        return Answer(goes_to=f"{where}?note={note}")

    def _stale(self, answer: ItemAnswer, stale: Stale, where: str) -> Answer:
        html = self.desk.page(
            self.seen, "stale.html", stale=stale, name=answer.item.code, action=where, back=where,
            path=self.seen.path_of(answer),
        )  # fmt: skip
        return Answer(html, 409)
