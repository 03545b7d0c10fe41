"""A site's own theme cannot be rendered."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Location, Severity, Words
from itagen.rules.rule import Rule
from itagen.theme_fault import Kind, ThemeFault

RULE = Rule("ITA806", "broken-theme", Severity.ERROR)

_MESSAGES: dict[Kind, Words] = {
    "syntax": Words("แม่แบบเขียนผิดรูป: {}", "the template cannot be parsed: {}"),
    "encoding": Words("ไฟล์นี้ไม่ได้บันทึกเป็น UTF-8", "the file is not UTF-8"),
    "undefined": Words("แม่แบบใช้ชื่อที่ไม่มี: {}", "the template uses a name that is not there: {}"),
    "missing": Words("แม่แบบอ้างถึงไฟล์ “{}” ซึ่งไม่มีในธีม", "the theme has no template “{}”"),
    "filter": Words("แม่แบบใช้ตัวกรองที่ไม่มี: {}", "the template uses an unknown filter or test: {}"),
    "forbidden": Words("แม่แบบทำสิ่งที่ไม่อนุญาต: {}", "the template does what themes may not: {}"),
    "circle": Words("แม่แบบเรียกตัวเองไม่รู้จบ", "the template goes round in a circle"),
    "outside": Words(
        "“{}” เป็นลิงก์ของระบบไฟล์ที่ชี้ออกนอกโฟลเดอร์ของธีม", "“{}” is a link that leads out of the theme"
    ),
    "failed": Words("แม่แบบทำงานไม่ได้: {}", "the template fails: {}"),
    "words": Words("คำของธีมเขียนผิดรูป: {}", "words of the theme are written wrongly: {}"),
}
_HINTS: dict[Kind, Words] = {
    "syntax": Words(
        "ดูวงเล็บ {% %} {{ }} และคำปิด เช่น endif endfor endblock ในบรรทัดที่แจ้งและบรรทัดก่อนหน้า",
        "look at the brackets and at endif, endfor, endblock on this line and before it",
    ),
    "encoding": Words("บันทึกไฟล์ใหม่เป็น UTF-8", "save it as UTF-8"),
    "undefined": Words(
        "เทียบชื่อกับแม่แบบเดิมของ itagen ถ้าไฟล์นี้แทนส่วนใดต้องมี macro ครบทุกชื่อของไฟล์เดิม",
        "compare the shipped template; a part must keep every macro of the shipped one",
    ),
    "missing": Words(
        "แก้ชื่อไฟล์ หรือสร้างไฟล์นั้นใน templates/ แม่แบบเดิมของ itagen อ้างด้วย shipped/ นำหน้า",
        "mend the name or write the file; templates of itagen itself begin with shipped/",
    ),
    "filter": Words(
        "ใช้ตัวกรองของ Jinja หรือของ itagen (ดูแม่แบบเดิม)",
        "use the filters of Jinja, or those that the shipped templates use",
    ),
    "forbidden": Words(
        "ธีมอ่านค่าที่ได้รับและเขียน HTML เท่านั้น ลบส่วนนี้ออก",
        "a theme reads what it is given and writes HTML; take this away",
    ),
    "circle": Words(
        'ถ้าจะต่อเติมแม่แบบเดิมชื่อเดียวกัน ให้อ้างด้วย shipped/ นำหน้า เช่น {% extends "shipped/base.html" %}',
        "to extend the shipped template of the same name, write shipped/ before it",
    ),
    "outside": Words("คัดลอกไฟล์จริงมาไว้ในโฟลเดอร์ของธีมแทนลิงก์", "put the file itself into the theme"),
    "words": Words(
        "เขียนคำละบรรทัดเป็น ชื่อ: {th: คำไทย, en: English} ทั้งสองภาษา",
        "write a word a line as name: {th: ไทย, en: English}, in both languages",
    ),
    "failed": Words(
        "แก้บรรทัดที่แจ้ง หรือเทียบกับแม่แบบเดิมของ itagen", "mend this line; compare the shipped template"
    ),
}


def broken(fault: ThemeFault) -> Diagnostic:
    """Found while pages are rendered, in render.py; the same theme without it would do."""
    words = _MESSAGES[fault.kind]
    message = Words(words.th.format(fault.said), words.en.format(fault.said))
    return RULE.finds(_place(fault), message, _HINTS[fault.kind])


def _place(fault: ThemeFault) -> Location:
    bare = fault.text.strip()
    if not bare:
        return Location(fault.path, fault.line)
    column = fault.text.index(bare) + 1
    return Location(fault.path, fault.line, column, len(bare), fault.text)
