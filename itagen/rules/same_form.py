"""The form for corruption complaints and that for questions send to one address."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.agency import Form
from itagen.demand import FormKind
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.text import bare_address

RULE = Rule("ITA220", "same-form", Severity.WARNING)


def check(case: Case) -> Iterator[Diagnostic]:
    """Forms at Netlify have a box each by their names; an address elsewhere may be one box."""
    forms = tuple(_forms(case))
    questions = {bare_address(form.to.text): form for form, kind in forms if kind == "question"}
    questions.pop("netlify", None)
    for form, kind in forms:
        other = questions.get(bare_address(form.to.text))
        if kind != "complaint" or other is None:
            continue
        message = Words(
            f"แบบฟอร์มร้องเรียน ({form.slug}) ส่งไปที่เดียวกับแบบฟอร์มสอบถาม ({other.slug}): {form.to.text}",
            f"the complaint form ({form.slug}) sends to the address of the question form "
            f"({other.slug}): {form.to.text}",
        )
        hint = Words(
            "ใช้ที่อยู่รับเรื่องร้องเรียนแยกต่างหาก ให้เฉพาะผู้รับผิดชอบเปิดอ่าน เพื่อคุ้มครองผู้แจ้ง",
            "give complaints an address of their own that only those in charge can read",
        )
        yield RULE.finds(form.to.at, message, hint)


def _forms(case: Case) -> Iterator[tuple[Form, FormKind]]:
    """The forms with what they are for, as the newest list that knows the topic has it."""
    newest = sorted(case.site.editions, key=lambda edition: edition.be)
    items = {item.slug: item for edition in newest for item in edition.items}
    for form in case.site.agency.forms.values():
        if form.slug in items:
            yield form, form.kind_on(items[form.slug])
