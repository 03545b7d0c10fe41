"""The table of rules in docs/rules.md, made from the rules themselves.

`python -m tests.rules_table` writes it anew.
"""

from __future__ import annotations

from pathlib import Path

from itagen.rules import manual, rule_tags
from tests.projects import ROOT

PAGE = ROOT / "docs" / "rules.md"
HEAD = """# กฎทั้งหมด · The rules

สร้างจากตัวกฎเองด้วยคำสั่ง `python -m tests.rules_table` อย่าแก้ด้วยมือ ·
Made from the rules themselves; do not edit.

ความรุนแรงลดลงได้: ข้อหรือองค์ประกอบที่ `pending` ทำให้ข้อผิดพลาด ITA2–ITA4 เป็นคำเตือน
ปีที่ `submitted` หรือ `archived` ทำให้ ITA1–ITA5 และ ITA7 เป็นหมายเหตุ
ข้อกำหนดที่แหล่งที่มายังไม่แน่ (`sure: low`) เป็นหมายเหตุ และคำเตือนที่รับรองด้วย `accept:` เป็นหมายเหตุ
ข้อมูลส่วนบุคคลและไฟล์ลับ (ITA6) ไม่ลดลงด้วยเหตุเหล่านี้ เว้นแต่ `accept:` ซึ่งใช้กับ ITA601 ที่เป็นข้อผิดพลาดได้ด้วย ·
What lowers a severity: `pending` makes errors of ITA2–ITA4 warnings; a submitted or archived year
makes ITA1–ITA5 and ITA7 notes; a demand that is `sure: low`, and an accepted warning, are notes.
Persons and secrets (ITA6) are lowered by `accept:` alone, which even errors of ITA601 allow.
สิ่งที่ส่งไปแล้ว (ITA81) ไม่ลดลงด้วยเหตุใด ผ่านได้ด้วย `--allow-frozen-change` เท่านั้น ·
What was submitted (ITA81) is lowered by nothing; `--allow-frozen-change` alone lets it pass.
One fault is reported once: a rule is silent where an earlier one has spoken of the same thing.

| code | name | severity | what it finds | พบอะไร | silent when |
|---|---|---|---|---|---|
"""


def table() -> str:
    rows = []
    for rule, line in rule_tags():
        link = f"[{rule.code}](../itagen/rules/{rule.name.replace('-', '_')}.th.md)"
        thai = next(x for x in manual(rule, "th").split("\n")[1:] if x.strip())
        cells = (link, f"`{rule.name}`", str(rule.severity), line, thai, rule.silent)
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return HEAD + "\n".join(rows) + "\n"


def main(page: Path = PAGE) -> None:
    page.write_text(table(), encoding="utf-8")


if __name__ == "__main__":
    main()
