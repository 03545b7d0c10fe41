"""A picture has no words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.text import clean
from itagen.uses import Use

RULE = Rule("ITA472", "undescribed-picture", Severity.WARNING, "the file is missing (ITA404)")


def check(case: Case) -> Iterator[Diagnostic]:
    """Neither `alt` nor a title, or nothing in the brackets of a Markdown picture."""
    for use in case.uses:
        if not use.unnamed or clean(use.path or "") not in case.site.files:
            continue
        message = Words(
            f"รูป “{use.said.text}” ไม่มีคำบรรยาย คนที่มองไม่เห็นรูปจะไม่รู้ว่ารูปบอกอะไร",
            f"the picture “{use.said.text}” has no words: who cannot see it does not know what it "
            "shows",
        )
        yield RULE.finds_use(use, message, _hint(use))


def _hint(use: Use) -> Words:
    if "![" in (use.said.at.text or ""):
        name = use.said.text
        return Words(
            f"เขียนในวงเล็บเหลี่ยมว่ารูปแสดงอะไร: ![นายกเทศมนตรีเปิดงาน]({name})",
            f"say in the brackets what it shows: ![the mayor opens the fair]({name})",
        )
    return Words(
        "เติมบรรทัด alt: ว่ารูปแสดงอะไร เหมือนเล่าให้คนฟังทางโทรศัพท์ แผนภูมิให้บอกตัวเลขสำคัญ",
        "add alt: and say what it shows, as on the telephone; of a chart tell the main numbers",
    )
