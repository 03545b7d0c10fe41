"""The form of an item: what the edition asks for, filled with what its file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itagen.coverage import asks_for_day, window
from itagen.demand import Coverage, Element
from itagen.edit.form import ElementForm, Input, ItemForm, StateForm
from itagen.edit.part_form import PartForms
from itagen.edit.periods import example_day, periods
from itagen.edit.posted import Values, parts_of
from itagen.edition import Edition, Item
from itagen.part_views import Link
from itagen.period import name_th

_DEMANDS = {"required": "ต้องมี", "example": "ตัวอย่าง ควรมี", "if_any": "ถ้ามี"}
ENTRY_LABELS = {
    "covers": "ช่วงเวลาของข้อมูล", "date": "วันที่ดำเนินการ", "documents": "เอกสาร",
    "pending": "เหตุที่ยังไม่มีข้อมูล", "until": "คาดว่าจะเผยแพร่ได้เมื่อ", "none": "คำประกาศว่าไม่มี",
}  # fmt: skip
_DAY = "วัน เดือน ปี พ.ศ. เช่น {}"


@dataclass(frozen=True, slots=True)
class FormReader:
    """Makes forms of the items of one year.

    Attributes:
        kind: the agency's kind, by whose sides some elements are given.
        facts: where the agency's facts are edited.
        streams: where the posts of a stream are edited, by its name.
    """

    edition: Edition
    kind: str
    facts: Link
    streams: Mapping[str, Link]

    def form(self, item: Item, values: Values, parts: PartForms) -> ItemForm:
        """The form of one item.

        Args:
            item: whose elements it has.
            values: what the file says, or what was sent and not saved.
            parts: makes its smaller pieces.
        """
        documents = values.get("documents")
        rows = documents if isinstance(documents, list) else []
        return ItemForm(
            code=item.code,
            title=item.title,
            told=tuple(self._told(item)),
            state=_state(item, values),
            period=tuple(self._period(item, values)),
            documents=tuple(parts.files.document(i, row) for i, row in enumerate(rows)),
            blank_document=parts.files.document(len(rows), None),
            elements=tuple(self._element(item, e, values, parts) for e in item.elements),
        )

    def _told(self, item: Item) -> list[str]:
        coverage = item.coverage
        lines = []
        if coverage:
            word = "ต้องดำเนินการใน" if asks_for_day(coverage) else "ต้องเป็นข้อมูลของ"
            lines.append(f"{word} {name_th(window(coverage, self.edition))}")
            lines += [f"คือ {coverage.what}"] if coverage.what else []
        lines += _shape(coverage) if coverage else []
        lines += [item.note] if item.note else []
        lines.append(f"ที่มา: {self.edition.source_of(item)}")
        return lines

    def _period(self, item: Item, values: Values) -> list[Input]:
        asked = [c for e in item.elements if (c := item.coverage_of(e))]
        spans = [c for c in asked if not asks_for_day(c)]
        days = [c for c in asked if asks_for_day(c)]
        found = []
        if spans or "covers" in values:
            offered = tuple(dict.fromkeys(t for c in spans for t in periods(c, self.edition)))
            hint = "เขียนตามที่เอกสารเขียน หรือเลือก" + (f" เช่น {offered[0]}" if offered else "")
            found.append(Input("covers", ENTRY_LABELS["covers"], _text(values, "covers"),
                               options=offered, hint=hint, asked=bool(spans)))  # fmt: skip
        if days or "date" in values:
            hint = _DAY.format(example_day(days[0], self.edition)) if days else ""
            found.append(Input("date", ENTRY_LABELS["date"], _text(values, "date"), hint=hint))
        return found

    def _element(
        self, item: Item, element: Element, values: Values, parts: PartForms
    ) -> ElementForm:
        held = values.get("elements")
        value = held.get(element.id) if isinstance(held, dict) else None
        pieces = parts_of(element, value)
        forms = tuple(parts.part(item, element, i, piece) for i, piece in enumerate(pieces))
        from_elsewhere = bool(element.from_ or item.stream) and value is None
        return ElementForm(
            f"elements.{element.id}",
            element.id,
            element.title,
            _DEMANDS[element.demand],
            tuple(_told_of(element)),
            forms,
            parts.part(item, element, len(pieces), None),
            self._elsewhere(item, element) if from_elsewhere else None,
        )

    def _elsewhere(self, item: Item, element: Element) -> Link | None:
        if item.stream:
            return self.streams.get(item.stream.of)
        return self.facts if element.from_ else None


def _state(item: Item, values: Values) -> StateForm:
    chosen = "pending" if "pending" in values else "none" if "none" in values else "data"
    allowed = item.none or any(e.none for e in item.elements)
    none = None
    if item.none or "none" in values:
        none = Input("none", ENTRY_LABELS["none"], _text(values, "none"), "area",
                     hint="เขียนให้ครบว่าไม่มีอะไร ในช่วงใด เพราะอะไร")  # fmt: skip
    return StateForm(
        chosen,
        Input("pending", ENTRY_LABELS["pending"], _text(values, "pending"), "area",
              hint="รออะไร รอใคร ประชาชนจะเห็นข้อความนี้"),
        Input("until", ENTRY_LABELS["until"], _text(values, "until"),
              hint="วัน เดือน ปี พ.ศ. ไม่เขียน = ใช้กำหนดของปี"),
        none,
        item.none.when if item.none and allowed else "",
    )  # fmt: skip


def _shape(coverage: Coverage) -> list[str]:
    lines = []
    if coverage.length.over:
        lines.append(f"แผนต้องยาวกว่า {coverage.length.over} ปี")
    if coverage.length.years:
        lines.append(f"แผนต้องมีระยะ {coverage.length.years} ปี")
    if coverage.whole:
        lines.append("ต้องใช้บังคับครบทั้งปี")
    if coverage.by == "month":
        lines.append("ต้องแยกเป็นรายเดือน")
    if coverage.signed:
        lines.append("ต้องบอกวันที่ลงนาม และผู้ลงนาม")
    return lines


def _told_of(element: Element) -> list[str]:
    lines = []
    if element.at_least > 1:
        lines.append(f"อย่างน้อย {element.at_least} รายการ")
    if element.documents:
        lines.append("แนบในเอกสารของข้อนี้ก็ได้ โดยไม่ต้องเขียนที่นี่อีก")
    lines += [element.note] if element.note else []
    lines += [f"ประกาศว่าไม่มีได้เมื่อ {element.none.when}"] if element.none else []
    return lines


def _text(values: Values, key: str) -> str:
    value = values.get(key, "")
    return value if isinstance(value, str) else ", ".join(v for v in value if isinstance(v, str))
