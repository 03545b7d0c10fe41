"""A picture cannot be shown: it is broken off, of another kind, or no picture."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.evidence.pictures import ending_of
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA470", "unreadable-picture", Severity.ERROR,
    "another error is told of the same file",
)  # fmt: skip

_AGAIN = Words(
    "คัดลอกรูปต้นฉบับมาวางใหม่ รอจนเสร็จ แล้วดับเบิลคลิกดูว่าเห็นทั้งรูป",
    "copy the original again, wait until it is done, and see that it opens whole",
)
_SAVE_AS = Words(
    "เปิดรูปด้วยโปรแกรมดูรูป เลือก บันทึกเป็น (Save as) ชนิด JPEG หรือ PNG แล้วแก้ชื่อไฟล์ตรงนี้",
    "open it in a viewer of pictures, save it as JPEG or PNG, and name that file here",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Say what is wrong with the file, once a file."""
    known = {finding.at for finding in case.found if finding.severity is Severity.ERROR}
    for use, facts in case.pictures():
        if use.said.at in known:
            continue
        name = use.said.text
        if facts.fault == "truncated":
            yield RULE.finds_use(use, _broken_off(name), _AGAIN)
        elif facts.fault == "format":
            yield RULE.finds_use(use, _of_other_kind(name), _SAVE_AS)
        elif facts.fault == "unreadable":
            yield RULE.finds_use(use, _no_picture(name), _SAVE_AS)


def undecodable(path: str) -> Diagnostic:
    """The finding of a build: the header is right, but the picture behind it is not."""
    name = path.rpartition("/")[2]
    return RULE.finds(Location(f"content/{path}"), _broken_off(name), _AGAIN)


def _broken_off(name: str) -> Words:
    return Words(
        f"รูป “{name}” ไม่ครบ หรือเสียกลางไฟล์ ส่วนที่เหลือจะเป็นสีเทา",
        f"the picture “{name}” is broken off or damaged: the rest would be grey",
    )


def _of_other_kind(name: str) -> Words:
    kind = ending_of(name).upper()
    return Words(
        f"รูป “{name}” เป็นชนิด {kind} ซึ่งหลายเครื่องเปิดไม่ได้ และลบตำแหน่งที่ถ่ายออกไม่ได้",
        f"the picture “{name}” is of the kind {kind}: many cannot open it, and the place where it "
        "was taken cannot be taken out",
    )


def _no_picture(name: str) -> Words:
    return Words(
        f"ไฟล์ “{name}” ไม่ใช่รูป JPEG, PNG, WebP หรือ GIF แม้นามสกุลจะบอกว่าเป็นรูป",
        f"the file “{name}” is no JPEG, PNG, WebP or GIF, though its name says so",
    )
