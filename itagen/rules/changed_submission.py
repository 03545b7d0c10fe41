"""An item or post says something else than what was submitted, or nothing any more."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.frozen import Frozen
from itagen.item_hash import item_content, item_hash, post_hash
from itagen.period import day_en, day_th
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA810", "changed-submission", Severity.ERROR,
    "the item's file cannot be read (ITA0), or its list has no such item (ITA812)",
)  # fmt: skip

_HINT = Words(
    "นำข้อความเดิมกลับมา (git checkout ไฟล์นี้) ข้อมูลใหม่เขียนในปีถัดไป "
    "ถ้าข้อมูลหน่วยงานเปลี่ยน ให้สั่ง itagen close ของปีนี้ก่อนแก้ agency.yaml "
    "ถ้าจำเป็นต้องแก้จริงและทราบผลแล้ว ใช้ --allow-frozen-change",
    "bring the old words back; new ones belong to the next year. Where the agency's facts changed, "
    "close the year before agency.yaml is changed; --allow-frozen-change alone lets this pass",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Compare each frozen year with its record."""
    for folder, frozen in case.site.frozen.items():
        if frozen:
            yield from _items(case, folder, frozen)
            yield from _posts(case, frozen)


def _items(case: Case, folder: str, frozen: Frozen) -> Iterator[Diagnostic]:
    for answer in case.answers:
        kept = frozen.items.get(answer.item.code)
        if answer.year.folder != folder or kept is None or kept.sha256 == item_hash(answer):
            continue
        if answer.entry and not answer.entry.sound:
            continue
        gone = not item_content(answer)
        own = answer.entry or answer.item.needs_file
        at = Location(answer.at.path if own else case.site.agency.path)
        yield RULE.finds_in(answer, at, _message(answer.item.code, frozen, gone=gone), _HINT)


def _posts(case: Case, frozen: Frozen) -> Iterator[Diagnostic]:
    posts = {post.path: post for post in case.site.posts}
    for path, kept in frozen.posts.items():
        post = posts.get(path)
        if post is None or post_hash(post) != kept.sha256:
            yield RULE.finds(Location(path), _message(path, frozen, gone=post is None), _HINT)


def _message(what: str, frozen: Frozen, *, gone: bool) -> Words:
    th, en = day_th(frozen.day), day_en(frozen.day)
    if gone:
        return Words(
            f"{what} ส่งไปแล้วเมื่อ {th} แต่ตอนนี้ไม่มีข้อมูลแล้ว",
            f"{what} was submitted on {en}, and says nothing any more",
        )
    return Words(
        f"{what} ถูกแก้หลังจากส่งไปแล้วเมื่อ {th}",
        f"{what} was changed after it was submitted on {en}",
    )
