"""Files that staff hand in: named safely, looked at by their bytes, never laid over another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from itagen.edit.save import write_whole
from itagen.entry import is_safe
from itagen.evidence.kind import HEAD, TAIL, file_kind
from itagen.project import is_private
from itagen.text import clean

MOST_BYTES = 50_000_000
_MOST_NAME = 180  # bytes: file systems take 255, and a number may be added
_NOT_ON_DISK = re.compile(r'[\x00-\x1f:*?"<>|\\/]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)
_FAULTS = {
    "empty": "ไฟล์ว่าง ไม่มีข้อมูล ให้เลือกไฟล์ใหม่",
    "truncated": "ไฟล์ไม่ครบ อาจคัดลอกหรือดาวน์โหลดไม่เสร็จ ให้เปิดดูในเครื่องก่อน แล้วเลือกใหม่",
    "disguised": "เนื้อไฟล์ไม่ตรงกับนามสกุล ให้เปิดด้วยโปรแกรมเดิมแล้วบันทึกใหม่",
    "refused": "ไฟล์ชนิดนี้เผยแพร่ไม่ได้ ให้บันทึกเป็น PDF, Excel, Word หรือรูปภาพ",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a browser sent it: for which input, under which name."""

    field: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """An upload that was not kept, and why, in Thai."""

    field: str
    name: str
    why: str


def keep(folder: Path, upload: Upload) -> str | Refused:
    """Write an upload into a folder; the name that it got there.

    The same bytes under the same name are not written twice. What a picture tells of its place and
    camera stays in the file; publishing takes it out.
    """
    name = disk_name(upload.name)
    if why := _refusal(name, upload.data):
        return Refused(upload.field, upload.name, why)
    for candidate in _numbered(name, folder):
        path = folder / candidate
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, upload.data)
            return candidate
        if path.is_file() and path.read_bytes() == upload.data:
            return candidate
    return Refused(upload.field, upload.name, "มีไฟล์ชื่อนี้มากเกินไป ให้ตั้งชื่อใหม่")


def disk_name(sent: str) -> str:
    """A name for the disk: as readable as it was sent, Thai stays, and safe on every system."""
    last = re.split(r"[\\/]", clean(sent))[-1]
    name = " ".join(_NOT_ON_DISK.sub("-", last).split()).rstrip(". ").lstrip("~$. ")
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix.lower()
    if not stem or _DEVICES.match(name):
        stem = f"file-{stem}".rstrip("-")
    while len(f"{stem}{ending}".encode()) > _MOST_NAME:
        stem = stem[:-1]
    return f"{stem.rstrip('. ')}{ending}"


def _refusal(name: str, data: bytes) -> str:
    if not is_safe(name) or is_private(name) or "." not in name:
        return "ชื่อไฟล์นี้ใช้ไม่ได้ ให้ตั้งชื่อใหม่ เช่น แผน-2566.pdf"
    if len(data) > MOST_BYTES:
        return f"ไฟล์ใหญ่เกิน {MOST_BYTES // 1_000_000} MB ให้ลดขนาดก่อน"
    found = file_kind(data if name.endswith(".svg") else data[:HEAD], data[-TAIL:], name)
    return _FAULTS[found.fault] if found.fault else ""


def _numbered(name: str, folder: Path) -> list[str]:
    """The name, then with numbers; one that differs in case alone counts as taken."""
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix
    taken = {p.name.casefold(): p.name for p in folder.glob("*")} if folder.is_dir() else {}
    wanted = [name, *(f"{stem}-{number}{ending}" for number in range(2, 100))]
    return [taken.get(candidate.casefold(), candidate) for candidate in wanted]
