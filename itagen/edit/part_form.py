"""The smaller pieces of a form: evidence, rows, documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from itagen.coverage import asks_for_day
from itagen.demand import Element, Field
from itagen.edit.form import Input, KindChoice, PartForm
from itagen.edit.inputs import Files, input_of
from itagen.edit.kinds import inputs_of, is_lines, kind_of, shown
from itagen.edit.periods import example_day, parts
from itagen.edit.posted import is_record
from itagen.edit.texts import Texts
from itagen.edition import Edition, Item

KINDS = {
    "text": "เขียนข้อความ",
    "pages": "อยู่ในเอกสาร",
    "table": "ตาราง Excel หรือ CSV",
    "link": "ลิงก์",
    "image": "รูปภาพ",
}
_RECORD = ("record", "กรอกทีละรายการ")
_GAPS = (("pending", "ยังไม่มีข้อมูล รออยู่"),)
_NONE = ("none", "ไม่มีจริง")
_AS_IS = ("asis", "ตามที่เขียนไว้ในไฟล์")
_TYPES = {
    "money": "จำนวนเงินเป็นบาท เช่น 1,200,000",
    "count": "จำนวน เช่น 12",
    "month": "เดือน ปี พ.ศ. เช่น ต.ค. 2565",
    "period": "ช่วงเวลา เช่น ตั้งแต่ 28 มีนาคม 2564",
    "date": "วัน เดือน ปี พ.ศ.",
    "contact": "โทรศัพท์หรืออีเมล",
    "steps": "เขียนเป็นขั้น บรรทัดละขั้น",
    "link": "https://…",
}
_LONG = 60


@dataclass(frozen=True, slots=True)
class PartForms:
    """Makes the pieces of one entry's form.

    Attributes:
        kind: the agency's kind.
        files: those of the entry's own folder.
    """

    edition: Edition
    kind: str
    files: Files

    def part(self, item: Item, element: Element, index: int, value: Texts | None) -> PartForm:
        """One part of an element; a blank one for None."""
        name = f"elements.{element.id}.{index}"
        if value is not None and is_record(element, value):
            kind = "record"
        elif value is not None:
            kind = kind_of(value)
        else:
            kind = "record" if element.each else self._kinds(element)[0]
        given = inputs_of(value) if value is not None else {}
        row = value if isinstance(value, dict) else {}
        rows = tuple(self._field(f, f"{name}.{f.id}", row.get(f.id)) for f in element.each)
        kinds = tuple(
            KindChoice(*k, rows) if k == _RECORD else self._choice(k, name, given)
            for k in self._all(element, kind)
        )
        first, more = self._around(item, element, name, given)
        return PartForm(name, element.title, kind, kinds, first, more, index + 1)

    def _kinds(self, element: Element) -> list[str]:
        """The kinds that the edition accepts, in one order."""
        return [kind for kind in KINDS if not element.accepts or kind in element.accepts]

    def _all(self, element: Element, kind: str) -> Iterator[tuple[str, str]]:
        if element.each:
            yield _RECORD
        named = self._kinds(element)
        yield from ((k, label) for k, label in KINDS.items() if k in named or k == kind)
        if element.none or kind == "none":
            yield _NONE
        yield from _GAPS
        if kind in {"asis", ""}:
            yield _AS_IS

    def _choice(self, kind: tuple[str, str], name: str, given: dict[str, str]) -> KindChoice:
        inputs: tuple[Input, ...]
        match kind[0]:
            case "link":
                login = input_of(name, "login", given, ("true", "false"))
                inputs = (input_of(name, "link", given), login)
            case "pages" | "table" | "image" as file:
                other = {"pages": "pages", "table": "sheet", "image": "alt"}[file]
                inputs = (self.files.choice(name, file, given), input_of(name, other, given))
            case "text" | "none":
                inputs = (input_of(name, kind[0], given, long=True),)
            case "pending":
                reason = input_of(name, "pending", given, long=True)
                inputs = (reason, input_of(name, "until", given))
            case _:
                inputs = ()
        return KindChoice(*kind, inputs)

    def _around(
        self, item: Item, element: Element, name: str, given: dict[str, str]
    ) -> tuple[tuple[Input, ...], tuple[Input, ...]]:
        """The inputs that stand beside every kind: those asked for, and the rest."""
        coverage = item.coverage_of(element)
        sides = element.sides.get(self.kind, ())
        first: list[Input] = []
        more = [input_of(name, "title", given)]
        if sides or "side" in given:
            first.append(input_of(name, "side", given, sides))
        if coverage and asks_for_day(coverage):
            hint = f"วัน เดือน ปี พ.ศ. เช่น {example_day(coverage, self.edition)}"
            first.append(input_of(name, "date", given, hint=hint))
        elif coverage:
            offered = input_of(name, "covers", given, parts(coverage, self.edition), listed=True)
            (first if coverage.relation == "half_of" else more).append(offered)
        if element.signed_by or (coverage and coverage.signed):
            first += [input_of(name, "signed", given), input_of(name, "by", given)]
        known = {field.name.rpartition(".")[2] for field in (*first, *more)}
        more += [input_of(name, k, given) for k in ("covers", "date", "by", "signed")
                 if k in given and k not in known]  # fmt: skip
        return tuple(first), tuple(more)

    def _field(self, field: Field, name: str, value: Texts | None) -> Input | PartForm:
        plain = value is None or isinstance(value, str) or is_lines(value)
        if field.type == "steps" or not plain:
            return self._nested(field, name, value)
        words, hint = shown(value), _TYPES.get(field.type, "")
        asked = field.demand == "required"
        if field.choices:
            return Input(name, field.title, words, "choice", field.choices, asked=asked)
        if field.type == "image":
            return self.files.choice(name, "image", {"image": words}, field.title)
        long = "\n" in words or len(words) > _LONG or isinstance(value, list)
        return Input(name, field.title, words, "area" if long else "line", hint=hint, asked=asked)

    def _nested(self, field: Field, name: str, value: Texts | None) -> PartForm:
        """A field that may itself be pages of a document, a link or a picture."""
        given = inputs_of(value) if value is not None else {}
        kind = kind_of(value) if value is not None else "text"
        wanted = ["text", "pages", "link"] + ([kind] if kind in {"table", "image"} else [])
        pairs = [(k, label) for k, label in KINDS.items() if k in wanted]
        pairs += [*_GAPS, *([_NONE] if kind == "none" else [])]
        pairs += [_AS_IS] if kind in {"asis", ""} else []
        choices = tuple(self._choice(pair, name, given) for pair in pairs)
        more = (input_of(name, "title", given),) if kind != "text" or "title" in given else ()
        hint = _TYPES.get(field.type, "")
        return PartForm(name, field.title, kind, choices, (), more, 0, hint,
                        asked=field.demand == "required")  # fmt: skip
