"""Something is still to come, and nobody says by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Said
from itagen.pendings import is_reason, pendings
from itagen.rules.rule import Case, Rule
from itagen.site import Year

RULE = Rule("ITA213", "pending-without-date", Severity.WARNING, "it has no reason either (ITA212)")

_FEW = 3
_Pending = tuple[ItemAnswer, ElementAnswer | None, Said]


def check(case: Case) -> Iterator[Diagnostic]:
    """Neither its own `until` nor a `due` in year.yaml; where many lack one, the year does."""
    found: dict[str, list[_Pending]] = {}
    for answer, element, said, until in pendings(case.answers):
        if not until and not answer.year.due_of(answer.item.code) and is_reason(said):
            found.setdefault(answer.year.folder, []).append((answer, element, said))
    for lacking in found.values():
        if len(lacking) > _FEW:
            yield _of_year(lacking[0][0].year, lacking)
        else:
            yield from (_of_item(*each) for each in lacking)


def _of_item(answer: ItemAnswer, element: ElementAnswer | None, said: Said) -> Diagnostic:
    message = Words(
        f"{answer.item.code} ยังรอข้อมูล ({said.text.strip()[:40]}) แต่ไม่มีกำหนดเสร็จ",
        f"{answer.item.code} is pending ({said.text.strip()[:40]}) without a day",
    )
    hint = Words(
        f"เพิ่ม until: ตามด้วยวันที่ หรือกำหนด due: ใน content/{answer.year.folder}/year.yaml",
        f"add until: a day, or due: in content/{answer.year.folder}/year.yaml",
    )
    return RULE.finds_in(answer, said.at, message, hint, element)


def _of_year(year: Year, lacking: Sequence[_Pending]) -> Diagnostic:
    codes = " ".join(dict.fromkeys(answer.item.code for answer, _, _ in lacking))
    count = len(set(codes.split()))
    message = Words(
        f"{count} ข้อยังรอข้อมูล แต่ไม่มีกำหนดเสร็จ: {codes}",
        f"{count} items are pending without a day: {codes}",
    )
    hint = Words(
        "เพิ่มบรรทัด due: ตามด้วยวันที่ทุกข้อต้องเสร็จ ในไฟล์นี้ หรือ until: ในไฟล์ของข้อที่ต่างออกไป",
        "add due: the day by which all must be done here, or until: in the files of items",
    )
    return RULE.finds(year.at, message, hint, year.subject())
