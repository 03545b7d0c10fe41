"""Five tracking tables as offices lay them out, of a municipality that does not exist.

The answers stand in data/import/layouts.yaml. A cell of None is covered by a merged one.
"""

# ruff: noqa: E501
from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

Rows = list[list[Any]]

HOST = "https://www.bangsommut.example.go.th"

MERGED_HEADS: Rows = [
    ["ตารางกำกับติดตามการเปิดเผยข้อมูลสาธารณะ (OIT) ปี พ.ศ. 2565"] + [None] * 11,
    ["เทศบาลตำบลบางสมมุติ"] + [None] * 11,
    ["ข้อ", "รายการข้อมูล", "องค์ประกอบด้านข้อมูล", "การเผยแพร่บนเว็บไซต์", None, "ผู้รับผิดชอบ", None,
     "กำหนดแล้วเสร็จ", "ผลการดำเนินงาน", None, None, "หมายเหตุ"],
    [None, None, None, "เมนู", "ลิงก์ (URL)", "หน่วยงาน", "ตำแหน่ง", None,
     "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ได้ดำเนินการ", None],
    ["ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน"] + [None] * 11,
    ["O1", "โครงสร้าง", "แผนผังโครงสร้างการแบ่งส่วนราชการ", "หน้าแรก > เกี่ยวกับเทศบาล > โครงสร้างองค์กร",
     f"{HOST}/about/structure", "สำนักปลัดเทศบาล", "นักทรัพยากรบุคคล", date(2022, 4, 20), "✓", "", "", ""],
    ["O2", "ข้อมูลผู้บริหาร", "ชื่อ ตำแหน่ง รูปถ่าย ช่องทางการติดต่อ", "หน้าแรก > เกี่ยวกับเทศบาล > ผู้บริหาร",
     f"{HOST}/about/executives", None, None, None, "✓", "", "", "รอรูปถ่ายของรองนายก"],
    ["O3", "อำนาจหน้าที่", "หน้าที่และอำนาจตามกฎหมาย", "หน้าแรก > เกี่ยวกับเทศบาล > อำนาจหน้าที่",
     f"{HOST}/about/duties", "สำนักปลัดเทศบาล", "นิติกร", "ภายใน 31 มี.ค. 65", "", "✓", "", ""],
    ["ตัวชี้วัดย่อยที่ 9.3 การบริหารเงินงบประมาณ"] + [None] * 11,
    ["O18", "แผนการใช้จ่ายงบประมาณประจำปี", "แผนที่มีระยะ 1 ปี", "หน้าแรก > งบประมาณ > แผนการใช้จ่าย",
     f"{HOST}/files/budget-2565.pdf", "กองคลัง", "นักวิชาการเงินและบัญชี", date(2022, 4, 20), "", "", "✓", ""],
    ["รวม", "4 ข้อ", "", "", "", "", "", "", "2", "1", "1", ""],
]  # fmt: skip
SPANS = [
    "A1:L1", "A2:L2", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "H3:H4", "I3:K3", "L3:L4",
    "A5:L5", "F6:F7", "G6:G7", "H6:H7", "A9:L9",
]  # fmt: skip

WORD_HEAD = ["ตัวชี้วัดที่", "ข้อมูล", "ตำแหน่งข้อมูลบนเว็บไซต์", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ",
             "วิธีดำเนินการ", "ผลดำเนินการ"]  # fmt: skip
WORD: list[Rows] = [
    [
        WORD_HEAD,
        ["๐๔", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน",
         f"หน้าหลัก เลือก แผนงาน เลือก แผนพัฒนาท้องถิ่น\n๑. {HOST}/plans/local\n๒. {HOST}/plans/edit-1",
         "นักวิเคราะห์นโยบายและแผน", "๑ ก.พ. ๖๕ - ๒๐ เม.ย. ๖๕", "ตรวจสอบฉบับแก้ไขเพิ่มเติม", "ดำเนินการแล้ว"],
        ["๐๔", "ข้อมูลการติดต่อ", f"หน้าหลัก เลือก ติดต่อเรา {HOST}/contact", "งานธุรการ", "ตลอดปี",
         "ปรับแผนที่ให้เป็นปัจจุบัน", "ดำเนินการแล้ว"],
    ],
    [
        WORD_HEAD,
        ["๐๑๐", "แผนดำเนินงานประจำปี", "หน้าแรก > แผนงาน > แผนดำเนินงาน", "นักวิเคราะห์นโยบายและแผน",
         "๑ ก.พ. ๖๕ - ๒๐ เม.ย. ๖๕", "รวบรวมจากทุกกอง", "อยู่ระหว่างดำเนินการ"],
        ["", "", f"{HOST}/plans/action-2565", "", "", "แล้วเสนอผู้บริหารลงนาม", ""],
        ["๐๒๕", "นโยบายการบริหารทรัพยากรบุคคล", "หน้าแรก > บุคลากร > นโยบายบริหารทรัพยากรบุคคล",
         "นักทรัพยากรบุคคล", "ภายใน ๓๑ มี.ค. ๖๕", "", "ยังไม่ได้ดำเนินการ"],
    ],
]  # fmt: skip

OLD_CSV: Rows = [
    ["ลำดับ", "ตัวชี้วัด", "ชื่อรายการ", "เส้นทางเมนู", "ที่อยู่เว็บไซต์", "งานที่รับผิดชอบ", "ช่วงเวลา", "สถานะ", "ข้อคิดเห็น"],
    ["1", "o13", "คู่มือหรือมาตรฐานการปฏิบัติงาน", "หน้าแรก/บริการประชาชน/คู่มือปฏิบัติงาน",
     f"{HOST}/manuals", "ทุกสำนัก/กอง", "ม.ค. - เม.ย. 2565", "ดำเนินการแล้ว", "กองช่างส่งเพิ่มอีก 1 เล่ม"],
    ["2", "o14", "คู่มือหรือมาตรฐานการให้บริการ", "หน้าแรก/บริการประชาชน/คู่มือสำหรับประชาชน",
     f"{HOST}/manuals", "ทุกสำนัก/กอง", "ม.ค. - เม.ย. 2565", "ดำเนินการแล้ว", ""],
    ["3", "o15", "ข้อมูลเชิงสถิติการให้บริการ", "หน้าแรก/บริการประชาชน/สถิติการให้บริการ",
     f"{HOST}/statistics?year=2565", "งานทะเบียนราษฎร", "เม.ย. 2565", "อยู่ระหว่างดำเนินการ", "รอข้อมูลเดือนมีนาคม"],
    ["4", "", "E-Service", "แบนเนอร์ด้านล่างของหน้าแรก", f"{HOST}/e-service", "งานประชาสัมพันธ์",
     "ม.ค. 2565", "ดำเนินการแล้ว", ""],
    ["5", "", "กิจกรรม 5 ส ของสำนักงาน", "หน้าแรก/กิจกรรม", "", "งานธุรการ", "ม.ค. 2565", "ดำเนินการแล้ว", ""],
]  # fmt: skip

TWO_ROWS: Rows = [
    ["แบบติดตาม OIT เทศบาลตำบลบางสมมุติ", "", "", "", ""],
    ["ที่", "ข้อมูล", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "ดำเนินการแล้ว"],
    ["", "ตำแหน่งบนเว็บไซต์", "วิธีดำเนินการ", "อยู่ระหว่างดำเนินการ", "หมายเหตุ"],
    ["O21", "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ", "กองคลัง นักวิชาการพัสดุ", "ต.ค. 64 - ธ.ค. 64",
     "เผยแพร่แล้ว"],
    ["", f"หน้าแรก > จัดซื้อจัดจ้าง > แผนการจัดซื้อจัดจ้าง {HOST}/buy/plan", "เผยแพร่ภายใน 30 วัน", "", "มี 12 โครงการ"],
    ["O23", "สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน", "กองคลัง นักวิชาการพัสดุ", "ทุกสิ้นเดือน",
     "ถึงเดือนมกราคม"],
    ["", f"หน้าแรก > จัดซื้อจัดจ้าง > สขร.1 {HOST}/buy/monthly", "ทำตามแบบ สขร.1", "เดือนกุมภาพันธ์และมีนาคม", ""],
    ["O24", "รายงานผลการจัดซื้อจัดจ้างประจำปี", "กองคลัง", "ภายในเดือนมกราคม 2565", "เผยแพร่แล้ว"],
    ["", "หน้าแรก > จัดซื้อจัดจ้าง > รายงานผลประจำปี", "", "", ""],
]  # fmt: skip

OTHER_ORDER = f"""# รายการที่ต้องเผยแพร่

| หมายเหตุ | ผู้รับผิดชอบ | กำหนดเสร็จ | URL | เมนู | รายละเอียด | ชื่อข้อมูล | รหัส |
|---|---|---|---|---|---|---|---|
| | นิติกร | ๓๑ มีนาคม ๒๕๖๕ | <{HOST}/law/complaints> | หน้าแรก » ป้องกันการทุจริต » แนวปฏิบัติ | คู่มือ | แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริต | ข้อ ๒๙ |
| แยกจากช่องทางทั่วไป | นิติกร | ๓๑ มีนาคม ๒๕๖๕ | [แจ้งเรื่อง]({HOST}/law/report) | หน้าแรก » ป้องกันการทุจริต » แจ้งเรื่องร้องเรียน | ช่องทางออนไลน์ | ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ | ข้อ ๓๐ |
| ไม่มีเรื่องร้องเรียน | นิติกร | ๒๐ เมษายน ๒๕๖๕ | - | หน้าแรก » ป้องกันการทุจริต » สถิติ | สถิติ | ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ | ข้อ ๓๑ |
| | นิติกร | ๒๐ เมษายน ๒๕๖๕ | - | หน้าแรก » ป้องกันการทุจริต » อื่น ๆ | | เรื่องที่นายกมอบหมาย | ข้อ ๙๙ |
"""


def merged_heads(path: Path) -> None:
    """A workbook with title rows, heads of two rows, merged desks and days, sections, a sum."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet, day = book.add_worksheet("ติดตาม"), book.add_format({"num_format": "dd/mm/yyyy"})
        for y, row in enumerate(MERGED_HEADS):
            for x, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(y, x, value, day)
                elif value:
                    sheet.write(y, x, value)
        for span in SPANS:
            x, y = ord(span[0]) - 65, int(span[1 : span.index(":")]) - 1
            value = MERGED_HEADS[y][x]
            if isinstance(value, date):
                sheet.merge_range(span, None)
                sheet.write_datetime(y, x, value, day)
            else:
                sheet.merge_range(span, value)


def word(path: Path) -> None:
    """A document with the head on each page and a row that runs over to the next."""
    import docx

    document = docx.Document()
    document.add_paragraph("แบบรายงานผลการกำกับติดตาม OIT เทศบาลตำบลบางสมมุติ")
    for rows in WORD:
        table = document.add_table(len(rows), len(rows[0]))
        for y, row in enumerate(rows):
            for x, value in enumerate(row):
                table.cell(y, x).text = value
    document.save(str(path))


def old_csv(path: Path) -> None:
    """A CSV as Excel of old writes it: cp874, with a running number that is no code."""
    text = io.StringIO()
    csv.writer(text).writerows(OLD_CSV)
    path.write_bytes(text.getvalue().encode("cp874"))


def two_rows(path: Path) -> None:
    """A workbook with two rows an item, below two rows of heads."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for y, row in enumerate(TWO_ROWS):
            for x, value in enumerate(row):
                if value:
                    sheet.write(y, x, value)


def other_order(path: Path) -> None:
    """Markdown with the columns in another order, the code last."""
    path.write_text(OTHER_ORDER, "utf-8")


LAYOUTS: dict[str, Callable[[Path], None]] = {
    "merged-heads.xlsx": merged_heads,
    "word.docx": word,
    "old.csv": old_csv,
    "two-rows.xlsx": two_rows,
    "other-order.md": other_order,
}
