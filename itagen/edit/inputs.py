"""Inputs for single values, for files, and for the documents of an entry or post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from itagen.edit.form import Input, KindChoice, PartForm, Shape
from itagen.edit.kinds import DOCUMENT_KEYS, OWN_KEYS, shown
from itagen.edit.texts import Texts
from itagen.entry import content_path
from itagen.part_views import Link

ENDINGS = {
    "pages": (".pdf", ".docx", ".doc", ".odt", ".pptx", ".zip"),
    "table": (".xlsx", ".xlsm", ".xls", ".csv", ".ods"),
    "image": (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"),
}
LABELS = {
    "file": "ไฟล์", "table": "ไฟล์", "image": "ไฟล์รูป", "title": "ชื่อที่แสดง",
    "link": "ที่อยู่เว็บไซต์ (https://…)", "side": "ฝ่าย",
    "covers": "ช่วงเวลา", "date": "วันที่", "by": "ผู้ลงนามหรือผู้ออก", "signed": "วันที่ลงนาม",
    "pages": "หน้า", "sheet": "ชื่อแผ่นงาน", "alt": "คำบรรยายภาพ", "login": "ต้องเข้าสู่ระบบหรือไม่",
    "text": "ข้อความ", "none": "คำประกาศว่าไม่มี", "pending": "เหตุที่ยังไม่มี", "until": "จะมีเมื่อ",
}  # fmt: skip
_HELP = {
    "pages": "เลขหน้าตามที่โปรแกรมอ่าน PDF แสดง เช่น 13 หรือ 5-18 ไม่เขียน = ทั้งเล่ม",
    "sheet": "ไม่เขียน = แผ่นแรก",
    "alt": "รูปแสดงอะไร สำหรับผู้ที่มองไม่เห็น",
}

_ONLY = "– เอกสารของข้อนี้ ถ้ามีเล่มเดียว –"


def input_of(
    name: str, key: str, given: Mapping[str, str], options: Sequence[str] = (),
    *, hint: str = "", long: bool = False, listed: bool = False,
) -> Input:  # fmt: skip
    """The input of one key below `name`.

    Args:
        name: the part that it belongs to.
        key: of the value.
        given: the values of the part.
        options: what is chosen among; if `listed`, what is offered beside writing.
        hint: how it is written.
        long: whether it takes several lines.
        listed: whether anything else may be written too.
    """
    chosen = options and not listed
    shape: Shape = "choice" if chosen else "area" if long else "line"
    words = hint or _HELP.get(key, "")
    return Input(f"{name}.{key}", LABELS[key], given.get(key, ""), shape, tuple(options), words)


@dataclass(frozen=True, slots=True)
class Files:
    """The files beside an entry or post.

    Attributes:
        folder: below content/.
        names: of the files in it.
        base: the address below which files of content/ are opened.
    """

    folder: str
    names: Sequence[str]
    base: str

    def choice(self, name: str, kind: str, given: Mapping[str, str], label: str = "") -> Input:
        """A file to choose among those that lie there, or to upload.

        Args:
            name: of the part, or with a `label` of the input itself.
            kind: which files fit: pages, table, image; any for an empty one.
            given: the values of the part.
            label: what the input is called.
        """
        key = OWN_KEYS[kind][0] if kind else "file"
        value = given.get(key, "")
        endings = ENDINGS.get(kind, tuple(e for group in ENDINGS.values() for e in group))
        fitting = (n for n in self.names if PurePosixPath(n).suffix.lower() in endings)
        options = tuple(dict.fromkeys([*([value] if value else []), *fitting]))
        path = content_path(self.folder, value)
        opened = Link(value, f"{self.base}{quote(path)}", path) if value else None
        return Input(name if label else f"{name}.{key}", label or LABELS[key], value, "file",
                     options, accept=",".join(endings), file=opened,
                     unset=_ONLY if kind == "pages" else "– เลือกไฟล์ –")  # fmt: skip

    def document(self, index: int, value: Texts | None) -> PartForm:
        """One line of `documents`; a blank one for None."""
        name = f"documents.{index}"
        own = value if isinstance(value, dict) else {}
        given = {key: shown(own[key]) for key in DOCUMENT_KEYS if key in own}
        if isinstance(value, str):
            given["file"] = value
        main = (
            self.choice(name, "", given),
            input_of(name, "link", given),
            input_of(name, "title", given),
        )
        keys = ("covers", "date", "by", "signed", *(["side"] if "side" in given else []))
        more = tuple(input_of(name, key, given) for key in keys)
        choice = KindChoice("document", "", main)
        return PartForm(name, "เอกสาร", "document", (choice,), (), more, index + 1)
