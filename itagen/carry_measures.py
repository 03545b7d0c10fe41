"""Last year's measures in the new year: those not done as comments, for staff to take up or leave.

A measure belongs to a year, so none is carried as this year's own. What is kept of one is what it
is; windows, days, results and scores are of the year that was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from itagen.edition import Edition
from itagen.read_measures import NAME, shows_measures
from itagen.site import STATES, Year
from itagen.source import read_source
from itagen.tree import Plain, plain
from itagen.yaml_tree import dump_yaml

_KEPT = frozenset(["measure", "improve", "tool", "indicator", "question", "steps", "owner"])


@dataclass(frozen=True, slots=True)
class MeasuresLeft:
    """What becomes of last year's measures.

    Attributes:
        path: of the new file, relative to the project; `text` is what to write there, None where
            it is there already.
        before: last year's file.
        count: how many measures are not done.
    """

    path: str
    text: str | None
    before: str
    count: int


def measures_left(root: Path, edition: Edition, before: Year, folder: str) -> MeasuresLeft | None:
    """The measures of the year before that are not done; None where it has none at all.

    Args:
        root: the project folder.
        edition: the new list, which says what items show measures.
        before: the year before.
        folder: the new year's, below content/.
    """
    old, new = f"content/{before.folder}/{NAME}", f"content/{folder}/{NAME}"
    if not before.measures:
        return None
    source = read_source(root, root / old)
    assert source.root is not None
    kept = list(_unfinished(plain(source.root.values["measures"])))
    there = (root / new).exists()
    text = None if there else "\n".join([*_head(edition, old), *_commented(kept), ""])
    return MeasuresLeft(new, text, old, len(kept))


def _unfinished(told: Plain) -> Iterator[dict[str, Plain]]:
    for measure in told if isinstance(told, list) else ():
        if isinstance(measure, dict) and measure.get("state") != STATES[0]:
            yield {name: words for name, words in measure.items() if name in _KEPT}


def _head(edition: Edition, old: str) -> Iterator[str]:
    codes = ", ".join(item.code for item in edition.items if shows_measures(item))
    yield f"# มาตรการของปีนี้ เขียนที่นี่ที่เดียว{f' ข้อ {codes} นำไปแสดงเอง' if codes else ''}"
    yield f"# ของปีก่อน: {old}"


def _commented(kept: list[dict[str, Plain]]) -> Iterator[str]:
    if not kept:
        yield "# measures:"
        return
    yield "# มาตรการที่ปีก่อนยังไม่เสร็จ เรื่องใดทำต่อ ให้ลบ # หน้าบรรทัดของเรื่องนั้นและหน้า measures:"
    yield "# แล้วเติม window: follow_up: deadline: ของปีนี้เอง โปรแกรมไม่คาดเดาวันที่ เรื่องที่ไม่ทำต่อให้ลบทิ้ง"
    yield from (f"# {line}" for line in dump_yaml({"measures": kept}).splitlines())
