"""A period or a day is written so that it has no meaning, or more than one."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.claims import basis_of, entry_period
from itagen.coverage import asks_for_day
from itagen.diagnostics import Diagnostic, Location, Severity, Subject, Words
from itagen.entry import Said
from itagen.period import Period
from itagen.period_text import Reason, Refusal, parse_date, parse_period
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA307", "unreadable-period", Severity.ERROR)

_WHY: dict[Reason, tuple[Words, Words]] = {
    "no-year": (
        Words("ไม่ได้บอกปี", "no year is said"),
        Words("เติมปี พ.ศ. สี่หลักต่อท้าย", "add the Buddhist year in four digits"),
    ),
    "ambiguous-year": (
        Words("ปีสองหลักนี้เป็นได้ทั้ง พ.ศ. และ ค.ศ.", "the two digits may be of either era"),
        Words("เขียนปี พ.ศ. ให้ครบสี่หลัก", "write the Buddhist year in four digits"),
    ),
    "christian-year": (
        Words("เขียนปีเป็น ค.ศ.", "the year is of the Common Era"),
        Words("เขียนเป็นปี พ.ศ. (ปี ค.ศ. บวก 543)", "write the Buddhist year (add 543)"),
    ),
    "no-such-year": (
        Words("ไม่มีปีนี้", "there is no such year"),
        Words("ตรวจตัวเลขปี พ.ศ. อีกครั้ง", "check the digits of the year"),
    ),
    "no-such-day": (
        Words("ปฏิทินไม่มีวันที่นี้", "the calendar has no such day"),
        Words("ตรวจวันที่และเดือนอีกครั้ง (วันก่อน เดือนทีหลัง)", "check day and month, day first"),
    ),
    "no-start": (
        Words("บอกแต่วันสุดท้าย ไม่บอกวันเริ่ม", "only the last day is said"),
        Words("เขียนทั้งวันเริ่มและวันสิ้นสุด", "write both ends"),
    ),
    "reversed": (
        Words("วันสิ้นสุดมาก่อนวันเริ่ม", "the end comes before the start"),
        Words("สลับวันเริ่มกับวันสิ้นสุด หรือตรวจปี", "exchange the ends, or check the years"),
    ),
    "too-long": (
        Words("ยาวเกิน 60 ปี น่าจะพิมพ์ปีผิด", "longer than 60 years, probably a slip"),
        Words("ตรวจตัวเลขปีทั้งสอง", "check both years"),
    ),
    "gaps": (
        Words("ช่วงไม่ต่อเนื่องกัน", "the parts do not follow each other"),
        Words("แยกเป็นหลายรายการ แต่ละรายการมี covers: ของตน", "make a part of each, with covers:"),
    ),
    "contradiction": (
        Words("ข้อความในวงเล็บไม่ตรงกับข้อความข้างหน้า", "what the brackets say differs"),
        Words("เหลือไว้เพียงข้อความเดียว", "keep one of the two"),
    ),
    "not-a-period": (
        Words("ไม่ใช่ช่วงเวลาที่เข้าใจได้", "it is no period that can be understood"),
        Words(
            "เขียนเพียงช่วงเวลาหรือวันที่ เช่น ปีงบประมาณ พ.ศ. …, เดือน … พ.ศ. …, วันที่ … ถึงวันที่ …",
            "write nothing but the period or the day",
        ),
    ),
    "not-a-day": (
        Words("ไม่ใช่วันเดียว", "it is not one day"),
        Words("เขียนวันที่ เดือน และปี พ.ศ. ของวันเดียว", "write the day, month and year of one day"),
    ),
}


def check(case: Case) -> Iterator[Diagnostic]:
    """Every period and day that staff wrote, each once."""
    seen: set[Location] = set()
    for said, found, answer, element in (*_of_items(case), *_of_the_rest(case)):
        if not isinstance(found, Refusal) or said.at in seen:
            continue
        seen.add(said.at)
        why, hint = _WHY[found.reason]
        code = f"{answer.item.code}: " if answer else ""
        message = Words(
            f"{code}อ่านช่วงเวลาหรือวันที่ “{said.text.strip()[:60]}” ไม่ได้: {why.th}",
            f"{code}cannot read “{said.text.strip()[:60]}”: {why.en}",
        )
        if answer:
            yield RULE.finds_in(answer, said.at, message, hint, element)
        else:
            yield RULE.finds(said.at, message, hint, Subject())


Read = tuple[Said, Period | Refusal | object, ItemAnswer | None, ElementAnswer | None]


def _of_items(case: Case) -> Iterator[Read]:
    for answer in case.answers:
        entry = answer.entry
        if entry is None:
            continue
        basis = basis_of(answer, answer.item.coverage)
        periods = [] if "covers" in entry.broken else [entry.covers]
        days = [entry.date, entry.until]
        for document in entry.documents:
            periods.append(document.covers)
            days += [document.date, document.signed]
        for said in filter(None, periods):
            yield said, parse_period(said.text, basis), answer, None
        for said in filter(None, days):
            yield said, parse_date(said.text), answer, None
        for element in answer.elements:
            yield from _of_element(answer, element)


def _of_element(answer: ItemAnswer, element: ElementAnswer) -> Iterator[Read]:
    coverage = element.coverage
    basis, within = basis_of(answer, coverage), entry_period(answer, coverage)
    days: list[Said | None] = []
    for part in element.parts:
        days.append(part.date)
        if part.covers and not (coverage and asks_for_day(coverage)):
            yield part.covers, parse_period(part.covers.text, basis, within), answer, element
    for evidence in element.answer.evidence if element.answer else ():
        days += [evidence.signed, evidence.until]
    for said in filter(None, days):
        yield said, parse_date(said.text), answer, element
    for record in element.inline:
        for field in element.element.each:
            words = record.words(field.id)
            if words and field.type == "date":
                yield words, parse_date(words.text), answer, element
            elif words and field.type in {"period", "month"}:
                yield words, parse_period(words.text, "calendar", within), answer, element


def _of_the_rest(case: Case) -> Iterator[Read]:
    for post in case.site.posts:
        if post.date and "date" not in post.broken:
            yield post.date, parse_date(post.date.text), None, None
    for question in case.site.questions:
        for name, day in (("date", question.date), ("answered", question.answered)):
            if day and name not in question.broken:
                yield day, parse_date(day.text), None, None
    for year in case.site.years:
        dues = [year.due, *(o.due for o in year.owners), *(w.due for w in year.work.values())]
        for said in dues:
            if said:
                yield said, parse_date(said.text), None, None
