"""An attachment has other bytes than when it was submitted, or is not there any more."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Location, Severity, Subject, Words
from itagen.frozen import Frozen
from itagen.period import day_en, day_th
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA811", "changed-attachment", Severity.ERROR)

_HINT = Words(
    "นำไฟล์เดิมกลับมา (git checkout ไฟล์นี้) ฉบับใหม่ใช้ชื่ออื่นหรือเขียนในปีถัดไป "
    "ถ้าจำเป็นต้องแก้จริงและทราบผลแล้ว ใช้ --allow-frozen-change",
    "bring the old file back; a new one takes another name or belongs to the next year; "
    "--allow-frozen-change alone lets this pass",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare the bytes of each frozen attachment."""
    for folder, frozen in case.site.frozen.items():
        for path, kept in frozen.files.items() if frozen else ():
            now = case.site.digests.get(path)
            if frozen and now != kept.sha256:
                at = Location(f"content/{path}")
                message = _message(path, frozen, gone=now is None)
                yield RULE.finds(at, message, _HINT, Subject(folder))


def _message(path: str, frozen: Frozen, *, gone: bool) -> Words:
    th, en = day_th(frozen.day), day_en(frozen.day)
    if gone:
        return Words(
            f"ไฟล์ content/{path} ส่งไปแล้วเมื่อ {th} แต่ตอนนี้ไม่มีแล้ว",
            f"content/{path} was submitted on {en}, and is not there any more",
        )
    return Words(
        f"ไฟล์ content/{path} ไม่ใช่ไฟล์เดิมที่ส่งไปแล้วเมื่อ {th}",
        f"content/{path} is not the file that was submitted on {en}",
    )
